package dev.cachewright.gate;

import dev.cachewright.advice.Severity;
import dev.cachewright.catalog.Money;
import dev.cachewright.format.file.Budget;
import dev.cachewright.words.Numbers;
import dev.cachewright.words.TokenWords;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Holds a prompt's figures to its budgets.
final class Budgets {

    static final String STATIC_PREFIX = Finding.BUDGET + "static-prefix";
    static final String HIT_RATE = Finding.BUDGET + "hit-rate";
    static final String COST_PER_CALL = Finding.BUDGET + "cost-per-call";

    private static final Map<String, String> TITLES = Map.of(STATIC_PREFIX, "The static prefix is shorter than its "
            + "budget", HIT_RATE, "The hit rate is below its budget", COST_PER_CALL,
            "A call costs more than its budget");

    private final Budget budget;
    private final Figures figures;
    private final Function<String, Region> place;

    /// @param place gives the place that a budget is about, by its rule
    Budgets(Budget budget, Figures figures, Function<String, Region> place) {
        this.budget = budget;
        this.figures = figures;
        this.place = place;
    }

    /// Those that are missed; a budget whose figure is not known is missed as well, since nothing holds it.
    List<Finding> missed() {
        var missed = new ArrayList<Finding>();
        if (budget.staticPrefix().isPresent()) {
            staticPrefix(budget.staticPrefix().getAsInt()).ifPresent(missed::add);
        }
        if (budget.hitRate().isPresent()) {
            hitRate(budget.hitRate().getAsDouble()).ifPresent(missed::add);
        }
        budget.costPerCall().flatMap(this::costPerCall).ifPresent(missed::add);
        return missed;
    }

    private Optional<Finding> staticPrefix(int least) {
        return figures.staticPrefix().tokens() >= least ? Optional.empty()
                : Optional.of(missed(STATIC_PREFIX, "The static prefix has " + TokenWords.brief(figures.staticPrefix())
                        + " tokens and ends here; the budget asks for " + Numbers.count(least) + " at least"));
    }

    private Optional<Finding> hitRate(double least) {
        if (figures.hitRate().isEmpty()) {
            return Optional.of(missed(HIT_RATE, "The hit rate is not known, because no cache rules of "
                    + named() + " are; the budget asks for " + Numbers.percent(least) + " at least"));
        }
        double rate = figures.hitRate().getAsDouble();
        return rate >= least ? Optional.empty()
                : Optional.of(missed(HIT_RATE, "The hit rate is " + shownBelow(rate, least) + calls()
                        + "; the budget asks for " + Numbers.percent(least) + " at least"));
    }

    /// The rate with as many decimals as it takes to be less than what is asked.
    private static String shownBelow(double rate, double least) {
        String shown = Numbers.percent(rate);
        return shown.equals(Numbers.percent(least)) ? "just below " + shown : shown;
    }

    private Optional<Finding> costPerCall(Money most) {
        if (figures.costPerCall().isEmpty()) {
            return Optional.of(missed(COST_PER_CALL, "The cost of a call is not known, because no price of " + named()
                    + " is; the budget asks for " + dollars(most) + " at most"));
        }
        Money cost = figures.costPerCall().get();
        return cost.compareTo(most) <= 0 ? Optional.empty()
                : Optional.of(missed(COST_PER_CALL, "The input of a call costs " + dollars(cost) + calls()
                        + "; the budget asks for " + dollars(most) + " at most"));
    }

    private Finding missed(String rule, String message) {
        return new Finding(new Finding.Ruling(rule, TITLES.get(rule), ""), Severity.ERROR, message, place.apply(rule),
                "");
    }

    private String named() {
        return figures.model().isEmpty() ? "its model" : figures.model();
    }

    private String calls() {
        return figures.calls() == 1 ? " in a warm call" : " over " + Numbers.count(figures.calls()) + " calls";
    }

    /// To the millionth, which tells budgets apart that cents do not.
    private static String dollars(Money money) {
        return "$" + money.dollars().setScale(6, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString();
    }
}
