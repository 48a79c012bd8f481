package dev.cachewright.ui.editor.marks;

import dev.cachewright.analysis.Analysis;
import dev.cachewright.analysis.TokenRange;
import dev.cachewright.token.request.TokenSpan;
import dev.cachewright.words.Numbers;
import dev.cachewright.words.Texts;
import dev.cachewright.words.TokenWords;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// The token figures at a card's head: its own, the running total, and what both mean.
public final class TokenFigures {

    private final ReadOnlyStringWrapper tokens = new ReadOnlyStringWrapper(this, "tokens", "");
    private final ReadOnlyStringWrapper cumulative = new ReadOnlyStringWrapper(this, "cumulative", "");
    private final ReadOnlyStringWrapper hint = new ReadOnlyStringWrapper(this, "hint", "");

    /// @param span as the encoding counts it; the figures that are shown are made from it
    public void show(Analysis analysis, TokenSpan span) {
        int before = analysis.estimate().tokens(span.cumulative() - span.tokens());
        TokenRange upTo = analysis.estimate().range(span.cumulative());
        String own = TokenWords.about(analysis, Numbers.count((long) upTo.tokens() - before));
        tokens.set(own);
        cumulative.set(Texts.format("block-card.cumulative", TokenWords.brief(upTo)));
        hint.set(Texts.format("block-card.tokens-hint", own, TokenWords.full(upTo), TokenWords.why(analysis)).strip());
    }

    public void clear() {
        tokens.set("");
        cumulative.set("");
        hint.set("");
    }

    public ReadOnlyStringProperty tokensProperty() {
        return tokens.getReadOnlyProperty();
    }

    public String getTokens() {
        return tokens.get();
    }

    public ReadOnlyStringProperty cumulativeProperty() {
        return cumulative.getReadOnlyProperty();
    }

    public String getCumulative() {
        return cumulative.get();
    }

    /// Both figures in words, with the band and the reason where they are estimates.
    public ReadOnlyStringProperty hintProperty() {
        return hint.getReadOnlyProperty();
    }

    public String getHint() {
        return hint.get();
    }
}
