package dev.cachewright.ui.notices;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.prompt.Api;
import dev.cachewright.prompt.Settings;
import dev.cachewright.provider.CallEvent;
import dev.cachewright.provider.Profile;
import dev.cachewright.provider.ProviderException;
import dev.cachewright.run.Pace;
import dev.cachewright.run.Stops;
import dev.cachewright.session.Failure;
import dev.cachewright.ui.Snapshots;
import dev.cachewright.ui.WorkspaceFixture;
import dev.cachewright.ui.fx.Views;
import dev.cachewright.ui.workspace.Workspace;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class RunNoticesTest {

    private final WorkspaceFixture fixture = new WorkspaceFixture().openSample();
    private final Workspace workspace = fixture.workspace();
    private final List<String> opened = new ArrayList<>();
    private final NoticesViewModel model = new NoticesViewModel(workspace, new NoticesViewModel.Doors(
            () -> opened.add("copy"), opened::add));
    private final RunNotices notices = model.getRuns();

    private void change(UnaryOperator<Settings> change) {
        var prompt = workspace.prompt().getPrompt();
        workspace.prompt().edit(prompt.withSettings(change.apply(prompt.settings())));
    }

    private static CallEvent limited(long seconds) {
        return new CallEvent.Failed(new Failure.Known(Failure.Kind.RATE_LIMITED, 429, "Slow down",
                new Failure.Server("http://here/v1", ""), seconds));
    }

    private void runRows(int calls) {
        workspace.runs().runRows(calls, Pace.oneByOne(Duration.ZERO).withStops(Stops.usual().withTries(1)));
    }

    @Test
    void nothingIsSaidWhileAllGoesWell() {
        runRows(3);

        assertThat(List.of(notices.getProblem(), notices.getWayOut(), notices.getWaiting(), notices.getUnfinished(),
                notices.getResume())).containsOnly("");
    }

    @Test
    void aPromptInTheFormOfMessagesIsOfferedAFormThatGoesOut() {
        change(settings -> settings.withApi(Api.MESSAGES));
        workspace.runs().send();
        assertThat(notices.getProblem()).isEqualTo("Nothing was sent: Simulator takes Chat Completions and Responses, "
                + "and this prompt is in the form of Messages. Choose one of them as the API.");
        assertThat(notices.getWayOut()).isEqualTo("Choose Responses");

        notices.takeWayOut();

        assertThat(workspace.prompt().getPrompt().settings().api()).isEqualTo(Api.RESPONSES);
        assertThat(notices.getProblem()).isEmpty();
        assertThat(fixture.kept()).isEmpty();
    }

    @Test
    void aModelThatIsNotThereLeadsToTheListThatHelps() {
        change(settings -> settings.withModel("gemini-2.5-pro"));
        workspace.runs().send();
        assertThat(notices.getProblem()).isEqualTo("Nothing was sent: the simulator answers as models of OpenAI and "
                + "Anthropic. Choose one of them instead of gemini-2.5-pro.");
        assertThat(notices.getWayOut()).isEqualTo("Choose a model");
        notices.takeWayOut();

        workspace.preferences().change(now -> now.withProfileInUse(Profile.openAi().name()));
        assertThat(notices.getProblem()).isEmpty();
        workspace.runs().send();
        assertThat(notices.getWayOut()).isEqualTo("Choose a profile");
        notices.takeWayOut();

        assertThat(opened).containsExactly("choose-model", "choose-profile");
        assertThat(fixture.kept()).isEmpty();
    }

    @Test
    void aServerWithoutAKeyLeadsToThePageOfKeys() {
        workspace.preferences().change(now -> now.withProfileInUse(Profile.openAi().name()));
        fixture.beforeTheEnd(() -> {
            throw new ProviderException("There is no key for OpenAI.");
        });
        workspace.runs().send();
        assertThat(notices.getWayOut()).isEqualTo("Open servers and keys");

        notices.takeWayOut();

        assertThat(opened).containsExactly("servers");
    }

    @Test
    void aKeyThatIsTooLongLeadsToTheCacheSettingsAndAnEmptyPromptToABlock() {
        change(settings -> settings.withCache(settings.cache().withKey("k".repeat(65))));
        workspace.runs().send();
        notices.takeWayOut();
        workspace.prompt().edit(workspace.prompt().getPrompt().withBlocks(List.of()));
        workspace.runs().send();
        notices.takeWayOut();

        assertThat(opened).containsExactly("cache-settings", "add-user");
    }

    @Test
    void aCallThatWaitsCountsDown() {
        fixture.willBring(limited(2));
        var said = new ArrayList<String>();
        notices.waitingProperty().subscribe((before, now) -> {
            said.add(now);
        });

        runRows(2);

        assertThat(said).containsExactly(
                "Call 1 was not answered. It is sent again in 2 seconds; Esc stops the run.",
                "Call 1 was not answered. It is sent again in 1 second; Esc stops the run.", "");
    }

    @Test
    void aSeriesThatFailedOffersToGoOn() {
        fixture.willAnswer("Yes.", 1_842, 0).willBring(limited(3_600));

        runRows(14);

        assertThat(notices.getUnfinished()).isEqualTo("Call 2 failed, and the series ended with 1 of 14 calls "
                + "answered. Slow down. Wait 3,600 seconds, then send it again.");
        assertThat(notices.getResume()).isEqualTo("Resume: 13 calls left");

        notices.resume();

        assertThat(notices.getUnfinished()).isEmpty();
        assertThat(workspace.session().getSession().calls()).hasSize(15);
    }

    @Test
    void aSeriesThatWasStoppedOffersToGoOnUntilAnotherCallIsSent() {
        fixture.willBring(new CallEvent.Cancelled()).beforeTheEnd(() -> {
            if (fixture.kept().isEmpty()) {
                workspace.runs().stop();
            }
        });
        runRows(2);
        assertThat(notices.getUnfinished()).isEqualTo("The series was stopped with 0 of 2 calls answered.");

        workspace.runs().send();

        assertThat(notices.getUnfinished()).isEmpty();
        assertThat(workspace.runs().unfinishedProperty().get()).isPresent();
    }

    @Test
    void noticesOfARunLookAsBefore() {
        fixture.willAnswer("Yes.", 1_842, 0).willBring(limited(3_600));
        runRows(14);
        change(settings -> settings.withApi(Api.MESSAGES));
        workspace.runs().isReady();

        Snapshots.check("notices-run", 600, 200, () -> Views.load(new NoticesView(model)).root());
    }

    @Test
    void aWindowThatIsGoneHearsNoMore() {
        model.close();

        change(settings -> settings.withApi(Api.MESSAGES));
        workspace.runs().send();

        assertThat(notices.getProblem()).isEmpty();
    }
}
