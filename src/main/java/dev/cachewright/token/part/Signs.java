package dev.cachewright.token.part;

/// Ids beyond those that text encodes to. They take the place of the tokens that a server puts around the text.
public final class Signs {

    public static final int MESSAGE_START = 1 << 20;
    public static final int ROLE_END = MESSAGE_START + 1;
    public static final int MESSAGE_END = MESSAGE_START + 2;
    public static final int TOOLS = MESSAGE_START + 3;
    public static final int CHANNEL = MESSAGE_START + 5;

    /// Stands for a token of the server whose text is not known, but whose number is.
    public static final int UNKNOWN = MESSAGE_START + 16;

    /// Added to the ids of a server's own tokenizer, so that none of them is taken for one of ours.
    public static final int SERVER = 1 << 24;

    private static final int PRIME = 0x9E3779B1;

    private Signs() {
    }

    /// Whether this is an id that no text encodes to. A token of text that follows other content is one too.
    public static boolean isSign(int id) {
        return id < 0 || id >= MESSAGE_START;
    }

    /// The id of a token that only the content with this hash has: below 0, where there is no other.
    public static int distinct(int id, int hash) {
        int mixed = (id * 31 + hash) * PRIME;
        return (mixed ^ mixed >>> 15) | Integer.MIN_VALUE;
    }
}
