package dev.cachewright.ui.workspace;

import dev.cachewright.analysis.Analysis;
import dev.cachewright.analysis.Destination;
import dev.cachewright.cache.request.SentRequest;
import dev.cachewright.catalog.Calibrations;
import dev.cachewright.catalog.Correction;
import dev.cachewright.prompt.text.InputException;
import dev.cachewright.provider.Cancellation;
import dev.cachewright.provider.Profile;
import dev.cachewright.provider.ProviderException;
import dev.cachewright.provider.count.CountComparison;
import dev.cachewright.provider.count.CountResult;
import dev.cachewright.provider.count.ServerCounter;
import dev.cachewright.store.FileProblem;
import dev.cachewright.ui.fx.Background;
import dev.cachewright.ui.fx.Unexpected;
import dev.cachewright.words.FailureWords;
import dev.cachewright.words.Texts;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Has the server where calls go count the request that is shown; never by itself.
public final class CountModel {

    private final Workspace workspace;
    private final ServerCounter counter;
    private final Calibrations calibrations;
    private final Background background;
    private final ReadOnlyBooleanWrapper counting = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Optional<Outcome>> outcome = new ReadOnlyObjectWrapper<>(Optional.empty());

    CountModel(Workspace workspace, ServerCounter counter, Calibrations calibrations, Background background) {
        this.workspace = workspace;
        this.counter = counter;
        this.calibrations = calibrations;
        this.background = background;
    }

    /// What became of a count.
    public sealed interface Outcome {
    }

    /// @param isKeeping whether a correction was to be kept
    /// @param kept the correction that holds from now on; empty where none was kept
    public record Compared(Profile profile, CountComparison comparison, boolean isKeeping, Optional<Correction> kept)
            implements
                Outcome {
    }

    /// @param words why there is no count, in sentences
    public record Problem(String words) implements Outcome {
    }

    /// Counts on the server, and shows what it says in place of our count, where it tells its tokens.
    public void countOnServer() {
        count(false);
    }

    /// Counts on the server, and keeps the difference as a correction of the model, where its counts are estimates.
    public void calibrate() {
        count(true);
    }

    private void count(boolean isKeeping) {
        Optional<Analysis> shown = workspace.analysis().getAnalysis();
        if (counting.get() || shown.isEmpty()) {
            return;
        }
        Profile profile = workspace.preferences().profileInUse();
        Optional<RunProblem> obstacle = RunProblem.of(workspace.prompt().getPrompt(), profile,
                shown.get().destination());
        if (obstacle.isPresent()) {
            end(new Problem(obstacle.get().words()));
            return;
        }
        LocalDate day = LocalDate.ofInstant(workspace.now(), ZoneOffset.UTC);
        counting.set(true);
        background.run(comparing(profile, shown.get(), day, isKeeping)).onDone(this::end)
                .onFailure(Throwable.class,
                        failure -> end(new Problem(Unexpected.words(failure, ProviderException.class,
                                FileProblem.class, InputException.class))));
    }

    private Callable<Outcome> comparing(Profile profile, Analysis shown, LocalDate day, boolean isKeeping) {
        Destination destination = shown.destination();
        SentRequest sent = shown.sent();
        return () -> {
            var compared = counter.compare(profile, destination, sent, day, new Cancellation());
            return compared.comparison().<Outcome>map(comparison -> new Compared(profile, comparison, isKeeping,
                    isKeeping ? comparison.keep(calibrations, profile) : Optional.empty()))
                    .orElseGet(() -> new Problem(words(compared.result())));
        };
    }

    private static String words(CountResult result) {
        return switch (result) {
            case CountResult.Failed failed -> FailureWords.sentence(failed.failure());
            case CountResult.Impossible impossible -> impossible.reason() + ".";
            case CountResult.Cancelled _,CountResult.Counted _ -> Texts.get("unexpected.failure");
        };
    }

    private void end(Outcome result) {
        counting.set(false);
        if (result instanceof Compared) {
            workspace.analysis().recount();
        }
        // First to nothing: the same result as last time is news again.
        outcome.set(Optional.empty());
        outcome.set(Optional.of(result));
    }

    /// Whether a count is under way.
    public ReadOnlyBooleanProperty countingProperty() {
        return counting.getReadOnlyProperty();
    }

    /// What became of the last count.
    public ReadOnlyObjectProperty<Optional<Outcome>> outcomeProperty() {
        return outcome.getReadOnlyProperty();
    }
}
