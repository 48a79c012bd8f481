package dev.cachewright.format.prices;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cachewright.format.json.PlacedJson;
import dev.cachewright.prompt.text.InputException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads `data.json` of genai-prices: a list of providers with their models, the names of each in match rules, and
/// prices that may have a first day, and tiers by the length of the input.
///
/// Source of the form: genai-prices 0.1.8 of the npm registry, 2026-09-23.
final class GenaiPrices {

    private static final String NAME = "genai-prices";
    private static final String MODELS = "models";
    private static final String PRICES = "prices";
    private static final String TIERS = "tiers";
    private static final String PROVIDERS = "providers";
    private static final Map<String, Kind> FIELDS = Map.of("input_mtok", Kind.INPUT, "output_mtok", Kind.OUTPUT,
            "cache_read_mtok", Kind.READ, "cache_write_mtok", Kind.WRITE, "cache_write_1h_mtok", Kind.WRITE_HOUR);

    private final PlacedJson json;
    private final List<InputException> problems = new ArrayList<>();

    GenaiPrices(PlacedJson json) {
        this.json = json;
    }

    static boolean isIn(JsonNode root) {
        JsonNode first = root.path(PROVIDERS).isArray() ? root.path(PROVIDERS).path(0) : root.path(0);
        return first.path("id").isTextual() && first.path(MODELS).isArray();
    }

    PriceList read() {
        var models = new ArrayList<ListedModel>();
        String root = json.root().isArray() ? "" : "/" + PROVIDERS;
        JsonNode providers = json.root().isArray() ? json.root() : json.root().path(PROVIDERS);
        for (int i = 0; i < providers.size(); i++) {
            JsonNode listed = providers.get(i);
            String id = listed.path("id").asText();
            String provider = id.equals("x-ai") ? "xai" : id;
            for (int j = 0; j < listed.path(MODELS).size(); j++) {
                String path = root + "/" + i + "/" + MODELS + "/" + j;
                try {
                    models.add(model(provider, listed.path(MODELS).get(j), path));
                } catch (InputException e) {
                    problems.add(e);
                }
            }
        }
        return new PriceList(NAME, models, problems);
    }

    private ListedModel model(String provider, JsonNode model, String path) {
        var names = new ArrayList<String>(List.of(model.path("id").asText()));
        addNames(names, model.path("match"));
        JsonNode listed = model.path(PRICES);
        var prices = new ArrayList<ListedPrice>();
        if (!listed.isArray()) {
            prices.add(price(Optional.empty(), listed, path + "/" + PRICES));
        }
        for (int i = 0; listed.isArray() && i < listed.size(); i++) {
            String place = path + "/" + PRICES + "/" + i;
            JsonNode limits = listed.get(i).path("constraint");
            // Prices of some hours of the day have no place in a row.
            if (!limits.has("start_time")) {
                prices.add(price(day(limits, place), listed.get(i).path(PRICES), place + "/" + PRICES));
            }
        }
        return new ListedModel(provider, names, prices);
    }

    /// The names that match as a whole. One that matches a beginning is a name itself, without what may follow.
    private static void addNames(List<String> names, JsonNode match) {
        match.path("or").forEach(each -> addNames(names, each));
        match.path("and").forEach(each -> addNames(names, each));
        for (String how : List.of("equals", "starts_with")) {
            if (match.path(how).isTextual()) {
                names.add(match.path(how).textValue());
            }
        }
    }

    private Optional<LocalDate> day(JsonNode limits, String place) {
        if (!limits.has("start_date")) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(limits.path("start_date").asText()));
        } catch (DateTimeException _) {
            throw json.fault(place + "/constraint/start_date", "\"start_date\" is a day like 2026-11-23");
        }
    }

    private ListedPrice price(Optional<LocalDate> from, JsonNode prices, String path) {
        var rates = new EnumMap<Kind, BigDecimal>(Kind.class);
        var longRates = new EnumMap<Kind, BigDecimal>(Kind.class);
        int over = 0;
        for (Map.Entry<String, Kind> field : FIELDS.entrySet()) {
            JsonNode value = prices.path(field.getKey());
            String place = path + "/" + field.getKey();
            if (value.isObject()) {
                rates.put(field.getValue(), dollars(place + "/base", value.path("base")));
                JsonNode tier = value.path(TIERS).path(0);
                over = tier.path("start").asInt();
                longRates.put(field.getValue(), dollars(place + "/" + TIERS + "/0/price", tier.path("price")));
            } else if (!value.isMissingNode() && !value.isNull()) {
                rates.put(field.getValue(), dollars(place, value));
            }
        }
        return new ListedPrice(from, rates, over > 0 && longRates.containsKey(Kind.INPUT)
                ? Optional.of(new ListedPrice.LongBand(over, longRates))
                : Optional.empty());
    }

    private BigDecimal dollars(String path, JsonNode value) {
        return PriceListReader.dollars(json, path, value, BigDecimal.ONE);
    }
}
