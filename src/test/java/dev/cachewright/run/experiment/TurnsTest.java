package dev.cachewright.run.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.provider.Simulators;
import dev.cachewright.token.encoding.Encoding;
import dev.cachewright.token.encoding.TokenList;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TurnsTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    private static List<Integer> arms(int layouts, int calls) {
        var turns = new Turns(layouts);
        return IntStream.range(0, calls).mapToObj(turns::arm).toList();
    }

    @Test
    void eachRoundBeginsWithTheNextArm() {
        assertThat(arms(2, 12)).containsExactly(0, 1, 2, 1, 2, 0, 2, 0, 1, 0, 1, 2);
    }

    @Test
    void eachArmIsCalledOnceInEachRoundAndInEachPlaceAsOften() {
        List<Integer> arms = arms(3, 16);
        for (int round = 0; round < 4; round++) {
            assertThat(arms.subList(4 * round, 4 * round + 4)).containsExactlyInAnyOrder(0, 1, 2, 3);
        }
        for (int place = 0; place < 4; place++) {
            int here = place;
            assertThat(IntStream.range(0, 4).map(round -> arms.get(4 * round + here))).containsExactlyInAnyOrder(0, 1,
                    2, 3);
        }
    }

    @Test
    void theControlSendsTheFirstLayout() {
        var turns = new Turns(2);
        assertThat(IntStream.range(0, 6).filter(turns::isControl)).containsExactly(2, 4);
        assertThat(IntStream.range(0, 6).map(turns::layout)).containsExactly(0, 1, 0, 1, 0, 0);
    }

    /// Else the arm whose mark has more tokens would cost more.
    @Test
    void marksAreAsLongInTokensAndDifferInTheFirst() {
        var tokenizer = Simulators.TOKENIZERS.of(Encoding.O200K_BASE);
        var mark = new Mark(NOON);
        List<TokenList> ids = IntStream.range(0, 900).mapToObj(mark::of).map(tokenizer::encode).toList();

        assertThat(ids).extracting(TokenList::size).containsOnly(6);
        assertThat(ids.stream().map(tokens -> tokens.get(0))).doesNotHaveDuplicates();
        assertThat(mark.of(7)).isNotEqualTo(mark.of(1_007)).isNotEqualTo(new Mark(NOON.plusMillis(1)).of(7));
    }
}
