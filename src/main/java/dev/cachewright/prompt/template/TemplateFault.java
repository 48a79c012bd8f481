package dev.cachewright.prompt.template;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the template engine says of a template that it cannot read, without its grammar's terms.
final class TemplateFault {

    private static final Pattern FOUND = Pattern.compile("found: '(.*?)'(?:, expected: '(.*)')?", Pattern.DOTALL);

    private TemplateFault() {
    }

    /// One part of a sentence: `{{#if}} is closed by {{/each}}`.
    static String words(String reason) {
        Matcher fault = FOUND.matcher(reason.strip());
        if (!fault.matches()) {
            return reason.strip();
        }
        String found = fault.group(1);
        String wanted = fault.group(2) == null ? "" : fault.group(2);
        if (wanted.matches("\\w+") && found.matches("\\w+")) {
            return "{{#" + wanted + "}} is closed by {{/" + found + "}}";
        }
        if (found.equals("EOF")) {
            return wanted.startsWith("{{/") ? "a section is never closed" : "it ends within a tag";
        }
        return "\"" + found + "\" cannot be here";
    }
}
