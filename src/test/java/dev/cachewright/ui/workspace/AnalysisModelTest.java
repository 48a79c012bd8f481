package dev.cachewright.ui.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.analysis.Analysis;
import dev.cachewright.analysis.AnalysisInput;
import dev.cachewright.analysis.Analyst;
import dev.cachewright.analysis.Cadence;
import dev.cachewright.analysis.Destination;
import dev.cachewright.cache.request.TokenSource;
import dev.cachewright.catalog.Catalog;
import dev.cachewright.catalog.RuleSet;
import dev.cachewright.format.file.PromptFile;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.text.InputException;
import dev.cachewright.provider.Profile;
import dev.cachewright.provider.Simulators;
import dev.cachewright.settings.PreferencesFile;
import dev.cachewright.store.PromptDocument;
import dev.cachewright.ui.SampleCalls;
import dev.cachewright.ui.SamplePrompt;
import dev.cachewright.ui.fx.Background;
import dev.cachewright.ui.fx.Latest;
import dev.cachewright.words.Texts;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Analyses whose work is done when the test says so.
class AnalysisModelTest {

    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

    @TempDir
    private Path folder;

    private final PromptModel prompt = new PromptModel();
    private final SessionModel session = new SessionModel(NOW, "Simulator");
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private PreferencesModel preferences;
    private AnalysisModel model;
    private Instant now = NOW;

    @BeforeEach
    void start() {
        preferences = new PreferencesModel(new PreferencesFile(folder.resolve("preferences.json")),
                new Latest(new Background(Runnable::run, Runnable::run)));
        model = over(Simulators.ANALYST);
    }

    private AnalysisModel over(Analyst analyst) {
        return new AnalysisModel(new AnalysisModel.State(prompt, preferences, session, _ -> TokenSource.none()),
                analyst, () -> now,
                new Latest(new Background(waiting::add, Runnable::run)));
    }

    private void open(Prompt opened) {
        prompt.open(PromptDocument.untitled("a.prompt", PromptFile.empty(), opened, SamplePrompt.values()));
    }

    private void type(String policy) {
        prompt.edit(prompt.getPrompt().with("policy", block -> block.withText(policy)));
    }

    /// Lets all work be done.
    private void work() {
        while (!waiting.isEmpty()) {
            waiting.remove().run();
        }
    }

    private Analysis shown() {
        return model.getAnalysis().orElseThrow();
    }

    private Analysis expected() {
        return Simulators.ANALYST.analyse(new AnalysisInput(prompt.getPrompt(), prompt.getValues(), prompt.getRow(),
                preferences.get().profileInUse().rules(), session.getCache(), now, model.cadenceProperty().get()));
    }

    @Test
    void whileNothingIsOpenThereIsNoWorkAndNoAnalysis() {
        assertThat(waiting).isEmpty();
        assertThat(model.getAnalysis()).isEmpty();
        assertThat(model.staleProperty().get()).isFalse();
    }

    @Test
    void whatIsOpenedIsAnalysedInTheBackground() {
        open(SamplePrompt.prompt());

        assertThat(model.getAnalysis()).isEmpty();
        assertThat(model.staleProperty().get()).isTrue();
        work();
        assertThat(shown().prompt()).isEqualTo(prompt.getPrompt());
        assertThat(shown().prefix()).isEqualTo(expected().prefix());
        assertThat(shown().outlook().orElseThrow().next()).isEqualTo(expected().outlook().orElseThrow().next());
        assertThat(model.staleProperty().get()).isFalse();
    }

    @Test
    void anAnalysisOfAnOlderPromptIsNeverShown() {
        open(SamplePrompt.prompt());
        type("Be brief.");
        type("Be kind.");

        waiting.remove().run();
        assertThat(model.getAnalysis()).isEmpty();
        assertThat(model.staleProperty().get()).isTrue();

        work();
        assertThat(shown().prompt().block("policy").orElseThrow().text()).isEqualTo("Be kind.");
    }

    @Test
    void ofManyEditsOnlyTheLastWaits() {
        open(SamplePrompt.prompt());
        for (int i = 0; i < 50; i++) {
            type("Version " + i);
        }

        int pieces = 0;
        while (!waiting.isEmpty()) {
            waiting.remove().run();
            pieces++;
        }

        assertThat(pieces).isEqualTo(2);
        assertThat(shown().prompt()).isEqualTo(prompt.getPrompt());
    }

    @Test
    void theOldAnalysisStaysUntilTheNewOneIsThere() {
        open(SamplePrompt.prompt());
        work();
        Analysis before = shown();
        type("Be brief.");

        assertThat(shown()).isSameAs(before);
        assertThat(model.staleProperty().get()).isTrue();
        work();
        assertThat(shown()).isNotSameAs(before);
    }

    @Test
    void anAnalysisThatComesAfterTheEndIsDropped() {
        open(SamplePrompt.prompt());
        prompt.close();

        work();

        assertThat(model.getAnalysis()).isEmpty();
        assertThat(model.staleProperty().get()).isFalse();
    }

    @Test
    void whatCannotBeRenderedIsSaidAndTheAnalysisBeforeItStays() {
        open(SamplePrompt.prompt());
        work();
        Analysis before = shown();

        type("one\ntwo {{three");
        work();

        InputException problem = model.problemProperty().get().orElseThrow();
        assertThat(List.of(problem.blockId(), problem.line(), problem.column())).containsExactly("policy", 2, 5);
        assertThat(shown()).isSameAs(before);
        assertThat(model.staleProperty().get()).isFalse();
    }

    @Test
    void aProblemThatIsMendedIsGone() {
        open(SamplePrompt.prompt());
        type("{{");
        work();
        assertThat(model.problemProperty().get()).isPresent();

        type("mended");
        work();

        assertThat(model.problemProperty().get()).isEmpty();
        assertThat(shown().prompt()).isEqualTo(prompt.getPrompt());
    }

    @Test
    void aProblemIsGoneWithThePrompt() {
        open(SamplePrompt.prompt());
        type("{{");
        work();

        prompt.close();

        assertThat(model.problemProperty().get()).isEmpty();
    }

    @Test
    void aProblemOfAnOlderPromptIsNeverSaid() {
        open(SamplePrompt.prompt());
        work();
        type("{{");
        type("fine");

        work();

        assertThat(model.problemProperty().get()).isEmpty();
    }

    @Test
    void aFailureThatNobodyForesawIsSaidInWords() {
        AnalysisModel failing = over(new Analyst(() -> {
            throw new IllegalStateException("catalogue is broken");
        }, Simulators.TOKENIZERS));
        open(SamplePrompt.prompt());

        work();

        assertThat(failing.problemProperty().get().map(Throwable::getMessage))
                .contains(Texts.get("unexpected.failure"));
        assertThat(failing.staleProperty().get()).isFalse();
    }

    @Test
    void whatIsAnalysedIsTheRowThatIsShown() {
        open(SamplePrompt.prompt());
        prompt.showRow(1);

        work();

        assertThat(shown().counted().request()).isEqualTo(expected().counted().request());
    }

    @Test
    void anotherServerHasRulesOfItsOwn() {
        open(SamplePrompt.prompt());
        work();

        preferences.change(now -> now.withProfile(Profile.compatible("http://localhost:8000/v1",
                Optional.of(RuleSet.Named.LONGEST_PREFIX))));
        work();

        assertThat(shown().outlook().map(outlook -> outlook.rules().set())).contains(RuleSet.Named.LONGEST_PREFIX);
    }

    @Test
    void otherPreferencesHaveNoPartInIt() {
        open(SamplePrompt.prompt());
        work();

        preferences.showTokens(true);
        preferences.change(now -> now.withTheme("dark"));

        assertThat(waiting).isEmpty();
    }

    @Test
    void aCadenceIsTakenUp() {
        open(SamplePrompt.prompt());
        var parallel = new Cadence(Duration.ofSeconds(6), 24, 0, Duration.ZERO);
        model.cadenceProperty().set(parallel);

        work();

        assertThat(shown().outlook().orElseThrow().cadence()).isEqualTo(parallel);
        assertThat(shown().outlook().orElseThrow().series().cached()).isZero();
    }

    @Test
    void aCallChangesTheForecastOfTheNext() {
        open(SamplePrompt.prompt());
        work();
        session.finished(session.origin(), SampleCalls.cold(1), warm());

        work();

        assertThat(shown().outlook().orElseThrow().next().split().cached()).isPositive();
    }

    private dev.cachewright.cache.state.CacheState warm() {
        var terms = shown().destination().terms(prompt.getPrompt().settings()).orElseThrow();
        return new dev.cachewright.analysis.Forecaster(terms, shown().prefix().tokens())
                .next(session.getCache(), shown().counted(), now).state();
    }

    @Test
    void timeAloneChangesNothingOfAnEmptyCache() {
        open(SamplePrompt.prompt());
        work();

        model.refresh();

        assertThat(waiting).isEmpty();
    }

    @Test
    void timeEmptiesACacheThatHeldSomething() {
        open(SamplePrompt.prompt());
        work();
        session.finished(session.origin(), SampleCalls.cold(1), warm());
        work();
        now = now.plus(Duration.ofDays(3));

        model.refresh();
        work();

        assertThat(shown().outlook().orElseThrow().next().split().cached()).isZero();
    }

    @Test
    void aRefreshDoesNotOvertakeAnEdit() {
        open(SamplePrompt.prompt());
        work();
        session.finished(session.origin(), SampleCalls.cold(1), warm());

        model.refresh();

        assertThat(waiting).hasSize(1);
    }

    @Test
    void theDestinationIsThatOfTheAnalysisWhileItHolds() {
        open(SamplePrompt.prompt());
        work();

        assertThat(model.destination()).isSameAs(shown().destination());
    }

    @Test
    void theDestinationOfAnotherModelIsKnownBeforeItIsAnalysed() {
        open(SamplePrompt.prompt());
        work();
        prompt.edit(prompt.getPrompt().withSettings(prompt.getPrompt().settings().withModel("gpt-4o")));

        Destination there = model.destination();

        assertThat(there.modelId()).isEqualTo("gpt-4o");
        assertThat(shown().destination().modelId()).isEqualTo("gpt-5.4");
    }

    @Test
    void whatIsSentIsKnownBeforeTheFirstAnalysis() {
        open(SamplePrompt.prompt());

        assertThat(model.sent().request().settings()).isEqualTo(SamplePrompt.prompt().settings());
        work();
        assertThat(model.sent()).isSameAs(shown().sent());
    }

    @Test
    void theFileOfTheUsersModelsIsNamed() {
        Catalog known = Simulators.ANALYST.catalog();

        assertThat(model.ownFile()).isEqualTo(known.ownFile());
    }
}
