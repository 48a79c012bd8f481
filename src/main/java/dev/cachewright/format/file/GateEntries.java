package dev.cachewright.format.file;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cachewright.advice.Rule;
import dev.cachewright.catalog.Money;
import dev.cachewright.prompt.text.InputException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/// The front matter keys of the gate: `cachewright.budget: { staticPrefix, hitRate, costPerCall }` and
/// `cachewright.ignore: [L15]`. They are read when somebody checks the prompt: a fault in them keeps nobody from
/// opening it.
final class GateEntries {

    static final String BUDGET = "cachewright.budget";
    static final String IGNORE = "cachewright.ignore";
    private static final String STATIC_PREFIX = "staticPrefix";
    private static final String HIT_RATE = "hitRate";
    private static final String COST_PER_CALL = "costPerCall";

    private final FrontMatter frontMatter;

    GateEntries(FrontMatter frontMatter) {
        this.frontMatter = frontMatter;
    }

    /// @throws InputException with line and column of an unknown key or a value that is none
    Budget budget() {
        JsonNode entry = frontMatter.at(BUDGET);
        if (isEmpty(entry)) {
            return Budget.none();
        }
        if (!entry.isObject()) {
            throw frontMatter.fault(List.of(BUDGET), "\"" + BUDGET + "\" takes \"key: value\" pairs, such as { "
                    + STATIC_PREFIX + ": 1024, " + HIT_RATE + ": 0.9 }");
        }
        var budget = Budget.none();
        for (Map.Entry<String, JsonNode> field : entry.properties()) {
            budget = part(field.getKey(), field.getValue()).or(budget);
        }
        return budget;
    }

    /// Whether a key is not there, or has no value yet.
    private static boolean isEmpty(JsonNode entry) {
        return entry.isMissingNode() || entry.isNull() || entry.isTextual() && entry.asText().isEmpty();
    }

    private Budget part(String key, JsonNode value) {
        return switch (key) {
            case STATIC_PREFIX -> new Budget(OptionalInt.of(tokens(value)), OptionalDouble.empty(), Optional.empty());
            case HIT_RATE -> new Budget(OptionalInt.empty(), OptionalDouble.of(rate(value)), Optional.empty());
            case COST_PER_CALL -> new Budget(OptionalInt.empty(), OptionalDouble.empty(), Optional.of(cost(value)));
            default -> throw frontMatter.keyFault(List.of(BUDGET, key), "\"" + BUDGET + "\" has no \"" + key
                    + "\": use " + STATIC_PREFIX + ", " + HIT_RATE + " or " + COST_PER_CALL);
        };
    }

    private int tokens(JsonNode value) {
        if (!value.isInt() || value.intValue() < 0) {
            throw wrong(STATIC_PREFIX, "a whole number of tokens", value);
        }
        return value.intValue();
    }

    private double rate(JsonNode value) {
        if (!value.isNumber() || value.doubleValue() < 0 || value.doubleValue() > 1) {
            throw wrong(HIT_RATE, "a number from 0 to 1, 0.9 for 90 %", value);
        }
        return value.doubleValue();
    }

    private Money cost(JsonNode value) {
        if (!value.isNumber() || value.doubleValue() < 0 || value.doubleValue() > Money.MOST_DOLLARS) {
            throw wrong(COST_PER_CALL, "an amount in dollars, such as 0.002", value);
        }
        return Money.ofDollars(new BigDecimal(value.asText()));
    }

    private InputException wrong(String key, String wanted, JsonNode value) {
        return frontMatter.fault(List.of(BUDGET, key), "\"" + key + "\" takes " + wanted + ", not " + value);
    }

    /// The rules whose advice is not wanted.
    ///
    /// @throws InputException with line and column of what is no rule's name
    List<String> ignored() {
        JsonNode entry = frontMatter.at(IGNORE);
        if (isEmpty(entry)) {
            return List.of();
        }
        if (!entry.isArray()) {
            return List.of(rule(entry, List.of(IGNORE)));
        }
        var rules = new ArrayList<String>();
        for (int i = 0; i < entry.size(); i++) {
            rules.add(rule(entry.get(i), List.of(IGNORE, String.valueOf(i))));
        }
        return rules;
    }

    private String rule(JsonNode value, List<String> at) {
        if (!value.isTextual() || Rule.of(value.asText()).isEmpty()) {
            throw frontMatter.fault(at, "\"" + IGNORE + "\" takes names of rules, such as [L15, L20], not " + value);
        }
        return value.asText();
    }
}
