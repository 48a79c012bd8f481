package dev.cachewright.ui.editor;

import dev.cachewright.analysis.Analysis;
import dev.cachewright.analysis.Estimate;
import dev.cachewright.cache.CacheRules;
import dev.cachewright.token.request.Place;
import dev.cachewright.token.request.RequestTokens;
import dev.cachewright.ui.kit.text.TextRange;
import dev.cachewright.words.Numbers;
import dev.cachewright.words.Texts;
import dev.cachewright.words.TokenWords;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// The marks and notes for the text in view.
///
/// @param steps the steps of the model's rules in it, from the top down; none where counts are estimates
/// @param notes which tokens are in view, by block
record SightMarks(List<PrefixMarks.Tick> steps, Map<String, String> notes) {

    static final SightMarks NONE = new SightMarks(List.of(), Map.of());

    /// Steps nearer to each other than this do not make a ruler.
    private static final int FINEST = 32;
    private static final int MOST = 200;

    /// @param seen what is in view of each block, by template offsets
    static SightMarks of(Analysis analysis, Map<String, TextRange> seen) {
        RequestTokens tokens = analysis.tokens();
        var steps = new ArrayList<PrefixMarks.Tick>();
        var notes = new HashMap<String, String>();
        seen.forEach((blockId, range) -> {
            int first = tokens.tokensBefore(new Place(blockId, range.start()));
            int last = tokens.tokensBefore(new Place(blockId, range.end()));
            notes.put(blockId, note(analysis, first, last));
            // A step of an estimate is not at any one token.
            analysis.outlook().filter(outlook -> analysis.isExact())
                    .ifPresent(outlook -> addSteps(outlook.rules(), first, last, tokens, steps));
        });
        steps.sort(Comparator.comparingInt(PrefixMarks.Tick::tokens));
        return new SightMarks(List.copyOf(steps), Map.copyOf(notes));
    }

    private static String note(Analysis analysis, int first, int last) {
        Estimate estimate = analysis.estimate();
        return TokenWords.about(analysis, Texts.format("editor.in-sight",
                Numbers.count(estimate.tokens(first) + 1L), Numbers.count(estimate.tokens(last)),
                Numbers.count(analysis.total().tokens())));
    }

    private static void addSteps(CacheRules rules, int first, int last, RequestTokens tokens,
            List<PrefixMarks.Tick> steps) {
        int before = first;
        OptionalInt step = rules.nextStep(before);
        while (step.isPresent() && step.getAsInt() <= last && steps.size() < MOST) {
            int count = step.getAsInt();
            OptionalInt after = rules.nextStep(count);
            if (after.isPresent() && after.getAsInt() - count < FINEST) {
                return;
            }
            steps.add(new PrefixMarks.Tick(count, Optional.of(tokens.placeAfter(count)), false));
            step = after;
        }
    }
}
