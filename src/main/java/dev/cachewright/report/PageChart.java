package dev.cachewright.report;

import dev.cachewright.chart.CallBar;
import dev.cachewright.chart.ChartCalls;
import dev.cachewright.chart.ChartLayout;
import dev.cachewright.chart.Drawing;
import dev.cachewright.chart.Layer;
import dev.cachewright.chart.Legend;
import dev.cachewright.chart.Palette;
import dev.cachewright.chart.Role;
import dev.cachewright.chart.Ruler;
import dev.cachewright.chart.Sight;
import dev.cachewright.chart.SvgWriter;
import dev.cachewright.session.Call;
import dev.cachewright.session.SessionPart;
import dev.cachewright.words.CallBars;
import dev.cachewright.words.ChartTexts;
import dev.cachewright.words.HiddenCharacters;
import dev.cachewright.words.PartWords;
import dev.cachewright.words.Texts;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The chart of all calls of a session as SVG, whose colours are those of the page around it.
final class PageChart {

    static final double WIDTH = 1_030;
    private static final double BARS = 220;
    static final Ruler RULER = Ruler.estimating(12);
    private static final Set<Layer> LAYERS = EnumSet.allOf(Layer.class);

    private PageChart() {
    }

    /// With its legend, as one picture: no two in a page may share the names of their patterns.
    static String of(List<Call> calls) {
        ChartCalls chart = chart(calls);
        var words = new ChartTexts();
        var layout = new ChartLayout(RULER, words);
        var view = new ChartLayout.View(WIDTH, layout.heightFor(BARS, LAYERS), Sight.newest().whole(), LAYERS, -1);
        Drawing drawing = layout.picture(chart, view).drawing()
                .above(Legend.drawing(chart, LAYERS, RULER, words, WIDTH));
        return writer().write(drawing, Texts.format("call-chart.accessible", calls.size()));
    }

    private static ChartCalls chart(List<Call> calls) {
        Map<Integer, String> changes = new HashMap<>();
        SessionPart.of(calls).forEach(part -> changes.put(part.from(),
                HiddenCharacters.masked(PartWords.change(part, calls))));
        List<CallBar> bars = IntStream.range(0, calls.size())
                .mapToObj(i -> CallBars.of(calls.get(i), changes.getOrDefault(i, ""))).toList();
        return new ChartCalls(bars, 0);
    }

    /// Writes drawings that were laid out with the ruler, in the colours of the page.
    static SvgWriter writer() {
        var names = new EnumMap<Role, String>(Role.class);
        Stream.of(Role.values()).forEach(role -> names.put(role, "var(" + variable(role) + ")"));
        return new SvgWriter(new Palette(names), RULER);
    }

    /// The colours of both themes, for a style sheet.
    static String colours() {
        return ":root { " + colours(Palette.light()) + " }\n@media (prefers-color-scheme: dark) { :root { "
                + colours(Palette.dark()) + " } }\n";
    }

    private static String colours(Palette palette) {
        return Stream.of(Role.values()).map(role -> variable(role) + ": " + palette.of(role) + ";")
                .collect(Collectors.joining(" "));
    }

    private static String variable(Role role) {
        return "--chart-" + role.word();
    }
}
