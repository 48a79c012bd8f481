package dev.cachewright.format.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cachewright.catalog.CacheTerms;
import dev.cachewright.catalog.Doubt;
import dev.cachewright.catalog.Model;
import dev.cachewright.catalog.RuleSet;
import dev.cachewright.catalog.Source;
import dev.cachewright.token.encoding.Encoding;
import dev.cachewright.token.part.Band;
import dev.cachewright.token.part.Framing;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;

/// Reads a row of the catalogue, or says where it is wrong.
final class CatalogRowReader {

    private static final String BINDS_THINKING = "bindsThinking";
    private static final String CONTEXT = "context";
    private static final Set<String> FIELDS = Set.of("provider", "id", "rules", "minCacheable", "ttl", "retention",
            "slots", "lookback", "hidden", "stepsBelow", "stepsAbove",
            BINDS_THINKING, CONTEXT, "encoding", "framing", "correction",
            CatalogPrices.HISTORY,
            CatalogPrices.FROM,
            "tiers", "src", "date", "note", "uncertain");
    private static final Set<String> STANDARD = Set.of("default", "auto", "standard");

    private CatalogRowReader() {
    }

    static boolean isField(String name) {
        return FIELDS.contains(name) || CatalogPrices.isPrice(name);
    }

    /// @param own the fields that the user has set
    /// @throws dev.cachewright.prompt.text.InputException at the first fault
    static Model read(CatalogRow row, List<String> own) {
        row.refuseOthersThan(CatalogRowReader::isField);
        CacheTerms cache = terms(rules(row), row);
        var source = new Source(row.text("src"), row.text("note"), row.day("date"), doubts(row), own);
        return new Model(row.text("id"), row.text("provider"), encoding(row), framing(row), cache, context(row),
                CatalogPrices.read(row), tiers(row), source);
    }

    /// The terms of one row, or of servers of these rules.
    static CacheTerms terms(RuleSet rules, CatalogRow row) {
        return new CacheTerms(rules, row.count("minCacheable"), row.words("ttl"), row.words("retention"),
                row.count("slots"), row.count("lookback"), row.count("hidden"),
                new Band(row.count("stepsBelow"), row.count("stepsAbove")), row.flag(BINDS_THINKING));
    }

    private static RuleSet rules(CatalogRow row) {
        String word = row.text("rules");
        if (word.isEmpty()) {
            throw row.fault("it needs \"rules\", one of " + RuleSet.words());
        }
        RuleSet rules = RuleSet.of(word).orElseThrow(() -> row.fault("rules",
                "unknown rules " + CatalogRow.quoted(word) + "; use " + RuleSet.words()));
        if (rules == RuleSet.Named.ANTHROPIC && row.count("minCacheable") == 0) {
            throw row.fault("it needs \"minCacheable\", which differs between the models of these rules");
        }
        return rules;
    }

    private static Framing framing(CatalogRow row) {
        String word = row.text("framing");
        return word.isEmpty()
                ? Framing.plain()
                : Framing.of(word).orElseThrow(() -> row.fault("framing",
                        "unknown framing " + CatalogRow.quoted(word) + "; use " + Framing.words()));
    }

    private static Optional<Encoding> encoding(CatalogRow row) {
        String word = row.text("encoding");
        return word.isEmpty()
                ? Optional.empty()
                : Optional.of(Arrays.stream(Encoding.values()).filter(each -> each.word().equals(word)).findFirst()
                        .orElseThrow(() -> row.fault("encoding", "unknown encoding " + CatalogRow.quoted(word)
                                + "; use o200k_base, cl100k_base, or none for a vendor that publishes none")));
    }

    private static OptionalInt context(CatalogRow row) {
        if (!row.has(CONTEXT)) {
            return OptionalInt.empty();
        }
        int tokens = row.count(CONTEXT);
        if (tokens == 0) {
            throw row.fault(CONTEXT, "\"context\" is how many tokens of input fit, above 0");
        }
        return OptionalInt.of(tokens);
    }

    private static Map<String, BigDecimal> tiers(CatalogRow row) {
        var tiers = new TreeMap<String, BigDecimal>();
        if (row.has("tiers")) {
            CatalogRow factors = row.child("tiers");
            factors.refuseOthersThan(name -> !STANDARD.contains(name));
            factors.names().forEach(name -> tiers.put(name, factors.factor(name)));
        }
        return tiers;
    }

    private static List<Doubt> doubts(CatalogRow row) {
        var doubts = new ArrayList<Doubt>();
        if (row.has("uncertain")) {
            CatalogRow reasons = row.child("uncertain");
            reasons.refuseOthersThan(name -> isField(name) || name.equals("prices") || name.equals("row"));
            reasons.names().forEach(name -> doubts.add(new Doubt(name, reasons.text(name))));
        }
        return doubts;
    }

    /// Refuses doubts that are neither a text nor an object before they are put together with others.
    static void refuseOtherDoubts(CatalogRow row) {
        JsonNode doubts = row.fields().path("uncertain");
        if (row.has("uncertain") && !doubts.isTextual() && !doubts.isObject()) {
            throw row.fault("uncertain", "\"uncertain\" says why, or for each field why");
        }
    }
}
