package dev.cachewright.ui.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.cache.state.CacheState;
import dev.cachewright.prompt.Api;
import dev.cachewright.prompt.CacheSettings;
import dev.cachewright.prompt.Values;
import dev.cachewright.provider.CallEvent;
import dev.cachewright.provider.Profile;
import dev.cachewright.provider.ProviderException;
import dev.cachewright.run.CallOrder;
import dev.cachewright.run.Pace;
import dev.cachewright.run.RunEvent;
import dev.cachewright.run.Stops;
import dev.cachewright.session.Call;
import dev.cachewright.session.CallResult;
import dev.cachewright.session.Failure;
import dev.cachewright.ui.SampleCalls;
import dev.cachewright.ui.SamplePrompt;
import dev.cachewright.ui.WorkspaceFixture;
import dev.cachewright.words.Texts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RunModelTest {

    private static final Pace ONE_BY_ONE = Pace.oneByOne(Duration.ZERO);

    private final WorkspaceFixture fixture = new WorkspaceFixture().openSample();
    private final Workspace workspace = fixture.workspace();
    private final RunModel runs = workspace.runs();

    private List<Call> calls() {
        return workspace.session().getSession().calls();
    }

    private List<Integer> numbers() {
        return calls().stream().map(Call::number).toList();
    }

    private List<Integer> progress() {
        return List.of(runs.doneProperty().get(), runs.plannedProperty().get());
    }

    private static CallEvent refused() {
        return new CallEvent.Failed(new Failure.Worded(429, "Slow down", "Wait, then send again"));
    }

    @Test
    void aCallIsShownSelectedAndKept() {
        fixture.willAnswer("I am sorry.", 1_842, 0);

        runs.send();

        Call call = calls().getFirst();
        assertThat(call.measurement().result()).isEqualTo(new CallResult.Answered("stop"));
        assertThat(workspace.session().selectedProperty().get()).contains(call);
        assertThat(fixture.kept()).containsExactly(call);
        assertThat(workspace.session().unkeptProperty().get()).isEmpty();
        assertThat(runs.isRunning()).isFalse();
    }

    @Test
    void theRowThatIsShownIsSent() {
        workspace.prompt().showRow(1);

        runs.send();

        assertThat(fixture.body(0)).contains("Customer tier: silver");
    }

    @Test
    void aCallFillsTheCacheForTheNext() {
        runs.send();
        assertThat(workspace.session().getCache()).isNotEqualTo(CacheState.empty());

        runs.send();

        assertThat(calls()).extracting(call -> call.forecast().split().cached() > 0).containsExactly(false, true);
    }

    @Test
    void aSeriesGoesOverAllRowsSoManyTimes() {
        runs.runRows(48, ONE_BY_ONE);

        assertThat(numbers()).isEqualTo(IntStream.rangeClosed(1, 48).boxed().toList());
        assertThat(progress()).containsExactly(48, 48);
        assertThat(fixture.body(24)).isEqualTo(fixture.body(0));
    }

    @Test
    void aRunOfMoreCallsThanRowsBeginsAgainWithTheFirst() {
        runs.runRows(26, ONE_BY_ONE);

        assertThat(fixture.body(24)).isEqualTo(fixture.body(0));
        assertThat(fixture.body(25)).isEqualTo(fixture.body(1));
        assertThat(fixture.body(1)).isNotEqualTo(fixture.body(0));
    }

    @Test
    void aCallThatCannotBeKeptIsShownAndSaid() {
        fixture.fillDisk();

        runs.send();

        assertThat(numbers()).containsExactly(1);
        assertThat(fixture.kept()).isEmpty();
        assertThat(workspace.session().unkeptProperty().get())
                .contains(new SessionModel.Unkept(1, 1, "No space left on device"));
        assertThat(runs.problemProperty().get()).isEmpty();
    }

    @Test
    void aSeriesGoesOnWhereNothingCanBeKept() {
        fixture.fillDisk();

        runs.runRows(3, ONE_BY_ONE);

        assertThat(numbers()).containsExactly(1, 2, 3);
        assertThat(workspace.session().unkeptProperty().get())
                .contains(new SessionModel.Unkept(3, 3, "No space left on device"));
        assertThat(runs.isRunning()).isFalse();
    }

    @Test
    void severalCallsAtATimeAreAllShownAndKept() {
        runs.runRows(12, new Pace(Duration.ZERO, 4, true));

        assertThat(numbers()).containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, 12).boxed().toList());
        assertThat(fixture.kept()).containsExactlyInAnyOrderElementsOf(calls());
        assertThat(progress()).containsExactly(12, 12);
    }

    @Test
    void severalCallsAtATimeAreCountedWhereTheyCannotBeKept() {
        fixture.fillDisk();

        runs.runRows(8, new Pace(Duration.ZERO, 4, true));

        assertThat(calls()).hasSize(8);
        assertThat(workspace.session().unkeptProperty().get().map(SessionModel.Unkept::calls)).contains(8);
    }

    @Test
    void aCallThatFailsEndsTheSeriesAndStandsInIt() {
        fixture.willAnswer("Yes.", 1_842, 0).willBring(refused());

        runs.runRows(5, ONE_BY_ONE);

        assertThat(calls()).extracting(call -> call.measurement().result().getClass().getSimpleName())
                .containsExactly("Answered", "Failed");
        assertThat(progress()).containsExactly(2, 5);
        assertThat(runs.problemProperty().get()).isEmpty();
    }

    @Test
    void aRunThatIsStoppedKeepsWhatArrived() {
        fixture.willBring(new CallEvent.Delta("I am"), new CallEvent.Cancelled()).beforeTheEnd(runs::stop);

        runs.runRows(5, ONE_BY_ONE);

        assertThat(calls()).extracting(call -> call.measurement().result())
                .containsExactly(new CallResult.Cancelled());
        assertThat(runs.isRunning()).isFalse();
    }

    @Test
    void oneRunAtATime() {
        var running = new ArrayList<Boolean>();
        fixture.beforeTheEnd(() -> {
            running.add(runs.isRunning());
            runs.send();
        });

        runs.send();

        assertThat(running).containsExactly(true);
        assertThat(numbers()).containsExactly(1);
    }

    @Test
    void stoppingWhereNothingRunsChangesNothing() {
        runs.stop();
        runs.send();

        assertThat(numbers()).containsExactly(1);
    }

    @Test
    void nothingIsSentWhileNothingIsOpen() {
        workspace.prompt().close();

        runs.send();

        assertThat(calls()).isEmpty();
        assertThat(progress()).containsExactly(0, 0);
    }

    @Test
    void anEmptyPromptIsNotSentAndSaysSoEachTime() {
        workspace.prompt().edit(workspace.prompt().getPrompt().withBlocks(List.of()));
        var said = new ArrayList<Optional<RunProblem>>();
        runs.problemProperty().subscribe(problem -> {
            said.add(problem);
        });

        runs.send();
        runs.send();

        assertThat(calls()).isEmpty();
        assertThat(said).filteredOn(Optional::isPresent).hasSize(2)
                .containsOnly(Optional.of(
                        new RunProblem(Texts.get("response.empty-prompt"), RunProblem.Way.ADD_BLOCK)));
    }

    @Test
    void aKeyThatNoServerTakesStopsBeforeTheFirstCall() {
        useKey("k".repeat(65));

        runs.send();

        assertThat(calls()).isEmpty();
        assertThat(runs.problemProperty().get()).contains(new RunProblem(
                Texts.format("response.key-too-long", 65, 64), RunProblem.Way.OPEN_CACHE_SETTINGS));
    }

    @Test
    void aPromptInTheFormOfMessagesIsNotSentWhereNothingTakesIt() {
        workspace.prompt().edit(workspace.prompt().getPrompt().withSettings(
                workspace.prompt().getPrompt().settings().withApi(Api.MESSAGES)));

        runs.send();

        assertThat(calls()).isEmpty();
        assertThat(runs.problemProperty().get()).contains(new RunProblem(
                Texts.format("response.messages-api", "Simulator"), RunProblem.Way.CHOOSE_RESPONSES));
    }

    @Test
    void aModelOfAnthropicIsAskedInTheFormOfMessages() {
        workspace.prompt().edit(workspace.prompt().getPrompt().withSettings(
                workspace.prompt().getPrompt().settings().withModel("claude-sonnet-4-5")));

        runs.send();

        assertThat(calls()).isEmpty();
        assertThat(runs.problemProperty().get()).contains(new RunProblem("Nothing was sent: models of Anthropic are "
                + "asked in the form of Messages, and this prompt is in another. Choose Messages as the API.",
                RunProblem.Way.CHOOSE_MESSAGES));

        workspace.prompt().edit(workspace.prompt().getPrompt().withSettings(
                workspace.prompt().getPrompt().settings().withApi(Api.MESSAGES)));
        runs.send();

        assertThat(calls()).hasSize(1);
    }

    @Test
    void aModelOfAnotherProviderIsNotSentToOpenAi() {
        workspace.prompt().edit(workspace.prompt().getPrompt().withSettings(
                workspace.prompt().getPrompt().settings().withModel("claude-sonnet-4-5")));
        workspace.preferences().change(now -> now.withProfileInUse(Profile.openAi().name()));

        runs.send();

        assertThat(calls()).isEmpty();
        assertThat(fixture.kept()).isEmpty();
        assertThat(runs.problemProperty().get()).contains(new RunProblem("Nothing was sent: OpenAI does not have "
                + "claude-sonnet-4-5, which is a model of Anthropic. Choose another profile or another model.",
                RunProblem.Way.CHOOSE_PROFILE));
    }

    @Test
    void aModelThatTheSimulatorDoesNotHaveIsNotSentToIt() {
        for (String model : List.of("gemini-2.5-pro", "mine", "")) {
            workspace.prompt().edit(workspace.prompt().getPrompt().withSettings(
                    workspace.prompt().getPrompt().settings().withModel(model)));
            runs.send();
            assertThat(runs.problemProperty().get().map(RunProblem::way)).contains(RunProblem.Way.CHOOSE_MODEL);
        }

        assertThat(fixture.kept()).isEmpty();
    }

    @Test
    void aProblemIsGoneOnceThePromptOrTheProfileIsAnother() {
        useKey("k".repeat(65));
        runs.send();

        useKey("short");

        assertThat(runs.problemProperty().get()).isEmpty();
    }

    @Test
    void aSeriesThatWasStoppedHasItsOtherCallsLeft() {
        fixture.willAnswer("Yes.", 1_842, 0).willBring(new CallEvent.Delta("I am"), new CallEvent.Cancelled())
                .beforeTheEnd(() -> {
                    if (calls().size() == 1) {
                        runs.stop();
                    }
                });

        runs.runRows(5, ONE_BY_ONE);

        assertThat(runs.unfinishedProperty().get()).contains(
                new UnfinishedSeries(5, ONE_BY_ONE, CallOrder.of(List.of(1, 2, 3, 4)), Optional.empty(),
                        Optional.empty()));
    }

    @Test
    void aResumedSeriesMakesTheCallsThatAreLeftAndThatFailed() {
        fixture.willAnswer("Yes.", 1_842, 0).willBring(refused());
        runs.runRows(4, ONE_BY_ONE);
        assertThat(runs.unfinishedProperty().get().map(UnfinishedSeries::left)).contains(3);

        runs.resume();

        assertThat(runs.unfinishedProperty().get()).isEmpty();
        assertThat(numbers()).containsExactly(1, 2, 3, 4, 5);
        assertThat(fixture.body(2)).isEqualTo(fixture.body(1));
        assertThat(progress()).containsExactly(3, 3);
    }

    @Test
    void aSingleCallLeavesAnUnfinishedSeriesAsItIs() {
        fixture.willBring(refused());
        runs.runRows(4, ONE_BY_ONE);

        runs.send();

        assertThat(runs.unfinishedProperty().get().map(UnfinishedSeries::left)).contains(4);
    }

    @Test
    void anUnfinishedSeriesIsForgottenWithItsValues() {
        fixture.willBring(refused());
        runs.runRows(4, ONE_BY_ONE);

        workspace.prompt().useValues(Values.none());

        assertThat(runs.unfinishedProperty().get()).isEmpty();
    }

    @Test
    void aCallThatMetARateLimitWaitsAsTheServerAsksAndTheSeriesGoesOn() {
        fixture.willBring(new CallEvent.Failed(new Failure.Known(Failure.Kind.RATE_LIMITED, 429, "Slow down",
                new Failure.Server("http://here/v1", ""), 2)));
        var waited = new ArrayList<Optional<RunEvent.Waiting>>();
        runs.waitingProperty().subscribe((before, now) -> {
            waited.add(now);
        });

        runs.runRows(3, ONE_BY_ONE.withStops(Stops.usual().withTries(1)));

        assertThat(waited).containsExactly(Optional.of(new RunEvent.Waiting(1, 2)),
                Optional.of(new RunEvent.Waiting(1, 1)), Optional.empty());
        assertThat(numbers()).containsExactly(1, 2, 3);
        assertThat(runs.unfinishedProperty().get()).isEmpty();
    }

    @Test
    void variablesWithoutAValueAreNamed() {
        assertThat(runs.variablesWithoutValue(true)).isEmpty();

        workspace.prompt().edit(workspace.prompt().getPrompt().with("question", block -> block.withText("{{more}}")));

        assertThat(runs.variablesWithoutValue(false)).containsExactly("more");
        assertThat(runs.variablesWithoutValue(true)).containsExactly("more");
    }

    private void useKey(String key) {
        workspace.prompt().edit(workspace.prompt().getPrompt().withSettings(
                workspace.prompt().getPrompt().settings().withCache(CacheSettings.none().withKey(key))));
    }

    @Test
    void aProblemIsGoneWithTheNextRun() {
        useKey("k".repeat(65));
        runs.send();
        useKey("short");

        runs.send();

        assertThat(runs.problemProperty().get()).isEmpty();
        assertThat(numbers()).containsExactly(1);
    }

    @Test
    void aPromptThatCannotBeRenderedIsNotSent() {
        workspace.prompt().edit(workspace.prompt().getPrompt().with("policy", block -> block.withText("{{/if}}")));

        runs.send();

        assertThat(calls()).isEmpty();
        assertThat(runs.problemProperty().get().orElseThrow().words()).startsWith("The template cannot be read: ");
        assertThat(runs.isRunning()).isFalse();
    }

    @Test
    void whatTheProviderSaysIsSaidAsItIs() {
        fixture.beforeTheEnd(() -> {
            throw new ProviderException("There is no key: set OPENAI_API_KEY");
        });

        runs.send();

        assertThat(runs.problemProperty().get()).contains(
                new RunProblem("There is no key: set OPENAI_API_KEY", RunProblem.Way.NONE));
    }

    @Test
    void whatNobodyForesawIsSaidInWords() {
        fixture.beforeTheEnd(() -> {
            throw new IllegalStateException("broken");
        });

        runs.send();

        assertThat(runs.problemProperty().get()).contains(
                new RunProblem(Texts.get("unexpected.failure"), RunProblem.Way.NONE));
        assertThat(runs.isRunning()).isFalse();
    }

    @Test
    void eventsComeInTheirOrderWhileSomebodyListens() {
        var heard = new ArrayList<String>();
        var listening = runs.onEvent(event -> heard.add(switch (event) {
            case RunEvent.Started started -> "started " + started.number();
            case RunEvent.Refused refused -> "refused " + refused.number();
            case RunEvent.Waiting wait -> "waits " + wait.number();
            case RunEvent.SpendingReached _ -> "spent";
            case RunEvent.TextArrived text -> text.text();
            case RunEvent.Finished finished -> "finished " + finished.call().number();
            case RunEvent.NotKept lost -> "lost " + lost.call().number();
        }));
        fixture.willAnswer("Yes.", 1_842, 0).fillDisk();
        runs.send();
        listening.unsubscribe();

        runs.send();

        assertThat(heard).containsExactly("started 1", "Yes.", "finished 1", "lost 1");
    }

    @Test
    void numbersGoOnWhereTheSessionOnDiskEnded() {
        WorkspaceFixture restored = WorkspaceFixture.restoring(SampleCalls.twelve()).openSample();

        restored.workspace().runs().send();

        assertThat(restored.workspace().session().getSession().calls().getLast().number()).isEqualTo(13);
        assertThat(restored.workspace().session().getSession().id()).isEqualTo("sample");
    }

    @Test
    void aNewSessionBeginsWithNothing() {
        fixture.fillDisk();
        runs.send();

        workspace.startSession();

        assertThat(calls()).isEmpty();
        assertThat(workspace.session().unkeptProperty().get()).isEmpty();
        assertThat(workspace.session().selectedProperty().get()).isEqualTo(Optional.empty());
    }

    /// The calls that are still to come belong to the session that was begun with them.
    @Test
    void aNewSessionDuringASeriesGetsNoneOfItsCalls() {
        var begun = new ArrayList<String>();
        fixture.beforeTheEnd(() -> {
            if (begun.isEmpty()) {
                workspace.startSession();
                begun.add(workspace.session().getSession().id());
            }
        });

        runs.runRows(4, ONE_BY_ONE);

        assertThat(calls()).isEmpty();
        assertThat(workspace.session().getCache()).isNotEqualTo(CacheState.empty());
        assertThat(fixture.kept()).extracting(Call::number).containsExactly(1, 2, 3, 4);
        runs.send();
        assertThat(numbers()).containsExactly(1);
        assertThat(workspace.session().getSession().id()).isEqualTo(begun.getFirst());
    }

    @Test
    void aCallOfAnEarlierSessionThatCannotBeKeptIsSaid() {
        fixture.fillDisk().beforeTheEnd(workspace::startSession);

        runs.send();

        assertThat(workspace.session().unkeptProperty().get()).isEmpty();
        assertThat(runs.problemProperty().get()).contains(RunProblem.lost(
                Texts.format("response.not-kept", 1, "No space left on device")));
    }

    @Test
    void theCacheOfAServerIsThatOfItsOwnCalls() {
        fixture.beforeTheEnd(
                () -> workspace.preferences().change(now -> now.withProfileInUse(Profile.openAi().name())));

        runs.send();

        assertThat(numbers()).containsExactly(1);
        assertThat(workspace.session().getCache()).isSameAs(CacheState.empty());
        workspace.preferences().change(now -> now.withProfileInUse(Profile.simulator().name()));
        assertThat(workspace.session().getCache()).isNotEqualTo(CacheState.empty());
    }

    @Test
    void anotherServerHasACacheOfItsOwn() {
        runs.send();
        CacheState here = workspace.session().getCache();

        workspace.preferences().change(now -> now.withProfileInUse(Profile.openAi().name()));
        assertThat(workspace.session().getCache()).isSameAs(CacheState.empty());
        workspace.preferences().change(now -> now.withProfileInUse(Profile.simulator().name()));

        assertThat(workspace.session().getCache()).isSameAs(here);
    }

    @Test
    void aCallNamesTheServerAndTheModel() {
        workspace.preferences().change(now -> now.withProfileInUse(Profile.openAi().name()));

        runs.send();

        assertThat(calls().getFirst().target().profile()).isEqualTo("OpenAI");
        assertThat(calls().getFirst().target().model()).isEqualTo(SamplePrompt.prompt().settings().model());
    }
}
