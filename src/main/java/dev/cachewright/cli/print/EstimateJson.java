package dev.cachewright.cli.print;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cachewright.analysis.TokenRange;
import dev.cachewright.catalog.Correction;

/// Adds to figures in JSON what they are estimated from; adds nothing to exact ones.
public final class EstimateJson {

    private EstimateJson() {
    }

    /// Adds the bounds of the count: `"band": {"low": 4760, "high": 5900}`, `null` where there is no upper end.
    public static void put(ObjectNode json, TokenRange range) {
        put(json, "band", range);
    }

    /// Adds the bounds of one of several counts.
    public static void put(ObjectNode json, String name, TokenRange range) {
        if (!range.isExact()) {
            json.putObject(name).put("low", range.low()).set("high",
                    range.isOpen() ? null : JsonNodeFactory.instance.numberNode(range.high()));
        }
    }

    /// Adds the factors that counts of o200k_base were multiplied by.
    public static void put(ObjectNode json, Correction correction) {
        if (!correction.isNone()) {
            ObjectNode factors = json.putObject("correction");
            factors.put("low", correction.low()).put("typical", correction.typical())
                    .put("high", Math.ceil(correction.high() * 1_000) / 1_000)
                    .put("source", correction.source().text());
            if (correction.requests() > 0) {
                factors.put("requests", correction.requests());
                correction.source().date().ifPresent(date -> factors.put("date", date.toString()));
            }
        }
    }
}
