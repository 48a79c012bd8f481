package dev.cachewright.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.cachewright.session.Session;
import dev.cachewright.session.SessionSummary;
import dev.cachewright.store.sessions.SqliteSessionStore;
import dev.cachewright.ui.SampleCalls;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// One store and several processes, and a disk that has no room: with real processes, and a real small disk where the
/// system lets its users make one.
class SharedSessionsTest {

    private static final String PROMPT = "src/test/resources/golden/cli/support.prompt";

    @TempDir
    private Path home;

    @Test
    void aSessionOfAProcessThatRunsIsNotTakenFromIt() throws Exception {
        Process other = start(List.of(), home, "100000");
        try (var out = new BufferedReader(new InputStreamReader(other.getInputStream(), StandardCharsets.UTF_8));
                var store = new SqliteSessionStore(home.resolve("data/sessions"))) {
            assertThat(out.readLine()).startsWith("{\"index\":");

            SessionSummary theirs = store.list().getFirst();
            assertThat(theirs.isElsewhere()).isTrue();
            assertThat(store.last()).isEmpty();
            assertThatIOException().isThrownBy(() -> store.open(theirs.id())).withMessageContaining("another window");
            assertThatIOException().isThrownBy(() -> store.delete(theirs.id())).withMessageContaining("another window");
            assertThat(store.read(theirs.id()).calls()).isNotEmpty();
            store.append(Session.started("mine"), SampleCalls.warmCall(1), SampleCalls.EXCHANGE);
            assertThat(out.readLine()).startsWith("{\"index\":");

            other.toHandle().destroyForcibly();
            other.waitFor();

            assertThat(store.open(theirs.id()).session().calls()).hasSizeGreaterThan(1);
            assertThat(store.exchange("mine", 1)).contains(SampleCalls.EXCHANGE);
        }
    }

    @Test
    void onAFullDiskTheSeriesGoesOnAndSaysWhatIsNotKept() throws Exception {
        Path disk = home.resolve("disk");
        List<String> small = List.of("unshare", "--user", "--map-root-user", "--mount", "sh", "-c",
                "mount -t tmpfs -o size=700k tmpfs \"$0\" && exec \"$@\"", disk.toString());
        Files.createDirectories(disk);
        assumeTrue(works(small), "no small disk can be made");

        Process run = start(small, disk, "60");
        var lines = new ArrayList<String>();
        try (var out = new BufferedReader(new InputStreamReader(run.getInputStream(), StandardCharsets.UTF_8))) {
            out.lines().forEach(lines::add);
        }

        assertThat(run.waitFor()).isEqualTo(1);
        assertThat(lines.stream().filter(line -> line.startsWith("{\"index\":"))).hasSize(60);
        assertThat(lines).anyMatch(line -> line.contains("be written to disk: No space left on device"));
    }

    private static boolean works(List<String> small) throws InterruptedException {
        var command = new ArrayList<>(small);
        command.add("true");
        try {
            return new ProcessBuilder(command).redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor() == 0;
        } catch (IOException _) {
            return false;
        }
    }

    private static Process start(List<String> before, Path home, String calls) throws IOException {
        var command = new ArrayList<>(before);
        command.addAll(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED", "-cp",
                System.getProperty("java.class.path"), Main.class.getName(), "run", PROMPT, "--calls", calls,
                "--concurrency", "4", "--jsonl"));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("CACHEWRIGHT_HOME", home.toString());
        builder.environment().put("CACHEWRIGHT_KEYCHAIN", "off");
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        return builder.start();
    }
}
