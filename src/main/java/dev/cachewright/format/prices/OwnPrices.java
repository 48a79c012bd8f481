package dev.cachewright.format.prices;

import dev.cachewright.format.json.RawJson;
import dev.cachewright.prompt.text.InputException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;

/// Puts prices of a list into the text of the user's catalogue. Whatever else is in it stays, character by character.
public final class OwnPrices {

    private static final String MODELS = "models";
    private static final String ID = "id";
    private static final String SRC = "src";

    private final PriceComparison comparison;
    private final String source;
    private final boolean replaces;
    private final List<String> kept = new ArrayList<>();
    private final Set<String> done = new HashSet<>();

    private OwnPrices(PriceComparison comparison, String file, boolean replaces) {
        this.comparison = comparison;
        this.source = "prices of " + comparison.list().name() + ", " + file + ", taken " + comparison.day();
        this.replaces = replaces;
    }

    /// The text with all prices that are different.
    ///
    /// @param own the user's catalogue; empty where there is none yet
    /// @param file the name of the list's file
    /// @param replaces whether prices that the user has written are replaced too
    /// @throws InputException with line and column where `own` is no catalogue
    public static Taken take(String own, PriceComparison comparison, String file, boolean replaces) {
        var prices = new OwnPrices(comparison, file, replaces);
        String text = prices.into(own.isBlank() ? "{}\n" : own);
        return new Taken(comparison.differences().isEmpty() ? own : text, prices.kept);
    }

    /// @param kept models whose prices are the user's own and stay
    public record Taken(String text, List<String> kept) {

        public Taken {
            kept = List.copyOf(kept);
        }
    }

    private String into(String own) {
        SequencedMap<String, String> fields = RawJson.fields(own);
        if (fields.containsKey(MODELS)) {
            if (!RawJson.isArray(fields.get(MODELS))) {
                throw RawJson.placedAt("/" + MODELS, own, "\"models\" is a list of rows in [ ]");
            }
            return RawJson.withField(own, MODELS, this::rows);
        }
        String rows = rows("[]");
        int open = own.indexOf('{') + 1;
        return rows.equals("[]")
                ? own
                : own.substring(0, open) + "\n  \"" + MODELS + "\": " + rows + (fields.isEmpty() ? "\n" : ",")
                        + own.substring(open);
    }

    /// The list of rows with those that have other prices changed, and new ones behind them.
    private String rows(String list) {
        var text = new StringBuilder();
        int from = 0;
        for (String row : RawJson.elements(list)) {
            int at = list.indexOf(row, from);
            text.append(list, from, at).append(RawJson.isObject(row) ? changed(row) : row);
            from = at + row.length();
        }
        boolean isFirst = from == 0;
        for (PriceComparison.Difference difference : comparison.differences()) {
            if (!done.contains(difference.model().id())) {
                text.append(isFirst ? "[\n    " : ",\n    ").append(row(new LinkedHashMap<>(), difference));
                isFirst = false;
            }
        }
        return text.isEmpty() ? list : text.append(from == 0 ? "\n  ]" : list.substring(from)).toString();
    }

    private String changed(String row) {
        SequencedMap<String, String> fields = RawJson.fields(row);
        String id = fields.containsKey(ID) ? RawJson.text(fields.get(ID)).orElse("") : "";
        for (PriceComparison.Difference difference : comparison.differences()) {
            if (difference.model().id().equals(id) && done.add(id)) {
                if (!replaces && PriceFields.areIn(fields) && !isTaken(fields)) {
                    kept.add(id);
                    return row;
                }
                return row(fields, difference);
            }
        }
        return row;
    }

    /// Whether the prices of a row come from a list, and not from the user.
    private static boolean isTaken(SequencedMap<String, String> fields) {
        return sourceOf(fields).matches("(?s)(.*; )?prices of [\\w-]+, .*, taken [\\d-]+");
    }

    private static String sourceOf(SequencedMap<String, String> fields) {
        return fields.containsKey(SRC) ? RawJson.text(fields.get(SRC)).orElse("") : "";
    }

    private String row(SequencedMap<String, String> fields, PriceComparison.Difference difference) {
        var row = new LinkedHashMap<String, String>();
        row.put(ID, RawJson.quote(difference.model().id()));
        row.putAll(fields);
        if (PriceFields.areIn(fields)) {
            row.keySet().removeIf(PriceFields::isPrice);
            row.remove(PriceFields.FROM);
            row.put(PriceFields.HISTORY, PriceFields.history(difference));
        } else {
            difference.from().ifPresent(day -> row.put(PriceFields.FROM, RawJson.quote(day.toString())));
            row.putAll(PriceFields.of(difference.theirs()));
        }
        String before = sourceOf(fields).replaceFirst("(?s)(; )?prices of [\\w-]+, .*, taken [\\d-]+$", "");
        row.put(SRC, RawJson.quote(before.isEmpty() ? source : before + "; " + source));
        return RawJson.object(row);
    }
}
