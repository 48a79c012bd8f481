package dev.cachewright.format.foreign.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextHeadTest {

    @Test
    void frontMatterIsBetweenTwoLinesOfDashes() {
        assertThat(TextHead.front("# licence\r\n\r\n--- \r\na: 1\r\n---\r\nbody")).hasValue(
                new TextHead.Front("a: 1\r\n", 3, 30));
    }

    @Test
    void whatIsNeverClosedIsNone() {
        assertThat(TextHead.front("---\na: 1\n")).isEmpty();
        assertThat(TextHead.front("a\n---\nb\n---\n")).isEmpty();
        assertThat(TextHead.front("")).isEmpty();
    }

    @Test
    void aMillionLinesAreReadOver() {
        assertThat(TextHead.firstLine("# x\n".repeat(1_000_000) + "here", TextHead::saysNothing)).isEqualTo("here");
    }
}
