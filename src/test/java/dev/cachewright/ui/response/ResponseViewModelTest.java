package dev.cachewright.ui.response;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.provider.CallEvent;
import dev.cachewright.run.CallOrder;
import dev.cachewright.run.Pace;
import dev.cachewright.run.Stops;
import dev.cachewright.session.Failure;
import dev.cachewright.session.Failure.Kind;
import dev.cachewright.ui.WorkspaceFixture;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ResponseViewModelTest {

    private final WorkspaceFixture fixture = new WorkspaceFixture().openSample();
    private final ResponseViewModel model = new ResponseViewModel(fixture.workspace().prompt(),
            fixture.workspace().exchange(), fixture.workspace().runs());

    @Test
    void theAnswerGrowsAsItArrives() {
        List<String> seen = new ArrayList<>();
        model.textProperty().subscribe(now -> seen.add(now));

        fixture.willAnswer("Your parcel is late", 1_507, 0).workspace().runs().send();

        assertThat(seen).containsExactly("", "Your", "Your ", "Your parcel", "Your parcel ", "Your parcel is",
                "Your parcel is ", "Your parcel is late");
        assertThat(model.getControls().isRunning()).isFalse();
    }

    @Test
    void aRunningCallSaysForWhomItWaits() {
        fixture.willAnswer("Hello", 1_507, 0).beforeTheEnd(() -> {
            assertThat(model.getControls().isRunning()).isTrue();
            assertThat(model.getStatus()).isEqualTo("Waiting for gpt-5.4");
            assertThat(model.getControls().getProgress()).isEqualTo(-1);
            assertThat(model.isEmpty()).isFalse();
        }).workspace().runs().send();

        assertThat(model.getControls().isRunning()).isFalse();
    }

    @Test
    void theEndSaysModelTokensCostTimesAndVerdict() {
        fixture.willAnswer("Hello", 1_507, 0).workspace().runs().send();

        assertThat(model.getStatus().replace('\u00a0', ' ')).isEqualTo("Call 1 · gpt-5.4 · 0 of 1,507 tokens cached · "
                + "$0.0050 · first token 100 ms · cold");
        assertThat(model.getOutcome().replace('\u00a0', ' '))
                .isEqualTo("completed · 83 output tokens · 200 ms in total");
        assertThat(model.isEmpty()).isFalse();
    }

    @Test
    void aFailureShowsStatusTheServersWordsAndAdvice() {
        fixture.willBring(new CallEvent.Delta("I am"), failed(Kind.RATE_LIMITED, 429, "Rate limit reached")).workspace()
                .runs().send();

        assertThat(model.getError()).isEqualTo("Status 429: Rate limit reached. Wait 20 seconds, then send it again.");
        assertThat(model.textProperty().get()).isEqualTo("I am");
        assertThat(model.getOutcome().replace('\u00a0', ' ')).contains("failed", "– output tokens");
    }

    @Test
    void aServerThatDoesNotAnswerHasNoStatus() {
        fixture.willBring(failed(Kind.UNREACHABLE, 0, "")).workspace().runs()
                .send();

        assertThat(model.getError()).isEqualTo("No answer: Nothing answers at http://here/v1. "
                + "Is the server running there? Start it, or choose another profile.");
    }

    @Test
    void aRunThatCannotBeginSaysWhy() {
        fixture.workspace().prompt().edit(fixture.workspace().prompt().getPrompt()
                .with("question", block -> block.withText("{{#if customer}}")));

        fixture.workspace().runs().send();

        assertThat(model.getError()).isNotBlank();
    }

    @Test
    void aChosenCallShowsItsKeptText() {
        fixture.willAnswer("First", 1_507, 0).willAnswer("Second", 1_507, 1_408);
        fixture.workspace().runs().send();
        fixture.workspace().runs().send();

        fixture.workspace().session().selectedProperty().set(Optional.of(fixture.kept().getFirst()));

        assertThat(model.textProperty().get()).isEqualTo("First");
    }

    @Test
    void aCallThatWaitsSaysHowLong() {
        List<String> seen = new ArrayList<>();
        model.statusProperty().subscribe(now -> seen.add(now));

        fixture.willBring(failed(Kind.RATE_LIMITED, 429, "Slow down")).workspace().runs().run(
                CallOrder.of(List.of(0)), Pace.oneByOne(Duration.ZERO).withStops(Stops.usual().withTries(1)));

        assertThat(seen).contains("Call 1 was not answered. It is sent again in 20 seconds.",
                "Call 1 was not answered. It is sent again in 1 second.");
        assertThat(model.getOutcome()).startsWith("completed");
    }

    @Test
    void whatWasRefusedIsForgottenWithItsReason() {
        fixture.willAnswer("Hello", 1_507, 0).workspace().runs().send();
        var prompt = fixture.workspace().prompt().getPrompt();
        fixture.workspace().prompt().edit(prompt.withBlocks(List.of()));
        fixture.workspace().runs().send();
        assertThat(model.getError()).startsWith("Nothing was sent");

        fixture.workspace().prompt().edit(prompt);

        assertThat(model.getError()).isEmpty();
        assertThat(model.textProperty().get()).isEqualTo("Hello");
    }

    @Test
    void aSeriesSaysHowFarItIs() {
        List<String> seen = new ArrayList<>();
        model.statusProperty().subscribe(now -> seen.add(now));

        fixture.workspace().runs().runRows(24, Pace.oneByOne(Duration.ZERO));

        assertThat(seen).contains("Call 1 of 24 · waiting for gpt-5.4", "Call 24 of 24 · waiting for gpt-5.4");
        assertThat(model.getControls().getProgress()).isEqualTo(1);
    }

    @Test
    void aSeriesIsHeldAndGoesOn() {
        List<String> offered = new ArrayList<>();
        model.getControls().pauseProperty().subscribe(now -> offered.add(now));
        fixture.beforeTheEnd(() -> {
            if (fixture.kept().size() == 1) {
                model.getControls().pauseOrGoOn();
                model.getControls().pauseOrGoOn();
            }
        });

        fixture.workspace().runs().runRows(3, Pace.oneByOne(Duration.ZERO));

        assertThat(offered).containsExactly("", "Pause", "Go on", "Pause", "");
        assertThat(fixture.kept()).hasSize(3);
    }

    @Test
    void aNewSessionLeavesNothing() {
        fixture.willAnswer("Hello", 1_507, 0).workspace().runs().send();

        fixture.workspace().startSession();

        assertThat(model.isEmpty()).isTrue();
        assertThat(model.textProperty().get()).isEmpty();
        assertThat(model.getStatus()).isEmpty();
    }

    @Test
    void anAnswerThatIsNowhereElseStaysInSight() {
        fixture.fillDisk().beforeTheEnd(fixture.workspace()::startSession).willAnswer("Hello", 1_507, 0);

        fixture.workspace().runs().send();

        assertThat(model.textProperty().get()).isEqualTo("Hello");
        assertThat(model.getError()).contains("Call 1 ").contains("No space left on device");
    }

    private static CallEvent failed(Kind kind, int status, String said) {
        return new CallEvent.Failed(
                new Failure.Known(kind, status, said, new Failure.Server("http://here/v1", ""), 20));
    }
}
