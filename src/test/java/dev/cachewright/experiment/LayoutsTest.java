package dev.cachewright.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.analysis.Cadence;
import dev.cachewright.analysis.TokenRange;
import dev.cachewright.catalog.Money;
import dev.cachewright.prompt.Api;
import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.Kind;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.Role;
import dev.cachewright.prompt.Row;
import dev.cachewright.prompt.Settings;
import dev.cachewright.prompt.Values;
import dev.cachewright.prompt.text.LineDifference;
import dev.cachewright.prompt.text.LineDifference.Change;
import dev.cachewright.prompt.text.LineDifference.Line;
import dev.cachewright.provider.Simulators;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LayoutsTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final Block POLICY = Block.of("policy", Role.SYSTEM, Kind.STATIC, Simulators.LONG);
    private static final Block CLOCK = Block.of("clock", Role.SYSTEM, Kind.DYNAMIC, "Now: {{now}}");
    private static final Block ASK = Block.of("ask", Role.USER, Kind.STATIC, "Why?");
    private static final Values ROWS = new Values("v", List.of("now"), IntStream.range(10, 14)
            .mapToObj(i -> new Row(Map.of("now", i + " o'clock"))).toList());

    private static Layout layout(String name, String model, Block... blocks) {
        return new Layout(name, Prompt.of(List.of(blocks), Settings.of(model, Api.CHAT)), Simulators.ANALYST
                .destination(model));
    }

    private static Layouts forecast(int calls, Layout... layouts) {
        return Layouts.of(Simulators.ANALYST, List.of(layouts), ROWS, new Layouts.Calls(calls, Cadence.every(Duration
                .ofSeconds(5)), NOON));
    }

    /// What is read is the static prefix in steps of 128, in each call but the first, at half the price.
    @Test
    void theDifferenceIsWhatTheOtherLayoutReads() {
        Layouts layouts = forecast(4, layout("clock first", "gpt-4o", CLOCK, POLICY, ASK), layout("clock last",
                "gpt-4o", POLICY, CLOCK, ASK));

        LayoutDifference found = layouts.differences().getFirst();
        long read = layouts.forecasts().get(1).prefix().tokens() / 128 * 128 * 3L;
        long input = layouts.forecasts().get(1).series().orElseThrow().input();
        assertThat(read).isGreaterThan(3 * 1_024);
        assertThat(layouts.first().cached()).isEqualTo(OptionalLong.of(0));
        assertThat(found.tokens()).isZero();
        assertThat(found.prefix()).isEqualTo(layouts.forecasts().get(1).prefix().tokens() - layouts.first().prefix()
                .tokens());
        assertThat(found.cached()).isEqualTo(OptionalLong.of(read));
        assertThat(found.hitRate()).isEqualTo(OptionalDouble.of((double) read / input));
        assertThat(found.cost()).contains(new Money(-read * 1_250_000));
        assertThat(found.isExact()).isTrue();
        assertThat(layouts.cheapest()).contains(layouts.forecasts().get(1));
    }

    /// The control is as many calls of the first layout, which read nothing.
    @Test
    void otherCallsAreForecastOfWhatIsCountedAndCostAControlToo() {
        Layouts two = forecast(2, layout("a", "gpt-4o", POLICY, ASK), layout("b", "gpt-4o", POLICY, CLOCK, ASK));
        Layouts six = forecast(6, layout("a", "gpt-4o", POLICY, ASK), layout("b", "gpt-4o", POLICY, CLOCK, ASK));

        Layouts again = two.with(new Layouts.Calls(6, Cadence.every(Duration.ofSeconds(5)), NOON));

        assertThat(again.forecasts()).extracting(LayoutForecast::cost).isEqualTo(six.forecasts().stream()
                .map(LayoutForecast::cost).toList());
        long plain = 6L * two.first().tokens().tokens() * 2_500_000;
        long sum = again.forecasts().stream().mapToLong(each -> each.cost().orElseThrow().picoDollars()).sum();
        assertThat(again.costWithControl()).contains(new Money(sum + plain));
        assertThat(forecast(2, layout("a", "nobody", POLICY, ASK)).costWithControl()).isEmpty();
    }

    @Test
    void itSaysWhereTheFirstRequestsPartAndWhichLinesDiffer() {
        LayoutDifference found = forecast(2, layout("a", "gpt-4o", POLICY, ASK), layout("b", "gpt-4o", POLICY,
                ASK.withText("How?"))).differences().getFirst();

        assertThat(found.parting().block()).isEqualTo("ask");
        assertThat(found.parting().before()).isEqualTo("Why?");
        assertThat(found.parting().now()).isEqualTo("How?");
        assertThat(found.common()).isEqualTo(TokenRange.exactly(found.parting().commonTokens()));
        assertThat(found.lines().around(0)).isEqualTo(new LineDifference(List.of(new Line(Change.GAP, ""),
                new Line(Change.REMOVED, "Why?"), new Line(Change.ADDED, "How?"))));
    }

    @Test
    void breakpointsAndSettingsAreLinesAndWhatIsJoinedIsOne() {
        Layout plain = layout("a", "gpt-4o", Block.of("one", Role.SYSTEM, Kind.STATIC, "Hello "), Block.of("two",
                Role.SYSTEM, Kind.STATIC, "world").withJoined(true), ASK);
        Layout marked = new Layout("b", plain.prompt().with("two", block -> block.withBreakpoint("1h")).withCache(
                cache -> cache.withKey("shop")), plain.destination());

        assertThat(plain.text()).isEqualTo("[system]\nHello world\n[user]\nWhy?");
        assertThat(LineDifference.of(plain.text(), marked.text()).lines()).filteredOn(line -> line
                .change() != Change.SAME).extracting(Line::text).containsExactly("cache key: shop", "[breakpoint 1h]");
    }

    @Test
    void aNameIsNoDifference() {
        LayoutDifference found = forecast(2, layout("a", "gpt-4o", POLICY, ASK), layout("b", "gpt-4o", POLICY.withId(
                "rules"), ASK)).differences().getFirst();

        assertThat(found.lines().isNone()).isTrue();
        assertThat(found.parting().block()).isEmpty();
        assertThat(found.cost()).contains(Money.ZERO);
    }

    @Test
    void noneIsCheapestWhereTwoCostTheSameOrOneHasNoPrice() {
        Layout known = layout("a", "gpt-4o", POLICY, ASK);

        assertThat(forecast(2, known, layout("b", "gpt-4o", POLICY, ASK)).cheapest()).isEmpty();
        Layouts unknown = forecast(2, known, layout("b", "no-such-model", ASK));
        assertThat(unknown.cheapest()).isEmpty();
        LayoutDifference found = unknown.differences().getFirst();
        assertThat(found.cost()).isEmpty();
        assertThat(found.cached()).isEqualTo(OptionalLong.empty());
        assertThat(found.hitRate()).isEqualTo(OptionalDouble.empty());
        assertThat(found.isExact()).isFalse();
    }
}
