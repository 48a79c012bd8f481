package dev.cachewright.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cachewright.catalog.Catalog;
import dev.cachewright.catalog.Correction;
import dev.cachewright.catalog.Model;
import dev.cachewright.catalog.Price;
import dev.cachewright.catalog.Rates;
import dev.cachewright.catalog.Source;
import dev.cachewright.catalog.TokenPrice;
import dev.cachewright.token.Encoding;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "models", description = "Lists the catalogue: rules, thresholds and the prices of today.", mixinStandardHelpOptions = true)
final class ModelsCommand implements Callable<Integer> {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String NONE = "-";
    private static final int SOURCE = 60;

    private final CliParts parts;
    private final Console console;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean isJson;

    ModelsCommand(CliParts parts, Console console) {
        this.parts = parts;
        this.console = console;
    }

    @Override
    public Integer call() {
        Catalog catalog = parts.analyst().get().catalog();
        LocalDate today = LocalDate.ofInstant(parts.stopwatch().now(), ZoneOffset.UTC);
        if (isJson) {
            ObjectNode root = JSON.objectNode().put("asOf", catalog.asOf());
            ArrayNode models = root.putArray("models");
            catalog.models().forEach(model -> models.add(json(model, catalog.correctionFor(model.id()), today)));
            console.print(root);
        } else {
            print(catalog, today);
        }
        return Cli.DONE;
    }

    private static ObjectNode json(Model model, Correction correction, LocalDate today) {
        Price price = model.priceOn(today);
        ObjectNode json = JSON.objectNode().put("id", model.id()).put("provider", model.provider())
                .put("rules", model.cache().rules()).put("threshold", model.cache().minimum())
                .put("encoding", model.encoding().map(Encoding::word).orElse(null));
        EstimateWords.put(json, correction);
        ObjectNode prices = json.putObject("pricesPerMillion");
        put(prices, price.rates());
        price.longContext().ifPresent(band -> put(prices.putObject("longContext").put("overInputTokens",
                band.overInputTokens()), band.rates()));
        return json.put("source", model.source().text()).put("note", model.source().note());
    }

    private static void put(ObjectNode json, Rates rates) {
        json.set("input", price(Optional.of(rates.input())));
        json.set("cacheRead", price(rates.cacheRead()));
        ObjectNode writes = json.putObject("cacheWrite");
        new TreeMap<>(rates.cacheWrite()).forEach((ttl, price) -> writes.set(ttl, price(Optional.of(price))));
        json.set("output", price(Optional.of(rates.output())));
    }

    private static JsonNode price(Optional<TokenPrice> price) {
        return price.map(found -> JSON.numberNode(found.dollarsPerMillion())).orElse(JSON.nullNode());
    }

    private void print(Catalog catalog, LocalDate today) {
        var table = new Table("<<<<>>>>><", "model", "provider", "rules", "encoding", "threshold", "input", "cached",
                "written",
                "output", "source");
        for (Model model : catalog.models()) {
            Rates rates = model.priceOn(today).rates();
            String writes = new TreeMap<>(rates.cacheWrite()).entrySet().stream().map(write -> words(write.getValue())
                    + " (" + write.getKey() + ")").collect(Collectors.joining(" "));
            table.add(model.id(), model.provider(), model.cache().rules(), encoding(model, catalog),
                    Table.number(model.cache().minimum()), words(rates.input()),
                    rates.cacheRead().map(
                            ModelsCommand::words).orElse(NONE),
                    writes.isEmpty() ? NONE : writes, words(rates.output()), shortened(model.source()));
        }
        console.print(table);
        console.print("");
        console.print("US dollars for a million tokens on " + today + ", compiled " + catalog.asOf()
                + "; whole sources and notes with --json");
    }

    private static String encoding(Model model, Catalog catalog) {
        return model.encoding().map(Encoding::word).orElseGet(
                () -> "≈ o200k_base x " + catalog.correctionFor(model.id()).typical());
    }

    private static String shortened(Source source) {
        String text = source.note().isEmpty() ? source.text() : source.note() + "; " + source.text();
        return text.length() > SOURCE ? text.substring(0, SOURCE - 1) + "…" : text;
    }

    private static String words(TokenPrice price) {
        return price.dollarsPerMillion().stripTrailingZeros().toPlainString();
    }
}
