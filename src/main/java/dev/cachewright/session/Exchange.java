package dev.cachewright.session;

import java.util.List;

/// What went out and came back in a call: too large to be held for each call of a session, so it is read when a call is
/// looked at.
///
/// @param body the request body exactly as it was sent, JSON
/// @param blocks where the blocks of the prompt are in the body, in its order; none where that is not known
/// @param answer the text that arrived, whole or in part
/// @param items what the next request carries after the messages of this one, as a JSON array in the form of the API:
/// tool calls and reasoning byte for byte as they came; empty where it is not known
public record Exchange(String body, List<SentBlock> blocks, String answer, String items) {

    public Exchange {
        blocks = List.copyOf(blocks);
    }

    /// A call of which only this is known.
    public Exchange(String body, String answer) {
        this(body, List.of(), answer, "");
    }
}
