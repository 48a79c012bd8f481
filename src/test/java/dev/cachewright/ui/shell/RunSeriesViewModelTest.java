package dev.cachewright.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.prompt.Values;
import dev.cachewright.provider.Profile;
import dev.cachewright.ui.WorkspaceFixture;
import dev.cachewright.ui.workspace.Workspace;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunSeriesViewModelTest {

    private final WorkspaceFixture fixture = new WorkspaceFixture().openSample();
    private final Workspace workspace = fixture.workspace();
    private final RunSeriesViewModel model = new RunSeriesViewModel(workspace);

    private List<String> said() {
        return List.of(model.getCalls(), model.getTokens(), model.getCost(), model.getDuration(), model.getCharge(),
                model.goProperty().get());
    }

    @Test
    void callsAreCountedInOneAndMany() {
        workspace.prompt().useValues(Values.none());

        assertThat(model.getCalls()).isEqualTo("1 call to Simulator");
        model.choices().times.set(1_000);
        assertThat(model.getCalls()).isEqualTo("1,000 calls to Simulator");
        assertThat(model.goProperty().get()).isEqualTo("Run 1,000 calls");
    }

    @Test
    void theSimulatorCostsNothing() {
        assertThat(said()).containsExactly("24 calls to Simulator", "≈ 36,438",
                "Nothing: the simulator is free. At the prices of gpt-5.4: ≈ $0.0182 for the input; the answers come on top.",
                "≈ 1 min 12 s, if a call takes 3 seconds", "", "Run 24 calls");
    }

    @Test
    void whatCostsRealMoneySaysSoOnItsButton() {
        workspace.preferences().change(now -> now.withProfileInUse(Profile.openAi().name()));

        assertThat(said()).containsExactly("24 calls to OpenAI", "≈ 36,438",
                "≈ $0.0182 for the input; the answers come on top", "≈ 1 min 12 s, if a call takes 3 seconds",
                "These calls are billed to your account at OpenAI.", "Run 24 calls for about $0.0182");
    }

    @Test
    void earlierCallsSayHowLongAndHowDearAnswersAre() {
        workspace.runs().send();

        assertThat(model.getDuration()).isEqualTo("≈ 2 s, by the calls so far");
        assertThat(model.getCost()).isEqualTo(
                "Nothing: the simulator is free. At the prices of gpt-5.4: ≈ $0.0481, with answers as long as those so far.");
    }

    @Test
    void laterPassesBeginWithAWarmCache() {
        model.choices().times.set(2);

        assertThat(model.getTokens()).isEqualTo("≈ 72,876");
        assertThat(model.getCost()).isEqualTo(
                "Nothing: the simulator is free. At the prices of gpt-5.4: ≈ $0.0333 for the input; the answers come on top.");
    }

    @Test
    void pingsAreSaidAndMade() {
        workspace.prompt().edit(workspace.prompt().getPrompt().withSettings(workspace.prompt().getPrompt().settings()
                .withModel("gpt-4o")));
        model.choices().pauseMillis.set(600_000);
        model.choices().keptAlive.set(true);

        assertThat(model.getCalls()).isEqualTo("47 calls to Simulator, 23 of them pings: what is stored is kept for "
                + "10 min after its last use");
        assertThat(model.getDuration()).isEqualTo("≈ 3 h 51 min, if a call takes 3 seconds");
        model.choices().parallel.set(2);
        assertThat(model.getCalls()).isEqualTo("24 calls to Simulator");
        model.choices().parallel.set(1);
        model.choices().pauseMillis.set(1_000);
        assertThat(model.getCalls()).isEqualTo("24 calls to Simulator, without pings: what is stored is kept for "
                + "10 min after its last use, and these calls follow each other sooner");

        model.choices().pauseMillis.set(600_000);
        model.run();

        assertThat(workspace.runs().plannedProperty().get()).isEqualTo(47);
    }

    @Test
    void callsAtATimeAndPausesChangeTheTime() {
        model.choices().parallel.set(4);
        model.choices().pauseMillis.set(1_000);

        assertThat(model.getDuration()).isEqualTo("≈ 23 s, if a call takes 3 seconds");
    }

    @Test
    void aModelThatIsNotKnownHasNoPrice() {
        workspace.prompt().edit(workspace.prompt().getPrompt().withSettings(
                workspace.prompt().getPrompt().settings().withModel("mine")));

        assertThat(model.getCost()).isEqualTo("Nothing: the simulator is free.");
    }

    @Test
    void aFormThatIsClosedHearsNoMore() {
        model.close();

        workspace.prompt().useValues(Values.none());

        assertThat(model.getCalls()).isEqualTo("24 calls to Simulator");
    }
}
