package dev.cachewright.ui.editor;

import dev.cachewright.analysis.Analysis;
import dev.cachewright.prompt.Row;
import dev.cachewright.ui.fx.Subscriptions;
import dev.cachewright.ui.kit.text.TextRange;
import dev.cachewright.ui.workspace.Workspace;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/// The tokens of what the user looks at: whether they are shown, where they begin and end, and which they are.
public final class TokenSight {

    private final Workspace workspace;
    private final Subscriptions subscriptions = new Subscriptions();
    private final BooleanProperty shown = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<Optional<TokensInView>> tokens = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<SightMarks> marks = new ReadOnlyObjectWrapper<>(SightMarks.NONE);
    private Optional<Analysis> looked = Optional.empty();
    private Map<String, TextRange> seen = Map.of();

    public TokenSight(Workspace workspace) {
        this.workspace = workspace;
        shown.set(workspace.preferences().showsTokens());
        subscriptions.add(shown.subscribe(this::load));
        subscriptions.add(workspace.analysis().analysisProperty().subscribe(this::load));
    }

    /// Values and encoding are those of the prompt as it was analysed last, so that the rank table is there.
    private void load() {
        tokens.set(workspace.analysis().getAnalysis().filter(analysis -> shown.get()).map(analysis -> {
            Row row = workspace.prompt().getValues().row(workspace.prompt().getRow())
                    .over(analysis.prompt().defaults());
            return new SightTokens(analysis,
                    analysis.destination().counter(), row);
        }));
    }

    /// Says what is in sight now, by block; the marks follow.
    void look(Map<String, TextRange> ranges) {
        Optional<Analysis> analysis = workspace.analysis().getAnalysis();
        // To compare what is in two analyses takes longer than to look again.
        if (analysis == looked && ranges.equals(seen)) {
            return;
        }
        looked = analysis;
        seen = Map.copyOf(ranges);
        if (analysis.isEmpty() || ranges.isEmpty()) {
            marks.set(SightMarks.NONE);
            return;
        }
        marks.set(SightMarks.of(analysis.get(), seen));
    }

    /// Shows tokens, or shows them no more; kept for the next start.
    public void toggle() {
        shown.set(!shown.get());
        workspace.preferences().showTokens(shown.get());
    }

    /// Empty while tokens are not shown.
    ReadOnlyObjectProperty<Optional<TokensInView>> tokensProperty() {
        return tokens.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<SightMarks> marksProperty() {
        return marks.getReadOnlyProperty();
    }
}
