package dev.cachewright.token.encoding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.token.JtokkitTokenizer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TokenizerTest {

    private static final String[] PIECES = {"The quick fox ", "\n", "\n\n", "  ", "\t", "don't ", "naïve ", "/path ",
            "# Title", "日本語", "。", "🙂", "1234567", "\r\n", "{{x}}", "\u0085", "\u00a0", "É", "<|endoftext|>", "'ll",
            "rE", "\ud800", "\u3000", "- item"};

    @ParameterizedTest
    @EnumSource(Encoding.class)
    void noTokenCrossesALineBreakBeforeWhatChunksMayBeginWith(Encoding encoding) {
        var tokenizer = new JtokkitTokenizer(encoding);
        for (String before : PIECES) {
            for (int next = 0x21; next < 0x3000; next++) {
                if (next == '/' || Character.isWhitespace(next) || Character.isSpaceChar(next) || next == 0x85) {
                    continue;
                }
                String upper = before + "\n";
                String lower = Character.toString(next) + "x\n";
                assertThat(tokenizer.count(upper + lower)).as("%x after %s", next, before)
                        .isEqualTo(tokenizer.count(upper) + tokenizer.count(lower));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Encoding.class)
    void noTokenCrossesASpaceAfterALetterOrDigit(Encoding encoding) {
        var tokenizer = new JtokkitTokenizer(encoding);
        for (String before : PIECES) {
            for (char end : "azAZ059".toCharArray()) {
                for (String next : PIECES) {
                    String upper = before + end;
                    String lower = " " + next + end;
                    assertThat(tokenizer.count(upper + lower)).as("%s|%s", upper, lower)
                            .isEqualTo(tokenizer.count(upper) + tokenizer.count(lower));
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Encoding.class)
    void tokensCoverTheBytesOfTheText(Encoding encoding) {
        var tokenizer = new JtokkitTokenizer(encoding);
        String text = String.join("", PIECES);
        TokenList tokens = tokenizer.encode(text);
        int bytes = 0;
        for (int i = 0; i < tokens.size(); i++) {
            bytes += tokenizer.byteLength(tokens.get(i));
        }

        // A lone surrogate counts as U+FFFD, three bytes; Java encodes it as one question mark.
        assertThat(bytes).isEqualTo(text.getBytes(java.nio.charset.StandardCharsets.UTF_8).length + 2);
        assertThat(tokenizer.count(text)).isEqualTo(tokens.size());
    }
}
