package dev.cachewright.ui.why;

import dev.cachewright.divergence.Explanation;
import dev.cachewright.divergence.Normalising;
import dev.cachewright.divergence.Spot;
import dev.cachewright.format.divergence.Agreements;
import dev.cachewright.format.divergence.Explainer;
import dev.cachewright.format.divergence.PaneMaker;
import dev.cachewright.words.Texts;
import dev.cachewright.words.WhyWords;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/// What is shown of two requests; made in the background.
///
/// @param explanation of the two
/// @param sentence what happened
/// @param notes what was ignored, and what the provider says; empty for nothing
/// @param causes each with what mends it
record Answer(Explanation explanation, String sentence, String notes, List<CauseLine> causes, PaneText earlier,
        PaneText later) {

    /// @param title what the cause is
    /// @param mend what mends it
    record CauseLine(String title, String mend) {
    }

    /// @throws dev.cachewright.prompt.text.InputException where a body is no request
    /// @throws IOException where what was sent cannot be read
    static Answer of(Question question, Sent other, Set<Normalising> ignored, UnaryOperator<String> blockName)
            throws IOException {
        Explainer.Side earlier = other.source().read();
        Explainer.Side later = question.later().source().read();
        Explanation found = Explainer.explain(earlier, later, ignored, question.at());
        var words = new WhyWords(other.inSentence(), question.later().name(), blockName);
        String vendor = question.vendor().filter(_ -> isFirst(question, other))
                .map(diagnosis -> WhyWords.agreement(Agreements.of(found, diagnosis), diagnosis.words())).orElse("");
        var panes = PaneMaker.of(earlier.body(), later.body(), found);
        return new Answer(found, words.sentence(found),
                List.of(WhyWords.ignored(found), vendor).stream().filter(note -> !note.isEmpty())
                        .collect(Collectors.joining(" ")),
                found.findings().causes().stream()
                        .map(cause -> new CauseLine(WhyWords.cause(cause), WhyWords.mend(cause))).toList(),
                PaneText.of(panes.earlier()), PaneText.of(panes.later()));
    }

    /// The provider compared with the call before, which is the one that is chosen at first.
    private static boolean isFirst(Question question, Sent other) {
        return question.others().get(question.chosen()) == other;
    }

    /// The tokens in which the two differ; empty where they do in none.
    String tokens(boolean hasIds) {
        Spot before = explanation.earlier();
        Spot now = explanation.later();
        return before.tokens().isEmpty() && now.tokens().isEmpty()
                ? ""
                : Texts.format("why.tokens", WhyWords.tokens(before.tokens(), hasIds),
                        WhyWords.tokens(now.tokens(), hasIds));
    }
}
