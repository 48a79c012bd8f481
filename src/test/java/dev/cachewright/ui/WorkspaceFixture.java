package dev.cachewright.ui;

import dev.cachewright.analysis.Analyst;
import dev.cachewright.app.RecordingTools;
import dev.cachewright.catalog.Calibrations;
import dev.cachewright.catalog.Catalog;
import dev.cachewright.catalog.Measured;
import dev.cachewright.format.catalog.CatalogReader;
import dev.cachewright.format.file.PromptFile;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.Values;
import dev.cachewright.provider.Answer;
import dev.cachewright.provider.CallEvent;
import dev.cachewright.provider.Cancellation;
import dev.cachewright.provider.ModelCall;
import dev.cachewright.provider.Profile;
import dev.cachewright.provider.Provider;
import dev.cachewright.provider.Providers;
import dev.cachewright.provider.Question;
import dev.cachewright.provider.Questions;
import dev.cachewright.run.Runner;
import dev.cachewright.run.Stopwatch;
import dev.cachewright.session.Call;
import dev.cachewright.session.MemorySessions;
import dev.cachewright.session.Session;
import dev.cachewright.settings.PreferencesFile;
import dev.cachewright.store.PromptDocument;
import dev.cachewright.telemetry.RecordedTelemetries;
import dev.cachewright.token.SharedTokenizers;
import dev.cachewright.ui.fx.Background;
import dev.cachewright.ui.workspace.RunModel;
import dev.cachewright.ui.workspace.WatchModel;
import dev.cachewright.ui.workspace.Workspace;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;

/// A workspace on which everything happens at once and on the calling thread: real catalogue, rules and counts, a
/// provider that says what it was told to say, sessions in memory.
public final class WorkspaceFixture {

    public static final Instant NOW = Instant.parse("2026-11-23T09:41:00Z");

    private static final Analyst ANALYST = new Analyst(catalog(), SharedTokenizers.ALL);

    private final Deque<List<CallEvent>> answers = new ArrayDeque<>();
    private final MemorySessions store;
    private final RecordedTelemetries telemetries = new RecordedTelemetries("http://collector:4318");
    private final List<String> measured = new ArrayList<>();
    private final Background background;
    private final Workspace workspace;
    private Function<Question, Answer> replies = question -> {
        throw new IllegalStateException("nothing is said to " + question.path());
    };
    private final Calibrations calibrations = (model, measurement, before, source) -> {
        measured.add(model);
        return Optional.of(Measured.first(before, measurement).correction(source));
    };
    private String simulatorUrl = "http://127.0.0.1:9/v1";
    private Runnable beforeTheEnd = () -> {
        // Nobody looks.
    };

    public WorkspaceFixture() {
        this(Optional.empty());
    }

    /// A workspace that finds this session on disk.
    public static WorkspaceFixture restoring(Session session) {
        return new WorkspaceFixture(Optional.of(session));
    }

    /// A workspace whose UI thread is the one that empties this queue; all else happens on threads of its own.
    public static WorkspaceFixture on(UiQueue ui) {
        return new WorkspaceFixture(Optional.empty(), ANALYST, Optional.of(ui));
    }

    /// A workspace over an analyst of one's own.
    public static WorkspaceFixture over(Analyst analyst) {
        return new WorkspaceFixture(Optional.empty(), analyst);
    }

    private WorkspaceFixture(Optional<Session> last) {
        this(last, ANALYST);
    }

    private WorkspaceFixture(Optional<Session> last, Analyst analyst) {
        this(last, analyst, Optional.empty());
    }

    private WorkspaceFixture(Optional<Session> last, Analyst analyst, Optional<UiQueue> ui) {
        Executor frames = ui.isPresent() ? ui.get() : this::oneAtATime;
        background = new Background(ui.isPresent() ? task -> Thread.ofVirtual().start(task) : Runnable::run, frames);
        store = last.map(session -> MemorySessions.of(session, SampleCalls.EXCHANGE)).orElseGet(MemorySessions::new);
        var nanos = new AtomicLong();
        var stopwatch = new Stopwatch(InstantSource.fixed(NOW),
                () -> nanos.addAndGet(Duration.ofMillis(100).toNanos()),
                (pause, cancellation) -> !cancellation.isCancelled());
        var preferences = new PreferencesFile(Path.of("target", "fixture", UUID.randomUUID() + ".json"));
        workspace = new Workspace(analyst, stopwatch, preferences, new RunModel.Tools(new Runner(analyst, stopwatch),
                new Scripted(), store, background, frames, telemetries), calibrations,
                new WatchModel.Tools(
                        profiles -> RecordingTools.of(analyst, profiles), () -> simulatorUrl));
    }

    /// As on the UI thread, also where several calls are on their way.
    private void oneAtATime(Runnable action) {
        synchronized (answers) {
            action.run();
        }
    }

    public Workspace workspace() {
        return workspace;
    }

    public Background background() {
        return background;
    }

    /// The calls that were kept, oldest first.
    public List<Call> kept() {
        return store.appended();
    }

    /// What the call at this index, in the order of their ends, has sent.
    public String body(int index) {
        return store.exchanges().get(index).body();
    }

    /// Where calls are kept.
    public MemorySessions store() {
        return store;
    }

    /// What was handed on to collectors.
    public RecordedTelemetries telemetries() {
        return telemetries;
    }

    /// The models that a correction was kept for.
    public List<String> measured() {
        return List.copyOf(measured);
    }

    /// From now on nothing can be kept.
    public WorkspaceFixture fillDisk() {
        store.fill("No space left on device");
        return this;
    }

    /// From now on the server answers questions beside calls like this.
    public WorkspaceFixture willAnswer(Function<Question, Answer> answering) {
        replies = answering;
        return this;
    }

    /// Has the simulator of the program be there.
    public WorkspaceFixture willSimulateAt(String baseUrl) {
        simulatorUrl = baseUrl;
        return this;
    }

    public WorkspaceFixture open(String name, Prompt prompt, Values values) {
        workspace.prompt().open(PromptDocument.untitled(name, PromptFile.empty(), prompt, values));
        return this;
    }

    /// Opens [SamplePrompt].
    public WorkspaceFixture openSample() {
        return open("support-agent.prompt", SamplePrompt.prompt(), SamplePrompt.values());
    }

    /// Has the next call that is not planned yet bring these events.
    public WorkspaceFixture willBring(CallEvent... events) {
        answers.add(Arrays.asList(events));
        return this;
    }

    /// Has the next call that is not planned yet answered in words, with this usage.
    public WorkspaceFixture willAnswer(String text, long input, long cached) {
        List<CallEvent> events = new ArrayList<>();
        for (String word : text.splitWithDelimiters(" ", 0)) {
            events.add(new CallEvent.Delta(word));
        }
        events.add(new CallEvent.Completed("stop", usage(input, cached)));
        answers.add(events);
        return this;
    }

    /// Has this done in each call when its text is there and its end is not.
    public WorkspaceFixture beforeTheEnd(Runnable action) {
        beforeTheEnd = action;
        return this;
    }

    public static String usage(long input, long cached) {
        return "{\"prompt_tokens\": " + input + ", \"completion_tokens\": 83, \"total_tokens\": " + (input + 83)
                + ", \"prompt_tokens_details\": {\"cached_tokens\": " + cached + "}}";
    }

    private static Catalog catalog() {
        try (InputStream in = Objects.requireNonNull(
                WorkspaceFixture.class.getResourceAsStream("/catalog/models.json"))) {
            return CatalogReader.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private final class Scripted implements Providers, Provider {

        @Override
        public Provider of(Profile profile) {
            return this;
        }

        @Override
        public Questions questions(Profile profile) {
            return (question, _) -> replies.apply(question);
        }

        @Override
        public void send(ModelCall call, Cancellation cancellation, Consumer<CallEvent> events) {
            List<CallEvent> script = next();
            script.subList(0, script.size() - 1).forEach(events);
            beforeTheEnd.run();
            events.accept(script.getLast());
        }

        private List<CallEvent> next() {
            synchronized (answers) {
                return answers.isEmpty()
                        ? List.of(new CallEvent.Completed("stop", usage(1_842, 0)))
                        : answers.remove();
            }
        }

        @Override
        public void warmUp() {
            // Nothing to load.
        }

        @Override
        public void close() {
            // Nothing is held.
        }
    }

}
