package dev.cachewright.token.encoding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Encodes text without borders, as a million letters without a space are, from what is known of it before an edit.
///
/// Within a piece, tokens are its encoding exactly if each two neighbours are the encoding of their own bytes (van
/// Antwerpen and Neubeck, "So many tokens, so little time", GitHub blog 2024-12). So a few tokens around the edit are
/// made anew, and more of them until they fit the old tokens on both sides.
final class LongRun {

    /// Pieces up to this length, in UTF-16 units, are encoded whole.
    private static final int SHORT = 256;
    private static final int FIRST_MARGIN = 2;

    private final PieceRules rules;
    private final Ranks ranks;
    private final BytePairs pairs;
    private final List<Piece> known = new ArrayList<>();
    private final char[] old;
    private final char[] text;
    /// How many units both texts share at their beginning, and at their end.
    private final int front;
    private final int back;
    private TokenList.Builder tokens = new TokenList.Builder(0);

    LongRun(PieceRules rules, Ranks ranks, char[] old, char[] text) {
        this.rules = rules;
        this.ranks = ranks;
        this.pairs = new BytePairs(ranks);
        this.old = old;
        this.text = text;
        this.front = sharedFront(old, text);
        this.back = sharedBack(old, text, Math.min(old.length, text.length) - front);
    }

    /// A piece of the old text.
    private record Piece(int from, int to, int[] ids) {
    }

    TokenList encode(TokenList oldIds) {
        tokens = new TokenList.Builder(oldIds.size() + 64);
        readOld(oldIds.toArray());
        for (int from = 0; from < text.length;) {
            int to = rules.end(text, from, text.length);
            byte[] bytes = new byte[Utf8.length(text, from, to) + Ranks.PADDING];
            int length = Utf8.encode(text, from, to, bytes);
            if (to - from <= SHORT) {
                pairs.encode(bytes, length, tokens::add);
            } else {
                encodeLong(bytes, length, leftOf(from), rightOf(to));
            }
            from = to;
        }
        return tokens.build();
    }

    private void readOld(int[] ids) {
        int token = 0;
        for (int from = 0; from < old.length;) {
            int to = rules.end(old, from, old.length);
            int bytes = Utf8.length(old, from, to);
            int first = token;
            for (; bytes > 0; token++) {
                bytes -= ranks.length(ids[token]);
            }
            known.add(new Piece(from, to, Arrays.copyOfRange(ids, first, token)));
            from = to;
        }
    }

    /// The tokens of the old piece that begins here which lie before the edit.
    private int[] leftOf(int from) {
        return known.stream().filter(piece -> piece.from() == from && from < front).findFirst().map(piece -> {
            int bytes = Utf8.length(old, from, Math.min(front, piece.to()));
            int count = 0;
            while (count < piece.ids().length && bytes >= ranks.length(piece.ids()[count])) {
                bytes -= ranks.length(piece.ids()[count++]);
            }
            return Arrays.copyOf(piece.ids(), count);
        }).orElse(new int[0]);
    }

    /// The tokens of the old piece that ends here which lie after the edit.
    private int[] rightOf(int to) {
        int oldTo = old.length - (text.length - to);
        int edge = old.length - back;
        return known.stream().filter(piece -> piece.to() == oldTo && oldTo > edge).findFirst().map(piece -> {
            int bytes = Utf8.length(old, Math.max(edge, piece.from()), oldTo);
            int first = piece.ids().length;
            while (first > 0 && bytes >= ranks.length(piece.ids()[first - 1])) {
                bytes -= ranks.length(piece.ids()[--first]);
            }
            return Arrays.copyOfRange(piece.ids(), first, piece.ids().length);
        }).orElse(new int[0]);
    }

    private void encodeLong(byte[] bytes, int length, int[] left, int[] right) {
        int leftMargin = FIRST_MARGIN;
        int rightMargin = FIRST_MARGIN;
        while (true) {
            int kept = Math.max(0, left.length - leftMargin);
            int cut = Math.min(right.length, rightMargin);
            int from = lengthOf(left, 0, kept);
            int to = length - lengthOf(right, cut, right.length);
            TokenList window = pairs.merged(bytes, from, to);
            boolean fitsLeft = kept == 0 || isPair(left[kept - 1], window.get(0));
            boolean fitsRight = cut == right.length || isPair(window.get(window.size() - 1), right[cut]);
            if (fitsLeft && fitsRight) {
                add(left, 0, kept);
                tokens.addAll(window);
                add(right, cut, right.length);
                return;
            }
            leftMargin *= fitsLeft ? 1 : 4;
            rightMargin *= fitsRight ? 1 : 4;
        }
    }

    /// Whether the bytes of two neighbours are encoded as these two.
    private boolean isPair(int first, int second) {
        byte[] bytes = new byte[ranks.length(first) + ranks.length(second) + Ranks.PADDING];
        int length = ranks.copy(second, bytes, ranks.copy(first, bytes, 0));
        return pairs.merged(bytes, 0, length).equals(TokenList.of(first, second));
    }

    private int lengthOf(int[] ids, int from, int to) {
        int bytes = 0;
        for (int i = from; i < to; i++) {
            bytes += ranks.length(ids[i]);
        }
        return bytes;
    }

    private void add(int[] ids, int from, int to) {
        for (int i = from; i < to; i++) {
            tokens.add(ids[i]);
        }
    }

    private static int sharedFront(char[] one, char[] other) {
        int mismatch = Arrays.mismatch(one, other);
        int shared = mismatch < 0 ? one.length : mismatch;
        return shared > 0 && Character.isHighSurrogate(one[shared - 1]) ? shared - 1 : shared;
    }

    private static int sharedBack(char[] one, char[] other, int limit) {
        int shared = 0;
        while (shared < limit && one[one.length - 1 - shared] == other[other.length - 1 - shared]) {
            shared++;
        }
        return shared > 0 && Character.isLowSurrogate(one[one.length - shared]) ? shared - 1 : shared;
    }
}
