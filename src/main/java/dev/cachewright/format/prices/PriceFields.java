package dev.cachewright.format.prices;

import dev.cachewright.catalog.Price;
import dev.cachewright.format.json.RawJson;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Prices as a row of `models.json` writes them.
final class PriceFields {

    static final String FROM = "from";
    static final String HISTORY = "history";
    private static final String LONG = "long";
    // A history needs a first day; no call is older.
    private static final LocalDate ALWAYS = LocalDate.EPOCH;

    private PriceFields() {
    }

    static boolean isPrice(String field) {
        return field.equals("input") || field.equals("output") || field.equals("cache_read")
                || field.startsWith("cache_write_") || field.equals(LONG) || field.equals(HISTORY);
    }

    static boolean areIn(Map<String, String> fields) {
        return fields.keySet().stream().anyMatch(PriceFields::isPrice);
    }

    static SequencedMap<String, String> of(Figures figures) {
        var fields = new LinkedHashMap<String, String>();
        figures.shorts().forEach((field, figure) -> fields.put(field, text(figure)));
        if (figures.over() > 0) {
            var band = new LinkedHashMap<String, String>();
            band.put("over_input_tokens", String.valueOf(figures.over()));
            figures.longs().forEach((field, figure) -> band.put(field, text(figure)));
            fields.put(LONG, RawJson.object(band));
        }
        return fields;
    }

    /// All prices that the model has had, and those of the list behind them.
    static String history(PriceComparison.Difference difference) {
        var entries = new TreeMap<LocalDate, Figures>();
        for (Price price : difference.model().prices()) {
            entries.put(price.from().equals(LocalDate.MIN) ? ALWAYS : price.from(), Figures.of(price));
        }
        entries.put(difference.from().orElse(ALWAYS), difference.theirs());
        return entries.entrySet().stream().map(entry -> entry(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining(", ", "[", "]"));
    }

    private static String entry(LocalDate from, Figures figures) {
        var fields = new LinkedHashMap<String, String>();
        fields.put(FROM, RawJson.quote(from.toString()));
        fields.putAll(of(figures));
        // Without it, the entry would take the long calls of the row.
        fields.putIfAbsent(LONG, "null");
        return RawJson.object(fields);
    }

    private static String text(BigDecimal figure) {
        return figure.toPlainString();
    }
}
