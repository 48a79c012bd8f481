package dev.cachewright.ui.editor;

import dev.cachewright.analysis.Analysis;
import dev.cachewright.analysis.Outlook;
import dev.cachewright.token.request.Place;
import dev.cachewright.token.request.RequestTokens;
import dev.cachewright.words.Numbers;
import dev.cachewright.words.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What the rail and the line beside the blocks show.
///
/// @param end where the static prefix ends
/// @param caption the words on the line
/// @param ticks figures on the rail, from the top down
/// @param zone where the threshold lies when tokens are estimated
/// @param breakpoint the block after which a set breakpoint says the same as the line; empty where none does
record PrefixMarks(Place end, String caption, List<Tick> ticks, Optional<Zone> zone, Optional<String> breakpoint) {

    PrefixMarks(Place end, String caption, List<Tick> ticks, Optional<Zone> zone) {
        this(end, caption, ticks, zone, Optional.empty());
    }

    /// A number of tokens and where in the prompt it is reached; empty at the very end.
    ///
    /// @param isWritten whether a prefix is stored there
    record Tick(int tokens, String label, Optional<Place> place, boolean isStrong, boolean isWritten) {

        Tick(int tokens, String label, Optional<Place> place, boolean isStrong) {
            this(tokens, label, place, isStrong, false);
        }

        Tick(int tokens, Optional<Place> place, boolean isStrong) {
            this(tokens, Numbers.count(tokens), place, isStrong);
        }
    }

    /// A stretch of the prompt in which a number of tokens is reached.
    ///
    /// @param to empty at the very end
    record Zone(Place from, Optional<Place> to, String label) {
    }

    static PrefixMarks of(Analysis analysis) {
        Optional<Outlook> breakpoints = analysis.outlook().filter(outlook -> outlook.rules().hasBreakpoints());
        if (breakpoints.isPresent()) {
            return BreakpointMarks.of(analysis, breakpoints.get());
        }
        if (!analysis.isExact()) {
            return EstimateMarks.of(analysis);
        }
        int prefix = analysis.prefix().tokens();
        return new PrefixMarks(analysis.prefix().end(), withStable(caption(analysis, prefix), analysis),
                ticks(analysis),
                Optional.empty());
    }

    /// What applies to rows that are not loaded, where that is less.
    private static String withStable(String caption, Analysis analysis) {
        int stable = analysis.prefix().stable();
        return stable < analysis.prefix().tokens()
                ? Texts.format("editor.prefix-stable", caption, Numbers.count(stable))
                : caption;
    }

    static String caption(Analysis analysis, int prefix) {
        Optional<Outlook> outlook = analysis.outlook();
        String ends = Numbers.count(prefix);
        if (outlook.isEmpty()) {
            return Texts.format("editor.prefix-plain", ends);
        }
        int threshold = outlook.get().rules().threshold();
        if (outlook.get().cacheable() == 0) {
            return prefix < threshold
                    ? Texts.format("editor.prefix-short", ends, Numbers.count((long) threshold - prefix),
                            Numbers.count(threshold))
                    : Texts.format("editor.prefix-plain", ends);
        }
        return Texts.format("editor.prefix-cacheable", ends, Numbers.count(outlook.get().cacheable()));
    }

    private static List<Tick> ticks(Analysis analysis) {
        RequestTokens tokens = analysis.tokens();
        var ticks = new ArrayList<Tick>();
        analysis.outlook().ifPresent(outlook -> {
            int threshold = outlook.rules().threshold();
            if (threshold > 0 && threshold < tokens.total()) {
                ticks.add(tick(tokens, threshold, analysis.prefix().tokens() >= threshold));
            }
            if (outlook.cacheable() > threshold) {
                ticks.add(tick(tokens, outlook.cacheable(), true));
            }
        });
        ticks.add(new Tick(tokens.total(), Optional.empty(), false));
        return ticks;
    }

    private static Tick tick(RequestTokens tokens, int count, boolean isStrong) {
        return new Tick(count, Optional.of(tokens.placeAfter(count)), isStrong);
    }
}
