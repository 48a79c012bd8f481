package dev.cachewright.ui.shell;

import dev.cachewright.analysis.Analysis;
import dev.cachewright.analysis.Outlook;
import dev.cachewright.analysis.TokenRange;
import dev.cachewright.catalog.Model;
import dev.cachewright.token.Encoding;
import dev.cachewright.ui.fx.Subscriptions;
import dev.cachewright.ui.workspace.Workspace;
import dev.cachewright.words.CacheWords;
import dev.cachewright.words.Numbers;
import dev.cachewright.words.Texts;
import dev.cachewright.words.TokenWords;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;

/// The footer's words: total, encoding, threshold, next step, saved state, where calls go.
public final class FooterViewModel {

    private final Workspace workspace;
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
    public FooterViewModel(Workspace workspace, ObservableValue<String> address) {
        this.workspace = workspace;
        subscriptions.add(workspace.analysis().analysisProperty().subscribe(this::show));
        subscriptions.add(workspace.prompt().dirtyProperty().subscribe(this::showSaved));
        subscriptions.add(workspace.prompt().documentProperty().subscribe(this::showSaved));
        subscriptions.add(address.subscribe(known -> server.set(
                known.isEmpty() ? Texts.get("footer.simulator-starting") : Texts.format("footer.simulator", known))));
    }

    private void show(Optional<Analysis> analysis) {
        showCache();
        tokens.set(analysis.map(done -> TokenWords.full(done.total())).orElse(""));
        tokensHint.set(analysis.map(done -> TokenWords.full(done.total()) + ". " + TokenWords.why(done)).orElse("")
                .strip());
        encoding.set(analysis.map(FooterViewModel::encodingWords).orElse(""));
        threshold.set(analysis.flatMap(done -> done.outlook().map(outlook -> thresholdWords(done, outlook)))
                .orElseGet(() -> analysis.isPresent() ? noRules() : ""));
        thresholdHint.set(analysis.map(done -> threshold.get() + addModel(done)).orElse(""));
        nextStep.set(analysis.flatMap(done -> done.outlook().flatMap(outlook -> stepWords(done, outlook))).orElse(""));
        reached.set(analysis.flatMap(Analysis::outlook).map(outlook -> outlook.cacheable() > 0).orElse(false));
    }

    private static String encodingWords(Analysis analysis) {
        return analysis.model().flatMap(Model::encoding).map(Encoding::word).orElse(Texts.get("footer.estimated"));
    }

    private String noRules() {
        return Texts.format("footer.unknown-model", workspace.analyst().catalog().ownFile());
    }

    /// How a model that the catalogue lacks gets its rules and prices.
    private String addModel(Analysis analysis) {
        String id = analysis.prompt().settings().model();
        return analysis.model().isPresent() || id.isBlank()
                ? ""
                : ". " + Texts.format("footer.add-model", id, workspace.analyst().catalog().ownFile());
    }

    private static String thresholdWords(Analysis analysis, Outlook outlook) {
        TokenRange prefix = analysis.prefixTokens();
        int needed = outlook.rules().threshold();
        if (outlook.rules().hasBreakpoints() && prefix.reaches(needed)) {
            return outlook.cacheable() > 0
                    ? Texts.format("footer.breakpoint", TokenWords.brief(analysis.estimate().range(
                            outlook.reuse().end())), Numbers.count(needed))
                    : Texts.get("footer.no-breakpoint");
        }
        String key = prefix.reaches(needed) ? "reached" : prefix.mayReach(needed) ? "around" : "short";
        return Texts.format("footer." + key, TokenWords.brief(prefix), Numbers.count(needed));
    }

    private static Optional<String> stepWords(Analysis analysis, Outlook outlook) {
        // Of breakpoint rules the strip says it, and the cache words need the room.
        if (outlook.nextStep().isEmpty() || outlook.rules().hasBreakpoints()) {
            return Optional.empty();
        }
        int step = outlook.nextStep().getAsInt();
        long missing = (long) step - analysis.prefixTokens().tokens();
        return Optional.of(analysis.isExact()
                ? Texts.format("footer.next-step", missing, Numbers.count(step))
                : Texts.format("footer.next-step-about", Numbers.count(missing), Numbers.count(step)));
    }

    private void showCache() {
        cache.set(workspace.prompt().getDocument().isEmpty()
                ? ""
                : CacheWords.of(workspace.analysis().sent()));
    }

    private void showSaved() {
        boolean isNew = workspace.prompt().getDocument().filter(open -> open.path().isEmpty()).isPresent();
        boolean isNothing = workspace.prompt().getDocument().isEmpty();
        saved.set(isNothing
                ? ""
                : Texts.get(workspace.prompt().isDirty() ? "footer.unsaved" : isNew ? "footer.new" : "footer.saved"));
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
