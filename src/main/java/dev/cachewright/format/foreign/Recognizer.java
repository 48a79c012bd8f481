package dev.cachewright.format.foreign;

import dev.cachewright.format.body.RequestBodyReader;
import dev.cachewright.format.foreign.syntax.TextHead;
import dev.cachewright.format.json.RawJson;
import dev.cachewright.prompt.text.InputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Decides once what a text is, by what it holds and, where that says nothing, by its name.
///
/// In this order: a command of curl, lines of JSON, a JSON object, a JSON list, an HTTP file, a Prompty file, a Dotprompt
/// file (by its front matter, its roles or its name), YAML, a table or source by its name, text. What is none of them
/// is refused; only plain text is one message, and is told so.
public final class Recognizer {

    private static final Pattern YAML_LINE = Pattern.compile(
            "(?:- role:|(?:prompts|providers|targets|tests|description|name|model|messages|_type|\\$schema|tags|"
                    + "input_variables|template)[ \\t]*:).*");
    private static final Pattern ROLE_TAG = Pattern.compile("\\{\\{~?\\s*role\\s+[\"']");

    private final String name;
    private final String text;
    private final SideFiles files;

    private Recognizer(String name, String text, SideFiles files) {
        this.name = name.toLowerCase(Locale.ROOT);
        this.text = text;
        this.files = files;
    }

    /// What a text is taken for.
    ///
    /// @param name of the file; anything without an ending for a text that is in none
    /// @param text without a byte order mark
    /// @param files those that it may name
    /// @throws InputException with line and column where it is something that cannot be opened
    public static Recognized recognize(String name, String text, SideFiles files) {
        return new Recognizer(name, text, files).recognize();
    }

    /// Refuses a JSON object that is known not to be a request to a chat.
    ///
    /// @throws InputException that says what it is, and what to do
    public static void requireRequest(String json) {
        RefusedJson.require(JsonText.of(json));
    }

    private Recognized recognize() {
        if (text.isBlank()) {
            return new Recognized.PromptText(List.of());
        }
        if (CurlCommand.is(text)) {
            return CurlCommand.read(text);
        }
        if (JsonLines.is(text)) {
            throw JsonLines.refusal(text);
        }
        if (RequestBodyReader.isJson(text)) {
            return JsonPrompt.object(text, files);
        }
        if (isNamed("json") || isList()) {
            return RawJson.isArray(text) ? JsonPrompt.array(text) : otherJson();
        }
        if (HttpFile.is(name, text)) {
            return HttpFile.read(text);
        }
        return PromptyFile.is(name, text) ? PromptyFile.read(text) : ofText();
    }

    /// Nothing of a file that is named so, or has roles; other files with front matter may have meant something else.
    private List<String> dotpromptNotes() {
        var notes = new ArrayList<String>();
        if (!isNamed("prompt") && !ROLE_TAG.matcher(text).find()) {
            notes.add("Taken as a Dotprompt file with one message of the user, because it has front matter.");
        }
        notes.addAll(PlainText.doubts(text));
        return notes;
    }

    private boolean isYamlLine() {
        return YAML_LINE
                .matcher(TextHead.firstLine(text, line -> TextHead.saysNothing(line) || TextHead.isDashes(line)))
                .matches();
    }

    private boolean isNamed(String ending) {
        return name.endsWith("." + ending);
    }

    /// A list of objects; what begins with other brackets may be text.
    private boolean isList() {
        return text.stripLeading().matches("(?s)\\[\\s*\\{\\s*\".*");
    }

    private Recognized otherJson() {
        RawJson.tree(text);
        throw Refusals.of(Refusals.OTHER_JSON);
    }

    private Recognized ofText() {
        boolean isYaml = isNamed("yml") || isNamed("yaml");
        boolean isDotprompt = TextHead.front(text).isPresent() || ROLE_TAG.matcher(text).find();
        if (!isYaml && isDotprompt) {
            return new Recognized.PromptText(dotpromptNotes());
        }
        if (isNamed("prompt")) {
            return (isYamlLine() && !text.contains("{{! @block") ? YamlPrompt.readSure(text, files)
                    : Optional.<Recognized>empty()).orElseGet(() -> new Recognized.PromptText(dotpromptNotes()));
        }
        boolean mayBeYaml = isYaml || isYamlLine();
        return (mayBeYaml ? YamlPrompt.read(text, isYaml, files) : Optional.<Recognized>empty())
                .orElseGet(() -> PlainText.read(name, text));
    }
}
