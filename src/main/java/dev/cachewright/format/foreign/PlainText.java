package dev.cachewright.format.foreign;

import dev.cachewright.format.foreign.syntax.Dialect;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Text without a structure: one message of the user, as in Dotprompt; and what is said of text that looks like more.
final class PlainText {

    private static final Map<String, String> SOURCES = Map.ofEntries(
            Map.entry("py", "Python source"), Map.entry("js", "JavaScript source"), Map.entry("mjs",
                    "JavaScript source"),
            Map.entry("ts", "TypeScript source"), Map.entry("tsx", "TypeScript source"), Map.entry("java",
                    "Java source"),
            Map.entry("kt", "Kotlin source"), Map.entry("go", "Go source"), Map.entry("rs", "Rust source"),
            Map.entry("rb", "Ruby source"), Map.entry("php", "PHP source"), Map.entry("cs", "C# source"),
            Map.entry("c", "C source"), Map.entry("cpp", "C++ source"), Map.entry("sh", "a script"),
            Map.entry("ps1", "a script"), Map.entry("html", "a web page"), Map.entry("htm", "a web page"),
            Map.entry("xml", "XML"), Map.entry("toml", "a configuration"), Map.entry("ini", "a configuration"),
            Map.entry("env", "a list of settings, often with keys"), Map.entry("sql", "SQL"),
            Map.entry("css", "a style sheet"));
    private static final int WIDEST = 30;

    private PlainText() {
    }

    /// @param name in lower case
    static Recognized read(String name, String text) {
        String ending = name.substring(name.lastIndexOf('.') + 1);
        if (ending.equals("csv") || ending.equals("tsv")) {
            throw Refusals.of(Refusals.CSV);
        }
        if (ending.equals("jsonl") || ending.equals("ndjson")) {
            throw Refusals.of("This is no JSON Lines: its first line is no JSON object");
        }
        String source = SOURCES.getOrDefault(name.contains(".") ? ending : "", kind(text));
        if (!source.isEmpty()) {
            throw Refusals.of(Refusals.SOURCE.formatted(source));
        }
        var notes = new ArrayList<String>();
        notes.add("Taken as plain text: one message of the user. Roles, a model and settings can be written as in a "
                + ".prompt file.");
        List<String> texts = ending.equals("txt") ? PromptfooPrompt.texts(text) : List.of();
        if (texts.size() > 1) {
            return first(texts);
        }
        notes.addAll(doubts(text));
        return new Recognized.PromptText(notes);
    }

    /// The first of the prompts that lines of three dashes part.
    private static Recognized first(List<String> texts) {
        var body = new ChatBody(Dialect.NAMES, Options.none());
        body.add("user", texts.getFirst().strip());
        return new Recognized.Foreign(body.prompt(), "", List.of("Taken as the first of " + texts.size()
                + " prompts between lines of three dashes, as promptfoo reads a text file: one message of the user. Name "
                + "the file .prompt to have all of it as one."));
    }

    private static String kind(String text) {
        String start = text.stripLeading();
        if (start.startsWith("#!")) {
            return "a script";
        }
        return start.regionMatches(true, 0, "<?xml", 0, 5) ? "XML"
                : start.regionMatches(true, 0, "<!doctype html", 0, 14) ? "a web page" : "";
    }

    /// What in a Dotprompt file looks like another format, and is text there.
    static List<String> doubts(String text) {
        var doubts = new ArrayList<String>();
        String marker = text.contains("{{role") || text.contains("@block") ? "" : PromptyFile.marker(text);
        if (!marker.isEmpty()) {
            doubts.add(
                    "The line \"" + shortened(marker) + "\" is text here: a message begins with {{role \"system\"}}. "
                            + "Name the file .prompty to have it read as Prompty's.");
        }
        if (text.contains("{%") && text.contains("%}")) {
            doubts.add("{% %} is text here: sections are written as {{#if name}} and {{#each name}}.");
        }
        return doubts;
    }

    private static String shortened(String marker) {
        return marker.length() > WIDEST ? marker.substring(0, WIDEST) + "…" : marker;
    }
}
