package dev.cachewright.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TokenAxisTest {

    @Test
    void axisStepsArePowersOfTwoForPromptsAndRoundAbove() {
        assertThat(TokenAxis.reaching(1851)).isEqualTo(new TokenAxis(512, 4));
        assertThat(TokenAxis.reaching(1024)).isEqualTo(new TokenAxis(256, 4));
        assertThat(TokenAxis.reaching(4700)).isEqualTo(new TokenAxis(2048, 3));
        assertThat(TokenAxis.reaching(46_000)).isEqualTo(new TokenAxis(10_000, 5));
        assertThat(TokenAxis.reaching(0).top()).isPositive();
        assertThat(TokenAxis.reaching(1_000_000).values()).hasSizeBetween(4, 6).endsWith(1_000_000L);
    }
}
