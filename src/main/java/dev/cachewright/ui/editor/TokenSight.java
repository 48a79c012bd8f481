package dev.cachewright.ui.editor;

import dev.cachewright.analysis.Analysis;
import dev.cachewright.prompt.Settings;
import dev.cachewright.token.Tokenizer;
import dev.cachewright.token.Tokenizers;
import dev.cachewright.ui.fx.Latest;
import dev.cachewright.ui.fx.Subscriptions;
import dev.cachewright.ui.kit.TextRange;
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
    private final Tokenizers tokenizers;
    private final Latest loading;
    private final Subscriptions subscriptions = new Subscriptions();
    private final BooleanProperty shown = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<Optional<TokensInView>> tokens = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<SightMarks> marks = new ReadOnlyObjectWrapper<>(SightMarks.NONE);
    private Optional<Analysis> looked = Optional.empty();
    private Map<String, TextRange> seen = Map.of();

    /// @param loading reads a rank table where it is first needed
    public TokenSight(Workspace workspace, Tokenizers tokenizers, Latest loading) {
        this.workspace = workspace;
        this.tokenizers = tokenizers;
        this.loading = loading;
        shown.set(workspace.preferences().showsTokens());
        subscriptions.add(shown.subscribe(this::load));
        subscriptions.add(workspace.analysis().analysisProperty().subscribe(this::load));
    }

    /// Values and encoding are those of the prompt as it was analysed last.
    private void load() {
        Optional<Analysis> analysis = workspace.analysis().getAnalysis();
        if (!shown.get() || analysis.isEmpty()) {
            loading.cancel();
            tokens.set(Optional.empty());
            return;
        }
        Settings settings = analysis.get().prompt().settings();
        var row = workspace.prompt().getValues().row(workspace.prompt().getRow())
                .over(analysis.get().prompt().defaults());
        loading.submit(() -> tokenizers.of(workspace.analyst().encodingFor(settings.model())),
                (Tokenizer tokenizer) -> tokens.set(Optional.of(new EncodedTokens(tokenizer, settings, row))));
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
