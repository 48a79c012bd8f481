package dev.cachewright.app;

import dev.cachewright.analysis.Analyst;
import dev.cachewright.catalog.Calibrations;
import dev.cachewright.catalog.Catalog;
import dev.cachewright.catalog.Correction;
import dev.cachewright.cli.argument.CliParts;
import dev.cachewright.cli.argument.Senders;
import dev.cachewright.provider.Profile;
import dev.cachewright.provider.Providers;
import dev.cachewright.provider.simulated.SimulatorOptions;
import dev.cachewright.run.Stopwatch;
import dev.cachewright.settings.EnvironmentSecrets;
import dev.cachewright.settings.Folders;
import dev.cachewright.settings.KeyFile;
import dev.cachewright.settings.Keys;
import dev.cachewright.settings.Preferences;
import dev.cachewright.settings.PreferencesFile;
import dev.cachewright.settings.Vault;
import dev.cachewright.settings.keychain.Keychain;
import dev.cachewright.store.CalibrationFile;
import dev.cachewright.store.CalibrationFile.Calibrated;
import dev.cachewright.store.CatalogFile;
import dev.cachewright.store.CatalogFile.Extended;
import dev.cachewright.store.DiskWords;
import dev.cachewright.store.FileProblem;
import dev.cachewright.store.sessions.SqliteSessionStore;
import dev.cachewright.telemetry.Telemetries;
import dev.cachewright.telemetry.otlp.OtlpTelemetries;
import dev.cachewright.token.Tokenizers;
import dev.cachewright.token.encoding.Encoding;
import dev.cachewright.words.FewWords;
import dev.cachewright.words.Texts;
import java.io.IOException;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// The parts that the window and the command line share, each made when it is first asked for.
public final class Core implements AutoCloseable {

    private final Map<String, String> environment;
    private final SimulatorOptions simulated;
    private final Tokenizers tokenizers = new Tokenizers();
    private final Analyst analyst = new Analyst(this::catalog, tokenizers);
    private final Keys keys;
    private Catalog catalog;
    private List<FileProblem> fileProblems = List.of();
    private LocalSimulator simulator;

    public Core(Map<String, String> environment) {
        this(environment, SimulatorOptions.defaults());
    }

    /// A core that leaves the keychain of its user alone.
    ///
    /// @param simulated how the simulator of this process behaves
    public Core(Map<String, String> environment, SimulatorOptions simulated) {
        this(environment, simulated, Vault.none());
    }

    /// @param keychain where keys are kept, before the environment and the file
    public Core(Map<String, String> environment, SimulatorOptions simulated, Vault keychain) {
        this.environment = Map.copyOf(environment);
        this.simulated = simulated;
        this.keys = new Keys(keychain, new EnvironmentSecrets(environment), new KeyFile(folders().keyFile()));
    }

    /// The core of a real start, with the keychain of the system unless its user does without it.
    static Core ofThisSystem(Map<String, String> environment) {
        boolean isOff = environment.getOrDefault("CACHEWRIGHT_KEYCHAIN", "").equalsIgnoreCase("off");
        return new Core(environment, SimulatorOptions.defaults(), isOff ? Vault.none() : new Keychain());
    }

    /// The keys of the user; to be asked in the background.
    public Keys keys() {
        return keys;
    }

    public Tokenizers tokenizers() {
        return tokenizers;
    }

    /// Reads the catalogue when it is first asked for it.
    public Analyst analyst() {
        return analyst;
    }

    private synchronized Catalog catalog() {
        if (catalog == null) {
            Extended extended = new CatalogFile(folders().catalogFile()).over(BundledCatalog.text());
            Calibrated calibrated = new CalibrationFile(folders().calibrationFile()).over(extended.catalog());
            fileProblems = Stream.concat(extended.problems().stream(), calibrated.problems().stream()).toList();
            catalog = calibrated.catalog();
        }
        return catalog;
    }

    /// Keeps measurements; from then on models are counted by them.
    Calibrations calibrations() {
        return (model, measurement, before, source) -> {
            var kept = new CalibrationFile(folders().calibrationFile()).keep(model, measurement, before, source);
            kept.ifPresent(correction -> correct(Map.of(model, correction)));
            return kept;
        };
    }

    private synchronized void correct(Map<String, Correction> measured) {
        catalog = catalog().with(measured);
    }

    /// Begins to read what the first count is likely to need.
    void prepare() {
        Thread.ofVirtual().start(this::catalog);
        Thread.ofVirtual().start(() -> tokenizers.of(Encoding.O200K_BASE));
    }

    /// What could not be used of the user-defined catalogue and calibration, a line for each of the first; known with
    /// the catalogue.
    public synchronized List<String> fileProblems() {
        catalog();
        return FewWords.lines(fileProblems, FileProblem::oneLine);
    }

    public Folders folders() {
        Map<String, String> properties = new HashMap<>();
        System.getProperties().stringPropertyNames().forEach(name -> properties.put(name, System.getProperty(name)));
        return Folders.of(environment, properties);
    }

    /// New adapters for profiles; closed by the caller. They share one simulator.
    public Providers providers() {
        return new ProfileProviders(() -> simulator().baseUrl(), keys);
    }

    @Override
    public synchronized void close() {
        if (simulator != null) {
            simulator.close();
        }
    }

    /// Where unexpected failures are written down.
    CrashReports reports() {
        return new CrashReports(folders().logs(), version(), InstantSource.system());
    }

    /// Where figures of calls are handed on to, where the user asks for it.
    Telemetries telemetries() {
        return new OtlpTelemetries(environment, version());
    }

    static String version() {
        return Objects.requireNonNullElse(Core.class.getPackage().getImplementationVersion(), "unpackaged");
    }

    /// @param warnings is given, one line each, what cannot be used of the user's files
    CliParts cliParts(Consumer<String> warnings) {
        var isReported = new AtomicBoolean();
        return new CliParts(() -> {
            if (isReported.compareAndSet(false, true)) {
                fileProblems().forEach(problem -> warnings.accept("warning: " + problem));
            }
            return analyst;
        }, tokenizers,
                new Senders(() -> profiles(warnings), this::providers,
                        () -> RecordingTools.of(analyst, profiles(warnings)), telemetries()),
                () -> new SqliteSessionStore(folders().sessions()), Stopwatch.system());
    }

    private List<Profile> profiles(Consumer<String> warnings) {
        var file = new PreferencesFile(folders().preferencesFile());
        Preferences preferences = file.read();
        file.problem().ifPresent(problem -> warnings.accept("warning: " + problem.oneLine()));
        if (!file.withoutKey().isEmpty()) {
            warnings.accept("note: " + Texts.format("servers.enter-again-line", FewWords.list(file.withoutKey())));
            sayOnce(file, preferences, warnings);
        }
        return preferences.allProfiles();
    }

    private static void sayOnce(PreferencesFile file, Preferences preferences, Consumer<String> warnings) {
        try {
            file.write(preferences);
        } catch (IOException e) {
            warnings.accept("warning: The preferences were not written: " + DiskWords.of(e));
        }
    }

    /// Starts the simulator where it does not run yet; its base URL.
    public String simulatorUrl() {
        return simulator().baseUrl();
    }

    private synchronized LocalSimulator simulator() {
        if (simulator == null) {
            simulator = new LocalSimulator(simulated, analyst, tokenizers);
        }
        return simulator;
    }
}
