package dev.cachewright.cli.print;

import dev.cachewright.catalog.CacheTerms;
import dev.cachewright.catalog.Catalog;
import dev.cachewright.catalog.Model;
import dev.cachewright.catalog.Price;
import dev.cachewright.catalog.Rates;
import dev.cachewright.catalog.Source;
import dev.cachewright.catalog.TokenPrice;
import dev.cachewright.token.encoding.Encoding;
import dev.cachewright.words.Numbers;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The catalogue for readers: a table of rules, a table of prices, and below them what is uncertain and where all of
/// it comes from.
public final class ModelTables {

    private static final String NONE = "-";
    private static final String UNCERTAIN = "?";

    private final Catalog catalog;
    private final LocalDate today;
    private final Footnotes notes = new Footnotes();
    private final Footnotes sources = new Footnotes();
    private final Footnotes tiers = new Footnotes();

    public ModelTables(Catalog catalog, LocalDate today) {
        this.catalog = catalog;
        this.today = today;
    }

    public List<String> lines() {
        List<String> lines = new ArrayList<>(rules().lines());
        lines.addAll(List.of("", "US dollars for a million tokens on " + today + ", compiled " + catalog.asOf(), ""));
        lines.addAll(prices().lines());
        addAll(lines, UNCERTAIN + " is uncertain", notes.lines());
        addAll(lines, "Service tiers, by which all prices are multiplied", tiers.lines());
        addAll(lines, "Sources", sources.lines());
        List<String> others = new ArrayList<>();
        new TreeMap<>(catalog.aliases()).forEach((name, id) -> others.add(name + " is " + id));
        addAll(lines, "Other names", others);
        lines.add("");
        lines.add("Your own rows (own) are in " + catalog.ownFile());
        return lines;
    }

    private static void addAll(List<String> lines, String head, List<String> more) {
        if (!more.isEmpty()) {
            lines.add("");
            lines.add(head);
            lines.addAll(more);
        }
    }

    private Table rules() {
        var table = new Table("<<<><>>><", "model", "rules", "encoding", "threshold", "lifetimes", "slots", "looks",
                "hidden", "notes");
        for (Model model : catalog.models()) {
            CacheTerms terms = model.cache();
            String lives = Stream.concat(terms.ttls().stream(), terms.retentions().stream())
                    .collect(Collectors.joining(" "));
            table.add(model.id(), terms.rules().word(), encoding(model), number(terms.minimum()),
                    lives.isEmpty() ? NONE : lives, number(terms.slots()), number(terms.lookback()),
                    number(terms.hidden()), marks(model.source()));
        }
        return table;
    }

    private Table prices() {
        var table = new Table("<><>>>>>>", "model", "takes", "from", "input", "cached", "written", "output", "tiers",
                "src");
        for (Model model : catalog.models()) {
            String source = sources.number("", sourceWords(model.source()));
            Optional<Price> price = model.priceOn(today);
            if (price.isEmpty()) {
                table.add(model.id(), takes(model), "no price", NONE, NONE, NONE, NONE, NONE, source);
            } else {
                List<String> ttls = model.cache().ttls();
                add(table, List.of(model.id(), takes(model), from(model, price.get())), price.get().rates(), ttls,
                        tiers(model), source);
                price.get().longContext().ifPresent(band -> add(table, List.of("  over "
                        + number(band.overInputTokens()) + " tokens", "", ""), band.rates(), ttls, "", ""));
            }
        }
        return table;
    }

    private static void add(Table table, List<String> head, Rates rates, List<String> ttls, String tiers,
            String source) {
        String writes = ttls.stream().filter(rates.cacheWrite()::containsKey)
                .map(ttl -> ttl + " " + words(rates.cacheWrite().get(ttl))).collect(Collectors.joining(", "));
        table.add(head.get(0), head.get(1), head.get(2), words(rates.input()),
                rates.cacheRead().map(ModelTables::words).orElse(NONE),
                writes.isEmpty() ? NONE : writes, words(rates.output()), tiers, source);
    }

    private String from(Model model, Price price) {
        if (price.from().equals(LocalDate.MIN)) {
            return NONE;
        }
        return model.firstPriceAfter(today).isPresent() ? "only " + price.from() : price.from().toString();
    }

    /// The number of the line `0.5x batch flex, 2x fast priority`.
    private String tiers(Model model) {
        Map<BigDecimal, List<String>> names = model.tiers().keySet().stream().sorted()
                .collect(Collectors.groupingBy(tier -> model.tiers().get(tier).stripTrailingZeros(), TreeMap::new,
                        Collectors.toList()));
        String words = names.entrySet().stream().map(factor -> factor.getKey().toPlainString() + "x "
                + String.join(" ", factor.getValue())).collect(Collectors.joining(", "));
        return words.isEmpty() ? NONE : tiers.number("", words);
    }

    /// The input that fits.
    private static String takes(Model model) {
        return number(model.context().orElse(0));
    }

    /// `?1,10 12 own`: what is uncertain, what else is to be known, and whether the user has set something.
    private String marks(Source source) {
        List<String> marks = new ArrayList<>();
        if (!source.doubts().isEmpty()) {
            marks.add(UNCERTAIN + source.doubts().stream()
                    .map(doubt -> notes.number(UNCERTAIN, doubt.field() + ": " + doubt.why()))
                    .collect(Collectors.joining(",")));
        }
        if (!source.note().isEmpty()) {
            marks.add(notes.number("", source.note()));
        }
        if (!source.own().isEmpty()) {
            marks.add("own");
        }
        return String.join(" ", marks);
    }

    private static String sourceWords(Source source) {
        String text = source.dated();
        return source.own().isEmpty() ? text : text + "; your own: " + String.join(", ", source.own());
    }

    private String encoding(Model model) {
        return model.encoding().map(Encoding::word).orElseGet(
                () -> "≈ " + catalog.lookUp(model.id()).correction().typical() + " o200k");
    }

    private static String number(long number) {
        return number == 0 ? NONE : Numbers.count(number);
    }

    private static String words(TokenPrice price) {
        return price.dollarsPerMillion().stripTrailingZeros().toPlainString();
    }
}
