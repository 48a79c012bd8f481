package dev.cachewright.format.prices;

import dev.cachewright.catalog.Catalog;
import dev.cachewright.catalog.Model;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/// What a list says otherwise than the catalogue, on one day.
///
/// @param compared how many models both have
public record PriceComparison(PriceList list, LocalDate day, int compared, List<Difference> differences) {

    public PriceComparison {
        differences = List.copyOf(differences);
    }

    public static PriceComparison of(Catalog catalog, PriceList list, LocalDate day) {
        var differences = new ArrayList<Difference>();
        int compared = 0;
        for (Model model : catalog.models()) {
            Optional<ListedPrice> listed = list.find(model).flatMap(found -> found.on(day));
            if (listed.isPresent()) {
                compared++;
                difference(model, listed.get(), day).ifPresent(differences::add);
            }
        }
        return new PriceComparison(list, day, compared, differences);
    }

    public List<PriceChange> changes() {
        return differences.stream().flatMap(each -> each.changes().stream()).toList();
    }

    private static Optional<Difference> difference(Model model, ListedPrice listed, LocalDate day) {
        Figures ours = model.priceOn(day).map(Figures::of).orElseGet(Figures::none);
        Figures theirs = ours.with(model, listed);
        SequencedMap<String, BigDecimal> known = ours.flat();
        var changes = new ArrayList<PriceChange>();
        for (Map.Entry<String, BigDecimal> figure : theirs.flat().entrySet()) {
            Optional<BigDecimal> our = Optional.ofNullable(known.get(figure.getKey()));
            if (our.isEmpty() || our.get().compareTo(figure.getValue()) != 0) {
                changes.add(new PriceChange(model.id(), figure.getKey(), our, figure.getValue()));
            }
        }
        return changes.isEmpty()
                ? Optional.empty()
                : Optional.of(new Difference(model, theirs, first(model, listed, day), changes));
    }

    /// The first day of the list's price; the day of the comparison where the list names none, or one before our own
    /// price, which would then still hold.
    private static Optional<LocalDate> first(Model model, ListedPrice listed, LocalDate day) {
        return model.priceOn(day).map(ours -> listed.from().filter(from -> !from.isBefore(ours.from())).orElse(day))
                .or(listed::from);
    }

    /// A model with other prices in the list.
    ///
    /// @param theirs all prices of the list's, with what they bring for those that the list does not name
    /// @param from their first day; empty where there is no other price before them
    record Difference(Model model, Figures theirs, Optional<LocalDate> from, List<PriceChange> changes) {
    }
}
