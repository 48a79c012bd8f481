package dev.cachewright.format.export;

import dev.cachewright.cache.request.SentRequest;
import dev.cachewright.cache.request.SentRequests;
import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.Renderer;
import dev.cachewright.prompt.Row;
import dev.cachewright.prompt.Values;
import dev.cachewright.prompt.Variables;
import dev.cachewright.prompt.text.InputException;
import dev.cachewright.prompt.text.Tag;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A request in which signs stand for the variables, to be put back as tags of Jinja and Nunjucks.
///
/// @param sent the request with the signs
record TaggedRequest(SentRequest sent) {

    // Characters for private use, which stand for nothing in a text.
    private static final char OPEN = '\uE0F0';
    private static final char CLOSE = '\uE0F1';
    private static final Pattern SIGN = Pattern.compile(OPEN + "([^" + CLOSE + "]+)" + CLOSE);
    private static final Pattern NAME = Pattern.compile("[A-Za-z_]\\w*(\\.[A-Za-z_]\\w*)*");
    /// What Jinja or Nunjucks take for a tag.
    private static final Pattern BRACES = Pattern.compile("\\{[{%#]|\\{$");

    /// @throws InputException where the templates of others have no equal of a tag
    static TaggedRequest of(Prompt prompt, SentRequests requests) {
        prompt.blocks().forEach(TaggedRequest::requireValuesOnly);
        Map<String, Object> signs = new LinkedHashMap<>();
        for (String name : Variables.of(prompt, Values.none()).used()) {
            if (!NAME.matcher(name).matches()) {
                throw fault("The variable “" + name + "” cannot be exported: other programs allow letters, digits "
                        + "and _ in names. Give it such a name");
            }
            signs.put(name, OPEN + name + CLOSE);
        }
        return new TaggedRequest(requests.of(Renderer.render(prompt, new Row(signs))));
    }

    private static void requireValuesOnly(Block block) {
        if (block.content().toString().indexOf(OPEN) >= 0) {
            throw fault("The character U+E0F0 in “" + block.name() + "” is part of no text: take it out");
        }
        for (Tag tag : block.role().isMessage() ? block.template().readableTags() : List.<Tag>of()) {
            if (tag.type() == Tag.Type.LOGIC && block.partials().isDynamic(tag)) {
                throw fault("“" + block.name() + "” holds {{" + tag.body() + "}}, which cannot be exported: only "
                        + "values can. Write what it gives, or put it into the values");
            }
        }
    }

    /// The text with its tags.
    ///
    /// @throws InputException where braces of the text would be taken for a tag
    static String restored(String text) {
        var restored = new StringBuilder();
        Matcher sign = SIGN.matcher(text);
        int from = 0;
        while (sign.find()) {
            restored.append(checked(text.substring(from, sign.start()))).append("{{").append(sign.group(1))
                    .append("}}");
            from = sign.end();
        }
        String rest = text.substring(from);
        // A brace at the end of a text opens nothing.
        checked(rest + " ");
        return restored.append(rest).toString();
    }

    private static String checked(String text) {
        if (BRACES.matcher(text).find()) {
            throw fault("The text holds braces that other programs would take for a tag ({{, {% or {#), which cannot "
                    + "be exported: take them out, or put them into a value");
        }
        return text;
    }

    /// Whether variables stand in a text.
    static boolean isIn(String text) {
        return text.indexOf(OPEN) >= 0;
    }

    static InputException fault(String message) {
        return new InputException(message, 0, 0);
    }
}
