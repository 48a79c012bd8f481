package dev.cachewright.format.catalog;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cachewright.catalog.Correction;
import dev.cachewright.catalog.Measured;
import dev.cachewright.catalog.Measurement;
import dev.cachewright.format.json.RawJson;
import dev.cachewright.prompt.text.InputException;
import java.util.Optional;

/// Adds measurements to the text of a calibration; all that is written there by hand stays as it is, to the character.
public final class CalibrationWriter {

    private static final String CORRECTIONS = "corrections";

    private CalibrationWriter() {
    }

    /// A calibration with one more measurement.
    ///
    /// @param correction what follows from all measurements of the model; empty where its entry is the user's own, which
    /// is left alone
    public record Written(String text, Optional<Correction> correction) {
    }

    /// @param json the text so far; blank where there is none
    /// @param model under whose id the correction is kept
    /// @param before what holds for the model without a measurement
    /// @param source where the count is from
    /// @throws InputException with line and column where the text is not a calibration
    public static Written add(String json, String model, Measurement measurement, Correction before, String source) {
        String whole = json.isBlank() ? "{}\n" : json;
        String known = RawJson.fields(whole).getOrDefault(CORRECTIONS, "{}");
        String entry = RawJson.fields(known).get(model);
        Optional<Measured> measured = entry == null
                ? Optional.empty()
                : CorrectionReader.measured(RawJson.tree(entry));
        if (entry != null && measured.isEmpty()) {
            return new Written(json, Optional.empty());
        }
        Measured now = measured.map(earlier -> earlier.with(measurement))
                .orElseGet(() -> Measured.first(before, measurement));
        Correction correction = now.correction(source);
        String text = with(whole, CORRECTIONS, with(known, model, entry(now, correction).toString(), "    "), "  ");
        return new Written(text, Optional.of(correction));
    }

    private static ObjectNode entry(Measured measured, Correction correction) {
        ObjectNode entry = factors(JsonNodeFactory.instance.objectNode(), correction);
        correction.source().date().ifPresent(date -> entry.put("date", date.toString()));
        var requests = entry.putArray("measured");
        for (Measurement each : measured.requests()) {
            requests.addObject().put("request", each.request()).put("date", each.date().toString())
                    .put("factor", each.factor()).put("tokens", each.tokens());
        }
        factors(entry.putObject("catalogue"), measured.catalogue());
        return entry;
    }

    private static ObjectNode factors(ObjectNode node, Correction correction) {
        return node.put("low", correction.low()).put("typical", correction.typical()).put("high", correction.high())
                .put("otherScripts", correction.otherScripts()).put("source", correction.source().text());
    }

    /// The object with a field set, and every other character as it is.
    private static String with(String object, String name, String value, String indent) {
        var fields = RawJson.fields(object);
        if (fields.containsKey(name)) {
            return RawJson.withField(object, name, _ -> value);
        }
        int end = object.lastIndexOf('}');
        String head = object.substring(0, end).stripTrailing();
        String close = "\n" + indent.substring(2) + "}";
        return head + (fields.isEmpty() ? "\n" : ",\n") + indent + RawJson.quote(name) + ": " + value + close
                + object.substring(end + 1);
    }
}
