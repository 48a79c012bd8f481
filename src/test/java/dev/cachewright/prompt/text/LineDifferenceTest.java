package dev.cachewright.prompt.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.prompt.text.LineDifference.Change;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LineDifferenceTest {

    private static String shown(LineDifference difference) {
        return difference.lines().stream().map(line -> switch (line.change()) {
            case SAME -> " " + line.text();
            case REMOVED -> "-" + line.text();
            case ADDED -> "+" + line.text();
            case GAP -> "…";
        }).collect(Collectors.joining("\n"));
    }

    @Test
    void aLineThatChangedIsTakenAwayAndAdded() {
        assertThat(shown(LineDifference.of("a\nb\nc\n", "a\nB\nc\n"))).isEqualTo(" a\n-b\n+B\n c");
    }

    @Test
    void aLineThatMovedStaysWhereItCan() {
        assertThat(shown(LineDifference.of("clock\nrules\nend", "rules\nclock\nend")))
                .isEqualTo("-clock\n rules\n+clock\n end");
    }

    @Test
    void equalTextsDifferInNothing() {
        assertThat(LineDifference.of("a\nb", "a\nb").isNone()).isTrue();
        assertThat(LineDifference.of("", "a").isNone()).isFalse();
    }

    @Test
    void whatIsFarFromAChangeIsAGap() {
        String before = "1\n2\n3\n4\n5\n6\n7";
        assertThat(shown(LineDifference.of(before, before.replace("4", "four")).around(1)))
                .isEqualTo("…\n 3\n-4\n+four\n 5\n…");
    }

    @Test
    void textsOfManyLinesThatShareNothingAreRewritten() {
        String before = IntStream.range(0, 3_000).mapToObj(i -> "a" + i).collect(Collectors.joining("\n"));
        String after = IntStream.range(0, 3_000).mapToObj(i -> "b" + i).collect(Collectors.joining("\n"));
        assertThat(LineDifference.of(before, after).lines()).hasSize(6_000)
                .startsWith(new LineDifference.Line(Change.REMOVED, "a0"))
                .endsWith(new LineDifference.Line(Change.ADDED, "b2999"));
    }

    @Test
    void bothTextsCanBeReadOffTheLines() {
        var random = new Random(4);
        for (int trial = 0; trial < 500; trial++) {
            String before = text(random);
            String after = text(random);
            LineDifference difference = LineDifference.of(before, after);
            assertThat(without(difference, Change.ADDED)).isEqualTo(before);
            assertThat(without(difference, Change.REMOVED)).isEqualTo(after);
        }
    }

    private static String without(LineDifference difference, Change change) {
        return difference.lines().stream().filter(line -> line.change() != change).map(LineDifference.Line::text)
                .collect(Collectors.joining("\n"));
    }

    private static String text(Random random) {
        return random.ints(random.nextInt(1, 12), 0, 4).mapToObj(i -> "line " + i).collect(Collectors.joining("\n"));
    }
}
