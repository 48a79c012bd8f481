package dev.cachewright.format.divergence;

import dev.cachewright.divergence.Spot;
import dev.cachewright.format.json.JsonPlaces;
import dev.cachewright.format.json.RawJson;
import dev.cachewright.session.SentBlock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Finds the block, line and column of a character in a body.
final class BlockPlaces {

    private BlockPlaces() {
    }

    /// The place of the character at `offset` of the body; empty where no block has it. The end of a block is in it.
    static Optional<Spot.At> at(String body, List<SentBlock> blocks, int offset) {
        return blocks.stream().filter(block -> block.offset() <= offset && offset <= block.offset() + block.length())
                .max(Comparator.comparingInt(SentBlock::offset)).map(found -> {
                    String before = contentBefore(body, blocks, found) + content(body, found, offset);
                    return inText(found.block(), before);
                });
    }

    /// Whether a character is of a variable's value.
    static boolean isValue(List<SentBlock> blocks, int offset) {
        return blocks.stream().anyMatch(block -> block.isValue() && block.offset() <= offset
                && offset <= block.offset() + block.length());
    }

    /// A place after so much of a text.
    static Spot.At inText(String block, String before) {
        int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
        return new Spot.At(block, before.length(), line, before.length() - before.lastIndexOf('\n'));
    }

    /// What of the same block stands in the body before this part.
    private static String contentBefore(String body, List<SentBlock> blocks, SentBlock part) {
        var text = new StringBuilder();
        blocks.stream().filter(block -> block.block().equals(part.block()) && block.start() < part.start())
                .sorted(Comparator.comparingInt(SentBlock::start))
                .forEach(block -> text.append(content(body, block, block.offset() + block.length())));
        return text.toString();
    }

    private static String content(String body, SentBlock block, int end) {
        String raw = body.substring(block.offset(), end);
        return block.isQuoted() ? unquoted(raw) : raw;
    }

    /// The text that stands so in a JSON string; an escape that is cut off is left out.
    private static String unquoted(String raw) {
        if (raw.indexOf('\\') < 0) {
            return raw;
        }
        int whole = 0;
        while (whole < raw.length() && whole + JsonPlaces.escapeLength(raw, whole) <= raw.length()) {
            whole += JsonPlaces.escapeLength(raw, whole);
        }
        return RawJson.text('"' + raw.substring(0, whole) + '"').orElseThrow();
    }
}
