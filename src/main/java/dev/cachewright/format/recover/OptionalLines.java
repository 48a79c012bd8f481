package dev.cachewright.format.recover;

import java.util.ArrayList;
import java.util.List;

/// Lines that only some texts have.
final class OptionalLines {

    private OptionalLines() {
    }

    /// The parts where lines that only some texts have are whole: what the first of them begins with like the line after
    /// them (`Order: 17` before `Order …`) is theirs.
    static List<Part> whole(List<Part> parts) {
        var whole = new ArrayList<>(parts);
        for (int i = 1; i < whole.size(); i++) {
            if (!(whole.get(i - 1) instanceof Part.Fixed(String before)) || !(whole.get(i) instanceof Part.Hole hole)
                    || before.indexOf('\n') < 0 && i > 1) {
                continue;
            }
            String begun = before.substring(before.lastIndexOf('\n') + 1);
            boolean isBegun = !begun.isEmpty() && hole.values().contains("") && hole.values().stream()
                    .allMatch(value -> value.isEmpty() || value.endsWith("\n" + begun));
            if (isBegun) {
                whole.set(i - 1, new Part.Fixed(before.substring(0, before.length() - begun.length())));
                whole.set(i, hole.turned(begun));
                String after = i + 1 < whole.size() && whole.get(i + 1) instanceof Part.Fixed(String text) ? text : "";
                if (after.isEmpty()) {
                    whole.add(i + 1, new Part.Fixed(begun));
                } else {
                    whole.set(i + 1, new Part.Fixed(begun + after));
                }
            }
        }
        whole.removeIf(part -> part instanceof Part.Fixed(String text) && text.isEmpty());
        return whole;
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
