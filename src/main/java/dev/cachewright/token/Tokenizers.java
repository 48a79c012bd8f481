package dev.cachewright.token;

import dev.cachewright.token.encoding.Encoding;
import dev.cachewright.token.encoding.RankTokenizer;
import dev.cachewright.token.encoding.Tokenizer;
import java.util.EnumMap;
import java.util.Map;

/// The tokenizers of all encodings; each is made when it is first asked for, and kept.
public final class Tokenizers {

    private final Map<Encoding, TextCounter> made = new EnumMap<>(Encoding.class);

    public Tokenizer of(Encoding encoding) {
        return counterOf(encoding).tokenizer();
    }

    /// The first call for an encoding reads its rank table, 20 to 50 ms: not on the UI thread.
    public synchronized TextCounter counterOf(Encoding encoding) {
        return made.computeIfAbsent(encoding, missing -> new TextCounter(new RankTokenizer(missing)));
    }
}
