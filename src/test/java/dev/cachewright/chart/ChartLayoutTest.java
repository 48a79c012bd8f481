package dev.cachewright.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.chart.CallBar.Outcome;
import dev.cachewright.chart.CallBar.Tokens;
import dev.cachewright.chart.Shape.Box;
import dev.cachewright.chart.Shape.Point;
import dev.cachewright.chart.Shape.Words;
import dev.cachewright.words.ChartTexts;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ChartLayoutTest {

    private static final Ruler RULER = Ruler.estimating(11);
    private static final ChartLayout LAYOUT = new ChartLayout(RULER, new ChartTexts());
    private static final Set<Layer> ALL = EnumSet.allOf(Layer.class);

    @Test
    void aBarStacksWhatWasReadWhatWasWrittenAndTheRest() {
        var calls = new ChartCalls(List.of(new CallBar(1, new Tokens(2_048, 512, 1_024, 512), Outcome.PLAIN)), 0);
        ChartLayout.Picture picture = picture(calls, Sight.newest(), EnumSet.of(Layer.FORECAST));
        double height = picture.frame().height();
        double bottom = picture.frame().bottom();
        Box cached = boxes(picture, Role.CACHED).getFirst();
        Box written = boxes(picture, Role.WRITTEN).getFirst();
        Box uncached = boxes(picture, Role.UNCACHED).getFirst();

        assertThat(cached.height()).isEqualTo(Math.round(height / 4));
        assertThat(cached.y() + cached.height()).isEqualTo(bottom);
        assertThat(written.y() + written.height()).isEqualTo(cached.y());
        assertThat(uncached.y() + uncached.height()).isEqualTo(written.y());
        assertThat(uncached.y()).isEqualTo(bottom - height);
        assertThat(boxes(picture, Role.FORECAST).getFirst().y() + 1).isEqualTo(cached.y());
    }

    @Test
    void whatIsNotReportedAndWhatFailedAreNoBarsOfTheCache() {
        ChartLayout.Picture picture = picture(new ChartCalls(SampleBars.breakpoints(), 0), Sight.newest(), Set.of());

        assertThat(boxes(picture, Role.UNKNOWN)).hasSize(1);
        assertThat(boxes(picture, Role.MISSED)).hasSize(1);
        assertThat(picture.drawing().shapes().stream().filter(shape -> shape.role() == Role.FAILED)).hasSize(1);
        assertThat(words(picture, Role.MISS_SIGN)).containsExactly("!");
        assertThat(words(picture, Role.SIGN)).containsExactly("?");
        assertThat(words(picture, Role.FORECAST)).isEmpty();
    }

    /// However many calls share a column, and wherever the part in sight begins.
    @Test
    void noMissIsHiddenByAnAggregate() {
        var chance = new Random(4);
        for (int round = 0; round < 60; round++) {
            int count = 500 + chance.nextInt(20_000);
            int missed = chance.nextInt(count);
            var calls = new ChartCalls(IntStream.range(0, count).mapToObj(i -> new CallBar(i + 1,
                    new Tokens(2_000, i == missed ? 0 : 1_900, 0, 1_900), i == missed
                            ? Outcome.MISSED
                            : Outcome.PLAIN))
                    .toList(), 1_024);
            Sight sight = chance.nextBoolean() ? Sight.newest().whole()
                    : Sight.newest().whole().zoomed(0.3 + chance.nextDouble() * 0.7, missed, new Span.Room(count, 500));
            ChartLayout.Picture picture = picture(calls, sight, ALL);
            Frame frame = picture.frame();
            Frame.Calls there = frame.at(Math.floor(frame.x(missed + 0.5)) + 0.5);

            assertThat(boxes(picture, Role.MISS_MARK)).as("%d of %d", missed, count).isNotEmpty();
            assertThat(boxes(picture, Role.MISS_MARK)).anySatisfy(mark -> assertThat(frame.x(missed + 0.5))
                    .isBetween(mark.x() - 2, mark.x() + mark.width() + 2));
            assertThat(missed).isBetween(there.from() - 1, there.to());
        }
    }

    @Test
    void thereAreNoMoreShapesThanPixelsHoweverManyCalls() {
        ChartLayout.Picture thousand = picture(new ChartCalls(SampleBars.session(1_000), 0), Sight.newest().whole(),
                ALL);
        ChartLayout.Picture many = picture(new ChartCalls(SampleBars.session(100_000), 0), Sight.newest().whole(),
                ALL);

        assertThat(many.drawing().shapes().size()).isLessThan(thousand.drawing().shapes().size() + 400);
        assertThat(many.drawing().shapes().size()).isLessThan(4 * 600);
    }

    /// A spike of one call in ten thousand is a spike of the line.
    @Test
    void aLineOfManyCallsKeepsItsPeaks() {
        List<CallBar> bars = new ArrayList<>(SampleBars.many(10_000));
        CallBar slow = bars.get(5_000);
        bars.set(5_000, new CallBar(slow.number(), slow.tokens(), slow.outcome(), new CallBar.Figures(9_000, 0.1), ""));
        ChartLayout.Picture picture = picture(new ChartCalls(bars, 0), Sight.newest().whole(),
                EnumSet.of(Layer.FIRST_TOKEN));
        List<Point> line = picture.drawing().shapes().stream().filter(Shape.Line.class::isInstance)
                .map(Shape.Line.class::cast).filter(each -> each.role() == Role.FIRST_TOKEN).findFirst().orElseThrow()
                .points();
        double usual = line.getFirst().y();

        assertThat(line.stream().filter(point -> point.y() < usual - 15)).isNotEmpty();
        assertThat(line.size()).isLessThan(1_300);
    }

    @Test
    void theHitRateBeginsAnewWhereSomethingChangedAndLeavesOutWhatIsNotReported() {
        var calls = new ChartCalls(List.of(
                new CallBar(1, new Tokens(1_000, 0, 0, -1), Outcome.PLAIN),
                new CallBar(2, new Tokens(1_000, 500, 0, -1), Outcome.PLAIN),
                new CallBar(3, new Tokens(1_000, -1, 0, -1), Outcome.PLAIN),
                new CallBar(4, new Tokens(1_000, 0, 0, -1), Outcome.CONTROL),
                new CallBar(5, new Tokens(1_000, 1_000, 0, -1), Outcome.PLAIN),
                new CallBar(6, new Tokens(1_000, 900, 0, -1), Outcome.PLAIN).changing("gpt-4o")), 0);

        assertThat(IntStream.range(0, 6).mapToDouble(i -> calls.value(Layer.HIT_RATE, i))).containsExactly(0.0, 0.25,
                Double.NaN, Double.NaN, 0.5, 0.9);
    }

    @Test
    void aWordThatWouldLieOverAnotherIsLeftOutAndItsLineStays() {
        var small = new ChartLayout(Ruler.estimating(8.5), new ChartTexts());
        ChartLayout.Picture picture = small.picture(new ChartCalls(SampleBars.changing(), 0),
                new ChartLayout.View(600, 340, Sight.newest(), Set.of(), -1));

        assertThat(picture.drawing().shapes().stream().filter(Shape.Line.class::isInstance)
                .filter(shape -> shape.role() == Role.CHANGE)).hasSize(4);
        assertThat(words(picture, Role.CHANGE_WORD)).containsExactly("gpt-5.4", "prompt edited",
                "a-model-with-a-rather-long-name");
    }

    /// Nothing is clipped, in any size of letters and any width.
    @Test
    void nothingLiesOutsideTheDrawing() {
        for (double letters : new double[]{9, 11, 16, 22}) {
            Ruler ruler = Ruler.estimating(letters);
            var layout = new ChartLayout(ruler, new ChartTexts());
            for (int width : new int[]{348, 560, 1_200}) {
                for (List<CallBar> bars : List.of(SampleBars.many(1), SampleBars.changing(), SampleBars.breakpoints(),
                        SampleBars.session(200), SampleBars.session(10_000))) {
                    var calls = new ChartCalls(bars, 1_024);
                    for (Sight sight : List.of(Sight.newest(), Sight.newest().whole())) {
                        double height = layout.heightFor(90, ALL);
                        Drawing drawing = layout.picture(calls,
                                new ChartLayout.View(width, height, sight, ALL, bars.size() / 2)).drawing();
                        Drawing legend = Legend.drawing(calls, ALL, ruler, new ChartTexts(), width);
                        drawing.above(legend).shapes().forEach(shape -> assertInside(shape, width, height
                                + legend.height(), ruler));
                    }
                }
            }
        }
    }

    private static void assertInside(Shape shape, double width, double height, Ruler ruler) {
        switch (shape) {
            case Box box -> assertInside(shape, box.x(), box.x() + box.width(), box.y(), box.y() + box.height(), width,
                    height);
            case Shape.Area area -> area.corners().forEach(point -> assertInside(shape, point.x(), point.x(), point.y(),
                    point.y(), width, height));
            case Shape.Line line -> line.points().forEach(point -> assertInside(shape, point.x(), point.x(), point.y(),
                    point.y(), width, height));
            case Words words -> {
                double wide = ruler.width(words.text(), words.role());
                double left = switch (words.anchor()) {
                    case START -> words.x();
                    case MIDDLE -> words.x() - wide / 2;
                    case END -> words.x() - wide;
                };
                assertInside(shape, left, left + wide, words.y() - ruler.size(words.role()) * 0.75,
                        words.y() + ruler.size(words.role()) * 0.2, width, height);
            }
        }
    }

    private static void assertInside(Shape shape, double left, double right, double top, double bottom, double width,
            double height) {
        boolean isInside = left >= -0.5 && top >= -0.5 && right <= width + 1 && bottom <= height + 1;
        assertThat(isInside ? "" : shape + " is not within " + width + " and " + height).isEmpty();
    }

    @Test
    void numbersBelowTheBarsDoNotTouch() {
        for (int count : new int[]{1, 12, 60, 333, 10_000}) {
            for (int selected : new int[]{-1, 0, count / 2, count - 1}) {
                ChartLayout.Picture picture = LAYOUT.picture(new ChartCalls(SampleBars.many(count), 0),
                        new ChartLayout.View(600, 300, Sight.newest().whole(), Set.of(), selected));
                List<Words> numbers = picture.drawing().shapes().stream().filter(Words.class::isInstance)
                        .map(Words.class::cast).filter(words -> words.anchor() == Shape.Anchor.MIDDLE)
                        .filter(words -> words.role() == Role.TICK || words.role() == Role.TICK_STRONG)
                        .sorted((one, other) -> Double.compare(one.x(), other.x())).toList();
                assertThat(numbers).isNotEmpty();
                for (int i = 1; i < numbers.size(); i++) {
                    double room = numbers.get(i).x() - numbers.get(i - 1).x();
                    double taken = Stream.of(numbers.get(i), numbers.get(i - 1))
                            .mapToDouble(words -> RULER.width(words.text(), words.role()) / 2).sum();
                    assertThat(room).as("%s of %d", numbers.get(i).text(), count).isGreaterThanOrEqualTo(taken);
                }
            }
        }
    }

    private static ChartLayout.Picture picture(ChartCalls calls, Sight sight, Set<Layer> layers) {
        return LAYOUT.picture(calls, new ChartLayout.View(600, 340, sight, layers, -1));
    }

    private static List<Box> boxes(ChartLayout.Picture picture, Role role) {
        return picture.drawing().shapes().stream().filter(Box.class::isInstance).map(Box.class::cast)
                .filter(box -> box.role() == role).toList();
    }

    private static List<String> words(ChartLayout.Picture picture, Role role) {
        return picture.drawing().shapes().stream().filter(Words.class::isInstance).map(Words.class::cast)
                .filter(words -> words.role() == role).map(Words::text).toList();
    }
}
