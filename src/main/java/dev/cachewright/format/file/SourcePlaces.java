package dev.cachewright.format.file;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Where in the text of a prompt file its blocks and settings stand.
///
/// Offsets are in UTF-16 units of the file as it is: line ends of two characters and a byte order mark count.
public final class SourcePlaces {

    /// The front matter key of budgets.
    public static final String BUDGET = GateEntries.BUDGET;

    private final FrontMatter frontMatter;
    private final SourceBody body;

    SourcePlaces(FrontMatter frontMatter, SourceBody body) {
        this.frontMatter = frontMatter;
        this.body = body;
    }

    /// The offset of a character of a block, given by its offset in the block's content; empty where the file's body
    /// holds no such block.
    public OptionalInt ofBlock(String id, int offset) {
        int start = frontMatter.length();
        for (SourceBlock block : body.blocks()) {
            start += block.head().length();
            if (block.block().id().equals(id)) {
                return OptionalInt.of(start + inSource(block.text(), offset));
            }
            start += block.text().length();
        }
        return OptionalInt.empty();
    }

    /// The offset of the value at these keys, or of the nearest one around it: at last, that of the front matter.
    public int ofSetting(List<String> keys) {
        for (int length = keys.size(); length > 0; length--) {
            OptionalInt found = frontMatter.placeOf(keys.subList(0, length), false);
            if (found.isPresent()) {
                return found.getAsInt();
            }
        }
        return frontMatter.start();
    }

    /// The key under which the front matter itself holds a part that is usually in a file of its own; empty where it
    /// does not hold it.
    ///
    /// @param names the keys that can hold it
    public Optional<String> holder(List<String> names) {
        return names.stream().filter(name -> !frontMatter.at(name).isMissingNode()).findFirst();
    }

    /// Steps over so many characters of a content, in which line breaks are one character.
    private static int inSource(String source, int offset) {
        int at = 0;
        for (int left = offset; left > 0 && at < source.length(); left--) {
            at += source.startsWith("\r\n", at) ? 2 : 1;
        }
        return at;
    }
}
