package dev.cachewright.token;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.EncodingRegistry;
import com.knuddels.jtokkit.api.EncodingType;
import com.knuddels.jtokkit.api.IntArrayList;
import dev.cachewright.token.encoding.Encoding;
import dev.cachewright.token.encoding.TokenSink;
import dev.cachewright.token.encoding.Tokenizer;
import java.util.Arrays;
import java.util.function.IntConsumer;

/// The second opinion: a tokenizer over jtokkit's own code.
public final class JtokkitTokenizer implements Tokenizer {

    /// One for all tests: a table of jtokkit takes 100 MB.
    private static final EncodingRegistry REGISTRY = Encodings.newLazyEncodingRegistry();

    private final Encoding encoding;
    private final com.knuddels.jtokkit.api.Encoding jtokkit;

    public JtokkitTokenizer(Encoding encoding) {
        this.encoding = encoding;
        this.jtokkit = REGISTRY.getEncoding(switch (encoding) {
            case O200K_BASE -> EncodingType.O200K_BASE;
            case CL100K_BASE -> EncodingType.CL100K_BASE;
        });
    }

    @Override
    public Encoding encoding() {
        return encoding;
    }

    @Override
    public void encode(char[] text, int from, int to, TokenSink tokens) {
        String repaired = Surrogates.repaired(new String(text, from, to - from));
        Arrays.stream(jtokkit.encodeOrdinary(repaired).toArray()).forEach(tokens::add);
    }

    @Override
    public int count(String text) {
        return jtokkit.countTokensOrdinary(Surrogates.repaired(text));
    }

    @Override
    public void longer(byte[] text, int from, int to, IntConsumer tokens) {
        throw new UnsupportedOperationException("jtokkit does not show its vocabulary");
    }

    @Override
    public byte[] bytes(int id) {
        var single = new IntArrayList(1);
        single.add(id);
        return jtokkit.decodeBytes(single);
    }

    @Override
    public int byteLength(int id) {
        return bytes(id).length;
    }
}
