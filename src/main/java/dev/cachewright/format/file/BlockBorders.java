package dev.cachewright.format.file;

import dev.cachewright.prompt.Block;
import java.util.ArrayList;
import java.util.List;

/// Moves the borders of blocks where a mark could not be read after the text before it.
///
/// A brace or a backslash in front of a tag would become part of the tag. Within a message it goes to the next block,
/// which changes nothing that is sent; at the end of a message a line break follows it.
final class BlockBorders {

    private BlockBorders() {
    }

    static List<Block> writable(List<Block> blocks) {
        var writable = new ArrayList<>(blocks);
        for (int i = 0; i + 1 < writable.size(); i++) {
            Block block = writable.get(i);
            int end = endOfText(block.text());
            if (end == block.content().length()) {
                continue;
            }
            Block next = writable.get(i + 1);
            if (next.joined() && next.role() == block.role()) {
                writable.set(i, block.withText(block.text().substring(0, end)));
                writable.set(i + 1, next.withText(block.text().substring(end) + next.text()));
            } else {
                writable.set(i, block.withText(block.text() + "\n"));
            }
        }
        return writable;
    }

    private static int endOfText(String text) {
        int end = text.length();
        while (end > 0 && (text.charAt(end - 1) == '{' || text.charAt(end - 1) == '\\')) {
            end--;
        }
        return end;
    }
}
