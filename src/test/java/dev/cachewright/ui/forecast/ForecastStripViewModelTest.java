package dev.cachewright.ui.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cachewright.analysis.Cadence;
import dev.cachewright.prompt.CacheSettings;
import dev.cachewright.prompt.Kind;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.Row;
import dev.cachewright.prompt.Values;
import dev.cachewright.ui.SamplePrompt;
import dev.cachewright.ui.WorkspaceFixture;
import dev.cachewright.ui.kit.FigureText;
import dev.cachewright.ui.kit.Tone;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ForecastStripViewModelTest {

    private Instant now = WorkspaceFixture.NOW;
    private final WorkspaceFixture fixture = new WorkspaceFixture().openSample();
    private final ForecastStripViewModel model = new ForecastStripViewModel(fixture.workspace().analysis(),
            () -> now);

    @Test
    void aFirstCallIsCold() {
        assertThat(words(model.getNextCall())).isEqualTo("0 of ≈ 1,512 cached · first call, cold");
        assertThat(words(model.getHitRate())).isEqualTo("≈ 88.9% at 10 a minute");
        assertThat(model.getHitRateCaption()).isEqualTo("Hit rate over 24 rows");
        assertThat(words(model.getCost())).isEqualTo("≈$0.0006 full $0.0038");
        assertThat(words(model.getStep())).isEqualTo("≈ 73 tokens to 1,536");
    }

    @Test
    void anEstimateSaysItsBandAndWhy() {
        assertThat(model.getNextCall().getHint()).endsWith("≈ 1,512, between 1,511 and 1,512 tokens. Part of this "
                + "request has not been verified against a real server, which may count up to 1 token less "
                + "or 0 more.");
        edit(SamplePrompt.prompt("gpt-4o"));
        assertThat(model.getNextCall().getHint()).doesNotContain("≈");
    }

    @Test
    void aSecondCallReadsTheStaticPrefix() {
        fixture.willAnswer("Hello", 1_507, 0).workspace().runs().send();

        assertThat(words(model.getNextCall())).isEqualTo("≈ 1,408 of ≈ 1,512 cached");
        assertThat(model.getNextCall().getTone()).isEqualTo(Tone.PLAIN);
    }

    @Test
    void theCountdownSaysHowLongTheCacheStaysWarmAndWhatItCostsAfterThat() {
        assertThat(model.getWarm()).isEmpty();

        fixture.willAnswer("Hello", 1_507, 0).workspace().runs().send();
        assertThat(model.getWarm())
                .isEqualTo("Warm for 30:00, perhaps for 24 h 00 min, then the next call pays $0.0032 again.");

        now = now.plusSeconds(48);
        model.tick();
        assertThat(model.getWarm())
                .isEqualTo("Warm for 29:12, perhaps for 23 h 59 min, then the next call pays $0.0032 again.");

        now = now.plusSeconds(23 * 3_600);
        model.tick();
        assertThat(model.getWarm()).isEqualTo("Perhaps still warm, for 59:12 at most: the next call pays $0.0032 again "
                + "after that.");

        now = now.plusSeconds(3_600);
        model.tick();
        assertThat(model.getWarm()).isEqualTo("The cache has gone cold: the next call pays $0.0032 again.");
    }

    @Test
    void aCallThatReadsBeyondTheStaticPrefixSaysThatItsDynamicTextRepeats() {
        edit(SamplePrompt.prompt().with("policy", block -> block.withKind(Kind.DYNAMIC)));
        fixture.willAnswer("Hello", 1_507, 0).workspace().runs().send();

        assertThat(words(model.getNextCall())).endsWith("1,512 cached · dynamic text repeats");
        assertThat(model.getNextCall().getHint())
                .contains("Calls that read more than the static prefix share dynamic text with an earlier call.");
    }

    @Test
    void anEditOfTheStaticPrefixIsNamedByItsBlock() {
        fixture.willAnswer("Hello", 1_507, 0).workspace().runs().send();
        edit(SamplePrompt.prompt().with("policy", block -> block.withName("House rules").withText("Be "
                + block.text())));

        assertThat(words(model.getNextCall())).isEqualTo("0 of ≈ 1,513 cached · changed in House rules");
        assertThat(model.getNextCall().getTone()).isEqualTo(Tone.PLAIN);
    }

    @Test
    void aShortPrefixSaysHowManyTokensAreMissing() {
        edit(SamplePrompt.prompt().with("policy", block -> block.withText(SamplePrompt.policy(16))));

        assertThat(words(model.getNextCall())).endsWith("cached · below 1,024");
        assertThat(words(model.getStep())).matches("≈ \\d+ short of 1,024");
    }

    @Test
    void implicitModeSaysBehindWhatItsBreakpointSits() {
        var rows = Stream.of("Where?", "When?", "Why?").map(question -> new Row(Map.of("question", question))).toList();
        fixture.open("distinct", SamplePrompt.prompt("gpt-5.6-sol"), new Values("rows", List.of("question"), rows));

        assertThat(model.getNextCaption()).isEqualTo("Next call");
        assertThat(words(model.getNextCall()))
                .matches("writes ≈ 1,\\d+ · the implicit breakpoint comes after \\{\\{\\w+}}");
        assertThat(words(model.getStep())).isEqualTo("– no row reuses another");
    }

    @Test
    void aBreakpointAfterThePolicyIsWrittenThenReadAndPaysFromTheSecondCall() {
        edit(SamplePrompt.prompt("gpt-5.6-sol").with("policy", block -> block.withBreakpoint(true)));
        var settings = SamplePrompt.prompt("gpt-5.6-sol").settings();
        edit(fixture.workspace().prompt().getPrompt().withSettings(settings.withCache(
                new CacheSettings("explicit", "", "", ""))));

        assertThat(model.getNextCaption()).isEqualTo("First call, then");
        assertThat(words(model.getNextCall())).matches("writes ≈ (1,4\\d\\d) · reads ≈ \\1 of ≈ 1,5[12]\\d");
        assertThat(model.getStepCaption()).isEqualTo("Pays off from");
        assertThat(words(model.getStep())).matches("2 calls then −8\\d%");
        assertThat(model.getNextCall().getHint()).contains("\nCall 1: 1,4").contains(" written, ")
                .contains(" Calls 2 to 24: 1,4").contains(" in total instead of ");
        assertThat(words(model.getHitRate())).matches("≈ 9\\d\\.\\d% at 10 a minute");
    }

    @Test
    void cadenceChangesTheForecastAndSaysWhereItIsTooFast() {
        CadenceViewModel cadence = model.getCadence();
        String before = model.getHitRate().getValue();

        cadence.parallelProperty().set(8);
        assertThat(model.getHitRate().getSuffix()).isEqualTo("at 10 a minute, 8 together");
        assertThat(model.getHitRate().getValue()).isLessThan(before);

        cadence.parallelProperty().set(1);
        cadence.pauseAfterProperty().set(2);
        cadence.pauseMinutesProperty().set(2_000);
        assertThat(model.getHitRate().getSuffix()).isEqualTo("at 10 a minute with pauses");
        assertThat(model.getHitRate().getValue()).isLessThan(before);

        cadence.callsAMinuteProperty().set(16);
        assertThat(model.getHitRate().getSuffix()).isEqualTo("too many calls a minute for one key");
        assertThat(model.getHitRate().getHint()).contains("Above 15 calls a minute");
    }

    @Test
    void aCadenceThatIsChosenElsewhereIsShownAndStaysExact() {
        CadenceViewModel cadence = model.getCadence();
        var slow = Cadence.every(Duration.ofSeconds(280));

        fixture.workspace().analysis().followPace(slow);
        assertThat(cadence.callsAMinuteProperty().get()).isCloseTo(60 / 280.0, within(1e-9));
        assertThat(model.getHitRate().getSuffix()).isEqualTo("at 0.21 a minute");
        var converter = new PaceConverter(cadence.callsAMinuteProperty()::get);
        cadence.callsAMinuteProperty().set(converter.fromString("0.21"));
        assertThat(fixture.workspace().analysis().cadenceProperty().get()).isEqualTo(slow);
        assertThat(converter.fromString(" 2.5 ")).isEqualTo(2.5);
        assertThat(converter.fromString("many")).isEqualTo(60 / 280.0);

        fixture.openSample();
        assertThat(model.getHitRate().getSuffix()).isEqualTo("at 10 a minute");
        assertThat(cadence.callsAMinuteProperty().get()).isEqualTo(10);
    }

    @Test
    void aPaceThatTheUserChoosesIsKeptWhenSomethingElseIsOpened() {
        fixture.workspace().analysis().followPace(Cadence.every(Duration.ofSeconds(280)));
        model.getCadence().callsAMinuteProperty().set(3);

        fixture.openSample();
        assertThat(model.getHitRate().getSuffix()).isEqualTo("at 3 a minute");
    }

    @Test
    void aPrefixBelowTheThresholdSaysFromHowManyCallsPaddingPays() {
        edit(SamplePrompt.prompt("gpt-5.6-sol").with("policy", block -> block.withText(SamplePrompt.policy(16))));

        assertThat(model.getStep().getHint()).containsPattern("Padding the prefix by \\d+ tokens to reach the "
                + "threshold pays off from \\d+ calls on\\.");
    }

    @Test
    void aModelThatIsNotKnownIsNamed() {
        edit(SamplePrompt.prompt("my-own-model"));

        assertThat(words(model.getNextCall())).isEqualTo("– unknown model my-own-model");
    }

    @Test
    void oneRowHasNoHitRate() {
        fixture.open("one", SamplePrompt.prompt(), Values.none());

        assertThat(words(model.getHitRate())).isEqualTo("– needs a second row");
        assertThat(model.getHitRateCaption()).isEqualTo("Hit rate");
    }

    @Test
    void figuresStayAndAreOutdatedWhileThePromptCannotBeRendered() {
        String before = words(model.getNextCall());
        assertThat(model.outdatedProperty().get()).isFalse();

        edit(SamplePrompt.prompt().with("question", block -> block.withText("{{#if customer}}")));

        assertThat(words(model.getNextCall())).isEqualTo(before);
        assertThat(model.outdatedProperty().get()).isTrue();
    }

    @Test
    void nothingOpenShowsDashes() {
        fixture.workspace().prompt().close();

        assertThat(words(model.getNextCall())).isEqualTo("– ");
        assertThat(words(model.getStep())).isEqualTo("– ");
    }

    private void edit(Prompt prompt) {
        fixture.workspace().prompt().edit(prompt);
    }

    private static String words(FigureText figure) {
        return figure.getValue() + " " + figure.getSuffix();
    }

    @Test
    void whatDiffersBesideTheRowsIsSaidBesideWhatTheAdviceWouldBring() {
        var advised = new WorkspaceFixture();
        var strip = new ForecastStripViewModel(advised.workspace().analysis(), () -> now);
        strip.advise(advised.workspace().advice());
        Prompt late = SamplePrompt.prompt().with("policy", block -> block.withText("It is {{now}}.\n" + block.text()));
        advised.open("a", late, rowsWithTools("search", "search"));
        assertThat(strip.getOwn()).isEmpty();
        assertThat(strip.getStepCaption()).isEqualTo("If the advice is taken");
        assertThat(strip.getStep().getTone()).isEqualTo(Tone.GOOD);

        advised.open("b", late, rowsWithTools("search", "pay"));
        assertThat(strip.getOwn()).startsWith("The recorded calls differ in tools, which none of these figures");
        assertThat(strip.getStep().getSuffix()).endsWith("% · without the tools that differ");
        assertThat(strip.getStep().getTone()).isEqualTo(Tone.PLAIN);

        advised.open("c", late, rowsWithTools("search", "search"));
        assertThat(strip.getOwn()).isEmpty();
    }

    /// Rows as recorded calls have them, in which all others have the second tool.
    private static Values rowsWithTools(String first, String second) {
        List<Row> rows = Stream.iterate(0, i -> i + 1).limit(6).map(i -> new Row(Map.of("now", "08:00:0" + i,
                "@body", Map.of("tools", List.of(i % 2 == 0 ? first : second))))).toList();
        return new Values("rows.jsonl", List.of("now", "@body"), rows);
    }
}
