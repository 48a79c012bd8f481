package dev.cachewright.token;

import java.util.EnumMap;
import java.util.Map;

/// The tokenizers of all encodings; each is made when it is first asked for, and kept.
public final class Tokenizers {

    /// About 32 MB of text.
    private static final int REMEMBERED_CHUNKS = 40_000;

    private final Map<Encoding, Tokenizer> made = new EnumMap<>(Encoding.class);

    /// The first call for an encoding reads its rank table, about half a second: not on the UI thread.
    public synchronized Tokenizer of(Encoding encoding) {
        return made.computeIfAbsent(encoding,
                missing -> new ChunkedTokenizer(new JtokkitTokenizer(missing), REMEMBERED_CHUNKS));
    }
}
