package dev.cachewright.advice.layout;

import dev.cachewright.advice.Calls;
import dev.cachewright.prompt.Prompt;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Finds the cheapest layout of a prompt.
final class Arranger {

    /// So many calls are looked at, over all layouts: about a tenth of a second.
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

    /// What was found: the prompt as it is where nothing is cheaper.
    ///
    /// @param isProven whether no layout that keeps the constraints is cheaper
    record Result(Arrangement arrangement, Outlay before, Outlay after, boolean isProven) {
    }

    /// @return empty where there are no calls to judge a layout by
    Optional<Result> arrange(Prompt prompt) {
        return calls.apply(prompt).map(own -> arrange(prompt, own));
    }

    private Result arrange(Prompt prompt, Calls own) {
        Sheet sheet = Sheet.of(prompt, own);
        var search = new Search(sheet, MarkRoom.of(prompt, own), limit, usesSets);
        Found found = search.find();
        Outlay before = sheet.outlay(sheet.order(), Marks.OWN);
        boolean isFixed = Borders.areFixed(own.requests(), sheet.room().places().stream()
                .map(place -> prompt.blocks().get(place).id()).collect(Collectors.toSet()));
        Arrangement arrangement = Arrangement.of(sheet, found);
        if (arrangement.isNone()) {
            return new Result(arrangement, before, before, search.isComplete() && isFixed);
        }
        Optional<Outlay> after = isFixed ? Optional.of(found.outlay()) : real(arrangement.prompt());
        if (after.isEmpty() || !after.get().isBetterThan(before)) {
            return new Result(Arrangement.of(sheet, Found.of(sheet, sheet.order(), Marks.OWN)), before, before, false);
        }
        return new Result(arrangement, before, after.get(), search.isComplete() && isFixed);
    }

    /// What a layout costs, counted anew: tokens across the border of two blocks may be others there.
    private Optional<Outlay> real(Prompt layout) {
        return calls.apply(layout).map(real -> {
            Sheet laid = Sheet.of(layout, real);
            return laid.outlay(laid.order(), Marks.OWN);
        });
    }
}
