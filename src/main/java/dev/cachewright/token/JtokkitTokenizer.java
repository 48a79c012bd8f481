package dev.cachewright.token;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.EncodingType;
import com.knuddels.jtokkit.api.IntArrayList;

/// A tokenizer over jtokkit. Making one reads the rank table, about half a second: not on the UI thread.
public final class JtokkitTokenizer implements Tokenizer {

    /// Larger than every id of both encodings.
    private static final int IDS = 201_100;

    private final Encoding encoding;
    private final com.knuddels.jtokkit.api.Encoding jtokkit;
    private final byte[] lengths = new byte[IDS];

    public JtokkitTokenizer(Encoding encoding) {
        this.encoding = encoding;
        this.jtokkit = Encodings.newLazyEncodingRegistry().getEncoding(switch (encoding) {
            case O200K_BASE -> EncodingType.O200K_BASE;
            case CL100K_BASE -> EncodingType.CL100K_BASE;
        });
    }

    @Override
    public Encoding encoding() {
        return encoding;
    }

    @Override
    public TokenList encode(String text) {
        return TokenList.of(jtokkit.encodeOrdinary(Surrogates.repaired(text)).toArray());
    }

    @Override
    public int count(String text) {
        return jtokkit.countTokensOrdinary(Surrogates.repaired(text));
    }

    @Override
    public int byteLength(int id) {
        // A race writes the same value twice.
        if (lengths[id] == 0) {
            var single = new IntArrayList(1);
            single.add(id);
            lengths[id] = (byte) Math.min(Byte.MAX_VALUE * 2 + 1, jtokkit.decodeBytes(single).length);
        }
        return Byte.toUnsignedInt(lengths[id]);
    }
}
