package dev.cachewright.analysis;

import dev.cachewright.prompt.Kind;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.Values;
import dev.cachewright.prompt.VariableEdits.Stretch;
import java.util.List;
import java.util.Optional;

/// What shows which text changes from call to call.
///
/// @param rows how many rows of values there are
/// @param comparison with a second request; empty where there is none
/// @param isAssumed whether nothing shows it: one request, and no word of its author on what is dynamic
/// @param guesses text that looks as if it changed, where neither rows nor a second request show whether it does
public record Evidence(int rows, Optional<Comparison> comparison, boolean isAssumed, List<Stretch> guesses) {

    public Evidence {
        guesses = List.copyOf(guesses);
    }

    static Evidence of(Prompt prompt, Values values, Optional<Comparison> comparison, List<Stretch> guesses) {
        int rows = values.rows().size();
        boolean isAssumed = rows < 2 && comparison.isEmpty()
                && prompt.blocks().stream().noneMatch(block -> block.effectiveKind() == Kind.DYNAMIC);
        return new Evidence(rows, comparison, isAssumed, guesses);
    }

    /// Text of one request that looks as if the next had another; none where rows or a second request show what changes.
    static List<Stretch> guesses(Prompt prompt, Values values, boolean isCompared) {
        return values.rows().size() > 1 || isCompared ? List.of() : VolatileText.in(prompt);
    }
}
