package dev.cachewright.advice.text;

import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.VariableEdits.Stretch;
import dev.cachewright.prompt.text.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The sentences of a block that hold something: a line, or a part of one between full stops.
final class Sentences {

    private static final Pattern END = Pattern.compile("[.!?](?=\\s|$)|[。！？]");

    private Sentences() {
    }

    /// Characters of a block, with the white space that belongs to them.
    record Range(int start, int end) {
    }

    /// The sentences around some stretches, in order; none where the block has logic, which a cut would break.
    static List<Range> around(Block block, List<Stretch> stretches) {
        if (block.template().tags().stream().anyMatch(tag -> tag.type() != Tag.Type.VALUE)) {
            return List.of();
        }
        String text = block.text();
        var ranges = new ArrayList<Range>();
        for (Stretch stretch : stretches) {
            Range found = around(text, stretch);
            if (!ranges.isEmpty() && ranges.getLast().end() >= found.start()) {
                Range before = ranges.removeLast();
                ranges.add(new Range(before.start(), Math.max(before.end(), found.end())));
            } else {
                ranges.add(found);
            }
        }
        return ranges.stream().map(range -> wholeLine(text, range)).toList();
    }

    /// With the line break where nothing else is on the line.
    private static Range wholeLine(String text, Range range) {
        int lineStart = text.lastIndexOf('\n', range.start() - 1) + 1;
        int lineStop = text.indexOf('\n', Math.max(0, range.end() - 1));
        int lineEnd = lineStop < 0 ? text.length() : lineStop;
        boolean isAll = range.end() <= lineEnd && text.substring(lineStart, range.start()).isBlank()
                && text.substring(range.end(), lineEnd).isBlank();
        return isAll ? new Range(lineStart, Math.min(text.length(), lineEnd + 1)) : range;
    }

    private static Range around(String text, Stretch stretch) {
        int lineStart = text.lastIndexOf('\n', Math.max(0, stretch.start() - 1)) + 1;
        int lineStop = text.indexOf('\n', stretch.end());
        int lineEnd = lineStop < 0 ? text.length() : lineStop;
        int start = Math.min(lineStart, stretch.start());
        Matcher end = END.matcher(text);
        end.region(start, stretch.start());
        end.useTransparentBounds(true);
        while (end.find()) {
            start = end.end();
        }
        end.region(Math.min(stretch.end(), lineEnd), lineEnd);
        int stop = end.find() ? end.end() : lineEnd;
        int from = start;
        while (stop < lineEnd && Character.isWhitespace(text.charAt(stop))) {
            stop++;
        }
        while (from < stretch.start() && Character.isWhitespace(text.charAt(from)) && start > lineStart) {
            from++;
        }
        return new Range(from, stop);
    }
}
