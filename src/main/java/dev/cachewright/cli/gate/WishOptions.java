package dev.cachewright.cli.gate;

import dev.cachewright.advice.Rule;
import dev.cachewright.catalog.Money;
import dev.cachewright.cli.argument.CliProblem;
import dev.cachewright.cli.argument.Described;
import dev.cachewright.format.file.Budget;
import dev.cachewright.gate.Check;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine.Model.OptionSpec;

/// The options that say what is asked of prompts.
final class WishOptions {

    private final OptionSpec minPrefix = Described.option("--min-prefix", "TOKENS", Integer.class,
            "The least static prefix, in place of staticPrefix in the files.").build();
    private final OptionSpec minHitRate = Described.option("--min-hit-rate", "RATE", BigDecimal.class,
            "The least hit rate from 0 to 1, in place of hitRate in the files.").build();
    private final OptionSpec maxCost = Described.option("--max-cost", "DOLLARS", BigDecimal.class,
            "The most that the input of a call may cost, in place of costPerCall in the files.").build();
    private final OptionSpec ignored = Described
            .option("--ignore", "RULE", List.class,
                    "Leaves out the advice of a rule, such as L15; several with commas, or given several times.")
            .auxiliaryTypes(String.class).build();
    private final OptionSpec model = Described
            .option("--model", "M", String.class, "Overrides the model that the files name.").build();
    private final OptionSpec values = Described
            .option("--values", "V", Path.class, "Rows for the variables of all files: CSV or JSON Lines.").build();
    private final OptionSpec outside = Described
            .flag("--allow-outside", "Use files that prompts name outside their folders.").build();

    List<OptionSpec> all() {
        return List.of(minPrefix, minHitRate, maxCost, ignored, model, values, outside);
    }

    /// @throws CliProblem where a value cannot be used
    Check.Wishes read() {
        return new Check.Wishes(budget(), rules(), Optional.ofNullable(model.getValue()),
                Optional.ofNullable(values.getValue()),
                outside.getValue());
    }

    private Budget budget() {
        Integer prefix = minPrefix.getValue();
        BigDecimal rate = minHitRate.getValue();
        BigDecimal cost = maxCost.getValue();
        if (prefix != null && prefix < 0) {
            throw new CliProblem("--min-prefix takes a number of tokens, not " + prefix);
        }
        if (rate != null && (rate.signum() < 0 || rate.compareTo(BigDecimal.ONE) > 0)) {
            throw new CliProblem("--min-hit-rate takes a number from 0 to 1, 0.9 for 90 %, not " + rate
                    .toPlainString());
        }
        if (cost != null && (cost.signum() < 0 || cost.compareTo(BigDecimal.valueOf(
                Money.MOST_DOLLARS)) > 0)) {
            throw new CliProblem("--max-cost takes an amount in dollars, such as 0.002, not " + cost
                    .toPlainString());
        }
        return new Budget(prefix == null ? OptionalInt.empty() : OptionalInt.of(prefix),
                rate == null ? OptionalDouble.empty() : OptionalDouble.of(rate.doubleValue()),
                Optional.ofNullable(cost).map(Money::ofDollars));
    }

    private Set<String> rules() {
        Set<String> rules = new HashSet<>();
        List<String> given = ignored.getValue();
        Objects.requireNonNullElse(given, List.<String>of()).stream().flatMap(each -> Stream.of(each.split(",")))
                .map(String::strip).forEach(rule -> {
                    if (Rule.of(rule).isEmpty()) {
                        throw new CliProblem("--ignore takes rules such as L15, not \"" + rule + "\"");
                    }
                    rules.add(rule);
                });
        return rules;
    }
}
