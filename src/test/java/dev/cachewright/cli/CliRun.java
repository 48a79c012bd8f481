package dev.cachewright.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cachewright.app.LocalSimulator;
import dev.cachewright.app.ProfileProviders;
import dev.cachewright.app.RecordingTools;
import dev.cachewright.cli.argument.CliParts;
import dev.cachewright.cli.argument.Senders;
import dev.cachewright.cli.key.CliKeys;
import dev.cachewright.format.json.RawJson;
import dev.cachewright.provider.Profile;
import dev.cachewright.provider.Simulators;
import dev.cachewright.run.Stopwatch;
import dev.cachewright.session.MemorySessions;
import dev.cachewright.session.SessionStore;
import dev.cachewright.settings.EnvironmentSecrets;
import dev.cachewright.settings.KeyFile;
import dev.cachewright.settings.Keys;
import dev.cachewright.settings.Vault;
import dev.cachewright.telemetry.Telemetries;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/// What one command left behind.
public record CliRun(int status, String out, String err) {

    /// No key anywhere.
    private static final Keys KEYS = new Keys(Vault.none(), new EnvironmentSecrets(Map.of()),
            new KeyFile(Path.of("target", "no-keys.json")));
    static final CliKeys NO_KEYS = new CliKeys(() -> KEYS, _ -> Optional.empty());
    static final Path GOLDEN = Path.of("src/test/resources/golden/cli");

    /// Runs a command over a quick simulator of its own, without any key.
    public static CliRun of(String... arguments) {
        return pausing((_, cancellation) -> !cancellation.isCancelled(), arguments);
    }

    /// The same with this in place of the pauses between calls.
    static CliRun pausing(Stopwatch.Waiting waiting, String... arguments) {
        return of(waiting, MemorySessions::new, arguments);
    }

    /// The same where calls are kept there.
    static CliRun keeping(Supplier<SessionStore> store, String... arguments) {
        return of((_, cancellation) -> !cancellation.isCancelled(), store, arguments);
    }

    /// The same where figures are handed on there.
    static CliRun telling(Telemetries telemetries, String... arguments) {
        return of(simulator -> {
            CliParts usual = parts(simulator);
            Senders senders = usual.senders();
            return usual.withSenders(new Senders(senders.profiles(), senders.providers(), senders.recording(),
                    telemetries));
        }, arguments);
    }

    private static CliRun of(Stopwatch.Waiting waiting, Supplier<SessionStore> store, String... arguments) {
        return of(simulator -> parts(simulator, waiting, store), arguments);
    }

    private static CliRun of(Function<LocalSimulator, CliParts> parts, String... arguments) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        try (var simulator = new LocalSimulator(Simulators.quick(), Simulators.ANALYST, Simulators.TOKENIZERS)) {
            int status = new Cli(parts.apply(simulator), NO_KEYS,
                    problem -> problem + " at " + List.of(problem.getStackTrace())).run(arguments, stream(out),
                            stream(err));
            return new CliRun(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
        }
    }

    static CliParts parts(LocalSimulator simulator) {
        return parts(simulator, (_, cancellation) -> !cancellation.isCancelled(), MemorySessions::new);
    }

    private static CliParts parts(LocalSimulator simulator, Stopwatch.Waiting waiting,
            Supplier<SessionStore> store) {
        Stopwatch system = Stopwatch.system();
        return new CliParts(() -> Simulators.ANALYST, Simulators.TOKENIZERS,
                new Senders(() -> List.of(Profile.simulator(), Profile.openAi()),
                        () -> new ProfileProviders(simulator::baseUrl, KEYS),
                        () -> RecordingTools.of(Simulators.ANALYST, List.of()), Telemetries.none()),
                store, new Stopwatch(system.instants(), system.nanos(), waiting));
    }

    static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    static String golden(String name) {
        return GOLDEN.resolve(name).toString();
    }

    /// Standard output as the one JSON document that it must be.
    public JsonNode json() {
        if (out.strip().lines().count() != 1) {
            throw new AssertionError("not one document: " + out + err);
        }
        return RawJson.tree(out);
    }
}
