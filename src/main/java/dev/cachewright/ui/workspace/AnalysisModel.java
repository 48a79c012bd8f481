package dev.cachewright.ui.workspace;

import dev.cachewright.analysis.Analysis;
import dev.cachewright.analysis.AnalysisInput;
import dev.cachewright.analysis.Analyst;
import dev.cachewright.analysis.Cadence;
import dev.cachewright.analysis.Destination;
import dev.cachewright.cache.request.SentRequest;
import dev.cachewright.cache.request.TokenSource;
import dev.cachewright.cache.state.CacheState;
import dev.cachewright.catalog.RuleSet;
import dev.cachewright.prompt.Request;
import dev.cachewright.prompt.text.InputException;
import dev.cachewright.provider.Profile;
import dev.cachewright.settings.Preferences;
import dev.cachewright.ui.fx.Latest;
import dev.cachewright.ui.fx.Subscriptions;
import dev.cachewright.ui.fx.Unexpected;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

/// What can be said of the current prompt; computed in the background after each edit, and never shown for an
/// older one.
public final class AnalysisModel {

    private final PromptModel prompt;
    private final PreferencesModel preferences;
    private final SessionModel session;
    private final Function<Profile, TokenSource> served;
    private final Analyst analyst;
    private final InstantSource clock;
    private final Latest work;
    private final Subscriptions subscriptions = new Subscriptions();
    private final ReadOnlyObjectWrapper<Optional<Analysis>> analysis = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<InputException>> problem = new ReadOnlyObjectWrapper<>(
            Optional.empty());
    private Optional<AnalysisInput> analysed = Optional.empty();
    private final ReadOnlyBooleanWrapper stale = new ReadOnlyBooleanWrapper();
    private final ObjectProperty<Cadence> cadence = new SimpleObjectProperty<>(AnalysisInput.USUAL);
    private Optional<Followed> followed = Optional.empty();

    AnalysisModel(State state, Analyst analyst, InstantSource clock, Latest work) {
        this.prompt = state.prompt();
        this.preferences = state.preferences();
        this.session = state.session();
        this.served = state.served();
        this.analyst = analyst;
        this.clock = clock;
        this.work = work;
        subscriptions.add(prompt.draftProperty().subscribe(draft -> compute()));
        // Of all preferences, only the place where calls go matters here.
        subscriptions.add(preferences.preferencesProperty().map(Preferences::profileInUse)
                .subscribe(profile -> compute()));
        subscriptions.add(session.cacheProperty().subscribe(this::compute));
        subscriptions.add(cadence.subscribe(this::compute));
        subscriptions.add(prompt.openingsProperty().subscribe(count -> leavePace()));
    }

    /// The models that an analysis is computed from.
    ///
    /// @param served what is known of a server's own tokens
    record State(PromptModel prompt, PreferencesModel preferences, SessionModel session,
            Function<Profile, TokenSource> served) {
    }

    private void compute() {
        Draft draft = prompt.getDraft();
        if (draft.prompt().blocks().isEmpty()) {
            work.cancel();
            analysis.set(Optional.empty());
            problem.set(Optional.empty());
            stale.set(false);
            return;
        }
        var input = new AnalysisInput(draft.prompt(), draft.values(), draft.row(), rules(),
                session.getCache(), clock.instant(), cadence.get(), draft.compared().map(Draft.Compared::request),
                served.apply(preferences.profileInUse()));
        stale.set(true);
        work.submit(() -> analyst.analyse(input), done -> show(input, done), this::fail);
    }

    /// The pace of what is open, and the one that was chosen before.
    private record Followed(Cadence pace, Cadence before) {
    }

    /// Takes the pace of the calls that what is open was made of, until something else is opened. A pace that the user
    /// chooses meanwhile stays.
    public void followPace(Cadence pace) {
        followed = Optional.of(new Followed(pace, cadence.get()));
        cadence.set(pace);
    }

    private void leavePace() {
        Optional<Followed> left = followed;
        followed = Optional.empty();
        left.filter(now -> now.pace().equals(cadence.get())).ifPresent(now -> cadence.set(now.before()));
    }

    /// Computes again where time alone may have changed the result: entries expire.
    public void refresh() {
        if (session.getCache() != CacheState.empty() && !stale.get()) {
            compute();
        }
    }

    /// Computes again what may have another count now: the model was calibrated, or the server has counted.
    void recount() {
        compute();
    }

    /// What applies where calls go, as the last analysis found it; looked up again where model or server changed since.
    public Destination destination() {
        String model = prompt.getPrompt().settings().model();
        Optional<RuleSet> rules = rules();
        return analysis.get().map(Analysis::destination).filter(known -> known.isFor(model, rules))
                .orElseGet(() -> analyst.destination(model, rules));
    }

    /// What applies to calls to any model on the server that is in use now; may be asked on any thread.
    public Function<String, Destination> destinations() {
        Optional<RuleSet> ofServer = rules();
        return model -> analyst.destination(model, ofServer);
    }

    private Optional<RuleSet> rules() {
        return preferences.profileInUse().rules();
    }

    /// The request of the shown row as it is sent, and what of it is refused; before the first analysis, what applies
    /// to its settings.
    public SentRequest sent() {
        return analysis.get().map(Analysis::sent).orElseGet(() -> SentRequest
                .of(new Request(List.of(), prompt.getPrompt().settings()), destination().cache()));
    }

    /// The file in which the user may add models; only for naming it.
    public String ownFile() {
        return analyst.catalog().ownFile();
    }

    private void show(AnalysisInput input, Analysis result) {
        analysed = Optional.of(input);
        problem.set(Optional.empty());
        analysis.set(Optional.of(result));
        stale.set(false);
    }

    /// What the analysis was computed from.
    Optional<AnalysisInput> input() {
        return analysed;
    }

    private void fail(Throwable failure) {
        stale.set(false);
        InputException shown = failure instanceof InputException known
                ? known
                : new InputException(Unexpected.words(failure), 0, 0);
        problem.set(Optional.of(shown));
    }

    /// Empty while nothing is open or the first count is not done.
    public ReadOnlyObjectProperty<Optional<Analysis>> analysisProperty() {
        return analysis.getReadOnlyProperty();
    }

    public Optional<Analysis> getAnalysis() {
        return analysis.get();
    }

    /// Why the current prompt cannot be rendered; the analysis before it stays.
    public ReadOnlyObjectProperty<Optional<InputException>> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /// How the calls of the forecast series follow each other.
    public ObjectProperty<Cadence> cadenceProperty() {
        return cadence;
    }

    /// Whether a newer analysis than the one shown is on its way.
    public ReadOnlyBooleanProperty staleProperty() {
        return stale.getReadOnlyProperty();
    }
}
