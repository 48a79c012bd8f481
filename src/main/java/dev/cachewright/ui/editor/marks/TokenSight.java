package dev.cachewright.ui.editor.marks;

import dev.cachewright.analysis.Analysis;
import dev.cachewright.prompt.Row;
import dev.cachewright.ui.fx.Subscriptions;
import dev.cachewright.ui.kit.text.TextRange;
import dev.cachewright.ui.workspace.AnalysisModel;
import dev.cachewright.ui.workspace.PreferencesModel;
import dev.cachewright.ui.workspace.PromptModel;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/// The tokens of the text in view: whether they are shown, where they begin and end, and which they are.
public final class TokenSight {

    private final PromptModel prompt;
    private final AnalysisModel analysis;
    private final PreferencesModel preferences;
    private final Subscriptions subscriptions = new Subscriptions();
    private final BooleanProperty shown = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<Optional<TokensInView>> tokens = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<SightMarks> marks = new ReadOnlyObjectWrapper<>(SightMarks.NONE);
    private Optional<Analysis> looked = Optional.empty();
    private Map<String, TextRange> seen = Map.of();

    public TokenSight(PromptModel prompt, AnalysisModel analysis, PreferencesModel preferences) {
        this.prompt = prompt;
        this.analysis = analysis;
        this.preferences = preferences;
        shown.set(preferences.showsTokens());
        subscriptions.add(shown.subscribe(this::load));
        subscriptions.add(analysis.analysisProperty().subscribe(this::load));
    }

    /// Values and encoding are those of the prompt as it was analysed last, so that the rank table is there.
    private void load() {
        tokens.set(analysis.getAnalysis().filter(analysis -> shown.get()).map(analysis -> {
            Row row = prompt.getValues().row(prompt.getRow())
                    .over(analysis.prompt().defaults());
            return new SightTokens(analysis,
                    analysis.destination().counter(), row);
        }));
    }

    /// Takes what is in view now, by block; the marks follow.
    public void look(Map<String, TextRange> ranges) {
        Optional<Analysis> now = analysis.getAnalysis();
        // To compare what is in two analyses takes longer than to look again.
        if (now == looked && ranges.equals(seen)) {
            return;
        }
        looked = now;
        seen = Map.copyOf(ranges);
        if (now.isEmpty() || ranges.isEmpty()) {
            marks.set(SightMarks.NONE);
            return;
        }
        marks.set(SightMarks.of(now.get(), seen));
    }

    /// Shows or hides tokens; kept for the next start.
    public void toggle() {
        shown.set(!shown.get());
        preferences.showTokens(shown.get());
    }

    /// Empty while tokens are not shown.
    public ReadOnlyObjectProperty<Optional<TokensInView>> tokensProperty() {
        return tokens.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<SightMarks> marksProperty() {
        return marks.getReadOnlyProperty();
    }
}
