package dev.cachewright.format.record;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Puts JSON on one line, and restores it to the character.
///
/// JSON has no line breaks within its strings, so each white space with one is between two of its tokens.
final class LineBreaks {

    private static final Pattern BREAK = Pattern.compile("(?<![ \\t])[ \\t]*+[\\r\\n][ \\t\\r\\n]*");

    private LineBreaks() {
    }

    /// The JSON with one space in place of each white space that breaks the line.
    static String without(String json) {
        return BREAK.matcher(json).replaceAll(" ");
    }

    /// What [#without] took away, as JSON: for each its offset in the one line and its characters, where a number
    /// represents a line feed with so many spaces after it.
    static String of(String json) {
        var breaks = new StringBuilder("[");
        int removed = 0;
        Matcher found = BREAK.matcher(json);
        while (found.find()) {
            breaks.append(breaks.length() == 1 ? "" : ",").append(found.start() - removed).append(',')
                    .append(written(found.group()));
            removed += found.group().length() - 1;
        }
        return breaks.append(']').toString();
    }

    private static String written(String space) {
        return space.startsWith("\n") && space.substring(1).chars().allMatch(c -> c == ' ')
                ? Integer.toString(space.length() - 1)
                : '"' + space.replace("\t", "\\t").replace("\r", "\\r").replace("\n", "\\n") + '"';
    }

    /// The JSON as it was.
    ///
    /// @param breaks as [#of] wrote them; those of an earlier version, which kept none, leave the line as it is
    static String restore(String line, JsonNode breaks) {
        var json = new StringBuilder(line.length());
        int from = 0;
        int lost = 0;
        for (int i = 0; i + 1 < breaks.size(); i += 2) {
            int at = breaks.get(i).asInt() - lost;
            if (at < from || at > line.length()) {
                return line;
            }
            JsonNode space = breaks.get(i + 1);
            json.append(line, from, at)
                    .append(space.isNumber() ? "\n" + " ".repeat(Math.max(0, space.asInt())) : space.asText());
            // The space at either end of the JSON is not part of its value in the line.
            boolean isThere = at < line.length() && line.charAt(at) == ' ';
            lost += isThere ? 0 : 1;
            from = at + (isThere ? 1 : 0);
        }
        return json.append(line, from, line.length()).toString();
    }
}
