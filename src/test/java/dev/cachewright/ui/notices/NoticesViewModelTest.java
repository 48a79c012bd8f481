package dev.cachewright.ui.notices;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.format.file.PromptFile;
import dev.cachewright.prompt.Values;
import dev.cachewright.recorder.WatchedSession;
import dev.cachewright.session.PromptSource;
import dev.cachewright.session.Session;
import dev.cachewright.store.PromptDocument;
import dev.cachewright.store.PromptDocuments;
import dev.cachewright.ui.SampleCalls;
import dev.cachewright.ui.SamplePrompt;
import dev.cachewright.ui.Snapshots;
import dev.cachewright.ui.WorkspaceFixture;
import dev.cachewright.ui.fx.Views;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class NoticesViewModelTest {

    private final WorkspaceFixture fixture = new WorkspaceFixture().openSample();
    private final AtomicInteger copies = new AtomicInteger();
    private final List<String> opened = new ArrayList<>();
    private final NoticesViewModel.Doors doors = new NoticesViewModel.Doors(copies::incrementAndGet,
            opened::add);
    private final NoticesViewModel notices = new NoticesViewModel(fixture.workspace(), doors);

    @Test
    void nothingIsSaidWhileCallsAreKept() {
        fixture.workspace().runs().send();

        assertThat(notices.getSessions().getUnkept()).isEmpty();
        assertThat(fixture.kept()).hasSize(1);
    }

    @Test
    void toolsThatThePromptOnlyNamesAreToldUntilAnotherIsOpened() {
        PromptFile file = PromptFile.read("---\ntools: [lookup, lend]\n---\nHi");
        fixture.workspace().prompt().open(PromptDocument.untitled("a", file, file.messages(), Values.none()));
        assertThat(notices.getUndefined()).startsWith(
                "The prompt names lookup, lend without their definitions: they are neither counted nor sent.");

        fixture.openSample();
        assertThat(notices.getUndefined()).isEmpty();
    }

    @Test
    void whatAFileWasTakenForIsSaidUntilAnotherIsOpened() {
        fixture.workspace().prompt().open(new PromptDocuments().importText("pasted",
                "curl https://h/v1/responses -d '{\"model\": \"gpt-5.4\", \"input\": \"Hi\"}'"));
        assertThat(notices.getTaken()).isEqualTo("Taken from a command of curl to /v1/responses: its body; headers, "
                + "keys and other options are left out.");

        fixture.openSample();
        assertThat(notices.getTaken()).isEmpty();
    }

    @Test
    void oneCallIsNamedByItsNumber() {
        fixture.fillDisk().workspace().runs().send();

        assertThat(notices.getSessions().getUnkept())
                .isEqualTo("Call 1 is shown here and could not be written to disk: "
                        + "No space left on device. Save a copy before you close the window.");
    }

    @Test
    void severalCallsAreCounted() {
        fixture.fillDisk().workspace().runs().send();
        fixture.workspace().runs().send();

        assertThat(notices.getSessions().getUnkept())
                .startsWith("2 calls are shown here and could not be written to disk: ");
    }

    @Test
    void thisIsOverWhereACopyWasSaved() {
        fixture.fillDisk().workspace().runs().send();

        fixture.workspace().session().copied(fixture.workspace().session().getSession());

        assertThat(notices.getSessions().getUnkept()).isEmpty();
    }

    @Test
    void anotherSessionBeginsWithoutAWord() {
        fixture.fillDisk().workspace().runs().send();

        fixture.workspace().startSession();

        assertThat(notices.getSessions().getUnkept()).isEmpty();
    }

    @Test
    void aSeriesOfTheSessionBeforeIsNamedUntilItEnds() {
        var said = new ArrayList<String>();
        fixture.beforeTheEnd(() -> {
            said.add(notices.getSessions().getElsewhere());
            fixture.workspace().startSession();
            said.add(notices.getSessions().getElsewhere());
        });

        fixture.workspace().runs().send();

        assertThat(said).containsExactly("", "A series is under way whose calls belong to the session before: "
                + "they are kept there and not shown here.");
        assertThat(notices.getSessions().getElsewhere()).isEmpty();
    }

    @Test
    void aSessionThatGoesOnSaysSoUntilACallIsMadeOrAnotherOneBegins() {
        for (boolean isSent : new boolean[]{true, false}) {
            WorkspaceFixture again = WorkspaceFixture.restoring(SampleCalls.twelve()).openSample();
            var said = new NoticesViewModel(again.workspace(), doors, ZoneOffset.UTC);
            assertThat(said.getSessions().getResumed()).isEqualTo("These 12 calls are from 23 November, 09:42. "
                    + "New calls are added to them.");

            if (isSent) {
                again.workspace().runs().send();
            } else {
                said.getSessions().startNew();
            }

            assertThat(said.getSessions().getResumed()).isEmpty();
        }
    }

    @Test
    void callsOfAnApplicationAreNotJoinedByTestCalls() {
        WorkspaceFixture again = WorkspaceFixture
                .restoring(WatchedSession.begin("kept").with(SampleCalls.twelve().calls()));
        var said = new NoticesViewModel(again.workspace(), doors, ZoneOffset.UTC);
        assertThat(said.getSessions().getResumed()).isEqualTo("These 12 calls of a watched application are from "
                + "23 November, 09:42. Test calls begin a session of their own.");
    }

    @Test
    void aSessionSaysOfWhichPromptItIs() {
        fixture.workspace().runs().send();
        WorkspaceFixture again = WorkspaceFixture
                .restoring(new Session("kept", "", new PromptSource("support-agent.prompt", ""), fixture.kept()));
        var said = new NoticesViewModel(again.workspace(), doors, ZoneOffset.UTC);
        assertThat(said.getSessions().getResumed())
                .isEqualTo("This call of support-agent.prompt is from 23 November, 09:41. "
                        + "New calls are added to it.");

        again.open("other.prompt", SamplePrompt.prompt(), Values.none());
        assertThat(said.getSessions().getResumed()).isEmpty();
        assertThat(again.workspace().session().getSession().calls()).isEmpty();
        assertThat(said.getSessions().getOffer()).isEmpty();

        again.openSample();
        assertThat(said.getSessions().getOffer())
                .isEqualTo("support-agent.prompt has a call from 23 November, 09:41 in a session before.");
        said.getSessions().openOffer();
        assertThat(said.getSessions().getOffer()).isEmpty();
        assertThat(said.getSessions().getResumed()).endsWith("New calls are added to it.");
        assertThat(again.workspace().session().getSession().id()).isEqualTo("kept");
    }

    @Test
    void noticesLookAsBefore() {
        fixture.fillDisk().workspace().runs().send();

        Snapshots.check("notices", 600, 120, () -> Views.load(new NoticesView(notices)).root());
    }

    @Test
    void aCopyIsSavedWhenItIsAskedFor() {
        notices.getSessions().saveCopy();

        assertThat(copies).hasValue(1);
    }

    @Test
    void aWindowThatIsGoneHearsNoMore() {
        notices.close();

        fixture.fillDisk().workspace().runs().send();

        assertThat(notices.getSessions().getUnkept()).isEmpty();
    }
}
