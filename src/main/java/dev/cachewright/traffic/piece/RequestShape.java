package dev.cachewright.traffic.piece;

import dev.cachewright.cache.request.RequestContent;
import dev.cachewright.prompt.Settings;
import java.util.List;

/// What is kept of a recorded request: enough to see what it shares with others, and nothing of its text.
///
/// @param title the beginning of its instructions, or of its first message, as it stands
/// @param tokens of its input
/// @param parts in the order in which its server reads them, which is not that of the body
/// @param content its breakpoints and what it asks of the cache
/// @param frame what says what template it is of
/// @param settings what else of it may matter to a cache
public record RequestShape(String title, PieceTokens tokens, List<RequestPart> parts, RequestContent content,
        Settings settings, RequestFrame frame) {

    public RequestShape {
        parts = List.copyOf(parts);
    }

    public RequestShape(String title, PieceTokens tokens, List<RequestPart> parts, RequestContent content,
            Settings settings) {
        this(title, tokens, parts, content, settings, RequestFrame.of(tokens, parts));
    }

    /// The part that a piece is in; the last one for the end of the request.
    public RequestPart partAt(int piece) {
        for (RequestPart part : parts) {
            if (piece < part.end()) {
                return part;
            }
        }
        return parts.getLast();
    }
}
