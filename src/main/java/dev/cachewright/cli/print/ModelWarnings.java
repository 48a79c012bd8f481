package dev.cachewright.cli.print;

import dev.cachewright.catalog.Catalog;
import dev.cachewright.catalog.Model;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// Warns, once for each model, of what the catalogue does not know about it.
public final class ModelWarnings {

    private final Catalog catalog;
    private final FewLines lines;
    private final Set<String> said = new HashSet<>();

    public ModelWarnings(Catalog catalog, Console console) {
        this.catalog = catalog;
        this.lines = new FewLines(console, "warning: ");
    }

    /// The warning about a model without a row.
    ///
    /// @param lacking what cannot be had without it
    public static String unknown(Catalog catalog, String id, String lacking) {
        return "the model \"" + id + "\" is not in the catalogue: " + lacking + "; add a row for it in "
                + catalog.ownFile();
    }

    /// Warns of a call at `at` to a model without a row, or before the first day that the row has a price of.
    ///
    /// @param lacking what a call to a model without a row goes without
    /// @param remedy what else than a row would help; empty where nothing would
    public void check(String id, Instant at, String lacking, String remedy) {
        Optional<Model> model = catalog.find(id);
        if (model.isEmpty()) {
            if (!id.isEmpty()) {
                say(id, unknown(catalog, id, lacking) + remedy);
            } else if (!lacking.isEmpty()) {
                say(id, "a call names no model: " + lacking + "; give one with --model" + remedy);
            }
            return;
        }
        LocalDate day = LocalDate.ofInstant(at, ZoneOffset.UTC);
        if (model.get().prices().isEmpty()) {
            say(id, "the catalogue has no price for \"" + id + "\": costs are not known");
        }
        model.get().firstPriceAfter(day)
                .ifPresent(first -> say(id, "the first price of \"" + id + "\" is from " + first
                        + ": calls before that day are priced with it"));
    }

    /// Says how many models were not told of, where there were many.
    public void end() {
        lines.end();
    }

    private void say(String id, String words) {
        if (said.add(id)) {
            lines.say("warning: " + words);
        }
    }
}
