package dev.cachewright.ui.workspace;

import dev.cachewright.analysis.Analysis;
import dev.cachewright.analysis.AnalysisInput;
import dev.cachewright.analysis.Analyst;
import dev.cachewright.analysis.Cadence;
import dev.cachewright.cache.CacheRules;
import dev.cachewright.cache.TermsInUse;
import dev.cachewright.cache.state.CacheState;
import dev.cachewright.catalog.CacheTerms;
import dev.cachewright.prompt.text.InputException;
import dev.cachewright.provider.Profile;
import dev.cachewright.settings.Preferences;
import dev.cachewright.ui.fx.Latest;
import dev.cachewright.ui.fx.Subscriptions;
import java.time.InstantSource;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

/// What can be said of the prompt as it stands; computed in the background after each edit, and never shown for an
/// older one.
public final class AnalysisModel {

    private final PromptModel prompt;
    private final PreferencesModel preferences;
    private final SessionModel session;
    private final Analyst analyst;
    private final InstantSource clock;
    private final Latest work;
    private final Subscriptions subscriptions = new Subscriptions();
    private final ReadOnlyObjectWrapper<Optional<Analysis>> analysis = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<InputException>> problem = new ReadOnlyObjectWrapper<>(
            Optional.empty());
    private final ReadOnlyBooleanWrapper stale = new ReadOnlyBooleanWrapper();
    private final ObjectProperty<Cadence> cadence = new SimpleObjectProperty<>(AnalysisInput.USUAL);

    AnalysisModel(State state, Analyst analyst, InstantSource clock, Latest work) {
        this.prompt = state.prompt();
        this.preferences = state.preferences();
        this.session = state.session();
        this.analyst = analyst;
        this.clock = clock;
        this.work = work;
        subscriptions.add(prompt.promptProperty().subscribe(this::compute));
        subscriptions.add(prompt.valuesProperty().subscribe(this::compute));
        subscriptions.add(prompt.rowProperty().subscribe(this::compute));
        // Of all preferences only the place where calls go has a part in it.
        subscriptions.add(preferences.preferencesProperty().map(Preferences::profileInUse)
                .subscribe(profile -> compute()));
        subscriptions.add(session.cacheProperty().subscribe(this::compute));
        subscriptions.add(cadence.subscribe(this::compute));
    }

    /// The models that an analysis is computed from.
    record State(PromptModel prompt, PreferencesModel preferences, SessionModel session) {
    }

    private void compute() {
        if (prompt.getPrompt().blocks().isEmpty()) {
            work.cancel();
            analysis.set(Optional.empty());
            problem.set(Optional.empty());
            stale.set(false);
            return;
        }
        var input = new AnalysisInput(prompt.getPrompt(), prompt.getValues(), prompt.getRow(), rules(),
                session.getCache(), clock.instant(), cadence.get());
        stale.set(true);
        work.submit(() -> analyst.analyse(input), this::show, this::fail);
    }

    /// Computes anew where time alone may have changed what is said: entries run out.
    public void refresh() {
        if (session.getCache() != CacheState.empty() && !stale.get()) {
            compute();
        }
    }

    /// The cache rules where calls go: those of the profile, else those of the model.
    public Optional<CacheRules> rules() {
        Profile profile = preferences.get().profileInUse();
        String model = prompt.getPrompt().settings().model();
        return analyst.rulesNamed(profile.rules(), model).or(() -> analyst.rulesFor(model));
    }

    /// How the cache works where calls go; empty where the model is not known.
    public Optional<CacheTerms> terms() {
        return TermsInUse.of(analyst.catalog().find(prompt.getPrompt().settings().model()), rules());
    }

    private void show(Analysis result) {
        problem.set(Optional.empty());
        analysis.set(Optional.of(result));
        stale.set(false);
    }

    private void fail(Throwable failure) {
        stale.set(false);
        InputException shown = failure instanceof InputException known
                ? known
                : new InputException("The prompt could not be analysed: " + failure.getMessage(), 0, 0);
        problem.set(Optional.of(shown));
    }

    /// Empty while nothing is open or the first count is not done.
    public ReadOnlyObjectProperty<Optional<Analysis>> analysisProperty() {
        return analysis.getReadOnlyProperty();
    }

    public Optional<Analysis> getAnalysis() {
        return analysis.get();
    }

    /// Why the prompt as it stands cannot be rendered; the analysis before it stays.
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
