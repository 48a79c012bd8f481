package dev.cachewright.ui.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.analysis.Cadence;
import dev.cachewright.format.family.ClockTraffic;
import dev.cachewright.format.log.LogProgress;
import dev.cachewright.format.recover.FamilyCalls;
import dev.cachewright.format.recover.Recorded;
import dev.cachewright.format.traffic.TrafficReading;
import dev.cachewright.prompt.text.InputException;
import dev.cachewright.store.PromptDocument;
import dev.cachewright.token.SharedTokenizers;
import dev.cachewright.ui.Snapshots;
import dev.cachewright.ui.fx.Background;
import dev.cachewright.ui.fx.Views;
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
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.scene.Parent;
import org.junit.jupiter.api.Test;

class FamilyOpeningTest {

    private InstantSource clock = InstantSource.fixed(Instant.parse("2026-11-30T08:00:00Z"));
    private static final List<Path> LOG = List.of(Path.of("clock.jsonl"));
    private static final Background AT_ONCE = new Background(Runnable::run, Runnable::run);

    private final List<PromptDocument> opened = new ArrayList<>();
    private final List<Cadence> paces = new ArrayList<>();
    private String log = ClockTraffic.calls(30, Duration.ofSeconds(20));
    private Consumer<LogProgress> whileReading = _ -> {
    };
    private UnaryOperator<FamilyCalls> changed = calls -> calls;

    private TrafficViewModel model(Background background) {
        var model = new TrafficViewModel(new TrafficParts(
                (_, progress) -> TrafficReading.of(ClockTraffic.stream(log), ClockTraffic.ANALYST, SharedTokenizers.ALL,
                        Optional.empty(), progress),
                (_, number, progress) -> {
                    whileReading.accept(progress);
                    return FamilyCalls.read(ClockTraffic.stream(log), ClockTraffic.ANALYST, SharedTokenizers.ALL,
                            id -> id == number, progress).families().stream().findFirst().map(changed);
                }, (_, _) -> true, ClockTraffic.ANALYST, background, () -> clock.instant()),
                making -> making.accept((document, pace) -> {
                    opened.add(document);
                    paces.add(pace);
                }));
        model.read(LOG);
        return model;
    }

    private String openAndListen() {
        TrafficViewModel model = model(AT_ONCE);
        model.openFamily();
        assertThat(model.progressProperty().get()).isEmpty();
        return model.getSaid();
    }

    @Test
    void theChosenFamilyIsOpenedWithItsRowsItsTimesAndItsPace() {
        assertThat(openAndListen())
                .isEqualTo("Recovered as you-are-the-support-agent-of-a-railway, with 30 calls of 30 as rows.");

        PromptDocument document = opened.getFirst();
        assertThat(document.path()).isEmpty();
        assertThat(document.values().rows()).hasSize(30).first().satisfies(row -> assertThat(row.values())
                .containsEntry("@at", "2026-11-02T08:00:00Z").containsKey("customer"));
        assertThat(document.notes()).containsExactly("Made of 30 recorded calls: each row gives back its request "
                + "exactly, and the forecast follows the pace of these calls.");
        assertThat(paces).containsExactly(Cadence.every(Duration.ofSeconds(20)));
    }

    @Test
    void callsThatAreNotAmongTheRowsAreSaid() {
        changed = calls -> {
            var some = new ArrayList<>(calls.calls());
            some.add(new Recorded("no request", Optional.empty(), "clock.jsonl:31"));
            return new FamilyCalls(calls.id(), calls.name(), some, 2_500);
        };

        assertThat(openAndListen()).endsWith("with 30 calls of 2,531 as rows.");
        assertThat(opened.getFirst().notes()).contains(
                "One call with no request body is left out, the first at clock.jsonl:31.",
                "2,500 more calls were not taken: a prompt has 2,000 rows, and 200 million characters, at most.");
    }

    @Test
    void oneCallIsNoTemplate() {
        log = ClockTraffic.calls(1, Duration.ofSeconds(20));

        assertThat(openAndListen()).startsWith("One call does not show which of its text is the template.");
        assertThat(opened).isEmpty();
    }

    @Test
    void callsThatNoPromptGivesBackAreNotOpened() {
        changed = calls -> new FamilyCalls(calls.id(), calls.name(), List.of(new Recorded("no request",
                Optional.empty(), "clock.jsonl:1")), 0);

        assertThat(openAndListen()).startsWith("No prompt gives back these calls exactly.").contains("clock.jsonl:1")
                .endsWith("Save the request of one call as a .json file, and open that.");
        assertThat(opened).isEmpty();
    }

    @Test
    void logsThatHaveChangedAreNotTakenForTheFamily() {
        changed = calls -> new FamilyCalls(calls.id(), "another", calls.calls(), 0);

        assertThat(openAndListen()).isEqualTo(
                "The logs have changed and no longer hold these calls. Choose them again.");
        assertThat(opened).isEmpty();
    }

    @Test
    void whatCannotBeReadIsSaid() {
        whileReading = _ -> {
            throw new InputException("a pipe: this can be read once", 0, 0);
        };

        assertThat(openAndListen()).isEqualTo("No prompt was opened. a pipe: this can be read once.");
    }

    @Test
    void anOpeningThatIsCancelledOpensNothing() {
        Deque<TrafficViewModel> models = new ArrayDeque<>();
        whileReading = progress -> {
            models.element().cancel();
            assertThat(progress.isCancelled()).isTrue();
        };
        models.add(model(AT_ONCE));
        models.element().openFamily();

        assertThat(models.element().getSaid()).isEqualTo("No prompt was opened: the reading was cancelled.");
        assertThat(opened).isEmpty();
    }

    @Test
    void aWindowThatIsClosedMeanwhileOpensNothing() {
        Deque<Runnable> waiting = new ArrayDeque<>();
        TrafficViewModel model = model(new Background(waiting::add, Runnable::run));
        while (!waiting.isEmpty()) {
            waiting.remove().run();
        }
        model.openFamily();
        model.close();
        waiting.remove().run();

        assertThat(opened).isEmpty();
    }

    @Test
    void theAdviceOnTheFamilyIsShownWithWhatItBrings() {
        TrafficViewModel model = model(AT_ONCE);

        assertThat(model.family().getNoAdvice()).isEmpty();
        assertThat(model.family().advice().getFirst().title()).startsWith("Move “");
        assertThat(model.family().advice().getFirst().gain()).matches("\\+[\\d,]+ cached · −\\$0\\.00\\d\\d a call");
    }

    @Test
    void adviceOnAFamilyThatIsNoLongerChosenIsDropped() {
        Deque<Runnable> waiting = new ArrayDeque<>();
        TrafficViewModel model = model(new Background(waiting::add, Runnable::run));
        waiting.remove().run();
        assertThat(model.family().getNoAdvice()).isEqualTo("Looking for advice…");
        model.chosenProperty().set(Optional.empty());
        waiting.forEach(Runnable::run);

        assertThat(model.family().advice()).isEmpty();
        assertThat(model.family().causes()).isEmpty();
    }

    @Test
    void whereThereIsNoAdviceItSaysWhy() {
        log = ClockTraffic.calls(1, Duration.ofSeconds(20));
        assertThat(model(AT_ONCE).family().getNoAdvice()).startsWith("One call does not show what changes");
    }

    private static Parent view(TrafficViewModel model) {
        return Views.load(new TrafficView(model, ZoneOffset.UTC, new TrafficView.Doors(List::of, Optional::empty,
                Optional::empty))).root();
    }

    @Test
    void aFamilyThatWasOpenedLooksAsItShould() {
        TrafficViewModel model = model(AT_ONCE);
        model.openFamily();
        Snapshots.check("traffic-family", 960, 860, () -> view(model));
    }

    @Test
    void anOpeningThatIsUnderWayLooksAsItShould() {
        var isOpen = new AtomicBoolean(true);
        TrafficViewModel model = model(new Background(Runnable::run, action -> {
            if (isOpen.get()) {
                action.run();
            }
        }));
        var later = new ArrayDeque<>(List.of(0L, 4_000L).stream().map(Instant.EPOCH::plusMillis).toList());
        clock = () -> later.isEmpty() ? Instant.EPOCH : later.remove();
        whileReading = progress -> {
            progress.report(12_000_000, OptionalLong.of(24_000_000), 1_234);
            isOpen.set(false);
        };
        model.openFamily();
        assertThat(model.progressProperty().get()).map(ReadingProgress.Seen::words).contains(
                "Reading the logs once for the family and once for its requests: 12 of 48 MB, about 0:12 left");
        Snapshots.check("traffic-opening", 960, 860, () -> view(model));
    }

    @Test
    void twoPassesAreOneProgress() {
        var told = new ArrayList<String>();
        var passes = new TwoPasses(new LogProgress() {

            @Override
            public void report(long bytes, OptionalLong all, long calls) {
                told.add(bytes + " of " + all.orElse(0));
            }

            @Override
            public boolean isCancelled() {
                return false;
            }
        });
        for (long bytes : new long[]{40, 100, 0, 60, 100}) {
            passes.report(bytes, OptionalLong.of(100), 1);
        }
        assertThat(told).containsExactly("40 of 200", "100 of 200", "100 of 200", "160 of 200", "200 of 200");
    }
}
