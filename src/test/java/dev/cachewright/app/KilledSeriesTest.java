package dev.cachewright.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.session.Call;
import dev.cachewright.session.Session;
import dev.cachewright.store.sessions.SqliteSessionStore;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Processes that run a series against the simulator and are killed, all on one store. How often is a property, for more
/// than a build has time for: `-Dkills=100`.
class KilledSeriesTest {

    private static final int KILLS = Integer.getInteger("kills", 6);
    private static final int MOST_LINES = 40;
    private static final int AT_A_TIME = 2;
    private static final Pattern AT = Pattern.compile("\"at\":\"([^\"]+)\"");
    private static final String PROMPT = "src/test/resources/golden/cli/support.prompt";

    @TempDir
    private Path home;

    @Test
    void everyCallThatWasShownIsInTheStoreWhateverMomentTheKillComes() throws Exception {
        long seed = Long.getLong("seed", System.nanoTime());
        var random = new Random(seed);
        Set<String> shown = new HashSet<>();
        for (int made = 0; made < KILLS; made += AT_A_TIME) {
            List<Process> processes = new ArrayList<>();
            for (int i = 0; i < AT_A_TIME; i++) {
                processes.add(start());
            }
            for (Process process : processes) {
                shown.addAll(killedAfter(process, random));
            }
        }

        try (var store = new SqliteSessionStore(home.resolve("data/sessions"))) {
            Set<String> kept = new HashSet<>();
            for (var summary : store.list()) {
                Session session = store.read(summary.id());
                assertThat(session.calls()).extracting(Call::number).as("seed %d", seed).doesNotHaveDuplicates();
                assertThat(summary.totals().calls()).as("seed %d", seed).isEqualTo(session.calls().size());
                for (Call call : session.calls()) {
                    assertThat(store.exchange(session.id(), call.number()).orElseThrow().body()).startsWith("{");
                    kept.add(call.measurement().timing().at().truncatedTo(ChronoUnit.MILLIS).toString());
                }
            }
            assertThat(kept).as("seed %d; said: %s", seed, Files.readString(home.resolve("said.txt")))
                    .containsAll(shown);
            assertThat(shown).as("calls shown, seed %d", seed).hasSizeGreaterThan(KILLS);
        }
    }

    private Process start() throws IOException {
        var builder = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED", "-cp",
                System.getProperty("java.class.path"), Main.class.getName(), "run", PROMPT, "--calls", "100000",
                "--concurrency", "4", "--jsonl")
                .redirectError(ProcessBuilder.Redirect.appendTo(home.resolve("said.txt").toFile()));
        builder.environment().put("CACHEWRIGHT_HOME", home.toString());
        builder.environment().put("CACHEWRIGHT_KEYCHAIN", "off");
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        return builder.start();
    }

    /// @return the times of the calls that it had shown when it was gone
    private static Set<String> killedAfter(Process process, Random random) throws IOException, InterruptedException {
        int lines = random.nextInt(MOST_LINES);
        Set<String> shown = new HashSet<>();
        try (var out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            String line = out.readLine();
            while (line != null) {
                Matcher at = AT.matcher(line);
                if (line.endsWith("}") && at.find()) {
                    shown.add(at.group(1));
                }
                if (shown.size() == lines + 1) {
                    process.toHandle().destroyForcibly();
                }
                line = out.readLine();
            }
        }
        process.waitFor();
        return shown;
    }
}
