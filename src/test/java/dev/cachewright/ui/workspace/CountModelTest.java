package dev.cachewright.ui.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.catalog.RuleSet;
import dev.cachewright.prompt.Api;
import dev.cachewright.provider.Answer;
import dev.cachewright.provider.Profile;
import dev.cachewright.provider.Question;
import dev.cachewright.session.Failure;
import dev.cachewright.ui.WorkspaceFixture;
import dev.cachewright.ui.workspace.CountModel.Compared;
import dev.cachewright.ui.workspace.CountModel.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CountModelTest {

    private final WorkspaceFixture fixture = new WorkspaceFixture();
    private final Workspace workspace = fixture.workspace();
    private final List<String> asked = new ArrayList<>();

    @BeforeEach
    void open() {
        fixture.openSample();
    }

    private void send(String model, Api api) {
        var prompt = workspace.prompt().getPrompt();
        workspace.prompt().edit(prompt.withSettings(prompt.settings().withModel(model).withApi(api)));
    }

    private CountModel.Outcome outcome() {
        return workspace.counts().outcomeProperty().get().orElseThrow();
    }

    private Answer llama(Question question) {
        asked.add(question.path());
        String tokens = IntStream.range(0, 1_440).mapToObj(Integer::toString).collect(Collectors.joining(", "));
        return new Answer.Given(question.path().equals("/apply-template")
                ? "{\"prompt\": \"text\"}"
                : "{\"tokens\": [" + tokens + "]}");
    }

    @Test
    void theSimulatorMeasuresNothing() {
        send("claude-sonnet-4-6", Api.MESSAGES);
        fixture.willAnswer(_ -> new Answer.Given("{\"input_tokens\": 2000}"));

        workspace.counts().calibrate();

        assertThat(outcome()).isInstanceOfSatisfying(CountModel.Problem.class,
                problem -> assertThat(problem.words()).startsWith("The simulator counts as Cachewright does"));
        assertThat(fixture.measured()).isEmpty();
    }

    @Test
    void aCountThatNoTokenizerGivesIsNotKept() {
        send("claude-sonnet-4-6", Api.MESSAGES);
        workspace.preferences().change(now -> now.withProfileInUse("Anthropic"));
        for (int tokens : new int[]{15, 1_000_000}) {
            fixture.willAnswer(_ -> new Answer.Given("{\"input_tokens\": " + tokens + "}"));

            workspace.counts().calibrate();

            assertThat(outcome()).isInstanceOfSatisfying(CountModel.Problem.class,
                    problem -> assertThat(problem.words()).contains("which no tokenizer does"));
        }
        assertThat(fixture.measured()).isEmpty();
    }

    @Test
    void aCalibratedClaudeModelKeepsItsFactor() {
        workspace.preferences().change(now -> now.withProfileInUse("Anthropic"));
        send("claude-sonnet-4-6", Api.MESSAGES);
        fixture.willAnswer(_ -> new Answer.Given("{\"input_tokens\": 2000}"));

        workspace.counts().calibrate();

        assertThat(outcome()).isInstanceOfSatisfying(Compared.class, compared -> {
            assertThat(compared.comparison().server().tokens()).isEqualTo(2_000);
            assertThat(compared.kept()).isPresent();
        });
        assertThat(fixture.measured()).containsExactly("claude-sonnet-4-6");
        assertThat(workspace.counts().countingProperty().get()).isFalse();
    }

    @Test
    void aModelThatIsCountedExactlyIsNeverCorrected() {
        fixture.willAnswer(_ -> new Answer.Given("{\"input_tokens\": 2000}"));

        workspace.counts().calibrate();

        assertThat(outcome()).isInstanceOfSatisfying(Compared.class, compared -> {
            assertThat(compared.comparison().difference()).isNotZero();
            assertThat(compared.kept()).isEmpty();
        });
        assertThat(fixture.measured()).isEmpty();
    }

    @Test
    void aFailureIsSaidInWordsAndNothingIsKept() {
        fixture.willAnswer(_ -> new Answer.Failed(new Failure.Known(Failure.Kind.KEY_REFUSED, 401, "no",
                new Failure.Server("s", ""), 0)));

        workspace.counts().calibrate();

        assertThat(outcome()).isInstanceOf(Problem.class);
        assertThat(((Problem) outcome()).words()).startsWith("no");
        assertThat(fixture.measured()).isEmpty();
    }

    @Test
    void whatTheServerCountedIsShownUntilTheTextChangesAndTypingAsksNothing() {
        Profile local = Profile.compatible("http://127.0.0.1:8080/v1", Optional.of(RuleSet.Named.LONGEST_PREFIX));
        workspace.preferences().change(now -> now.withProfile(local).withProfileInUse(local.name()));
        send("local-model", Api.CHAT);
        fixture.willAnswer(this::llama);

        workspace.counts().countOnServer();

        assertThat(workspace.analysis().getAnalysis().orElseThrow().total().tokens()).isEqualTo(1_440);
        assertThat(workspace.analysis().getAnalysis().orElseThrow().total().isExact()).isTrue();
        assertThat(workspace.analysis().getAnalysis().orElseThrow().outlook().orElseThrow().next().split().input())
                .isEqualTo(1_440);
        send("another-model", Api.CHAT);
        assertThat(workspace.analysis().getAnalysis().orElseThrow().total().isExact()).isFalse();
        assertThat(asked).containsExactly("/apply-template", "/tokenize");
    }
}
