package dev.cachewright.ui.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.provider.Simulators;
import dev.cachewright.provider.simulated.SimulatedServer;
import dev.cachewright.recorder.Gap;
import dev.cachewright.recorder.WatchEvent;
import dev.cachewright.session.Call;
import dev.cachewright.session.Session;
import dev.cachewright.session.SessionSummary;
import dev.cachewright.session.Verdict;
import dev.cachewright.ui.UiQueue;
import dev.cachewright.ui.WorkspaceFixture;
import dev.cachewright.ui.workspace.WatchSetup.Target;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WatchModelTest {

    private final UiQueue ui = new UiQueue();
    private final SimulatedServer server = Simulators.start();
    private final WorkspaceFixture fixture = WorkspaceFixture.on(ui).willSimulateAt(server.baseUrl());
    private final Workspace workspace = fixture.workspace();
    private final WatchModel watch = workspace.watch();
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @AfterEach
    void close() {
        watch.close();
        client.close();
        server.close();
    }

    private WorkspaceFixture watching(boolean keepsBodies) throws InterruptedException {
        watch.start(new WatchSetup(Target.SIMULATOR, "", 0, keepsBodies));
        ui.until(watch::isWatching);
        return fixture;
    }

    private static String body(String first) {
        return "{\"model\": \"gpt-5.4\", \"messages\": [{\"role\": \"system\", \"content\": \"" + first
                + Simulators.LONG + "\"}, {\"role\": \"user\", \"content\": \"May I?\"}]}";
    }

    /// Calls as an application does; the calls of the watch are there when this returns.
    private void call(String... firsts) throws InterruptedException {
        int before = watch.callsProperty().get();
        String url = watch.watchingProperty().get().orElseThrow().settings().getFirst().line().replaceFirst(".*=", "");
        for (String first : firsts) {
            assertThat(post(url + "/chat/completions", body(first))).isEqualTo(200);
        }
        ui.until(() -> watch.callsProperty().get() == before + firsts.length);
    }

    private int post(String url, String body) {
        try {
            return client.send(HttpRequest.newBuilder(URI.create(url)).header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(body)).build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private Session shown() {
        return workspace.session().getSession();
    }

    private int port() {
        return watch.watchingProperty().get().orElseThrow().port();
    }

    private Session kept(String id) throws IOException {
        return fixture.store().read(id);
    }

    @Test
    void callsOfTheApplicationAppearWithForecastAndVerdictInASessionOfTheirOwn() throws Exception {
        String before = shown().id();
        watching(true).kept();
        call("", "", "It is 09:42. ");

        assertThat(shown().id()).isNotEqualTo(before);
        assertThat(shown().title()).isEqualTo("Watched application");
        assertThat(shown().calls()).extracting(Call::verdict).containsExactly(Verdict.COLD, Verdict.AS_FORECAST,
                Verdict.PREFIX_CHANGED);
        assertThat(kept(shown().id()).calls()).isEqualTo(shown().calls());
        assertThat(workspace.session().wantedProperty().get()).isTrue();
    }

    @Test
    void theCallThatIsLookedAtIsTheLatestUntilAnEarlierOneIsChosen() throws Exception {
        watching(true);
        call("", "It is 09:42. ");
        assertThat(workspace.session().selectedProperty().get()).contains(shown().calls().getLast());
        ui.until(() -> workspace.explanation().explainedProperty().get().isPresent());
        assertThat(workspace.explanation().explainedProperty().get().orElseThrow().earlier())
                .isEqualTo(shown().calls().getFirst());

        workspace.session().selectedProperty().set(Optional.of(shown().calls().getFirst()));
        call("");
        assertThat(workspace.session().selectedProperty().get()).contains(shown().calls().getFirst());
        ui.until(() -> workspace.exchange().get().exchange().isPresent());
        assertThat(workspace.exchange().get().exchange().orElseThrow().body()).isEqualTo(body(""));
    }

    @Test
    void aCallThatIsReadAboutStaysWhenOthersCome() throws Exception {
        watching(true);
        call("");
        workspace.session().pinnedProperty().set(true);
        call("");

        assertThat(workspace.session().selectedProperty().get()).contains(shown().calls().getFirst());
        assertThat(workspace.exchange().get().call()).contains(shown().calls().getFirst());
    }

    @Test
    void callsBelongToTheWatchWhateverIsShown() throws Exception {
        fixture.openSample();
        watching(true);
        String watched = shown().id();
        call("");
        workspace.startSession();
        call("");
        assertThat(shown().calls()).isEmpty();
        assertThat(watch.elsewhereProperty().get()).isTrue();

        workspace.sessions().showWatched();
        assertThat(shown().id()).isEqualTo(watched);
        assertThat(shown().calls()).hasSize(2);
        assertThat(watch.elsewhereProperty().get()).isFalse();
        call("");
        assertThat(shown().calls()).extracting(Call::number).containsExactly(1, 2, 3);
    }

    @Test
    void anotherPromptBeginsAnotherSessionAndTheWatchGoesOn() throws Exception {
        watching(true);
        String watched = shown().id();
        call("");
        fixture.openSample();
        assertThat(shown().id()).isNotEqualTo(watched);
        call("");

        assertThat(kept(watched).calls()).hasSize(2);
        workspace.sessions().open(watched);
        assertThat(shown().calls()).hasSize(2);
    }

    @Test
    void aTestCallIsNoCallOfTheApplication() throws Exception {
        fixture.openSample();
        watching(true);
        String watched = shown().id();
        call("");
        workspace.runs().send();
        ui.until(() -> shown().calls().size() == 1 && !workspace.runs().isRunning());
        call("");

        assertThat(shown().id()).isNotEqualTo(watched);
        assertThat(shown().title()).isEqualTo("support-agent.prompt");
        assertThat(kept(watched).calls()).extracting(call -> call.target().profile()).containsExactly("Simulator",
                "Simulator");
        assertThat(kept(watched).title()).isEqualTo("Watched application");
        assertThat(kept(shown().id()).calls()).hasSize(1);
    }

    @Test
    void aSessionOfBeforeIsOpenedWhileTheWatchGoesOn() throws Exception {
        fixture.openSample();
        workspace.runs().send();
        ui.until(() -> shown().calls().size() == 1 && !workspace.runs().isRunning());
        String own = shown().id();
        watching(true);
        String watched = shown().id();
        workspace.sessions().open(own);
        ui.until(() -> shown().id().equals(own));
        call("", "");

        assertThat(shown().calls()).hasSize(1);
        assertThat(kept(watched).calls()).hasSize(2);
    }

    @Test
    void stoppingEndsTheRecorderAndKeepsTheSession() throws Exception {
        watching(true);
        call("");
        int port = port();
        watch.stop();
        ui.until(() -> !watch.isWatching());

        assertThat(shown().calls()).hasSize(1);
        assertThat(canConnect(port)).isFalse();
        String first = shown().id();
        watching(true);
        assertThat(shown().id()).isNotEqualTo(first);
        assertThat(watch.callsProperty().get()).isZero();
    }

    @Test
    void closingTheWindowEndsTheRecorder() throws Exception {
        watching(true);
        call("");
        int port = port();
        watch.close();

        assertThat(canConnect(port)).isFalse();
        assertThat(fixture.kept()).hasSize(1);
        watch.start(WatchSetup.usual());
        ui.until(() -> !watch.busyProperty().get());
    }

    private static boolean canConnect(int port) {
        try (var _ = new Socket("127.0.0.1", port)) {
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    @Test
    void aPortThatIsTakenIsToldAndNothingChanges() throws Exception {
        Session before = shown();
        watch.start(new WatchSetup(Target.ALL, "", server.port(), true));
        ui.until(() -> watch.problemProperty().get().isPresent());

        assertThat(watch.problemProperty().get().orElseThrow()).startsWith("Port " + server.port()
                + " cannot be had. ").endsWith("Choose another one, or 0 for a free one.");
        assertThat(watch.isWatching()).isFalse();
        assertThat(watch.busyProperty().get()).isFalse();
        assertThat(shown()).isSameAs(before);
    }

    @Test
    void anAddressThatIsNoneIsTold() throws Exception {
        watch.start(new WatchSetup(Target.SERVER, "localhost:8080", 0, true));
        ui.until(() -> watch.problemProperty().get().isPresent());

        assertThat(watch.problemProperty().get())
                .contains("This is not a base URL: write it as http://localhost:8080/v1.");
    }

    @Test
    void withoutTextsTheReasonOfAMissIsStillKnown() throws Exception {
        watching(false);
        call("", "It is 09:42. ");

        assertThat(fixture.store().exchanges().toString()).doesNotContain("09:42", "Answer in one");
        assertThat(shown().calls().getLast().verdict()).isEqualTo(Verdict.PREFIX_CHANGED);
        ui.until(() -> workspace.explanation().explainedProperty().get().isPresent());
    }

    @Test
    void aFullDiskIsToldUntilItTakesCallsAgain() throws Exception {
        watching(true);
        fixture.fillDisk();
        call("");
        assertThat(watch.diskProperty().get())
                .contains(new WatchEvent.DiskRefused("No space left on device", 1));
        workspace.session().selectedProperty().set(Optional.empty());
        workspace.session().selectedProperty().set(Optional.of(shown().calls().getLast()));
        ui.until(() -> workspace.exchange().get().exchange().isPresent());

        fixture.store().fill("");
        call("");
        assertThat(watch.diskProperty().get()).isEmpty();
        assertThat(fixture.kept()).hasSize(2);
    }

    @Test
    void callsThatTheDiskNeverTookAreToldAtTheEnd() throws Exception {
        watching(true);
        fixture.fillDisk();
        call("", "");
        watch.stop();
        ui.until(() -> !watch.isWatching());
        assertThat(watch.diskProperty().get())
                .contains(new WatchEvent.DiskRefused("No space left on device", 2));

        watch.forget();
        assertThat(watch.diskProperty().get()).isEmpty();
    }

    @Test
    void callsThatAreMissedAreCounted() throws Exception {
        watching(true);
        post("http://127.0.0.1:" + port() + "/v1/chat/completions", "no JSON");
        ui.until(() -> !watch.missedProperty().get().isEmpty());

        assertThat(watch.missedProperty().get()).isEqualTo(Map.of(Gap.NOT_READ, 1L));
    }

    @Test
    void manyCallsASecondAreAllTaken() throws Exception {
        watching(true);
        String url = "http://127.0.0.1:" + port() + "/v1/chat/completions";
        List<Thread> threads = IntStream.range(0, 16).mapToObj(_ -> Thread.ofVirtual().start(() -> {
            for (int i = 0; i < 20; i++) {
                post(url, body(""));
            }
        })).toList();
        for (Thread thread : threads) {
            thread.join();
        }
        ui.until(() -> watch.callsProperty().get() == 320);

        assertThat(shown().calls()).extracting(Call::number)
                .isEqualTo(IntStream.rangeClosed(1, 320).boxed().toList());
    }

    @Test
    void theSessionOfAWatchThatGoesOnIsNamedAndNotDeleted() throws Exception {
        watching(true);
        call("");
        SessionSummary summary = fixture.store().list().getFirst();
        workspace.sessions().rename(summary, "Night run");
        ui.until(() -> shown().name().equals("Night run"));
        workspace.startSession();
        workspace.sessions().showWatched();
        assertThat(shown().name()).isEqualTo("Night run");

        var said = new String[]{""};
        workspace.sessions().delete(summary.id()).onFailure(IOException.class, e -> said[0] = e.getMessage());
        ui.until(() -> !said[0].isEmpty());
        assertThat(said[0]).isEqualTo("The application of this session is still watched; stop that first.");
        assertThat(kept(summary.id()).calls()).hasSize(1);
    }
}
