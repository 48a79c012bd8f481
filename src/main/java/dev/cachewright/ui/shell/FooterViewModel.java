package dev.cachewright.ui.shell;

import dev.cachewright.analysis.Analysis;
import dev.cachewright.catalog.Model;
import dev.cachewright.provider.Profile;
import dev.cachewright.token.encoding.Encoding;
import dev.cachewright.ui.fx.Subscriptions;
import dev.cachewright.ui.workspace.AnalysisModel;
import dev.cachewright.ui.workspace.PreferencesModel;
import dev.cachewright.ui.workspace.PromptModel;
import dev.cachewright.words.CacheWords;
import dev.cachewright.words.Texts;
import dev.cachewright.words.ThresholdWords;
import dev.cachewright.words.TokenWords;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;

/// The footer's words: total, encoding, threshold, next step, saved state, where calls go.
public final class FooterViewModel {

    private final PromptModel prompt;
    private final AnalysisModel analysis;
    private final Subscriptions subscriptions = new Subscriptions();
    private final ReadOnlyStringWrapper tokens = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper tokensHint = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper encoding = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper threshold = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper thresholdHint = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper nextStep = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper cache = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper saved = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper server = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper reached = new ReadOnlyBooleanWrapper();

    /// @param address the simulator's address; empty until it runs
    public FooterViewModel(PromptModel prompt, AnalysisModel analysis, PreferencesModel preferences,
            ObservableValue<String> address) {
        this.prompt = prompt;
        this.analysis = analysis;
        subscriptions.add(analysis.analysisProperty().subscribe(this::show));
        subscriptions.add(prompt.dirtyProperty().subscribe(this::showSaved));
        subscriptions.add(prompt.documentProperty().subscribe(this::showSaved));
        subscriptions.add(address.subscribe(known -> showServer(preferences.profileInUse(), known)));
        subscriptions.add(preferences.preferencesProperty()
                .subscribe(now -> showServer(now.profileInUse(), address.getValue())));
    }

    private void show(Optional<Analysis> analysis) {
        showCache();
        tokens.set(analysis.map(done -> TokenWords.full(done.total())).orElse(""));
        tokensHint.set(analysis.map(done -> TokenWords.full(done.total()) + done.model().flatMap(Model::encoding)
                .map(known -> ", " + known.word()).orElse("") + ". " + TokenWords.why(done)).orElse("").strip());
        encoding.set(analysis.map(FooterViewModel::encodingWords).orElse(""));
        threshold.set(analysis.flatMap(done -> done.outlook().map(outlook -> ThresholdWords.of(done, outlook)))
                .orElseGet(() -> analysis.map(this::noRules).orElse("")));
        thresholdHint.set(analysis.map(done -> threshold.get() + addModel(done) + done.threshold()
                .filter(tokens -> tokens > 0).map(tokens -> ". " + Texts.format("footer.hint-threshold", tokens))
                .orElse("")).orElse(""));
        nextStep.set(analysis.flatMap(done -> done.outlook().flatMap(outlook -> ThresholdWords.step(done, outlook)))
                .orElse(""));
        reached.set(analysis.filter(done -> done.outlook().isPresent() && !done.standing().isOutOfReach()).isPresent());
    }

    private static String encodingWords(Analysis analysis) {
        return analysis.model().flatMap(Model::encoding).map(Encoding::word).orElse(Texts.get("footer.estimated"));
    }

    private String noRules(Analysis analysis) {
        return analysis.prompt().settings().model().isBlank()
                ? Texts.get("footer.no-model")
                : Texts.format("footer.unknown-model", this.analysis.ownFile());
    }

    /// How a model that the catalogue lacks gets its rules and prices.
    private String addModel(Analysis analysis) {
        String id = analysis.prompt().settings().model();
        return analysis.model().isPresent() || id.isBlank()
                ? ""
                : ". " + Texts.format("footer.add-model", id, this.analysis.ownFile());
    }

    private void showServer(Profile profile, String address) {
        server.set(profile.kind() != Profile.Kind.SIMULATOR
                ? Texts.format("footer.server", profile.name())
                : address.isEmpty()
                        ? Texts.get("footer.simulator-starting")
                        : Texts.format("footer.simulator", address));
    }

    private void showCache() {
        cache.set(prompt.getDocument().isEmpty()
                ? ""
                : CacheWords.of(analysis.sent()));
    }

    private void showSaved() {
        boolean isNew = prompt.getDocument().filter(open -> open.path().isEmpty()).isPresent();
        boolean isNothing = prompt.getDocument().isEmpty();
        saved.set(isNothing
                ? ""
                : Texts.get(prompt.isDirty() ? "footer.unsaved" : isNew ? "footer.new" : "footer.saved"));
    }

    /// What the request asks of the cache; empty while nothing is open.
    public ReadOnlyStringProperty cacheProperty() {
        return cache.getReadOnlyProperty();
    }

    public String getCache() {
        return cache.get();
    }

    public ReadOnlyStringProperty tokensProperty() {
        return tokens.getReadOnlyProperty();
    }

    public String getTokens() {
        return tokens.get();
    }

    /// The total in words, and why it is an estimate where it is one.
    public ReadOnlyStringProperty tokensHintProperty() {
        return tokensHint.getReadOnlyProperty();
    }

    public String getTokensHint() {
        return tokensHint.get();
    }

    public ReadOnlyStringProperty encodingProperty() {
        return encoding.getReadOnlyProperty();
    }

    public String getEncoding() {
        return encoding.get();
    }

    public ReadOnlyStringProperty thresholdProperty() {
        return threshold.getReadOnlyProperty();
    }

    public String getThreshold() {
        return threshold.get();
    }

    /// The threshold's words, and what to do where the model is not known.
    public ReadOnlyStringProperty thresholdHintProperty() {
        return thresholdHint.getReadOnlyProperty();
    }

    public String getThresholdHint() {
        return thresholdHint.get();
    }

    public ReadOnlyStringProperty nextStepProperty() {
        return nextStep.getReadOnlyProperty();
    }

    public String getNextStep() {
        return nextStep.get();
    }

    public ReadOnlyStringProperty savedProperty() {
        return saved.getReadOnlyProperty();
    }

    public String getSaved() {
        return saved.get();
    }

    public ReadOnlyStringProperty serverProperty() {
        return server.getReadOnlyProperty();
    }

    public String getServer() {
        return server.get();
    }

    /// Whether some of the prompt will be cached.
    public ReadOnlyBooleanProperty reachedProperty() {
        return reached.getReadOnlyProperty();
    }

    public boolean isReached() {
        return reached.get();
    }
}
