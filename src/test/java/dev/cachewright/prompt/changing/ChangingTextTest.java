package dev.cachewright.prompt.changing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChangingTextTest {

    /// What was asked for, what the code was written against, and what was laid aside until it was done.
    @ParameterizedTest
    @CsvSource({"asked.txt, 1.0, 1.0", "tuned.txt, 0.97, 0.95", "held-back.txt, 0.97, 0.95"})
    void labelledLinesAreFoundAndTrapsAreNot(String name, double precision, double recall) {
        LabelledLines lines = LabelledLines.read(name);
        LabelledLines.Figures figures = lines.figures();
        System.out.printf("%s, %d lines, %d of them traps: %s%n", name, lines.lines().size(), lines.traps(), figures);

        assertThat(figures.precision()).isGreaterThanOrEqualTo(precision);
        assertThat(figures.recall()).isGreaterThanOrEqualTo(recall);
    }

    @Test
    void halfOfTheLabelledLinesAreTraps() {
        List<LabelledLines> all = List.of(LabelledLines.read("tuned.txt"), LabelledLines.read("held-back.txt"));

        assertThat(all.stream().mapToInt(lines -> lines.lines().size()).sum()).isGreaterThanOrEqualTo(320);
        assertThat(all).allSatisfy(lines -> assertThat(lines.traps() * 2).isGreaterThanOrEqualTo(lines.lines().size()));
    }

    @Test
    void spansAreInOrderAndDoNotOverlap() {
        var random = new Random(17);
        var lines = LabelledLines.read("tuned.txt").lines();
        for (int i = 0; i < 300; i++) {
            var text = new StringBuilder();
            for (int j = 0; j < 6; j++) {
                String line = lines.get(random.nextInt(lines.size())).text();
                text.append(line, random.nextInt(line.length()), line.length())
                        .append(random.nextBoolean() ? "\n" : " ");
            }
            int end = 0;
            for (ChangingSpan span : ChangingText.in(text)) {
                assertThat(span.start()).as("in %s", text).isGreaterThanOrEqualTo(end);
                assertThat(span.end()).isGreaterThan(span.start()).isLessThanOrEqualTo(text.length());
                end = span.end();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"""
            <example>
            Current time: 2026-11-28T07:55:12Z
            </example>
            """, """
            ## Examples
            Session: 8f3a-22c1
            Today is 28 November 2026.
            """, "Q: Is it 2026-11-28T07:55:12Z?", "Write moments (such as 2026-11-28T07:55:12Z) in UTC."})
    void examplesAreLeftAlone(String text) {
        assertThat(ChangingText.in(text)).isEmpty();
    }

    @Test
    void whatFollowsExamplesIsLookedAtAgain() {
        String text = "<example>Session: 8f3a-22c1</example>\n## Example\nTurn 3\n## State\nTurn 12\n";

        assertThat(ChangingText.in(text)).extracting(span -> text.substring(span.start(), span.end()))
                .containsExactly("12");
    }

    /// A megabyte of the worst that could be thought of takes half a second; a form that goes back and forth would take
    /// hours.
    @ParameterizedTest
    @ValueSource(strings = {"1 ", "1", "1:23 ", "2026-11-28", "a.1.", "e.g.", "a'1", "Mar 1 ", "Session 1a ", "0fec7a",
            "https://a?sig=1&", "/tmp/a", "<example ", "今天是1年", "::1", "Mon, 1 "})
    void timeIsLinear(String part) {
        String text = part.repeat(1_000_000 / part.length());

        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> ChangingText.in(text));
    }
}
