package dev.cachewright.format.recover;

import java.util.ArrayList;
import java.util.List;

/// A piece of aligned texts.
sealed interface Part {

    /// What all texts have here.
    record Fixed(String text) implements Part {
    }

    /// What each text has here.
    record Hole(List<String> values) implements Part {

        /// The same with `begun`, which all but the empty ones end with, before them.
        Hole turned(String begun) {
            return new Hole(values.stream().map(value -> value.isEmpty()
                    ? value
                    : begun + value.substring(0, value.length() - begun.length())).toList());
        }

        /// The same with `end` before each value.
        Hole after(String end) {
            return new Hole(values.stream().map(value -> end + value).toList());
        }
    }

    /// The parts where no fixed text ends with what would become part of a tag after it.
    static List<Part> besideTags(List<Part> parts) {
        var safe = new ArrayList<Part>();
        for (Part part : parts) {
            if (part instanceof Hole hole && !safe.isEmpty() && safe.getLast() instanceof Fixed(String text)) {
                int end = endOfText(text);
                safe.removeLast();
                if (end > 0) {
                    safe.add(new Fixed(text.substring(0, end)));
                }
                safe.add(end == text.length() ? hole : hole.after(text.substring(end)));
            } else {
                safe.add(part);
            }
        }
        return safe;
    }

    /// Where braces and backslashes at the end of a text begin.
    static int endOfText(String text) {
        int end = text.length();
        while (end > 0 && (text.charAt(end - 1) == '{' || text.charAt(end - 1) == '\\')) {
            end--;
        }
        return end;
    }
}
