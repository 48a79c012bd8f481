package dev.cachewright.ui.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.provider.RecordingServer;
import dev.cachewright.provider.Simulators;
import dev.cachewright.provider.simulated.SimulatedServer;
import dev.cachewright.ui.Snapshots;
import dev.cachewright.ui.UiQueue;
import dev.cachewright.ui.WorkspaceFixture;
import dev.cachewright.ui.fx.Views;
import dev.cachewright.ui.workspace.WatchModel;
import dev.cachewright.ui.workspace.WatchSetup;
import dev.cachewright.ui.workspace.WatchSetup.Target;
import dev.cachewright.ui.workspace.Workspace;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import javafx.scene.Parent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WatchViewTest {

    private final UiQueue ui = new UiQueue();
    private final SimulatedServer server = Simulators.start();
    private final WorkspaceFixture fixture = WorkspaceFixture.on(ui).willSimulateAt(server.baseUrl());
    private final Workspace workspace = fixture.workspace();
    private final WatchModel watch = workspace.watch();
    private final WatchViewModel model = new WatchViewModel(watch);
    private final WatchStripViewModel strip = new WatchStripViewModel(watch, workspace.sessions());

    @AfterEach
    void close() {
        watch.close();
        server.close();
    }

    private void start(Target target) throws InterruptedException {
        model.targetProperty().set(target);
        model.start();
        ui.until(watch::isWatching);
    }

    private int post(String body) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            return client.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + "/v1/chat/completions"))
                    .header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(body)).build(),
                    HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        }
    }

    private int port() {
        return watch.watchingProperty().get().orElseThrow().port();
    }

    private void call() throws IOException, InterruptedException {
        int before = watch.callsProperty().get();
        post("{\"model\": \"gpt-5.4\", \"messages\": [{\"role\": \"user\", \"content\": \"May I?\"}]}");
        ui.until(() -> watch.callsProperty().get() > before);
    }

    private Parent view() {
        return Views.load(new WatchView(model)).root();
    }

    private Parent stripView() {
        Runnable nothing = () -> {
        };
        return Views.load(new WatchStripView(strip, new WatchStripView.Doors(nothing, nothing, nothing))).root();
    }

    @Test
    void allKnownProvidersAreWatchedAtAFreePortUnlessAnotherIsChosen() throws InterruptedException {
        assertThat(model.startableProperty().get()).isTrue();
        start(Target.ALL);

        assertThat(watch.getSetup()).isEqualTo(new WatchSetup(Target.ALL, "", 0, true));
        String root = "http://127.0.0.1:" + port();
        assertThat(model.baseUrls()).contains(new AddressLine("OpenAI", root + "/openai/v1"),
                new AddressLine("Anthropic", root + "/anthropic"), new AddressLine("Groq", root + "/groq/openai/v1"));
        assertThat(model.settings()).extracting(AddressLine::title).containsExactly("OpenAI’s clients", "Codex",
                "LiteLLM, in litellm_params of its config.yaml", "Anthropic’s clients", "Claude Code");
        assertThat(model.getSummary()).contains("127.0.0.1:" + port()).endsWith("kept on this computer.");
        assertThat(strip.getGoing())
                .isEqualTo("Watching all known providers at 127.0.0.1:" + port() + " · no calls yet");
    }

    @Test
    void oneServerHasAllLinesOfItsOwn() throws InterruptedException {
        model.withoutTextsProperty().set(true);
        start(Target.SIMULATOR);

        assertThat(watch.getSetup().keepsBodies()).isFalse();
        assertThat(model.settings()).hasSize(5).first()
                .isEqualTo(new AddressLine("OpenAI’s clients", "export OPENAI_BASE_URL=http://127.0.0.1:" + port()
                        + "/v1"));
        assertThat(model.getSummary()).isEqualTo("Simulator at " + server.baseUrl()
                + " is watched. No texts are kept, only counts, hashes and places.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "ALL||70000|“70000” is no port: enter a number up to 65535, or nothing for a free one.",
            "ALL||http|“http” is no port: enter a number up to 65535, or nothing for a free one.",
            "SERVER|localhost:8080||This is not a base URL: write it as http://localhost:8080/v1."})
    void whatCannotBeUsedIsSaidOnceAndNotStarted(Target target, String baseUrl, String port, String problem) {
        model.targetProperty().set(target);
        model.baseUrlProperty().set(baseUrl == null ? "" : baseUrl);
        model.portProperty().set(port == null ? "" : port);

        assertThat(model.getProblem()).isEqualTo(problem);
        assertThat(model.startableProperty().get()).isFalse();
        model.start();
        assertThat(watch.busyProperty().get()).isFalse();
        model.targetProperty().set(Target.ALL);
        model.portProperty().set(" 0 ");
        assertThat(model.getProblem()).isEmpty();
        assertThat(model.startableProperty().get()).isTrue();
    }

    @Test
    void anAddressThatIsStillToBeTypedIsNoMistake() {
        model.targetProperty().set(Target.SERVER);

        assertThat(model.getProblem()).isEmpty();
        assertThat(model.startableProperty().get()).isFalse();
    }

    @Test
    void aPortThatIsTakenIsSaidUntilAnotherIsTyped() throws InterruptedException {
        model.portProperty().set(String.valueOf(server.port()));
        model.start();
        ui.until(() -> !watch.busyProperty().get());

        assertThat(model.getProblem()).startsWith("Port " + server.port() + " cannot be had. ");
        assertThat(model.startableProperty().get()).isTrue();
        model.portProperty().set("");
        assertThat(model.getProblem()).isEmpty();
    }

    @Test
    void whatWasChosenLastIsOfferedAgain() throws InterruptedException {
        int free;
        try (RecordingServer other = RecordingServer.start()) {
            free = Integer.parseInt(other.baseUrl().replaceFirst(".*:(\\d+).*", "$1"));
        }
        model.portProperty().set(String.valueOf(free));
        start(Target.SIMULATOR);
        model.stop();
        ui.until(() -> !watch.isWatching());

        var again = new WatchViewModel(watch);
        assertThat(again.targetProperty().get()).isEqualTo(Target.SIMULATOR);
        assertThat(again.portProperty().get()).isEqualTo(String.valueOf(free));
    }

    @Test
    void theNoticeCountsCallsAndLeadsToThem() throws Exception {
        start(Target.SIMULATOR);
        call();
        assertThat(strip.getGoing()).isEqualTo("Watching Simulator at 127.0.0.1:" + port() + " · 1 call");
        workspace.startSession();
        assertThat(strip.elsewhereProperty().get()).isTrue();
        strip.showCalls();
        assertThat(workspace.session().getSession().calls()).hasSize(1);
        assertThat(strip.elsewhereProperty().get()).isFalse();

        strip.stop();
        assertThat(strip.getGoing()).endsWith("1 call. What has passed is kept…");
        ui.until(() -> !watch.isWatching());
        assertThat(strip.getGoing()).isEmpty();
    }

    @Test
    void whatIsNotKeptIsSaid() throws Exception {
        start(Target.SIMULATOR);
        fixture.fillDisk();
        call();
        assertThat(strip.getDisk()).isEqualTo("Calls are not written to disk: No space left on device. The "
                + "application goes on, and the last calls wait in memory.");
        assertThat(post("no JSON")).isEqualTo(400);
        ui.until(() -> !strip.getMissed().isEmpty());
        assertThat(strip.getMissed()).isEqualTo("1 call has passed whose request could not be read.");

        strip.stop();
        ui.until(() -> !watch.isWatching());
        assertThat(strip.getDisk()).isEqualTo("1 call could not be written to disk: No space left on device.");
        strip.forget();
        assertThat(List.of(strip.getDisk(), strip.getMissed())).containsOnly("");
    }

    @Test
    void theyLookAsBefore() throws Exception {
        Snapshots.check("watch", 680, 420, this::view);
        model.targetProperty().set(Target.SERVER);
        model.baseUrlProperty().set("localhost:8080");
        Snapshots.check("watch-wrong", 680, 460, this::view);
        start(Target.ALL);
        Snapshots.check("watch-running", 680, 520, this::view);
    }

    @Test
    void theNoticeLooksAsBefore() throws Exception {
        start(Target.SIMULATOR);
        fixture.fillDisk();
        call();
        post("no JSON");
        ui.until(() -> !strip.getMissed().isEmpty());
        workspace.startSession();
        Snapshots.check("watch-strip", 560, 260, this::stripView);
    }
}
