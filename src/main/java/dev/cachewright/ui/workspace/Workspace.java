package dev.cachewright.ui.workspace;

import dev.cachewright.analysis.Analyst;
import dev.cachewright.catalog.Calibrations;
import dev.cachewright.provider.count.ServerCounter;
import dev.cachewright.run.Stopwatch;
import dev.cachewright.session.SessionStore;
import dev.cachewright.settings.PreferencesFile;
import dev.cachewright.ui.fx.Background;
import dev.cachewright.ui.fx.Latest;
import dev.cachewright.ui.fx.Subscriptions;
import java.time.Instant;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The state of one window.
public final class Workspace {

    private final PromptModel prompt = new PromptModel();
    private final PreferencesModel preferences;
    private final SessionModel session;
    private final AnalysisModel analysis;
    private final RunModel runs;
    private final ConversationModel conversation;
    private final CountModel counts;
    private final Analyst analyst;
    private final Stopwatch stopwatch;
    private final ReadOnlyObjectWrapper<Optional<SessionStore.Damage>> damage = new ReadOnlyObjectWrapper<>(
            Optional.empty());
    private final Subscriptions subscriptions = new Subscriptions();

    /// @param calibrations where measured corrections are kept
    public Workspace(Analyst analyst, Stopwatch stopwatch, PreferencesFile preferencesFile, RunModel.Tools tools,
            Calibrations calibrations) {
        Background background = tools.background();
        this.analyst = analyst;
        this.stopwatch = stopwatch;
        this.preferences = new PreferencesModel(preferencesFile, new Latest(background));
        this.session = new SessionModel(stopwatch.now(), preferences.get().profileInUse().name());
        subscriptions.add(preferences.preferencesProperty()
                .subscribe(now -> session.moveTo(now.profileInUse().name())));
        var counter = new ServerCounter(tools.providers());
        this.analysis = new AnalysisModel(new AnalysisModel.State(prompt, preferences, session, counter::known),
                analyst,
                stopwatch.instants(), new Latest(background));
        this.runs = new RunModel(this, tools, counter);
        this.conversation = new ConversationModel(this);
        this.counts = new CountModel(this, counter, calibrations, background);
        background.run(() -> tools.store().last()).onDone(last -> last.ifPresent(this::restore));
    }

    private void restore(SessionStore.Restored last) {
        if (session.getSession().calls().isEmpty()) {
            session.resume(last.session());
        }
        damage.set(last.damage());
    }

    public PromptModel prompt() {
        return prompt;
    }

    public PreferencesModel preferences() {
        return preferences;
    }

    public SessionModel session() {
        return session;
    }

    public AnalysisModel analysis() {
        return analysis;
    }

    public RunModel runs() {
        return runs;
    }

    public ConversationModel conversation() {
        return conversation;
    }

    public CountModel counts() {
        return counts;
    }

    /// Knows the models and counts tokens; not to be asked to count on the UI thread.
    public Analyst analyst() {
        return analyst;
    }

    /// What could not be read of the session that was kept last.
    public ReadOnlyObjectProperty<Optional<SessionStore.Damage>> damageProperty() {
        return damage.getReadOnlyProperty();
    }

    /// The time by the clock of the calls.
    public Instant now() {
        return stopwatch.now();
    }

    /// Begins another session.
    public void startSession() {
        session.startNew(stopwatch.now());
    }
}
