package dev.cachewright.cli;

import dev.cachewright.catalog.Catalog;
import dev.cachewright.cli.argument.CliParts;
import dev.cachewright.cli.argument.ExitStatus;
import dev.cachewright.cli.print.Console;
import dev.cachewright.cli.print.PricesReport;
import dev.cachewright.format.prices.OwnPrices;
import dev.cachewright.format.prices.PriceComparison;
import dev.cachewright.format.prices.PriceList;
import dev.cachewright.store.CatalogFile;
import dev.cachewright.store.PriceListFile;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "prices", description = "Takes the prices of a list that you have saved into your own models.json.", mixinStandardHelpOptions = true)
final class PricesCommand implements Callable<Integer> {

    private final CliParts parts;
    private final Console console;

    @Option(names = "--from", paramLabel = "FILE", required = true, description = "data.json of genai-prices, or model_prices_and_context_window.json of LiteLLM.")
    private Path from;

    @Option(names = "--dry-run", description = "Show what would change, and write nothing.")
    private boolean isDryRun;

    @Option(names = "--replace", description = "Also replace prices that you have written yourself.")
    private boolean isReplacing;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean isJson;

    PricesCommand(CliParts parts, Console console) {
        this.parts = parts;
        this.console = console;
    }

    @Override
    public Integer call() {
        PriceList list = PriceListFile.read(from);
        Catalog catalog = parts.analyst().get().catalog();
        LocalDate today = LocalDate.ofInstant(parts.stopwatch().now(), ZoneOffset.UTC);
        PriceComparison comparison = PriceComparison.of(catalog, list, today);
        var report = new PricesReport(comparison, from, catalog.ownFile(), isDryRun, take(catalog, comparison));
        report.warn(console);
        if (isJson) {
            console.print(report.json());
        } else {
            report.lines().forEach(console::print);
        }
        return comparison.compared() == 0 ? ExitStatus.NO : ExitStatus.DONE;
    }

    /// @return the models whose prices stay
    private List<String> take(Catalog catalog, PriceComparison comparison) {
        var kept = new AtomicReference<List<String>>(List.of());
        new CatalogFile(Path.of(catalog.ownFile())).change(own -> {
            OwnPrices.Taken taken = OwnPrices.take(own, comparison, from.getFileName().toString(), isReplacing);
            kept.set(taken.kept());
            return isDryRun ? own : taken.text();
        });
        return kept.get();
    }
}
