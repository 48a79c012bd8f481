package dev.cachewright.format.foreign;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.cachewright.format.foreign.syntax.ForeignTags;
import dev.cachewright.format.json.RawJson;
import dev.cachewright.prompt.text.InputException;
import dev.cachewright.prompt.text.TagScanner;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A file of the HTTP clients in IntelliJ and VS Code: requests between lines of `###`, variables as `@name = value`.
///
/// The first request to a chat is taken. Its headers, where keys are, are read over.
final class HttpFile {

    private static final Pattern REQUEST_LINE = Pattern.compile(
            "(?:(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)[ \\t]+)(\\S+)(?:[ \\t]+HTTP/[\\d.]+)?[ \\t]*");
    private static final Pattern VARIABLE = Pattern.compile("@([\\w.-]+)[ \\t]*=[ \\t]*(.*)");
    private static final Pattern USE = Pattern.compile("\\{\\{\\s*([$\\w.-]+)[^{}]*}}");
    private static final Pattern COMMENT = Pattern.compile("[ \\t]*(?:#|//).*|[ \\t]*");
    private static final List<String> TEXTS = List.of("messages", "input", "system", "instructions");
    private static final int DEEPEST = 5;

    private final String[] lines;
    private final Map<String, String> variables = new LinkedHashMap<>();
    private final List<String> notes = new ArrayList<>();

    private HttpFile(String text) {
        this.lines = text.split("\\r\\n|\\n|\\r", -1);
        for (String line : lines) {
            Matcher variable = VARIABLE.matcher(line);
            if (variable.matches()) {
                variables.put(variable.group(1), variable.group(2).strip());
            }
        }
    }

    /// One request of the file.
    ///
    /// @param line of its body, from 1 on
    private record Sent(String method, String url, String body, int line) {
    }

    static boolean is(String name, String text) {
        if (name.endsWith(".http") || name.endsWith(".rest")) {
            return true;
        }
        Optional<String> first = text.lines().filter(line -> !COMMENT.matcher(line).matches()
                && !VARIABLE.matcher(line).matches()).findFirst();
        return first.filter(line -> {
            Matcher request = REQUEST_LINE.matcher(line);
            return request.matches() && request.group(2).matches("(?:https?://|/|\\{\\{).*");
        }).isPresent();
    }

    /// @throws InputException with line and column where it holds no request that can be read
    static Recognized read(String text) {
        return new HttpFile(text).read();
    }

    private Recognized read() {
        List<Sent> all = requests();
        List<Sent> fitting = all.stream().filter(sent -> Address.of(resolved(sent.url(), 0)).isModel()).toList();
        List<Sent> usable = fitting.isEmpty() ? all.stream().filter(sent -> !sent.body().isBlank()).toList() : fitting;
        if (usable.isEmpty()) {
            throw Refusals.of("This HTTP file holds no request with a body: one to a chat has its JSON after an empty "
                    + "line");
        }
        Sent taken = usable.getFirst();
        Address address = Address.of(resolved(taken.url(), 0));
        notes.add("Taken from an HTTP file: the body of the request to "
                + (address.path().isEmpty() ? "a server" : address.path())
                + (all.size() > 1 ? ", of " + all.size() + " requests in the file" : "")
                + "; headers and keys are left out.");
        if (taken.body().stripLeading().startsWith("< ")) {
            throw new InputException("The body of this request is in another file: open "
                    + taken.body().strip().substring(2).strip().lines().findFirst().orElse("it") + " itself",
                    taken.line(), 1);
        }
        try {
            return prompt(taken, address);
        } catch (InputException e) {
            throw e.shifted(taken.line() - 1, 0);
        }
    }

    private Recognized prompt(Sent sent, Address address) {
        address.require();
        String body = isJson(sent.body()) ? sent.body() : resolved(sent.body(), 0);
        JsonText fields = JsonText.of(body);
        RefusedJson.require(fields);
        boolean isChat = address.api().isPresent()
                && TEXTS.stream().anyMatch(field -> USE.matcher(fields.raw(field)).find());
        if (!isChat) {
            return new Recognized.Foreign(new WireBody(notes).read(resolved(body, 0), address), "", notes);
        }
        return withVariables(body, address);
    }

    /// Variables in texts stay variables; those elsewhere are put in.
    private Recognized withVariables(String body, Address address) {
        var names = new ArrayList<String>();
        var tags = new ForeignTags();
        String coded = ForeignTags.literal(body);
        for (String field : TEXTS) {
            coded = RawJson.withField(coded, field, value -> USE.matcher(value).replaceAll(use -> {
                // What is no name is put in by the program that sends the request.
                if (!TagScanner.isPath(use.group(1))) {
                    return Matcher.quoteReplacement(use.group());
                }
                names.add(use.group(1));
                return Matcher.quoteReplacement(tags.value(value, use.start(), use.group(1)));
            }));
        }
        Map<String, JsonNode> row = new LinkedHashMap<>();
        names.stream().filter(variables::containsKey)
                .forEach(name -> row.put(name, TextNode.valueOf(resolved(variables.get(name), 0))));
        var read = tags.restored(new WireBody(notes).read(resolved(coded, 0), address));
        return new Recognized.Foreign(read, Rows.one(row).lines(), notes);
    }

    private static boolean isJson(String body) {
        try {
            RawJson.tree(body);
            return true;
        } catch (InputException _) {
            return false;
        }
    }

    /// The text with the values of the file's own variables.
    private String resolved(String text, int depth) {
        return depth == DEEPEST ? text : USE.matcher(text).replaceAll(use -> Matcher.quoteReplacement(
                variables.containsKey(use.group(1))
                        ? resolved(variables.get(use.group(1)), depth + 1)
                        : use.group()));
    }

    private List<Sent> requests() {
        var requests = new ArrayList<Sent>();
        int from = 0;
        for (int i = 0; i <= lines.length; i++) {
            if (i == lines.length || lines[i].startsWith("###")) {
                request(from, i).ifPresent(requests::add);
                from = i + 1;
            }
        }
        return requests;
    }

    private Optional<Sent> request(int from, int to) {
        int at = from;
        while (at < to && !REQUEST_LINE.matcher(lines[at]).matches()) {
            at++;
        }
        if (at == to) {
            return Optional.empty();
        }
        Matcher line = REQUEST_LINE.matcher(lines[at]);
        line.matches();
        var url = new StringBuilder(line.group(2));
        at++;
        // An address goes on in lines that are indented.
        for (; at < to && lines[at].matches("[ \\t]+\\S.*"); at++) {
            url.append(lines[at].strip());
        }
        while (at < to && !lines[at].isBlank()) {
            at++;
        }
        int start = at + 1;
        var body = new StringBuilder();
        for (int i = start; i < to && !isResponsePart(lines[i]); i++) {
            body.append(lines[i]).append('\n');
        }
        return Optional.of(new Sent(line.group(1), url.toString(), body.toString(), start + 1));
    }

    /// What comes after a body: a script for the answer, or the file of an earlier one.
    private static boolean isResponsePart(String line) {
        return line.startsWith("> ") || line.startsWith(">> ") || line.startsWith(">>! ") || line.startsWith("<> ");
    }
}
