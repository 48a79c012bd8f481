package dev.cachewright.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cachewright.analysis.Estimate;
import dev.cachewright.analysis.TokenRange;
import dev.cachewright.catalog.Correction;
import java.util.ArrayList;
import java.util.List;

/// What is said of estimates beside their figures; nothing is added to exact ones.
final class EstimateWords {

    private EstimateWords() {
    }

    /// Adds between what the count lies: `"band": {"low": 4760, "high": 5900}`, `null` where there is no upper end.
    static void put(ObjectNode json, TokenRange range) {
        if (!range.isExact()) {
            json.putObject("band").put("low", range.low()).set("high",
                    range.isOpen() ? null : JsonNodeFactory.instance.numberNode(range.high()));
        }
    }

    /// Adds the factors that counts of o200k_base were multiplied by.
    static void put(ObjectNode json, Correction correction) {
        if (!correction.isNone()) {
            json.putObject("correction").put("low", correction.low()).put("typical", correction.typical())
                    .put("high", Math.ceil(correction.high() * 1_000) / 1_000)
                    .put("source", correction.source().text());
        }
    }

    /// `1,842 tokens`, `about 5,240 tokens (4,760 to 5,900)`, `at least 4,760 tokens`.
    static String words(TokenRange range) {
        if (range.isExact()) {
            return Table.number(range.tokens()) + " tokens";
        }
        return range.isOpen()
                ? "at least " + Table.number(range.low()) + " tokens"
                : "about " + Table.number(range.tokens()) + " tokens (" + Table.number(range.low()) + " to "
                        + Table.number(range.high()) + ")";
    }

    /// Why a count is an estimate.
    static String why(Estimate estimate) {
        List<String> reasons = new ArrayList<>();
        Correction correction = estimate.correction();
        if (!correction.isNone()) {
            reasons.add("counts times " + correction.low() + " to " + Math.ceil(correction.high() * 100) / 100);
        }
        if (estimate.band().isOpen()) {
            reasons.add("the server adds text that the request does not hold");
        } else if (!estimate.band().isExact()) {
            reasons.add("no recording proves a form in this request");
        }
        return String.join(", ", reasons);
    }
}
