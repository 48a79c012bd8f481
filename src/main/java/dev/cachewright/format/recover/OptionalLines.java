package dev.cachewright.format.recover;

import java.util.ArrayList;
import java.util.List;

/// Lines that only some texts have after a value.
final class OptionalLines {

    private OptionalLines() {
    }

    /// The parts, with a hole of their own for lines that follow a value in some texts and have words in common.
    static List<Part> apart(List<Part> parts) {
        var apart = new ArrayList<Part>();
        for (Part part : parts) {
            if (part instanceof Part.Hole(List<String> values) && hasLines(values)) {
                apart.add(new Part.Hole(values.stream().map(value -> value.substring(0, endOfLine(value))).toList()));
                apart.add(new Part.Hole(values.stream().map(value -> value.substring(endOfLine(value))).toList()));
            } else {
                apart.add(part);
            }
        }
        return apart;
    }

    private static boolean hasLines(List<String> values) {
        List<String> lines = values.stream().map(value -> value.substring(endOfLine(value))).filter(rest -> !rest
                .isEmpty()).toList();
        boolean isOptional = !lines.isEmpty() && lines.size() < values.size()
                && values.stream().anyMatch(value -> endOfLine(value) > 0)
                && values.stream().noneMatch(value -> Part.endOfText(value.substring(0, endOfLine(value))) < endOfLine(
                        value));
        return isOptional && says(TextAligner.align(lines));
    }

    /// Whether texts share words.
    static boolean says(List<Part> parts) {
        return parts.stream().anyMatch(part -> part instanceof Part.Fixed(String text) && text.chars().filter(
                Character::isLetterOrDigit).count() > 2);
    }

    private static int endOfLine(String value) {
        int end = value.indexOf('\n');
        return end < 0 ? value.length() : end;
    }
}
