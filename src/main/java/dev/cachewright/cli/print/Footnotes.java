package dev.cachewright.cli.print;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Notes below a table, each said once and numbered in the order in which they are first asked for.
public final class Footnotes {

    private static final int WIDTH = 120;
    private static final String INDENT = "    ";

    private final Map<String, Note> notes = new LinkedHashMap<>();

    /// The number of a note.
    ///
    /// @param sign printed before the number of the note
    public String number(String sign, String text) {
        return notes.computeIfAbsent(text, _ -> new Note(sign, String.valueOf(notes.size() + 1))).number();
    }

    /// The notes with their marks, in lines of 120 columns.
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        notes.forEach((text, note) -> {
            String mark = note.sign() + note.number();
            var line = new StringBuilder(mark).append(" ".repeat(Math.max(1, INDENT.length() - mark.length())));
            for (String word : text.split(" ")) {
                if (line.length() + word.length() > WIDTH) {
                    lines.add(line.toString().stripTrailing());
                    line.setLength(0);
                    line.append(INDENT);
                }
                line.append(word).append(' ');
            }
            lines.add(line.toString().stripTrailing());
        });
        return lines;
    }

    private record Note(String sign, String number) {
    }
}
