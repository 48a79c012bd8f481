package dev.cachewright.format.prices;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// A model of a list.
///
/// @param provider the catalogue's word for it
/// @param names what the list says the model is called, the surest first
/// @param prices in the list's order
record ListedModel(String provider, List<String> names, List<ListedPrice> prices) {

    ListedModel {
        names = names.stream().flatMap(name -> forms(provider, name).stream()).distinct().toList();
        prices = List.copyOf(prices);
    }

    /// A name as the catalogue writes it: `claude-3-5-haiku` for `claude-3.5-haiku`, `groq/gpt-oss-20b` for
    /// `openai/gpt-oss-20b`.
    private static List<String> forms(String provider, String name) {
        var forms = new ArrayList<String>(List.of(name));
        if (provider.equals("anthropic")) {
            String dashed = name.replace('.', '-');
            forms.add(dashed);
            forms.add(dashed.replaceFirst("[-@]20\\d{6}$|-latest$", ""));
        } else if (provider.equals("groq")) {
            forms.add("groq/" + name.substring(name.indexOf('/') + 1));
        }
        return forms;
    }

    /// The price of that day: the one that began last, else the one that has no first day.
    Optional<ListedPrice> on(LocalDate day) {
        return prices.stream().filter(price -> price.from().isPresent() && !price.from().get().isAfter(day))
                .max(Comparator.comparing(price -> price.from().orElse(LocalDate.MIN)))
                .or(() -> prices.stream().filter(price -> price.from().isEmpty()).findFirst())
                .filter(ListedPrice::isUsable);
    }
}
