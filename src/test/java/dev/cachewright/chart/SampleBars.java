package dev.cachewright.chart;

import dev.cachewright.chart.CallBar.Figures;
import dev.cachewright.chart.CallBar.Outcome;
import dev.cachewright.chart.CallBar.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Bars for the tests of the chart.
public final class SampleBars {

    private SampleBars() {
    }

    /// Eleven calls of a prompt with a static prefix; the eighth is missed.
    public static List<CallBar> classic() {
        long[] inputs = {1842, 1840, 1851, 1838, 1844, 1849, 1846, 1851, 1849, 1843, 1842};
        List<CallBar> bars = new ArrayList<>();
        for (int i = 0; i < inputs.length; i++) {
            boolean miss = i == 7;
            bars.add(bar(i + 1, new Tokens(inputs[i], i == 0 || miss ? 0 : 1536, 0, i == 0 ? -1 : 1536),
                    miss ? Outcome.MISSED : Outcome.PLAIN));
        }
        return bars;
    }

    /// The same with four changes.
    public static List<CallBar> changing() {
        List<CallBar> bars = classic();
        change(bars, 2, "gpt-5.4");
        change(bars, 4, "prompt edited");
        change(bars, 5, "prompt edited again");
        change(bars, 10, "a-model-with-a-rather-long-name");
        return bars;
    }

    private static void change(List<CallBar> bars, int index, String word) {
        bars.set(index, bars.get(index).changing(word));
    }

    /// One call of each kind.
    public static List<CallBar> breakpoints() {
        return List.of(bar(1, new Tokens(1842, 0, 1611, -1), Outcome.PLAIN),
                bar(2, new Tokens(1840, 1611, 0, 1611), Outcome.PLAIN),
                bar(3, new Tokens(1851, 0, 1611, 1611), Outcome.MISSED),
                bar(4, new Tokens(1851, -1, 0, 1611), Outcome.PLAIN),
                new CallBar(5, new Tokens(1851, 0, 0, 1611), Outcome.FAILED),
                bar(6, new Tokens(9200, 1611, 5000, 1611), Outcome.PLAIN));
    }

    /// So many calls, every eleventh of them missed.
    public static List<CallBar> many(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(i -> bar(i,
                new Tokens(4700 + i % 7 * 40L, i % 11 == 0 ? 0 : 4608, 0, 4608),
                i % 11 == 0 ? Outcome.MISSED : Outcome.PLAIN)).toList();
    }

    /// A long session as it comes: a few misses, failures, servers that do not report, and two changes.
    public static List<CallBar> session(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(i -> {
            long input = 4700 + i % 97 * 4L;
            if (i % 997 == 500) {
                return new CallBar(i, new Tokens(input, -1, 0, 4608), Outcome.FAILED);
            }
            boolean missed = i % 733 == 400;
            long cached = missed ? 0 : i % 511 == 300 ? -1 : 4608;
            CallBar bar = bar(i, new Tokens(input, cached, 0, 4608), missed ? Outcome.MISSED : Outcome.PLAIN);
            return i == count / 3 ? bar.changing("prompt edited") : i == count / 2 ? bar.changing("gpt-5.4") : bar;
        }).toList();
    }

    private static CallBar bar(int number, Tokens tokens, Outcome outcome) {
        boolean isWarm = tokens.cached() > 0;
        var figures = new Figures(isWarm ? 238 + number % 9 * 4 : 806 + number % 5, isWarm ? 0.0024 : 0.0059);
        return new CallBar(number, tokens, outcome, figures, "");
    }
}
