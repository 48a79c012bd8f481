package dev.cachewright.words;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.analysis.TokenRange;
import org.junit.jupiter.api.Test;

class TokenWordsTest {

    private static final TokenRange EXACT = new TokenRange(1_842, 1_842, 1_842);
    private static final TokenRange BAND = new TokenRange(4_760, 5_240, 5_900);
    private static final TokenRange OPEN = new TokenRange(4_760, 5_240, TokenRange.OPEN);

    @Test
    void anExactFigureStandsAlone() {
        assertThat(TokenWords.brief(EXACT)).isEqualTo("1,842");
        assertThat(TokenWords.full(EXACT)).isEqualTo("1,842 tokens");
        assertThat(TokenWords.inSentence(EXACT)).isEqualTo("1,842");
        assertThat(TokenWords.full(new TokenRange(1, 1, 1))).isEqualTo("1 token");
    }

    @Test
    void anEstimateHasItsBandWhereThereIsRoom() {
        assertThat(TokenWords.brief(BAND)).isEqualTo("≈ 5,240");
        assertThat(TokenWords.full(BAND)).isEqualTo("≈ 5,240, between 4,760 and 5,900 tokens");
        assertThat(TokenWords.inSentence(BAND)).isEqualTo("≈ 5,240 (4,760 to 5,900)");
    }

    @Test
    void anOpenBandHasTheSameFigureAndSaysAtLeast() {
        assertThat(TokenWords.brief(OPEN)).isEqualTo("≈ 5,240");
        assertThat(TokenWords.full(OPEN)).isEqualTo("≈ 5,240, at least 4,760 tokens");
        assertThat(TokenWords.inSentence(OPEN)).isEqualTo("≈ 5,240 (4,760 or more)");
    }
}
