package dev.cachewright.cli.gate;

import dev.cachewright.advice.Rule;
import dev.cachewright.catalog.Money;
import dev.cachewright.cli.argument.CliProblem;
import dev.cachewright.format.file.Budget;
import dev.cachewright.gate.Check;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/// The options that say what is asked of prompts.
final class WishOptions {

    @Option(names = "--min-prefix", paramLabel = "TOKENS", description = "The least static prefix, in place of staticPrefix in the files.")
    private Integer minPrefix;

    @Option(names = "--min-hit-rate", paramLabel = "RATE", description = "The least hit rate from 0 to 1, in place of hitRate in the files.")
    private BigDecimal minHitRate;

    @Option(names = "--max-cost", paramLabel = "DOLLARS", description = "The most that the input of a call may cost, in place of costPerCall in the files.")
    private BigDecimal maxCost;

    @Option(names = "--ignore", paramLabel = "RULE", description = "Leaves out the advice of a rule, such as L15; several with commas, or given several times.")
    private List<String> ignored = List.of();

    @Option(names = "--model", paramLabel = "M", description = "Overrides the model that the files name.")
    private String model;

    @Option(names = "--values", paramLabel = "V", description = "Rows for the variables of all files: CSV or JSON Lines.")
    private Path values;

    @Option(names = "--allow-outside", description = "Use files that prompts name outside their folders.")
    private boolean isOutsideAllowed;

    /// @throws CliProblem where a value cannot be used
    Check.Wishes read() {
        return new Check.Wishes(budget(), rules(), Optional.ofNullable(model), Optional.ofNullable(values),
                isOutsideAllowed);
    }

    private Budget budget() {
        if (minPrefix != null && minPrefix < 0) {
            throw new CliProblem("--min-prefix takes a number of tokens, not " + minPrefix);
        }
        if (minHitRate != null && (minHitRate.signum() < 0 || minHitRate.compareTo(BigDecimal.ONE) > 0)) {
            throw new CliProblem("--min-hit-rate takes a number from 0 to 1, 0.9 for 90 %, not " + minHitRate
                    .toPlainString());
        }
        if (maxCost != null && (maxCost.signum() < 0 || maxCost.compareTo(BigDecimal.valueOf(
                Money.MOST_DOLLARS)) > 0)) {
            throw new CliProblem("--max-cost takes an amount in dollars, such as 0.002, not " + maxCost
                    .toPlainString());
        }
        return new Budget(minPrefix == null ? OptionalInt.empty() : OptionalInt.of(minPrefix),
                minHitRate == null ? OptionalDouble.empty() : OptionalDouble.of(minHitRate.doubleValue()),
                Optional.ofNullable(maxCost).map(Money::ofDollars));
    }

    private Set<String> rules() {
        Set<String> rules = new HashSet<>();
        ignored.stream().flatMap(each -> Stream.of(each.split(","))).map(String::strip).forEach(rule -> {
            if (Rule.of(rule).isEmpty()) {
                throw new CliProblem("--ignore takes rules such as L15, not \"" + rule + "\"");
            }
            rules.add(rule);
        });
        return rules;
    }
}
