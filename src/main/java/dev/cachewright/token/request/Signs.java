package dev.cachewright.token.request;

/// Ids beyond those that text encodes to. They take the place of the tokens that a server puts around the text.
final class Signs {

    static final int MESSAGE_START = 1 << 20;
    static final int ROLE_END = MESSAGE_START + 1;
    static final int MESSAGE_END = MESSAGE_START + 2;
    static final int TOOLS = MESSAGE_START + 3;
    static final int CHANNEL = MESSAGE_START + 5;
    /// The priming of the reply, after the last message.
    static final int REPLY = MESSAGE_START + 6;

    /// Stands for a token of the server whose text is not known, but whose number is; ids for hidden reasoning are
    /// above it.
    static final int UNKNOWN = MESSAGE_START + 16;

    private Signs() {
    }
}
