package dev.cachewright.token.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RanksTest {

    @Test
    void aTableThatEndsTooEarlyIsRefused() {
        byte[] file = Ranks.read(Encoding.O200K_BASE).toBytes();

        assertThatExceptionOfType(EOFException.class)
                .isThrownBy(() -> Ranks.of(new ByteArrayInputStream(file, 0, file.length - 1)));
    }

    @ParameterizedTest
    @EnumSource(Encoding.class)
    void aTableThatWasWrittenAndReadIsTheSame(Encoding encoding) throws IOException {
        Ranks made = Ranks.read(encoding);
        byte[] file = made.toBytes();
        Ranks read = Ranks.of(new ByteArrayInputStream(file));

        assertThat(Arrays.equals(read.toBytes(), file)).isTrue();
        assertThat(read.size()).isEqualTo(made.size()).isGreaterThan(100_000);
        for (int id = 0; id < made.size(); id++) {
            int length = made.length(id);
            byte[] bytes = new byte[length + Ranks.PADDING];
            made.copy(id, bytes, 0);
            assertThat(read.length(id)).isEqualTo(length);
            if (length == 1) {
                assertThat(read.idOf(bytes[0])).isEqualTo(id);
            } else if (length > 1) {
                assertThat(read.idOf(bytes, 0, length)).isEqualTo(id);
            }
        }
        byte[] none = "no token has these bytes".getBytes(StandardCharsets.UTF_8);
        assertThat(read.idOf(Arrays.copyOf(none, none.length + Ranks.PADDING), 0, none.length)).isEqualTo(Ranks.NONE);
    }

    @Test
    void aFileMayHaveGapsPaddingAndEitherLineEnd() {
        Ranks ranks = file("ab", 0, "\n", "c", 1, "\r\n", "defg", 4, "");

        assertThat(ranks.size()).isEqualTo(5);
        assertThat(new int[]{ranks.length(0), ranks.length(1), ranks.length(2), ranks.length(3), ranks.length(4)})
                .containsExactly(2, 1, 0, 0, 4);
        assertThat(ranks.idOf(padded("defg"), 0, 4)).isEqualTo(4);
        assertThat(ranks.idOf(padded("ab"), 0, 2)).isZero();
        assertThat(ranks.idOf((byte) 'c')).isEqualTo(1);
    }

    /// Lines of a text, its id and what ends the line.
    private static Ranks file(Object... parts) {
        var lines = new StringBuilder();
        for (int i = 0; i < parts.length; i += 3) {
            String token = Base64.getEncoder().encodeToString(((String) parts[i]).getBytes(StandardCharsets.UTF_8));
            lines.append(token).append(' ').append(parts[i + 1]).append(parts[i + 2]);
        }
        return new RankFile(lines.toString().getBytes(StandardCharsets.ISO_8859_1)).ranks();
    }

    private static byte[] padded(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return Arrays.copyOf(bytes, bytes.length + Ranks.PADDING);
    }

    @ParameterizedTest
    @EnumSource
    void everyTokenIsWhatTheMergesMakeOfItsBytes(Encoding encoding) {
        Ranks ranks = Ranks.read(encoding);
        var pairs = new BytePairs(ranks);
        byte[] bytes = new byte[512];
        for (int id = 0; id < ranks.size(); id++) {
            int length = ranks.copy(id, bytes, 0);
            if (length > 0) {
                assertThat(pairs.merged(bytes, 0, length)).isEqualTo(TokenList.of(id));
            }
        }
    }
}
