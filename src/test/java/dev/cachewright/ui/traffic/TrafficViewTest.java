package dev.cachewright.ui.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.analysis.Analyst;
import dev.cachewright.app.BundledCatalog;
import dev.cachewright.format.log.LogProgress;
import dev.cachewright.format.log.LogStream;
import dev.cachewright.format.traffic.PlantedTraffic;
import dev.cachewright.format.traffic.TrafficReading;
import dev.cachewright.prompt.text.InputException;
import dev.cachewright.store.FileProblem;
import dev.cachewright.token.SharedTokenizers;
import dev.cachewright.ui.Snapshots;
import dev.cachewright.ui.fx.Background;
import dev.cachewright.ui.fx.UiThread;
import dev.cachewright.ui.fx.Views;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrafficViewTest {

    private static final Analyst ANALYST = new Analyst(BundledCatalog.read(), SharedTokenizers.ALL);
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-30T08:00:00Z"));
    private static final List<Path> LOG = List.of(Path.of("calls.jsonl"));
    private static final Background AT_ONCE = new Background(Runnable::run, Runnable::run);

    private static TrafficReading read(String log, LogProgress progress) {
        byte[] bytes = log.getBytes(StandardCharsets.UTF_8);
        return TrafficReading.of(List.of(new LogStream("calls.jsonl", OptionalLong.of(bytes.length),
                () -> new ByteArrayInputStream(bytes))), ANALYST, SharedTokenizers.ALL, Optional.empty(), progress);
    }

    private static String planted(int families, int calls) {
        var text = new StringBuilder();
        new PlantedTraffic(5, families, 6_000).write(calls, line -> text.append(line.json()).append('\n'));
        return text.toString();
    }

    private static TrafficViewModel model(TrafficReader reader) {
        return model(reader, AT_ONCE);
    }

    private static TrafficViewModel model(TrafficReader reader, Background background) {
        return model(reader, background, CLOCK);
    }

    private static TrafficViewModel model(TrafficReader reader, Background background, InstantSource clock) {
        return new TrafficViewModel(new TrafficParts(reader, (_, _, _) -> Optional.empty(), (_, _) -> true, ANALYST,
                background, clock), _ -> {
                });
    }

    private static Parent view(TrafficViewModel model) {
        return Views.load(new TrafficView(model, ZoneOffset.UTC, new TrafficView.Doors(List::of, Optional::empty,
                Optional::empty)))
                .root();
    }

    private static TrafficViewModel reading(String log) {
        TrafficViewModel model = model((_, progress) -> read(log, progress));
        model.read(LOG);
        return model;
    }

    @Test
    void theFamilyThatWastedMostIsChosenAndItsCausesHaveAPlace() {
        TrafficViewModel model = reading(planted(3, 60));

        assertThat(model.families()).hasSize(3);
        FamilyRow first = model.chosenProperty().get().orElseThrow();
        assertThat(first).isEqualTo(model.families().getFirst());
        assertThat(model.family().causes()).isNotEmpty().first().satisfies(line -> {
            assertThat(line.title()).startsWith(first.cause());
            assertThat(line.place()).matches("calls.jsonl:\\d+ → calls.jsonl:\\d+, /.*, character \\d+");
        });

        model.chosenProperty().set(Optional.of(model.families().getLast()));
        assertThat(model.family().causes().getFirst().title()).startsWith(model.families().getLast().cause());
        assertThat(model.getProblem()).isEmpty();
        assertThat(model.progressProperty().get()).isEmpty();
    }

    @Test
    void aReadingTellsBytesCallsAndTheTimeLeft() {
        assertThat(ReadingProgress.seen("reading", new ReadingProgress.Read(12_000_000,
                OptionalLong.of(48_000_000), 1_234), Duration.ofSeconds(4)))
                .isEqualTo(new ReadingProgress.Seen("Reading: 1,234 calls, 12 of 48 MB, about 0:12 left", 0.25));
        assertThat(ReadingProgress.seen("reading", new ReadingProgress.Read(1_500_000, OptionalLong.empty(), 7),
                Duration.ofSeconds(1)))
                .isEqualTo(new ReadingProgress.Seen("Reading: 7 calls, 1.5 MB", -1));
    }

    @Test
    void progressIsToldSomeTimesASecond() {
        var now = new ArrayDeque<>(List.of(0, 50, 100, 120, 260).stream().map(Instant.EPOCH::plusMillis).toList());
        var told = new ArrayList<ReadingProgress.Seen>();
        var progress = new ReadingProgress("reading", now::remove, told::add);
        for (int i = 0; i < 4; i++) {
            progress.report(i, OptionalLong.empty(), i);
        }
        assertThat(told).hasSize(2);
    }

    @Test
    void cancellingKeepsWhatWasReadByThen() {
        Deque<TrafficViewModel> models = new ArrayDeque<>();
        TrafficViewModel model = model((_, progress) -> {
            models.element().cancel();
            assertThat(progress.isCancelled()).isTrue();
            return read(planted(1, 4), progress);
        });
        models.add(model);
        model.read(LOG);

        assertThat(model.readingProperty().get()).isEmpty();
        assertThat(model.getProblem()).isEqualTo(
                "The reading was cancelled before a call was found. Choose logs to read again.");
    }

    @Test
    void aLaterReadingTakesThePlaceOfOneThatIsUnderWay() {
        Deque<Runnable> waiting = new ArrayDeque<>();
        var background = new Background(waiting::add, Runnable::run);
        TrafficViewModel model = model((places, _) -> read(planted(places.size(), 6), LogProgress.none()), background);
        model.read(LOG);
        model.read(List.of(Path.of("a"), Path.of("b")));
        assertThat(model.progressProperty().get()).isPresent();

        waiting.remove().run();
        assertThat(model.readingProperty().get()).isEmpty();
        waiting.remove().run();
        assertThat(model.families()).hasSize(2);
    }

    @Test
    void whatCannotBeReadIsSaidWithWhatToDo() {
        TrafficViewModel gone = model((_, _) -> {
            throw new FileProblem(Path.of("gone.jsonl"), new InputException("There is no such file", 0, 0));
        });
        gone.read(LOG);
        assertThat(gone.getProblem()).startsWith("The logs could not be read.").contains("gone.jsonl")
                .endsWith("Choose others.");

        assertThat(reading("nothing to see\n").getProblem()).isEqualTo("There are no calls in these logs (no JSON). "
                + "Choose logs of calls; docs/logs.md says which forms are read.");
    }

    @Test
    void aPageIsSavedAndThatIsSaid(@TempDir Path folder) {
        TrafficViewModel model = reading(planted(1, 4));
        Path page = folder.resolve("traffic.html");
        model.save(page);
        assertThat(page).content().contains("<h1>Traffic</h1>");
        assertThat(model.getSaid()).isEqualTo("Written to " + page);

        model.save(page.resolve("traffic.html"));
        assertThat(model.getSaid()).startsWith("traffic.html was not written.");
    }

    @Test
    void trafficLooksAsItShould() {
        TrafficViewModel model = reading(planted(13, 300) + "{\"request\": {\"mess");
        Snapshots.check("traffic", 960, 860, () -> view(model));
        Snapshots.check("traffic-end", 960, 860, () -> {
            Parent root = view(model);
            // Once it is known how high the pictures are.
            UiThread.nextFrame(() -> UiThread.later(() -> ((ScrollPane) root.lookup("#result")).setVvalue(1)));
            return root;
        });
    }

    @Test
    void trafficWithoutLogsLooksAsItShould() {
        Snapshots.check("traffic-empty", 960, 300, () -> view(model((_, progress) -> read("", progress))));
    }

    @Test
    void aReadingThatIsUnderWayLooksAsItShould() {
        var isOpen = new AtomicBoolean(true);
        var background = new Background(Runnable::run, action -> {
            if (isOpen.get()) {
                action.run();
            }
        });
        var times = new ArrayDeque<>(List.of(0L, 4_000L).stream().map(Instant.EPOCH::plusMillis).toList());
        var reading = model((_, progress) -> {
            progress.report(12_000_000, OptionalLong.of(48_000_000), 1_234);
            isOpen.set(false);
            return read("", progress);
        }, background, () -> times.isEmpty() ? Instant.EPOCH : times.remove());
        reading.read(LOG);
        assertThat(reading.progressProperty().get()).isPresent();
        Snapshots.check("traffic-reading", 960, 300, () -> view(reading));
    }
}
