package dev.cachewright.ui.workspace;

import dev.cachewright.analysis.Analyst;
import dev.cachewright.catalog.Calibrations;
import dev.cachewright.provider.count.ServerCounter;
import dev.cachewright.run.Stopwatch;
import dev.cachewright.settings.PreferencesFile;
import dev.cachewright.ui.fx.Background;
import dev.cachewright.ui.fx.Latest;
import dev.cachewright.ui.fx.Subscriptions;
import java.time.Instant;

/// The state of one window.
public final class Workspace {

    private final PromptModel prompt = new PromptModel();
    private final PreferencesModel preferences;
    private final SessionModel session;
    private final AnalysisModel analysis;
    private final RunModel runs;
    private final ConversationModel conversation;
    private final CountModel counts;
    private final WatchModel watch;
    private final Analyst analyst;
    private final Stopwatch stopwatch;
    private final SessionsModel sessions;
    private final TelemetryModel telemetry;
    private final ExplanationModel explanation;
    private final AdviceModel advice;
    private final Subscriptions subscriptions = new Subscriptions();

    /// @param calibrations where measured corrections are kept
    /// @param watching what applications are watched with
    public Workspace(Analyst analyst, Stopwatch stopwatch, PreferencesFile preferencesFile, RunModel.Tools tools,
            Calibrations calibrations, WatchModel.Tools watching) {
        Background background = tools.background();
        this.analyst = analyst;
        this.stopwatch = stopwatch;
        this.preferences = new PreferencesModel(preferencesFile, new Latest(background));
        this.session = new SessionModel(stopwatch.now(), preferences.profileInUse().name());
        subscriptions.add(preferences.preferencesProperty()
                .subscribe(now -> session.moveTo(now.profileInUse().name())));
        var counter = new ServerCounter(tools.providers());
        this.analysis = new AnalysisModel(new AnalysisModel.State(prompt, preferences, session, counter::known),
                analyst,
                stopwatch.instants(), new Latest(background));
        this.sessions = new SessionsModel(prompt, session, tools.store(), background, stopwatch.instants());
        this.telemetry = new TelemetryModel(preferences, tools.telemetries(), background);
        this.explanation = new ExplanationModel(session, sessions, analysis::destinations, background);
        this.advice = new AdviceModel(prompt, analysis, analyst, background);
        this.runs = new RunModel(this, tools, counter);
        this.conversation = new ConversationModel(this);
        this.counts = new CountModel(this, counter, calibrations, background);
        this.watch = new WatchModel(this, tools, watching);
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

    /// The sessions on disk.
    public SessionsModel sessions() {
        return sessions;
    }

    /// What went out and came back in the call that is looked at.
    public ExchangeModel exchange() {
        return sessions.exchange();
    }

    /// Why the call that is looked at left the one before it.
    public ExplanationModel explanation() {
        return explanation;
    }

    public AnalysisModel analysis() {
        return analysis;
    }

    /// What would bring something.
    public AdviceModel advice() {
        return advice;
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

    /// The application that is watched.
    public WatchModel watch() {
        return watch;
    }

    /// Where figures of calls are handed on to.
    public TelemetryModel telemetry() {
        return telemetry;
    }

    /// Knows the models and counts tokens; not to be asked to count on the UI thread.
    public Analyst analyst() {
        return analyst;
    }

    /// The time by the clock of the calls.
    public Instant now() {
        return stopwatch.now();
    }

    /// Begins another session.
    public void startSession() {
        sessions.startNew();
    }
}
