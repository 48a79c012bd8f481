package dev.cachewright.format.catalog;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cachewright.catalog.Price;
import dev.cachewright.catalog.Rates;
import dev.cachewright.catalog.TokenPrice;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/// The prices of a row of the catalogue: those of the row, and for each entry of its `history` from a day on what the
/// entry gives, and of the row what it does not.
final class CatalogPrices {

    static final String HISTORY = "history";
    static final String FROM = "from";
    static final String LONG = "long";
    private static final String INPUT = "input";
    private static final String OUTPUT = "output";
    private static final String READ = "cache_read";
    private static final String WRITE = "cache_write_";
    private static final String OVER = "over_input_tokens";
    private static final String NOTE = "note";

    private CatalogPrices() {
    }

    /// Whether a field holds a price, or the prices of long calls.
    static boolean isPrice(String name) {
        return isRate(name) || name.equals(LONG);
    }

    static boolean isRate(String name) {
        return name.equals(INPUT) || name.equals(OUTPUT) || name.equals(READ) || name.startsWith(WRITE);
    }

    /// Oldest first; none where the row has no price at all.
    ///
    /// @throws dev.cachewright.prompt.text.InputException at the first fault
    static List<Price> read(CatalogRow row) {
        List<CatalogRow> changes = row.children(HISTORY);
        if (changes.isEmpty()) {
            return row.names().stream().noneMatch(name -> isPrice(name) && row.has(name))
                    ? List.of()
                    : List.of(price(row, row.day(FROM).orElse(LocalDate.MIN)));
        }
        var prices = new TreeMap<LocalDate, Price>();
        for (CatalogRow change : changes) {
            change.refuseOthersThan(name -> isPrice(name) || name.equals(FROM) || name.equals(NOTE));
            LocalDate from = change.day(FROM)
                    .orElseThrow(() -> change.fault("Each entry of \"history\" needs \"from\", its first day"));
            if (prices.put(from, price(completed(change, row), from)) != null) {
                throw change.fault(FROM, "\"history\" has two entries from " + from);
            }
        }
        return new ArrayList<>(prices.values());
    }

    private static CatalogRow completed(CatalogRow change, CatalogRow row) {
        ObjectNode all = row.fields().deepCopy();
        all.setAll(change.fields());
        return new CatalogRow(all, change.json(), change.path());
    }

    private static Price price(CatalogRow row, LocalDate from) {
        Rates rates = rates(row, row.words("ttl"));
        if (!row.has(LONG)) {
            return new Price(from, rates, Optional.empty());
        }
        CatalogRow band = row.child(LONG);
        band.refuseOthersThan(name -> isRate(name) || name.equals(OVER));
        int over = band.count(OVER);
        if (over == 0) {
            throw band.fault("\"long\" needs \"over_input_tokens\", the number of tokens above which it holds");
        }
        Rates longRates = rates(band, row.words("ttl"));
        // A price that is missing here would be taken for the one of short calls.
        row.names().stream().filter(name -> isRate(name) && row.has(name) && !band.has(name)).findFirst()
                .ifPresent(name -> {
                    throw band.fault("\"long\" has no " + CatalogRow.quoted(name) + ", which the row has");
                });
        return new Price(from, rates, Optional.of(new Price.LongContext(over, longRates)));
    }

    private static Rates rates(CatalogRow row, List<String> ttls) {
        row.names().stream().filter(name -> name.startsWith(WRITE) && row.has(name))
                .filter(name -> !ttls.contains(name.substring(WRITE.length()))).findFirst().ifPresent(name -> {
                    throw row.fault(name,
                            CatalogRow.quoted(name) + " is the price for a lifetime that \"ttl\" does not "
                                    + "list");
                });
        var writes = new LinkedHashMap<String, TokenPrice>();
        ttls.forEach(ttl -> row.price(WRITE + ttl).ifPresent(price -> writes.put(ttl, price)));
        return new Rates(required(row, INPUT), row.price(READ), writes, required(row, OUTPUT));
    }

    private static TokenPrice required(CatalogRow row, String name) {
        return row.price(name).orElseThrow(() -> row.fault("no price for its " + name));
    }
}
