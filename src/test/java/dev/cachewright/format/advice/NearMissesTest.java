package dev.cachewright.format.advice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.advice.Advice;
import dev.cachewright.advice.Rule;
import dev.cachewright.format.advice.FaultyCases.Faulty;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Each rule on prompts that come near to its fault: it says nothing.
class NearMissesTest {

    static List<Faulty> near() {
        return NearMisses.all();
    }

    @ParameterizedTest
    @MethodSource("near")
    void whatIsRightIsNotFound(Faulty near) {
        assertThat(near.made().get().advice()).extracting(Advice::rule).doesNotContain(near.rule());
    }

    @Test
    void everyRuleHasAPromptThatItLeavesAlone() {
        assertThat(near().stream().map(Faulty::rule).collect(Collectors.toSet())).isEqualTo(EnumSet.allOf(Rule.class));
    }
}
