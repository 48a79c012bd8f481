package dev.cachewright.format.prices;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cachewright.format.json.PlacedJson;
import dev.cachewright.prompt.text.InputException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads LiteLLM's `model_prices_and_context_window.json`: an object of models by name, with prices for one token in
/// fields that say what of, and above how much input.
///
/// Only the vendors' own prices are read; those of other hosts and regions are other models there.
final class LiteLlmPrices {

    private static final String NAME = "LiteLLM";
    private static final String PROVIDER = "litellm_provider";
    private static final String INPUT = "input_cost_per_token";
    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);
    private static final Map<String, String> PROVIDERS = Map.ofEntries(Map.entry("openai", "openai"),
            Map.entry("anthropic", "anthropic"), Map.entry("gemini", "google"), Map.entry("deepseek", "deepseek"),
            Map.entry("xai", "xai"), Map.entry("mistral", "mistral"), Map.entry("moonshot", "moonshotai"),
            Map.entry("zai", "zai"), Map.entry("minimax", "minimax"), Map.entry("meta_llama", "meta"),
            Map.entry("groq", "groq"));
    private static final Map<String, Kind> FIELDS = Map.of(INPUT, Kind.INPUT, "output_cost_per_token", Kind.OUTPUT,
            "cache_read_input_token_cost", Kind.READ, "cache_creation_input_token_cost", Kind.WRITE,
            "cache_creation_input_token_cost_above_1hr", Kind.WRITE_HOUR);
    // input_cost_per_token_above_272k_tokens
    private static final Pattern ABOVE = Pattern.compile("(.+)_above_(\\d{1,5})k_tokens");

    private final PlacedJson json;

    LiteLlmPrices(PlacedJson json) {
        this.json = json;
    }

    static boolean isIn(JsonNode root) {
        return root.isObject() && root.valueStream().anyMatch(model -> model.has(PROVIDER) && model.has(INPUT));
    }

    PriceList read() {
        var models = new ArrayList<ListedModel>();
        var problems = new ArrayList<InputException>();
        json.root().propertyStream().forEach(entry -> {
            String listed = entry.getValue().path(PROVIDER).asText("");
            if (PROVIDERS.containsKey(listed)) {
                try {
                    models.add(new ListedModel(PROVIDERS.get(listed), List.of(bare(entry.getKey(), listed)),
                            List.of(price(entry.getValue(), "/" + entry.getKey()))));
                } catch (InputException e) {
                    problems.add(e);
                }
            }
        });
        return new PriceList(NAME, models, problems);
    }

    private static String bare(String name, String provider) {
        return name.startsWith(provider + "/") ? name.substring(provider.length() + 1) : name;
    }

    private ListedPrice price(JsonNode model, String path) {
        var rates = new EnumMap<Kind, BigDecimal>(Kind.class);
        FIELDS.forEach((name, kind) -> put(rates, kind, model, path, name));
        Optional<ListedPrice.LongBand> band = model.propertyStream().map(field -> ABOVE.matcher(field.getKey()))
                .filter(Matcher::matches).filter(above -> above.group(1).equals(INPUT)).map(above -> above.group(2))
                .min((a, b) -> Integer.compare(Integer.parseInt(a), Integer.parseInt(b)))
                .map(thousands -> band(model, path, thousands));
        return new ListedPrice(Optional.empty(), rates, band);
    }

    private ListedPrice.LongBand band(JsonNode model, String path, String thousands) {
        var rates = new EnumMap<Kind, BigDecimal>(Kind.class);
        FIELDS.forEach((name, kind) -> put(rates, kind, model, path, name + "_above_" + thousands + "k_tokens"));
        return new ListedPrice.LongBand(Integer.parseInt(thousands) * 1_000, rates);
    }

    private void put(Map<Kind, BigDecimal> rates, Kind kind, JsonNode model, String path, String name) {
        if (model.hasNonNull(name)) {
            rates.put(kind, PriceListReader.dollars(json, path + "/" + name, model.get(name), MILLION));
        }
    }
}
