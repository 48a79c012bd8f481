package dev.cachewright.traffic.piece;

import dev.cachewright.cache.request.RequestContent;
import dev.cachewright.prompt.Role;
import dev.cachewright.prompt.Settings;
import java.util.Arrays;
import java.util.List;

/// What is kept of a recorded request: enough to see what it shares with others, and nothing of its text.
///
/// @param title the beginning of its instructions, or of its first message, as it stands
/// @param tokens of its input
/// @param parts in the order in which its server reads them, which is not that of the body
/// @param content its breakpoints and what it asks of the cache
/// @param frame the pieces that say what template it is of: tools, schema and instructions, or all where these are short
/// @param settings what else of it may matter to a cache
public record RequestShape(String title, PieceTokens tokens, List<RequestPart> parts, RequestContent content,
        Settings settings, int[] frame) {

    private static final int LEAST_FRAME = 200;

    public RequestShape {
        parts = List.copyOf(parts);
    }

    public RequestShape(String title, PieceTokens tokens, List<RequestPart> parts, RequestContent content,
            Settings settings) {
        this(title, tokens, parts, content, settings, frame(tokens, parts));
    }

    private static int[] frame(PieceTokens tokens, List<RequestPart> parts) {
        int[] ofTemplate = pieces(tokens, parts, true);
        int known = Arrays.stream(ofTemplate).map(tokens::tokens).sum();
        return known >= LEAST_FRAME ? ofTemplate : pieces(tokens, parts, false);
    }

    /// The pieces of text: those that begin a message are in every request.
    private static int[] pieces(PieceTokens tokens, List<RequestPart> parts, boolean isOfTemplate) {
        int[] pieces = new int[tokens.pieces()];
        int count = 0;
        int from = 0;
        int message = -1;
        for (RequestPart part : parts) {
            int start = part.message() == message ? from : from + 1;
            for (int piece = start; piece < part.end() && (!isOfTemplate || isOfFrame(part.role())); piece++) {
                pieces[count++] = piece;
            }
            from = part.end();
            message = part.message();
        }
        return Arrays.copyOf(pieces, count);
    }

    private static boolean isOfFrame(Role role) {
        return role == Role.TOOLS || role == Role.SCHEMA || role == Role.SYSTEM || role == Role.DEVELOPER;
    }

    /// The part that a piece is in; the last one for the end of the request.
    public RequestPart partAt(int piece) {
        return parts.stream().filter(part -> piece < part.end()).findFirst().orElseGet(parts::getLast);
    }
}
