package dev.cachewright.token.encoding;

import java.util.function.IntConsumer;

/// Encodes text by the ranks of an encoding, several times faster than a regular expression and a merge by objects
/// (docs/benchmarks.md).
public final class RankTokenizer implements Tokenizer {

    private final Encoding encoding;
    private final PieceRules pieces;
    private final Ranks ranks;
    private final Vocabulary vocabulary;

    /// Reads the rank table, 20 to 50 ms: not on the UI thread.
    public RankTokenizer(Encoding encoding) {
        this.encoding = encoding;
        this.pieces = PieceRules.of(encoding);
        this.ranks = Ranks.read(encoding);
        this.vocabulary = new Vocabulary(ranks);
    }

    @Override
    public Encoding encoding() {
        return encoding;
    }

    @Override
    public void encode(char[] text, int from, int to, TokenSink tokens) {
        var merger = new BytePairs(ranks);
        byte[] bytes = new byte[Math.min(to - from, 256) * Utf8.LONGEST_UNIT + Ranks.PADDING];
        int at = from;
        while (at < to) {
            int end = pieces.end(text, at, to);
            int longest = (end - at) * Utf8.LONGEST_UNIT + Ranks.PADDING;
            if (longest > bytes.length) {
                bytes = new byte[longest];
            }
            merger.encode(bytes, Utf8.encode(text, at, end, bytes), tokens);
            at = end;
        }
    }

    @Override
    public int byteLength(int id) {
        return ranks.length(id);
    }

    @Override
    public TokenList encodeEdited(char[] before, TokenList tokens, char[] text) {
        return new LongRun(pieces, ranks, before, text).encode(tokens);
    }

    @Override
    public void longer(byte[] text, int from, int to, IntConsumer tokens) {
        vocabulary.longer(text, from, to, tokens);
    }

    @Override
    public byte[] bytes(int id) {
        byte[] bytes = new byte[ranks.length(id)];
        ranks.copy(id, bytes, 0);
        return bytes;
    }

    /// Where a package has the ready-made table of an encoding, as [#table()] gives it: a resource of the class path.
    public static String tableName(Encoding encoding) {
        return Ranks.resource(encoding);
    }

    /// The table in the form that is read fastest.
    public byte[] table() {
        return ranks.toBytes();
    }

    Ranks ranks() {
        return ranks;
    }
}
