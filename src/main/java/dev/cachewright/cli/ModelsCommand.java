package dev.cachewright.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cachewright.catalog.Catalog;
import dev.cachewright.cli.argument.CliParts;
import dev.cachewright.cli.argument.ExitStatus;
import dev.cachewright.cli.print.Console;
import dev.cachewright.cli.print.ModelJson;
import dev.cachewright.cli.print.ModelTables;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "models", description = "Lists the catalogue: rules, thresholds and the prices of today.", mixinStandardHelpOptions = true)
final class ModelsCommand implements Callable<Integer> {

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
            console.print(json(catalog, today));
        } else {
            new ModelTables(catalog, today).lines().forEach(console::print);
        }
        return ExitStatus.DONE;
    }

    private static ObjectNode json(Catalog catalog, LocalDate today) {
        ObjectNode root = JsonNodeFactory.instance.objectNode().put("asOf", catalog.asOf())
                .put("pricesOn", today.toString()).put("ownFile", catalog.ownFile());
        ObjectNode aliases = root.putObject("aliases");
        new TreeMap<>(catalog.aliases()).forEach(aliases::put);
        ArrayNode models = root.putArray("models");
        catalog.models().forEach(model -> models.add(
                ModelJson.of(model, catalog.lookUp(model.id()).correction(), today)));
        return root;
    }
}
