package dev.cachewright.ui.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.cachewright.analysis.CallForecast;
import dev.cachewright.analysis.Divergence;
import dev.cachewright.cache.MissReason;
import dev.cachewright.catalog.InputSplit;
import dev.cachewright.chart.CallBar;
import dev.cachewright.session.Call;
import dev.cachewright.session.CallResult;
import dev.cachewright.session.Session;
import dev.cachewright.session.Usage;
import dev.cachewright.token.part.Band;
import dev.cachewright.ui.SampleCalls;
import dev.cachewright.ui.SamplePrompt;
import dev.cachewright.ui.WorkspaceFixture;
import dev.cachewright.ui.kit.FigureText;
import dev.cachewright.ui.kit.Tone;
import dev.cachewright.words.VerdictWords;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.api.Test;

class SessionViewModelTest {

    @Test
    void rowsSayWhatEachCallDid() {
        SessionViewModel model = model(SampleCalls.cold(1), SampleCalls.warmCall(2), SampleCalls.missed(3),
                SampleCalls.failed(4), SampleCalls.cancelled(5));

        assertThat(model.rows()).extracting(CallRow::number, CallRow::time, CallRow::input, CallRow::cached,
                CallRow::written, CallRow::forecast, CallRow::firstToken, CallRow::cost, CallRow::verdict,
                CallRow::tone).containsExactly(
                        tuple(1, "09:41:07", "1,846", "0", "–", "0", "812 ms", "$0.0059", said("cold", "cold"),
                                Tone.PLAIN),
                        tuple(2, "09:41:14", "1,842", "1,536", "–", "1,536", "240 ms", "$0.0024",
                                said("as forecast", "as forecast"), Tone.GOOD),
                        tuple(3, "09:41:21", "1,851", "0", "–", "0", "806 ms", "$0.0059",
                                said("changed in policy", "prefix changed"), Tone.ADVICE),
                        tuple(4, "09:41:28", "≈1,849", "–", "–", "1,536", "–", "–", said("failed", "failed"),
                                Tone.BAD),
                        tuple(5, "09:41:35", "≈1,849", "–", "–", "1,536", "240 ms", "–", said("stopped", "stopped"),
                                Tone.PLAIN));
    }

    @Test
    void whatARowDoesNotShowAsSuchIsKnownForSortingAndSearching() {
        SessionViewModel model = model(SampleCalls.cold(1), SampleCalls.failed(2));

        assertThat(model.rows()).extracting(row -> row.facts().figures()).containsExactly(
                new CallRow.Figures(WorkspaceFixture.NOW.plusSeconds(7).toEpochMilli(), 1_846, 0, -1, 0, 812, 0.00586),
                new CallRow.Figures(WorkspaceFixture.NOW.plusSeconds(14).toEpochMilli(), 1_849, -1, -1, 1_536, -1, -1));
        assertThat(model.rows().getFirst().facts().model()).isEqualTo("gpt-5.4");
    }

    @Test
    void barsTellMissesAndFailuresApart() {
        SessionViewModel model = model(SampleCalls.warmCall(1), SampleCalls.missed(2), SampleCalls.failed(3));

        assertThat(model.bars()).extracting(CallBar::cached, bar -> bar.tokens().forecast(),
                CallBar::isUnexpectedMiss, CallBar::isFailed).containsExactly(
                        tuple(1_536L, 1_536L, false, false),
                        tuple(0L, 0L, false, false),
                        tuple(-1L, 1_536L, false, true));
        assertThat(model.describe(1))
                .isEqualTo("Call 2: 0 of 1,851 tokens cached, changed in policy");
    }

    @Test
    void figuresCountAnsweredCallsOnly() {
        SessionViewModel model = model(SampleCalls.twelve().calls().toArray(Call[]::new));

        assertThat(words(model.getScope().getFigures().getHitRate())).isEqualTo("68.2% ");
        assertThat(words(model.getScope().getFigures().getForecastMet())).isEqualTo("11 of 11 calls");
        assertThat(words(model.getScope().getFigures().getSaved())).isEqualTo("$0.0311 ");
        assertThat(words(model.getScope().getFigures().getFirstToken())).isEqualTo("241 ms, cold 806");
    }

    @Test
    void nothingKnownIsADash() {
        SessionViewModel model = model();

        assertThat(model.isEmpty()).isTrue();
        assertThat(List.of(model.getScope().getFigures().getHitRate(), model.getScope().getFigures().getForecastMet(),
                model.getScope().getFigures().getSaved(), model.getScope().getFigures().getFirstToken()))
                .allSatisfy(figure -> assertThat(words(figure)).isEqualTo("– "));
    }

    @Test
    void aCallWithoutAForecastSaysSo() {
        var unknown = new CallForecast(InputSplit.uncached(1_842),
                Optional.empty(), 0, MissReason.NO_RULES, "");
        SessionViewModel model = model(SampleCalls.answered(1, unknown, 1_024, 200));

        assertThat(model.rows().getFirst().forecast()).isEqualTo("–");
        assertThat(model.rows().getFirst().verdict()).isEqualTo(said("no forecast", "no forecast"));
        assertThat(model.bars().getFirst().tokens().forecast()).isEqualTo(-1);
    }

    @Test
    void aNewCallAddsOneRowAndIsChosen() {
        WorkspaceFixture fixture = WorkspaceFixture.restoring(SampleCalls.warm(1_000)).openSample();
        SessionViewModel model = new SessionViewModel(fixture.workspace(), ZoneOffset.UTC);
        List<Integer> added = new ArrayList<>();
        model.rows().addListener((ListChangeListener<CallRow>) change -> {
            while (change.next()) {
                added.add(change.getAddedSize());
            }
        });

        fixture.willAnswer("Hello", 1_507, 0).workspace().runs().send();

        assertThat(added).containsExactly(1);
        assertThat(model.bars()).hasSize(1_001);
        assertThat(model.selectedIndexProperty().get()).isEqualTo(1_000);
        assertThat(model.detailsProperty().get().usage()).isEqualTo(WorkspaceFixture.usage(1_507, 0));
        assertThat(model.detailsProperty().get().request()).isEqualTo(fixture.body(0));
    }

    @Test
    void aMissSaysWhereItLeftTheCallBeforeItAndWhatThatCost() {
        WorkspaceFixture fixture = new WorkspaceFixture().openSample();
        SessionViewModel model = new SessionViewModel(fixture.workspace(), ZoneOffset.UTC);
        fixture.willAnswer("Hello", 1_512, 0).workspace().runs().send();
        fixture.workspace().prompt().edit(SamplePrompt.prompt().with("policy",
                block -> block.withText(block.text().replaceFirst("Outfitters", "Outfitter’s"))));
        fixture.willAnswer("Hello", 1_512, 0).workspace().runs().send();

        assertThat(model.detailsProperty().get().summary()).matches("Call 2 left call 1 at token ≈ \\d+, in System · "
                + "policy, line 1: Outfitter’s instead of Outfitters\\. ≈ 1,\\d+ tokens were billed again, ≈ \\$0\\.00\\d+\\. "
                + "This was forecast; calls after it can read what it stored\\.");
    }

    @Test
    void theChoiceGoesBothWays() {
        WorkspaceFixture fixture = WorkspaceFixture.restoring(SampleCalls.twelve());
        SessionViewModel model = new SessionViewModel(fixture.workspace(), ZoneOffset.UTC);
        var selected = fixture.workspace().session().selectedProperty();

        model.selectedIndexProperty().set(7);
        assertThat(selected.get().map(Call::number)).contains(8);
        selected.set(Optional.of(SampleCalls.twelve().calls().get(2)));
        assertThat(model.selectedIndexProperty().get()).isEqualTo(2);
        selected.set(Optional.empty());
        assertThat(model.selectedIndexProperty().get()).isEqualTo(-1);
    }

    @Test
    void aNewSessionStartsEmpty() {
        WorkspaceFixture fixture = WorkspaceFixture.restoring(SampleCalls.twelve());
        SessionViewModel model = new SessionViewModel(fixture.workspace(), ZoneOffset.UTC);
        model.selectedIndexProperty().set(7);

        model.startNew();

        assertThat(model.rows()).isEmpty();
        assertThat(model.bars()).isEmpty();
        assertThat(model.isEmpty()).isTrue();
        assertThat(model.detailsProperty().get().request()).isEmpty();
    }

    @Test
    void detailsSayWhatHappenedAndWhatToDo() {
        assertThat(said(SampleCalls.missed(8)))
                .isEqualTo("Call 8 differs from the earlier calls in “policy”: "
                        + "1,536 tokens of the static prefix were not read from the cache. "
                        + "This was forecast; calls after it can read what it stored.");
        assertThat(said(SampleCalls.failed(9))).isEqualTo("Call 9 failed with status 429: Rate limit reached for "
                + "gpt-5.4: 3 requests per minute. Wait 20 seconds, then send it again.");
        assertThat(said(SampleCalls.warmCall(2)))
                .isEqualTo("Call 2 read 1,536 of 1,842 tokens from the cache, as forecast.");
        assertThat(said(SampleCalls.cancelled(3))).isEqualTo("Call 3 was stopped. What had arrived is kept.");
        assertThat(said(SampleCalls.answered(4, SampleCalls.forecast(1_536, 1_842, MissReason.NONE, ""), 1_024, 9)))
                .isEqualTo("Call 4 read 1,024 cached tokens, up to an earlier place than forecast: 512 "
                        + "fewer. Nothing in the request explains it; the server may have dropped the rest.");
        assertThat(said(SampleCalls.call(5, SampleCalls.forecast(1_536, 1_842, MissReason.NONE, ""),
                new CallResult.Answered("stop"), Usage.unknown(), Optional.empty())))
                .isEqualTo("The server did not report what call 5 read from the cache.");
    }

    @Test
    void anExpiredEntrySaysTheGapAndHowLongItIsKept() {
        var age = new CallForecast.Age(Duration.ofMinutes(12), Duration.ofMinutes(5), Duration.ofMinutes(5));
        CallForecast plain = SampleCalls.forecast(0, 1_842, MissReason.EXPIRED, "");
        var forecast = new CallForecast(plain.split(), plain.cost(), 1_536, MissReason.EXPIRED, Divergence.NONE,
                new CallForecast.Certainty(Band.EXACT, true, List.of(), Optional.of(age)));
        Call call = SampleCalls.answered(4, forecast, 0, 812);

        assertThat(said(call))
                .isEqualTo("Call 4 came 12 min 00 s after the last call that used the entry, which is kept "
                        + "for 5 min 00 s: 1,536 tokens of the static prefix were not read from the cache. This was forecast; "
                        + "calls after it can read what it stored.");
        assertThat(new VerdictWords(block -> block).of(call)).isEqualTo("expired after 12 min 00 s");
    }

    @Test
    void everyReasonHasItsWords() {
        for (MissReason reason : MissReason.values()) {
            SessionViewModel model = model(SampleCalls.answered(1, SampleCalls.forecast(0, 1_842, reason, ""), 0, 9));
            model.selectedIndexProperty().set(0);

            assertThat(model.rows().getFirst().verdict().full()).isNotBlank();
            assertThat(model.detailsProperty().get().summary()).containsIgnoringCase("call 1").doesNotContain("{");
        }
    }

    /// Such as that of the edit which mends a prompt.
    @Test
    void aMissThatWasForecastIsNoError() {
        SessionViewModel model = model(SampleCalls.missed(1));
        model.selectedIndexProperty().set(0);

        assertThat(model.detailsProperty().get().tone()).isEqualTo(Tone.ADVICE);
        assertThat(model.bars().getFirst().isUnexpectedMiss()).isFalse();
    }

    @Test
    void aMissThatWasNotForecastIsAnError() {
        SessionViewModel model = model(
                SampleCalls.answered(1, SampleCalls.forecast(1_536, 1_842, MissReason.NONE, ""), 0, 806));
        model.selectedIndexProperty().set(0);

        assertThat(model.detailsProperty().get().tone()).isEqualTo(Tone.BAD);
        assertThat(model.bars().getFirst().isUnexpectedMiss()).isTrue();
        assertThat(model.rows().getFirst().tone()).isEqualTo(Tone.BAD);
    }

    @Test
    void whatWasToBeExpectedIsNeverRed() {
        for (MissReason reason : MissReason.values()) {
            SessionViewModel model = model(SampleCalls.answered(1, SampleCalls.forecast(0, 1_842, reason, ""), 0, 9));
            model.selectedIndexProperty().set(0);

            assertThat(model.bars().getFirst().isUnexpectedMiss()).as(reason.name()).isFalse();
            assertThat(model.rows().getFirst().tone()).as(reason.name()).isNotEqualTo(Tone.BAD);
            assertThat(model.detailsProperty().get().tone()).as(reason.name()).isNotEqualTo(Tone.BAD);
        }
    }

    @Test
    void aSessionOfOnePartSaysNothingOfParts() {
        SessionViewModel model = model(SampleCalls.cold(1), SampleCalls.warmCall(2));

        assertThat(List.of(model.getScope().getText(), model.getScope().getOther())).containsOnly("");
    }

    @Test
    void anEditAndAnotherModelBeginPartsWithFiguresOfTheirOwn() {
        WorkspaceFixture fixture = new WorkspaceFixture().openSample();
        SessionViewModel model = new SessionViewModel(fixture.workspace(), ZoneOffset.UTC);
        fixture.willAnswer("Hello", 1_000, 0).willAnswer("Hello", 1_000, 500).willAnswer("Hello", 1_000, 900)
                .workspace().runs().send();
        var prompt = fixture.workspace().prompt();
        prompt.edit(prompt.getPrompt().with("policy", block -> block.withText("Be kind. " + block.text())));
        fixture.workspace().runs().send();
        prompt.edit(prompt.getPrompt().withSettings(prompt.getPrompt().settings().withModel("gpt-4o")));
        fixture.workspace().runs().send();

        assertThat(model.bars()).extracting(CallBar::change).containsExactly("", "prompt edited", "gpt-4o");
        assertThat(model.describe(1)).endsWith(". New here: prompt edited");
        assertThat(model.getScope().getText()).isEqualTo("Call 3 of 3 · gpt-4o");
        assertThat(words(model.getScope().getFigures().getHitRate())).isEqualTo("90.0% ");

        assertThat(model.getThreshold()).isEqualTo(1_024);
        model.selectedIndexProperty().set(1);
        // It is not known of the model before.
        assertThat(model.getThreshold()).isZero();
        assertThat(model.getScope().getText()).isEqualTo("Call 2 of 3 · prompt edited · gpt-5.4");
        assertThat(words(model.getScope().getFigures().getHitRate())).isEqualTo("50.0% ");

        assertThat(model.getScope().getOther()).isEqualTo("Show all calls");
        model.getScope().toggle();
        assertThat(model.getScope().getText()).isEqualTo("All 3 calls, in 3 parts");
        assertThat(words(model.getScope().getFigures().getHitRate())).isEqualTo("46.7% ");
        assertThat(model.getScope().getOther()).isEqualTo("Show one part");
    }

    private static CallRow.VerdictText said(String full, String brief) {
        return new CallRow.VerdictText(full, brief);
    }

    private static String said(Call call) {
        SessionViewModel model = model(call);
        model.selectedIndexProperty().set(0);
        return model.detailsProperty().get().summary();
    }

    private static SessionViewModel model(Call... calls) {
        return new SessionViewModel(WorkspaceFixture.restoring(new Session("test", List.of(calls))).workspace(),
                ZoneOffset.UTC);
    }

    private static String words(FigureText figure) {
        return figure.getValue() + " " + figure.getSuffix();
    }
}
