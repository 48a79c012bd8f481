package dev.cachewright.format.prices;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.cachewright.app.BundledCatalog;
import dev.cachewright.catalog.Catalog;
import dev.cachewright.format.json.RawJson;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Lists where the catalogue and the newest price packages of the npm registry differ. A difference is no failure, for
/// either may be right; that nothing can be compared any more is one. Skipped without npm or without network.
class PriceDriftTest {

    private static final Catalog CATALOG = BundledCatalog.read();
    private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);
    private static final int FEWEST = 40;
    // The data of genai-prices is a script: unquoted names, texts in backticks, !0 for true, 2e5 for 200000.
    private static final JsonMapper LOOSE = JsonMapper.builder().enable(JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
            .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES).enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .enable(JsonReadFeature.ALLOW_LEADING_DECIMAL_POINT_FOR_NUMBERS)
            .build();
    private static final Pattern SCRIPT = Pattern
            .compile("\"(?:[^\"\\\\]|\\\\.)*+\"|'(?:[^'\\\\]|\\\\.)*+'|`((?:[^`\\\\]|\\\\.)*+)`|!([01])");

    @TempDir
    private Path folder;

    @Test
    void genaiPricesAreCompared() throws IOException, InterruptedException {
        NpmPackage found = NpmPackage.newest("@pydantic/genai-prices", folder);
        String script = Files.readString(found.folder().resolve("dist/index.js"));
        String data = LOOSE.readTree(json(script.substring(script.indexOf('[')))).toString();

        list(PriceListReader.read(data), found.version());
    }

    @Test
    void piAiIsCompared() throws IOException, InterruptedException {
        NpmPackage found = NpmPackage.newest("@earendil-works/pi-ai", folder);
        Path data = found.folder().resolve("dist/providers/data");
        var models = new ArrayList<ListedModel>();
        for (String provider : CATALOG.models().stream().map(model -> model.provider()).distinct().toList()) {
            Path file = data.resolve(provider + ".json");
            if (Files.exists(file)) {
                RawJson.tree(Files.readString(file)).forEach(api -> api.forEach(model -> {
                    if (model.path("type").asText("chat").equals("chat")) {
                        models.add(new ListedModel(provider, List.of(model.path("id").asText()),
                                List.of(price(model.path("cost")))));
                    }
                }));
            }
        }
        list(new PriceList("pi-ai", models, List.of()), found.version());
    }

    /// Prints the drift, and what the list has of our providers that we do not.
    private static void list(PriceList list, String version) {
        PriceComparison comparison = PriceComparison.of(CATALOG, list, TODAY);
        System.out.printf("%s %s: %d models compared, %d differ%n", list.name(), version, comparison.compared(),
                comparison.differences().size());
        comparison.changes().forEach(change -> System.out.printf("  %s, %s: %s here, %s there%n", change.model(),
                change.field(), change.ours().map(BigDecimal::toPlainString).orElse("none"),
                change.theirs().toPlainString()));
        List<String> others = list.models().stream()
                .filter(model -> CATALOG.models().stream().anyMatch(ours -> ours.provider().equals(model.provider())))
                .filter(model -> model.on(TODAY).isPresent())
                .filter(model -> model.names().stream().noneMatch(name -> CATALOG.find(name).isPresent()))
                .map(model -> model.names().getFirst()).toList();
        System.out.printf("  %d only there: %s%n", others.size(), others);
        assertThat(list.problems()).isEmpty();
        assertThat(comparison.compared()).isGreaterThan(FEWEST);
    }

    private static String json(String script) {
        return SCRIPT.matcher(script).replaceAll(found -> Matcher.quoteReplacement(found.group(1) != null
                ? RawJson.quote(found.group(1))
                : found.group(2) != null ? String.valueOf(found.group(2).equals("0")) : found.group()));
    }

    private static ListedPrice price(JsonNode cost) {
        JsonNode tier = cost.path("tiers").path(0);
        return new ListedPrice(Optional.empty(), rates(cost), tier.isMissingNode()
                ? Optional.empty()
                : Optional.of(new ListedPrice.LongBand(tier.path("inputTokensAbove").asInt(), rates(tier))));
    }

    private static Map<Kind, BigDecimal> rates(JsonNode cost) {
        var rates = new EnumMap<Kind, BigDecimal>(Kind.class);
        Map.of("input", Kind.INPUT, "output", Kind.OUTPUT, "cacheRead", Kind.READ, "cacheWrite", Kind.WRITE)
                .forEach((name, kind) -> rates.put(kind, new BigDecimal(cost.path(name).asText("0"))));
        return rates;
    }
}
