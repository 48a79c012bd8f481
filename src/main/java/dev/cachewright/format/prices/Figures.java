package dev.cachewright.format.prices;

import dev.cachewright.catalog.Model;
import dev.cachewright.catalog.Price;
import dev.cachewright.catalog.Rates;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/// The prices of a row, by field.
///
/// @param over the input above which `longs` hold; 0 where calls of any length cost the same
record Figures(SequencedMap<String, BigDecimal> shorts, int over, SequencedMap<String, BigDecimal> longs) {

    private static final int DECIMALS = 6;

    static Figures none() {
        return new Figures(new LinkedHashMap<>(), 0, new LinkedHashMap<>());
    }

    static Figures of(Price price) {
        return price.longContext().map(band -> new Figures(fields(price.rates()),
                Math.toIntExact(band.overInputTokens()), fields(band.rates())))
                .orElseGet(() -> new Figures(fields(price.rates()), 0, new LinkedHashMap<>()));
    }

    private static SequencedMap<String, BigDecimal> fields(Rates rates) {
        var fields = new LinkedHashMap<String, BigDecimal>();
        fields.put("input", rates.input().dollarsPerMillion());
        rates.cacheRead().ifPresent(read -> fields.put("cache_read", read.dollarsPerMillion()));
        rates.cacheWrite().forEach((ttl, price) -> fields.put(Kind.written(ttl), price.dollarsPerMillion()));
        fields.put("output", rates.output().dollarsPerMillion());
        return fields;
    }

    /// These figures with those of the list over them. What the list does not name keeps its ratio to the input: the
    /// read, the other lifetimes, the long calls.
    Figures with(Model model, ListedPrice listed) {
        BigDecimal input = listed.rates().get(Kind.INPUT);
        SequencedMap<String, BigDecimal> all = scaled(shorts, shorts.get("input"), input);
        all.putAll(fields(model, listed.rates()));
        if (listed.band().isEmpty()) {
            return new Figures(all, over, scaled(longs, shorts.get("input"), input));
        }
        ListedPrice.LongBand band = listed.band().get();
        SequencedMap<String, BigDecimal> longer = scaled(all, input, band.rates().get(Kind.INPUT));
        longer.put("output", all.get("output"));
        longer.putAll(fields(model, band.rates()));
        // Some lists begin the band at 271,999, for a rule that counts it in.
        boolean isSame = Math.abs(over - band.over()) <= 1;
        return new Figures(all, isSame ? over : band.over(), longer);
    }

    private static Map<String, BigDecimal> fields(Model model, Map<Kind, BigDecimal> rates) {
        var fields = new LinkedHashMap<String, BigDecimal>();
        for (Kind kind : Kind.values()) {
            // A read or write for nothing means that the list has no price for it.
            if (rates.containsKey(kind) && rates.get(kind).signum() > 0) {
                kind.field(model).ifPresent(field -> fields.put(field, rates.get(kind)));
            }
        }
        return fields;
    }

    private static SequencedMap<String, BigDecimal> scaled(Map<String, BigDecimal> figures, BigDecimal from,
            BigDecimal to) {
        var scaled = new LinkedHashMap<String, BigDecimal>();
        figures.forEach((field, figure) -> scaled.put(field, from.signum() == 0 || from.compareTo(to) == 0
                ? figure
                : plain(figure.multiply(to).divide(from, MathContext.DECIMAL64))));
        return scaled;
    }

    /// In as few decimals as it has, six at most: more is noise of binary fractions, as in 7.499999999999999e-08 dollars
    /// for a token.
    static BigDecimal plain(BigDecimal dollars) {
        BigDecimal plain = dollars.setScale(DECIMALS, RoundingMode.HALF_UP).stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }

    /// All figures in one map, those of long calls as `long input`.
    SequencedMap<String, BigDecimal> flat() {
        var flat = new LinkedHashMap<>(shorts);
        if (over > 0) {
            flat.put("long over_input_tokens", BigDecimal.valueOf(over));
            longs.forEach((field, figure) -> flat.put("long " + field, figure));
        }
        return flat;
    }
}
