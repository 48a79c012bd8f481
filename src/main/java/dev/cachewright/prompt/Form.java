package dev.cachewright.prompt;

import java.util.Arrays;
import java.util.Locale;

/// How a block's text appears in the request body.
public enum Form {

    /// The text, or a part of the text, of one message.
    TEXT,
    /// A content part of its own within its message.
    PART,
    /// The exact JSON of a whole message or input item: a tool call, an image, a reasoning item.
    ITEM,
    /// The top-level `instructions` of a Responses request, or `system` of a Messages request.
    INSTRUCTIONS;

    /// The form written as `word`; text for anything else.
    static Form of(String word) {
        return Arrays.stream(values()).filter(form -> form.word().equals(word)).findFirst().orElse(TEXT);
    }

    /// The word in files.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
