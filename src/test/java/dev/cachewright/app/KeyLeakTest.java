package dev.cachewright.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.cli.Cli;
import dev.cachewright.cli.key.CliKeys;
import dev.cachewright.cli.key.KeyInput;
import dev.cachewright.format.record.SessionLines;
import dev.cachewright.journey.Window;
import dev.cachewright.provider.Extras;
import dev.cachewright.provider.Profile;
import dev.cachewright.provider.RecordingServer;
import dev.cachewright.provider.simulated.SimulatorOptions;
import dev.cachewright.session.Call;
import dev.cachewright.session.SessionSummary;
import dev.cachewright.settings.MemoryVault;
import dev.cachewright.settings.Preferences;
import dev.cachewright.settings.PreferencesFile;
import dev.cachewright.settings.Secret;
import dev.cachewright.settings.Vault;
import dev.cachewright.store.sessions.SqliteSessionStore;
import dev.cachewright.ui.FakeDialogs;
import dev.cachewright.ui.FxToolkit;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.text.Text;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Plants keys in every place that keys come from, calls servers that repeat them, and searches all that was written
/// and shown.
class KeyLeakTest {

    private static final String IN_KEYCHAIN = "kc-Qm7xW2pLr9TzV4bNc8Ys";
    private static final String IN_FILE = "fl_Hd5jK1vXg6RtB3nMw0Pq";
    private static final String IN_ENVIRONMENT = "sk-env-Zk4uJ8sFe2GyC7aD";
    private static final List<String> PLANTED = List.of(IN_KEYCHAIN, IN_FILE, IN_ENVIRONMENT);
    private static final int RECOGNISABLE = 8;

    @TempDir
    private Path home;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final List<String> shown = new ArrayList<>();
    private final MemoryVault keychain = new MemoryVault();
    private Path prompt;

    @BeforeEach
    void writePrompt() throws IOException {
        prompt = Files.writeString(home.resolve("prompt.json"), """
                {"model": "gpt-4o", "messages": [{"role": "user", "content": "Hi"}]}""");
    }

    private Core core() {
        var environment = Stream.of("OPENAI_API_KEY", "AZURE_OPENAI_API_KEY", "ANTHROPIC_API_KEY", "DEEPSEEK_API_KEY")
                .collect(Collectors.toMap(name -> name, _ -> IN_ENVIRONMENT));
        environment.put("CACHEWRIGHT_HOME", home.toString());
        return new Core(environment, SimulatorOptions.defaults().withDelayScale(0), keychain);
    }

    /// One for each server and kind; every second key is in the file.
    private List<Profile> plant(EchoServers servers, Core core) throws IOException {
        var profiles = new ArrayList<Profile>();
        Preferences preferences = Preferences.defaults();
        for (Map.Entry<String, RecordingServer> server : servers.all().entrySet()) {
            for (Profile.Kind kind : List.of(Profile.Kind.COMPATIBLE, Profile.Kind.OPENAI, Profile.Kind.AZURE,
                    Profile.Kind.ANTHROPIC)) {
                var profile = new Profile(server.getKey() + "-" + kind, kind, server.getValue().baseUrl(),
                        Optional.empty(), "", Extras.none());
                boolean isInFile = profiles.size() % 2 == 1;
                if (isInFile) {
                    plantInFile(core, profile);
                } else {
                    core.keys().set(profile.key(), Secret.of(IN_KEYCHAIN), false);
                }
                profiles.add(profile);
                preferences = preferences.withProfile(profile);
            }
        }
        new PreferencesFile(core.folders().preferencesFile()).write(preferences);
        return profiles;
    }

    private static void plantInFile(Core core, Profile profile) {
        try {
            core.keys().file().write(profile.key(), Secret.of(IN_FILE));
        } catch (Vault.Closed e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void noKeyIsInAnythingThatTheCommandsPrintOrWrite() throws IOException {
        try (var servers = new EchoServers(); Core core = core()) {
            List<Profile> profiles = plant(servers, core);
            for (Profile profile : profiles) {
                run(core, "", "run", prompt.toString(), "--profile", profile.name(), "--calls", "2");
                run(core, "", "run", prompt.toString(), "--profile", profile.name(), "--json");
                run(core, "", "count", prompt.toString(), "--on-server", "--keep", "--profile", profile.name());
                new ServerTrial(core.providers()).models(profile).ids().forEach(shown::add);
                log(core, profile);
            }
            run(core, IN_KEYCHAIN, "key", "set", profiles.getFirst().name());
            run(core, "", "key", "list");
            run(core, "", "key", "list", "--json");
            run(core, "", "key", "set", profiles.getFirst().name(), IN_KEYCHAIN);
            run(core, "", "export", prompt.toString(), "--as", "curl", "--base-url", profiles.getFirst().baseUrl(),
                    "--send-key");

            assertThat(servers.all().values()).allSatisfy(server -> assertThat(server.asked()).hasSizeGreaterThan(8));
            assertThat(servers.all().values().toString() + asked(servers)).contains(IN_KEYCHAIN, IN_FILE)
                    .doesNotContain(IN_ENVIRONMENT);
        }
        assertNothingLeaked();
    }

    private static String asked(EchoServers servers) {
        return servers.all().values().stream().map(server -> server.asked().toString()).collect(Collectors.joining());
    }

    private void run(Core core, String input, String... arguments) {
        var out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        var keys = new CliKeys(core::keys,
                KeyInput.of(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8))));
        new Cli(core.cliParts(out::println), keys, core.reports()::report).run(arguments, out, out);
    }

    private void log(Core core, Profile profile) throws IOException {
        Logger logger = Logger.getAnonymousLogger();
        logger.setUseParentHandlers(false);
        String key = core.keys().of(profile.key()).orElseThrow().reveal();
        try (var _ = Logs.start(logger, core.folders().logs(), new LogLines(Map.of(), core.keys()::hide))) {
            logger.log(Level.WARNING, "sent " + key + " as " + EchoServers.base64(key),
                    new IllegalStateException(key));
        }
        core.reports().report(new IllegalStateException(key));
    }

    @Test
    void noKeyIsInAnythingThatTheWindowShowsOrWrites() throws IOException {
        try (var servers = new EchoServers(); Core core = core()) {
            List<Profile> profiles = plant(servers, core).stream()
                    .filter(profile -> profile.kind() == Profile.Kind.COMPATIBLE).toList();
            try (Window window = Window.on(core, new FakeDialogs())) {
                FxToolkit.run(() -> window.workbench().open(prompt));
                until(() -> window.workbench().workspace().prompt().getDocument().isPresent());
                for (Profile profile : profiles) {
                    send(window, profile);
                }
            }
            assertThat(asked(servers)).contains(IN_KEYCHAIN);
        }
        assertNothingLeaked();
    }

    @Test
    void noKeyOfAWatchedApplicationIsInAnythingThatIsPrintedOrWritten() throws Exception {
        try (var servers = new EchoServers(); Core core = core()) {
            new PreferencesFile(core.folders().preferencesFile()).write(Preferences.defaults());
            for (RecordingServer server : servers.all().values()) {
                for (String option : List.of("--json", "--no-bodies")) {
                    watch(core, server, option);
                }
            }
            assertThat(asked(servers)).contains(IN_KEYCHAIN, IN_FILE);
        }
        assertNothingLeaked();
    }

    private void watch(Core core, RecordingServer server, String option) throws Exception {
        try (var line = new PipedInputStream(1 << 20);
                var lines = new BufferedReader(new InputStreamReader(line, StandardCharsets.UTF_8));
                var out = new PrintStream(new PipedOutputStream(line), true, StandardCharsets.UTF_8)) {
            var cli = new Cli(core.cliParts(out::println), new CliKeys(core::keys, _ -> Optional.empty()),
                    core.reports()::report);
            var task = new FutureTask<>(
                    () -> cli.run(new String[]{"watch", "--to", server.baseUrl(), option}, out, out));
            Thread thread = Thread.ofVirtual().start(task);
            String read = lines.readLine();
            while (!read.contains("OPENAI_BASE_URL") && !read.contains("openAiUrl")) {
                read = lines.readLine();
            }
            String url = read.replaceFirst(".*(?:OPENAI_BASE_URL=|\"openAiUrl\":\")(http://[\\d.:]+/v1).*", "$1");
            ask(url + "/chat/completions?key=" + IN_FILE, IN_KEYCHAIN);
            ask(url + "/chat/completions", IN_FILE);
            thread.interrupt();
            task.get();
            out.println("end of the watch");
            lines.lines().takeWhile(more -> !more.equals("end of the watch"))
                    .forEach(more -> printed.writeBytes((more + "\n").getBytes(StandardCharsets.UTF_8)));
        }
    }

    /// The prompt repeats the key as well, as that of an agent may that reads its own settings.
    private static void ask(String url, String key) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            client.send(HttpRequest.newBuilder(URI.create(url)).header("Authorization", "Bearer " + key)
                    .header("X-Gateway-Token", IN_ENVIRONMENT).POST(HttpRequest.BodyPublishers.ofString("""
                            {"model": "gpt-4o", "messages": [{"role": "user", "content": "My key is %s"}]}"""
                            .formatted(key)))
                    .build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    private void send(Window window, Profile profile) {
        var workspace = window.workbench().workspace();
        FxToolkit.run(() -> {
            workspace.preferences().change(now -> now.withProfileInUse(profile.name()));
            window.workbench().run("send");
        });
        until(() -> !workspace.runs().isRunning());
        for (String tab : List.of("session", "response", "request")) {
            FxToolkit.run(() -> window.workbench().run("show-" + tab));
            FxToolkit.frames(2);
            FxToolkit.run(() -> look(window));
        }
    }

    private void look(Window window) {
        shown.add(window.workbench().titleProperty().getValue());
        window.scene().getRoot().lookupAll("*").forEach(node -> {
            switch (node) {
                case Labeled label -> shown.add(label.getText() + label.getAccessibleText());
                case TextInputControl field -> shown.add(field.getText());
                case Text text -> shown.add(text.getText());
                default -> shown.add(String.valueOf(node.getAccessibleText()));
            }
        });
    }

    private static void until(BooleanSupplier isSo) {
        Instant end = Instant.now().plus(Duration.ofSeconds(30));
        while (!FxToolkit.call(isSo::getAsBoolean)) {
            assertThat(Instant.now()).as("it came about in time").isBefore(end);
            FxToolkit.frames(1);
        }
    }

    private void assertNothingLeaked() throws IOException {
        var places = new ArrayList<String>();
        search("printed", printed.toString(StandardCharsets.UTF_8), places);
        search("shown", String.join("\n", shown), places);
        var files = new ArrayList<String>();
        try (Stream<Path> all = Files.walk(home)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.add(file.getFileName().toString());
                if (!file.endsWith("data/keys.json")) {
                    search(file.toString(), Files.readString(file, StandardCharsets.ISO_8859_1), places);
                }
            }
        }
        assertThat(searchSessions(places)).as("calls that were searched").isPositive();
        assertThat(files).as("what was searched").contains("preferences.json", "sessions.db");
        assertThat(places).isEmpty();
    }

    /// What the calls sent and received is kept in compressed pieces.
    private int searchSessions(List<String> places) throws IOException {
        int calls = 0;
        try (var store = new SqliteSessionStore(home.resolve("data/sessions"))) {
            for (SessionSummary summary : store.list()) {
                for (Call call : store.read(summary.id()).calls()) {
                    search("call " + call.number(), SessionLines.write(call,
                            store.exchange(summary.id(), call.number()).orElseThrow()), places);
                    calls++;
                }
            }
        }
        return calls;
    }

    /// Also parts of a key, its base64 and its escapes: eight characters in a row.
    private static void search(String place, String text, List<String> found) {
        for (String key : PLANTED) {
            for (String form : List.of(key, EchoServers.base64(key))) {
                for (int at = 0; at + RECOGNISABLE <= form.length(); at++) {
                    String part = form.substring(at, at + RECOGNISABLE);
                    int where = text.indexOf(part);
                    if (where >= 0) {
                        found.add(place + ": " + text.substring(Math.max(0, where - 60), Math.min(text.length(),
                                where + 40)));
                        break;
                    }
                }
            }
        }
    }

    @Test
    void theSearchFindsWhatIsThere() {
        var found = new ArrayList<String>();
        search("a", "nothing of it", found);
        assertThat(found).isEmpty();
        search("b", "x" + IN_FILE.substring(3, 12), found);
        search("c", EchoServers.base64(IN_KEYCHAIN), found);
        assertThat(found).hasSize(2);
    }
}
