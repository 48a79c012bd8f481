package dev.cachewright.format.prices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.cachewright.app.BundledCatalog;
import dev.cachewright.catalog.Catalog;
import dev.cachewright.catalog.Model;
import dev.cachewright.format.catalog.OwnCatalog;
import dev.cachewright.format.catalog.OwnCatalogReader;
import dev.cachewright.prompt.text.InputException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// That the user's file holds the prices of the list afterwards, and everything else that it held before.
class OwnPricesTest {

    private static final LocalDate DAY = LocalDate.parse("2026-11-29");

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "{\"models\": []}", "{\n  \"deployments\": {\"mine\": \"gpt-5.4\"}\n}\n",
            "{\"models\": [{\"id\": \"mine\", \"rules\": \"none\"}], \"deployments\": {}}"})
    void aNewRowIsAddedToWhateverIsThere(String own) {
        String text = take(own, "3", false).text();
        OwnCatalog read = OwnCatalogReader.read(BundledCatalog.text(), text);

        assertThat(read.problems()).isEmpty();
        assertThat(input(read.catalog(), "2026-11-29")).isEqualTo("3");
        assertThat(input(read.catalog(), "2026-11-28")).isEqualTo("2.5");
        assertThat(read.catalog().find("gpt-5.4").orElseThrow().source().text())
                .isEqualTo("prices of LiteLLM, list.json, taken 2026-11-29");
        assertThat(read.catalog().find("mine").isPresent()).isEqualTo(own.contains("mine"));
    }

    @Test
    void everythingElseStaysCharacterByCharacter() {
        String own = "{ \"deployments\":{\"a\":\"gpt-4o\"},\n\t\"models\" :[ {\"id\":\"mine\" , \"rules\":\"none\"},\n"
                + "  {\"id\": \"gpt-5.4\", \"lookback\": 7, \"note\": \"ours\", \"src\": \"seen\"} , 7 ]  }";
        String text = take(own, "3", false).text();

        assertThat(text)
                .startsWith(
                        "{ \"deployments\":{\"a\":\"gpt-4o\"},\n\t\"models\" :[ {\"id\":\"mine\" , \"rules\":\"none\"}"
                                + ",\n  {\"id\": \"gpt-5.4\", \"lookback\": 7, \"note\": \"ours\", \"src\": \"seen; prices of "
                                + "LiteLLM, list.json, taken 2026-11-29\", \"from\": \"2026-11-29\", \"input\": 3, ")
                .endsWith("} , 7 ]  }");
    }

    @Test
    void pricesThatTheUserHasWrittenStay() {
        String own = "{\"models\": [{\"id\": \"gpt-5.4\", \"input\": 2.2}]}";

        assertThat(take(own, "3", false)).isEqualTo(new OwnPrices.Taken(own, List.of("gpt-5.4")));
    }

    @ParameterizedTest
    @CsvSource({"2026-11-28, 2.2", "2026-11-29, 3", "1980-01-01, 2.2"})
    void replacedPricesOfTheUserStillHoldForEarlierDays(String day, String input) {
        OwnPrices.Taken taken = take("{\"models\": [{\"id\": \"gpt-5.4\", \"input\": 2.2}]}", "3", true);
        OwnCatalog read = OwnCatalogReader.read(BundledCatalog.text(), taken.text());

        assertThat(taken.kept()).isEmpty();
        assertThat(read.problems()).isEmpty();
        assertThat(input(read.catalog(), day)).isEqualTo(input);
    }

    @Test
    void pricesOfAnEarlierListGiveWayAndHoldForEarlierDays() {
        String first = take("", "3", false).text();
        String second = take(first, "4", LocalDate.parse("2026-12-10"), false).text();
        String third = take(second, "5", LocalDate.parse("2026-12-20"), false).text();
        OwnCatalog read = OwnCatalogReader.read(BundledCatalog.text(), third);

        assertThat(read.problems()).isEmpty();
        assertThat(input(read.catalog(), "2026-11-28")).isEqualTo("2.5");
        assertThat(input(read.catalog(), "2026-12-09")).isEqualTo("3");
        assertThat(input(read.catalog(), "2026-12-19")).isEqualTo("4");
        assertThat(input(read.catalog(), "2026-12-20")).isEqualTo("5");
        assertThat(third).containsOnlyOnce("taken").contains("taken 2026-12-20");
    }

    @Test
    void nothingChangesWhereNothingIsDifferent() {
        String once = take("", "3", false).text();

        assertThat(take(once, "3", false).text()).isEqualTo(once);
        assertThat(take("{ }", "2.5", false).text()).isEqualTo("{ }");
        assertThat(take("", "2.5", false).text()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"[] | 1", "{\"models\": {}} | 1", "{\"models\": [} | 1", "{} x | 1"})
    void whatIsNoCatalogueIsNotTouched(String own, int line) {
        assertThatExceptionOfType(InputException.class).isThrownBy(() -> OwnPrices.take(own, comparison("3", DAY,
                BundledCatalog.read()), "list.json", false))
                .satisfies(fault -> assertThat(fault.line()).isEqualTo(line));
    }

    private static OwnPrices.Taken take(String own, String input, boolean replaces) {
        return take(own, input, DAY, replaces);
    }

    private static OwnPrices.Taken take(String own, String input, LocalDate day, boolean replaces) {
        Catalog catalog = own.isEmpty()
                ? BundledCatalog.read()
                : OwnCatalogReader.read(BundledCatalog.text(), own).catalog();
        return OwnPrices.take(own, comparison(input, day, catalog), "list.json", replaces);
    }

    private static PriceComparison comparison(String input, LocalDate day, Catalog catalog) {
        PriceList list = PriceListReader.read("""
                {"gpt-5.4": {"litellm_provider": "openai", "input_cost_per_token": %se-06,
                             "output_cost_per_token": 15e-06}}""".formatted(input));
        return PriceComparison.of(catalog, list, day);
    }

    private static String input(Catalog catalog, String day) {
        Model model = catalog.find("gpt-5.4").orElseThrow();
        return model.ratesAt(Instant.parse(day + "T12:00:00Z"), 1, "").orElseThrow().input().dollarsPerMillion()
                .stripTrailingZeros().toPlainString();
    }
}
