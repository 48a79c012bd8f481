package dev.cachewright.token.part;

import dev.cachewright.prompt.Message;
import dev.cachewright.token.encoding.TokenList;

/// How a vendor's server writes one request: what it puts around plain texts, and what it makes of everything else.
///
/// Messages are meant by their number in the request, tools and schema included, from 0 on.
public interface ServerText {

    /// The tool definitions with all that is written around them.
    Counted tools(Message tools);

    /// The output schema.
    Counted schema(Message schema);

    /// A message that is exact JSON ([dev.cachewright.prompt.Form#ITEM]).
    Counted item(int index);

    /// Whether the server counts a message of plain text at all.
    boolean isCounted(int index);

    /// What comes before the text of a message.
    Counted head(int index);

    /// What comes after the text of a message.
    TokenList end();

    /// Whether what is added to texts is known in the model's own tokens, so that a correction of text leaves it alone.
    default boolean isMeasured() {
        return false;
    }

    /// What comes after the last message: the beginning of the reply, and the band of what the settings add.
    Counted closing();
}
