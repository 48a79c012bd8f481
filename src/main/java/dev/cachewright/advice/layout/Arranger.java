package dev.cachewright.advice.layout;

import dev.cachewright.advice.Calls;
import dev.cachewright.advice.Subject;
import dev.cachewright.prompt.Prompt;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Arranges prompts for the cache: finds the order of the blocks, and the breakpoints, with which the calls cost least.
///
/// What may move says [Room]: roles, turns and the question keep their places, and so do blocks with the attribute `pin`.
/// The text of each block stays as it is. Takes about as long as a few analyses: not on the UI thread.
public final class Arranger {

    /// So many calls are looked at, over all layouts: about a fifth of a second.
    static final long LIMIT = 24_000;

    private final Function<Prompt, Optional<Calls>> calls;
    private final long limit;
    private final boolean usesSets;

    /// @param calls of any layout; empty where it cannot be rendered, or no rules are known
    Arranger(Function<Prompt, Optional<Calls>> calls, long limit, boolean usesSets) {
        this.calls = calls;
        this.limit = limit;
        this.usesSets = usesSets;
    }

    /// The cheapest layout of a prompt over its calls; of those that cost the same, one that changes little. Empty where
    /// there are no calls to judge it by: it cannot be rendered, or no cache rules are known.
    public static Optional<Layout> best(Subject subject) {
        return new Arranger(subject::calls, LIMIT, true).arrange(subject.prompt());
    }

    Optional<Layout> arrange(Prompt prompt) {
        return calls.apply(prompt).map(own -> arrange(prompt, own));
    }

    private Layout arrange(Prompt prompt, Calls own) {
        Sheet sheet = Sheet.of(prompt, own);
        var search = new Search(sheet, MarkRoom.of(prompt, own), limit, usesSets);
        Found found = search.find();
        Found before = Found.of(sheet, sheet.order(), Marks.OWN);
        boolean isFixed = Borders.areFixed(own.requests(), moving(sheet));
        Arrangement arrangement = Arrangement.of(sheet, found);
        Optional<Outlay> after = isFixed || arrangement.isNone()
                ? Optional.of(found.outlay())
                : real(arrangement.prompt());
        if (after.isEmpty() || !after.get().isBetterThan(before.outlay())) {
            return layout(own, Arrangement.of(sheet, before), before.outlay(), before.outlay(),
                    arrangement.isNone() && search.isComplete() && isFixed);
        }
        return layout(own, arrangement, before.outlay(), after.get(), search.isComplete() && isFixed);
    }

    private static Layout layout(Calls calls, Arrangement arranged, Outlay before, Outlay after, boolean isProven) {
        int counted = calls.areAllCounted() ? calls.requests().size() : 1;
        return new Layout(arranged.prompt(), arranged.moves(), arranged.set(), arranged.removed(),
                before.expectation(counted), after.expectation(counted), isProven);
    }

    private static Set<String> moving(Sheet sheet) {
        return sheet.room().places().stream().map(place -> sheet.prompt().blocks().get(place).id())
                .collect(Collectors.toSet());
    }

    /// What a layout costs, counted anew: tokens across the border of two blocks may be others there.
    private Optional<Outlay> real(Prompt layout) {
        return calls.apply(layout).map(real -> {
            Sheet laid = Sheet.of(layout, real);
            return laid.outlay(laid.order(), Marks.OWN);
        });
    }
}
