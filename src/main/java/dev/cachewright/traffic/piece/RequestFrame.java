package dev.cachewright.traffic.piece;

import dev.cachewright.prompt.Role;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;

/// The pieces of a request that say what template it is of: tools, schema and instructions, or all where these are short.
public final class RequestFrame {

    private static final int LEAST = 200;
    private static final long MIX = 0x9E3779B97F4A7C15L;

    private final int[] pieces;
    private final long key;

    private RequestFrame(PieceTokens tokens, int[] pieces) {
        this.pieces = pieces;
        long mixed = pieces.length;
        for (int piece : pieces) {
            mixed = (mixed ^ tokens.id(piece)) * MIX;
            mixed ^= mixed >>> 32;
        }
        this.key = mixed;
    }

    static RequestFrame of(PieceTokens tokens, List<RequestPart> parts) {
        int[] ofTemplate = pieces(tokens, parts, true);
        int known = 0;
        for (int i = 0; i < ofTemplate.length && known < LEAST; i++) {
            known += tokens.tokens(ofTemplate[i]);
        }
        return new RequestFrame(tokens, known >= LEAST ? ofTemplate : pieces(tokens, parts, false));
    }

    /// The pieces of text: those that begin a message are in every request.
    private static int[] pieces(PieceTokens tokens, List<RequestPart> parts, boolean isOfTemplate) {
        int[] pieces = new int[tokens.pieces()];
        int count = 0;
        int from = 0;
        int message = -1;
        for (RequestPart part : parts) {
            int start = part.message() == message ? from : from + 1;
            for (int piece = start; piece < part.end() && (!isOfTemplate || isTemplate(part.role())); piece++) {
                pieces[count++] = piece;
            }
            from = part.end();
            message = part.message();
        }
        return Arrays.copyOf(pieces, count);
    }

    private static boolean isTemplate(Role role) {
        return role == Role.TOOLS || role == Role.SCHEMA || role == Role.SYSTEM || role == Role.DEVELOPER;
    }

    /// Tells it from the frames of other requests: two that are alike are the same.
    public long key() {
        return key;
    }

    /// How many pieces there are.
    public int size() {
        return pieces.length;
    }

    /// A piece of the request, in its order.
    public int piece(int index) {
        return pieces[index];
    }

    /// Goes through all other pieces of a request.
    public void forOthers(PieceTokens tokens, IntConsumer sink) {
        int next = 0;
        for (int piece = 0; piece < tokens.pieces(); piece++) {
            if (next < pieces.length && pieces[next] == piece) {
                next++;
            } else {
                sink.accept(piece);
            }
        }
    }
}
