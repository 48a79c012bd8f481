package dev.cachewright.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.prompt.text.Text;
import dev.cachewright.token.encoding.Encoding;
import dev.cachewright.token.encoding.RankTables;
import dev.cachewright.token.encoding.RankTokenizer;
import dev.cachewright.token.encoding.TokenList;
import dev.cachewright.token.encoding.Tokenizer;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Holds the stable prefix to brute force: every token of the vocabulary as what follows.
class StablePrefixTest {

    private static final Tokenizers TOKENIZERS = SharedTokenizers.ALL;
    private static final String[] PIECES = {"the", " quick", " re", "'", "don", "'l", "1", "12", "2026", " ", "  ",
            "\n",
            "\n\n", ".", "...", "/", " //", "中", "文字", "é", "É", "e\u0301", "🙂", "\t", "Customer", "ID", " -", "\"",
            "({",
            "\u00a0", "\r\n", "х", "На", "#", " HTTP"};

    @ParameterizedTest
    @EnumSource
    void noTokenOfTheVocabularyChangesWhatIsStable(Encoding encoding) {
        compare(encoding, 24, 5);
    }

    @ParameterizedTest
    @EnumSource
    @Tag("slow")
    void noTokenOfTheVocabularyChangesWhatIsStableInManyTexts(Encoding encoding) {
        compare(encoding, 1_200, 6);
    }

    private static void compare(Encoding encoding, int rounds, long seed) {
        Tokenizer tokenizer = TOKENIZERS.of(encoding);
        List<String> continuations = vocabulary((RankTokenizer) tokenizer);
        assertThat(continuations).hasSizeGreaterThan(90_000);
        var random = new Random(seed);
        for (int round = 0; round < rounds; round++) {
            String text = random.ints(1 + random.nextInt(4), 0, PIECES.length).mapToObj(i -> PIECES[i])
                    .collect(Collectors.joining());
            TokenList tokens = tokenizer.encode(text);
            int brute = tokens.size();
            String worst = "";
            for (String continuation : continuations) {
                int shared = tokens.commonPrefix(tokenizer.encode(text + continuation));
                worst = shared < brute ? continuation : worst;
                brute = Math.min(brute, shared);
            }
            CountedText counted = TOKENIZERS.counterOf(encoding).count(Text.of(text + "and more"));
            assertThat(counted.stableTokens(text.length())).as("\"%s\", as \"%s\" may follow", text, worst)
                    .isEqualTo(brute);
        }
    }

    /// The tokens that are text.
    private static List<String> vocabulary(RankTokenizer tokenizer) {
        var texts = new ArrayList<String>();
        for (int id = 0; id < RankTables.size(tokenizer); id++) {
            try {
                String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(tokenizer.bytes(id)))
                        .toString();
                if (!text.isEmpty()) {
                    texts.add(text);
                }
            } catch (CharacterCodingException _) {
                // A part of a character cannot follow on its own.
            }
        }
        return texts;
    }

    @Test
    void asARuleTheLastTokenIsAtRisk() {
        TextCounter counter = TOKENIZERS.counterOf(Encoding.O200K_BASE);

        assertThat(stable(counter, "The answer is")).isEqualTo(counter.count(Text.of("The answer is")).tokens() - 1);
        assertThat(stable(counter, "")).isZero();
        assertThat(stable(counter, "Call 5")).isEqualTo(2);
    }

    @Test
    void aLineBreakIsAtRiskOnlyForWhatBeginsWithWhiteSpaceOrASlash() {
        TextCounter counter = TOKENIZERS.counterOf(Encoding.O200K_BASE);
        CountedText line = counter.count(Text.of("Question:\n"));

        assertThat(line.commonPrefix(line.replace(10, 0, "why"))).isEqualTo(line.tokens());
        assertThat(line.commonPrefix(line.replace(10, 0, "/help"))).isLessThan(line.tokens());
    }

    private static int stable(TextCounter counter, String text) {
        return counter.count(Text.of(text)).stableTokens(text.length());
    }
}
