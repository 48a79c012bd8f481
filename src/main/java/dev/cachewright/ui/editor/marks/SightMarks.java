package dev.cachewright.ui.editor.marks;

import dev.cachewright.analysis.Analysis;
import dev.cachewright.analysis.Estimate;
import dev.cachewright.token.request.Place;
import dev.cachewright.token.request.RequestTokens;
import dev.cachewright.ui.kit.text.TextRange;
import dev.cachewright.words.Numbers;
import dev.cachewright.words.Texts;
import dev.cachewright.words.TokenWords;
import java.util.HashMap;
import java.util.Map;

/// The notes for the text in view.
///
/// @param notes which tokens are in view, by block
public record SightMarks(Map<String, String> notes) {

    static final SightMarks NONE = new SightMarks(Map.of());

    /// @param seen what is in view of each block, by template offsets
    static SightMarks of(Analysis analysis, Map<String, TextRange> seen) {
        RequestTokens tokens = analysis.tokens();
        var notes = new HashMap<String, String>();
        seen.forEach((blockId, range) -> notes.put(blockId, note(analysis,
                tokens.tokensBefore(new Place(blockId, range.start())),
                tokens.tokensBefore(new Place(blockId, range.end())))));
        return new SightMarks(Map.copyOf(notes));
    }

    private static String note(Analysis analysis, int first, int last) {
        Estimate estimate = analysis.estimate();
        return TokenWords.about(analysis, Texts.format("editor.in-sight",
                Numbers.count(estimate.tokens(first) + 1L), Numbers.count(estimate.tokens(last)),
                Numbers.count(analysis.total().tokens())));
    }
}
