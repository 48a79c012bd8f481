package dev.cachewright.recorder.http;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// The head of a request or an answer: a first line and fields. Keeps each line as it came, its end included.
public final class HttpHead {

    private static final String SEPARATORS = "()<>@,;:\\\"/[]?={} \t";

    private final List<String> lines;

    private HttpHead(List<String> lines) {
        this.lines = List.copyOf(lines);
    }

    /// @param bytes up to and with the empty line
    static HttpHead of(byte[] bytes) throws MalformedHttp {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        var lines = new ArrayList<String>();
        int from = 0;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
            lines.add(text.substring(from, end + 1));
            from = end + 1;
        }
        lines.removeLast();
        for (String line : lines.subList(1, lines.size())) {
            checkField(line);
        }
        return new HttpHead(lines);
    }

    private static void checkField(String line) throws MalformedHttp {
        int colon = line.indexOf(':');
        boolean isName = colon > 0
                && line.chars().limit(colon).allMatch(c -> c > ' ' && c < 127 && SEPARATORS.indexOf(c) < 0);
        if (!isName) {
            throw new MalformedHttp("A line of the head is not a field");
        }
    }

    /// The first line.
    String first() {
        return lines.getFirst().stripTrailing();
    }

    /// The names of its fields as they came, one for each.
    public List<String> names() {
        return lines.stream().skip(1).map(line -> line.substring(0, line.indexOf(':'))).toList();
    }

    /// The values of all fields of this name.
    public List<String> values(String name) {
        return fields(name).map(line -> line.substring(name.length() + 1).strip()).toList();
    }

    /// The value of the first field of this name.
    public Optional<String> value(String name) {
        return values(name).stream().findFirst();
    }

    /// The elements of a field that is a list, in small letters.
    List<String> elements(String name) {
        return values(name).stream().flatMap(value -> Arrays.stream(value.split(",")))
                .map(element -> element.strip().toLowerCase(Locale.ROOT)).filter(element -> !element.isEmpty())
                .toList();
    }

    private Stream<String> fields(String name) {
        return lines.stream().skip(1).filter(line -> isOf(line, name));
    }

    private static boolean isOf(String line, String name) {
        return line.length() > name.length() && line.charAt(name.length()) == ':'
                && line.regionMatches(true, 0, name, 0, name.length());
    }

    /// The same head with another first line, without some fields, and another value where a field has this name.
    ///
    /// @param first without its end
    byte[] with(String first, String name, String value, Predicate<String> isLeftOut) {
        var changed = new StringBuilder(first).append(endOf(lines.getFirst()));
        for (String line : lines.subList(1, lines.size())) {
            String field = line.substring(0, line.indexOf(':'));
            if (field.equalsIgnoreCase(name)) {
                changed.append(field).append(": ").append(value).append(endOf(line));
            } else if (!isLeftOut.test(field.toLowerCase(Locale.ROOT))) {
                changed.append(line);
            }
        }
        return changed.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String endOf(String line) {
        return line.endsWith("\r\n") ? "\r\n" : "\n";
    }

    /// Without the fields, which may hold keys.
    @Override
    public String toString() {
        return "HttpHead[" + lines.size() + " lines]";
    }
}
