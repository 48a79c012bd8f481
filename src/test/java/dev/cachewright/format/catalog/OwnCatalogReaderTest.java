package dev.cachewright.format.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.app.BundledCatalog;
import dev.cachewright.catalog.Doubt;
import dev.cachewright.catalog.Model;
import dev.cachewright.catalog.Source;
import dev.cachewright.prompt.text.InputException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnCatalogReaderTest {

    private static final String BUNDLED = """
            {"providers": {"openai": {"tiers": {"batch": 0.5}}},
             "rules": {"openai-breakpoint": {"minCacheable": 1024, "ttl": ["30m"], "slots": 4, "lookback": 50,
                                             "uncertain": {"lookback": "50 or 80"}}},
             "aliases": {"old-name": "known"},
             "models": [
              {"id": "known", "provider": "openai", "rules": "openai-breakpoint", "input": 2, "cache_read": 0.2,
               "cache_write_30m": 2.5, "output": 10, "src": "a page", "uncertain": {"prices": "a promotion"}},
              {"id": "dated", "provider": "openai", "rules": "openai-breakpoint", "output": 10, "src": "a page",
               "history": [{"from": "2026-06-01", "input": 2}, {"from": "2026-09-01", "input": 1}]}]}""";

    @Test
    void aRowOfItsOwnIsAddedWithWhatItsRulesBring() {
        OwnCatalog read = read("""
                {"models": [{"id": "mine", "provider": "openai", "rules": "openai-breakpoint", "lookback": 80,
                             "input": 3, "output": 12}]}""");

        Model mine = find(read, "mine");
        assertThat(read.problems()).isEmpty();
        assertThat(mine.cache().minimum()).isEqualTo(1_024);
        assertThat(mine.cache().lookback()).isEqualTo(80);
        assertThat(mine.tiers()).containsOnlyKeys("batch");
        assertThat(mine.source()).isEqualTo(new Source("models.json", "", Optional.empty(), List.of(),
                List.of("provider", "rules", "lookback", "input", "output")));
        assertThat(read.catalog().models()).extracting(Model::id).containsExactly("known", "dated", "mine");
    }

    @Test
    void aRowOfAKnownModelReplacesWhatItNamesAndKeepsTheRest() {
        Model known = find(read("{\"models\": [{\"id\": \"known\", \"input\": 3}]}"), "known");

        assertThat(input(known, "2026-11-23")).isEqualTo("3");
        assertThat(known.ratesAt(Instant.EPOCH, 1, "").orElseThrow().output().dollarsPerMillion()).isEqualTo("10");
        assertThat(known.source().text()).isEqualTo("a page");
        assertThat(known.source().own()).containsExactly("input");
        assertThat(known.source().doubts()).containsExactly(new Doubt("lookback", "50 or 80"));
    }

    @Test
    void whatIsCorrectedIsNoLongerInDoubt() {
        Model known = find(
                read("{\"models\": [{\"id\": \"known\", \"lookback\": 80, \"uncertain\": \"measured once\"}]}"),
                "known");

        assertThat(known.cache().lookback()).isEqualTo(80);
        assertThat(known.source().doubts()).containsExactlyInAnyOrder(new Doubt("prices", "a promotion"),
                new Doubt("row", "measured once"));
    }

    @Test
    void aPriceOfTheUsersOwnHoldsOnAllDaysOrFromItsDayOn() {
        Model always = find(read("{\"models\": [{\"id\": \"dated\", \"input\": 3}]}"), "dated");
        Model later = find(read("{\"models\": [{\"id\": \"dated\", \"from\": \"2026-11-01\", \"input\": 3}]}"),
                "dated");
        Model first = find(read("{\"models\": [{\"id\": \"known\", \"from\": \"2026-11-01\", \"input\": 3}]}"),
                "known");
        Model sameDay = find(read("{\"models\": [{\"id\": \"dated\", \"from\": \"2026-09-01\", \"input\": 3}]}"),
                "dated");

        assertThat(input(always, "2026-07-01")).isEqualTo("3");
        assertThat(input(later, "2026-10-31")).isEqualTo("1");
        assertThat(input(later, "2026-11-01")).isEqualTo("3");
        assertThat(input(first, "2026-10-31")).isEqualTo("2");
        assertThat(input(first, "2026-11-01")).isEqualTo("3");
        assertThat(input(sameDay, "2026-08-31")).isEqualTo("2");
        assertThat(input(sameDay, "2026-09-01")).isEqualTo("3");
    }

    @Test
    void aDayWithoutAPriceIsTold() {
        OwnCatalog read = read("{\"models\": [{\"id\": \"dated\", \"from\": \"2026-11-01\"}]}");

        assertThat(read.problems()).extracting(OwnCatalogReaderTest::words).containsExactly(
                "1:29 \"dated\" is left out: \"from\" needs the prices that hold from that day on");
    }

    @Test
    void aSourceOfTheUsersOwnDoesNotKeepOurDate() {
        OwnCatalog read = OwnCatalogReader.read(BundledCatalog.text(),
                "{\"models\": [{\"id\": \"gpt-5.4\", \"src\": \"my bill\"}, {\"id\": \"gpt-5.2\", \"input\": 1}]}");

        assertThat(find(read, "gpt-5.4").source().date()).isEmpty();
        assertThat(find(read, "gpt-5.2").source().date()).isPresent();
    }

    @Test
    void deploymentsStandForTheModelsTheyName() {
        OwnCatalog read = read("""
                {"deployments": {"my-azure": "openai/known-2026-03-05", "old": "old-name", "known": "dated",
                  "lost": "nothing", "wrong": 5}}""");

        assertThat(find(read, "my-azure").id()).isEqualTo("known");
        assertThat(find(read, "azure/my-azure").id()).isEqualTo("known");
        assertThat(find(read, "old").id()).isEqualTo("known");
        assertThat(find(read, "known").id()).isEqualTo("dated");
        assertThat(read.problems()).extracting(OwnCatalogReaderTest::words).containsExactly(
                "2:3 \"lost\" is left out: its model is not in the catalogue: \"nothing\"",
                "2:22 \"wrong\" is left out: its model is not in the catalogue: 5");
    }

    @Test
    void aDeploymentMayNameARowOfTheSameFile() {
        OwnCatalog read = read("""
                {"deployments": {"d": "mine"}, "models": [{"id": "mine", "rules": "none"}]}""");

        assertThat(read.problems()).isEmpty();
        assertThat(find(read, "d").prices()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "\"input\": 1, \"output\": 2|3 \"m\" is left out: it needs \"rules\", one of openai-classic, openai-grid, openai-breakpoint, anthropic, deepseek, gemini, groq, mistral, unpublished, xai, longest-prefix, block-N, none",
            "\"rules\": \"no-such\"|15 \"m\" is left out: unknown rules \"no-such\"; use openai-classic, openai-grid, openai-breakpoint, anthropic, deepseek, gemini, groq, mistral, unpublished, xai, longest-prefix, block-N, none",
            "\"rules\": 7|15 \"m\" is left out: \"rules\" is a text in quotes",
            "\"rules\": \"none\", \"inptu\": 1|32 \"m\" is left out: \"inptu\" is not a known field here",
            "\"rules\": \"none\", \"rules\": \"none\"|32 \"m\" is left out: \"rules\" appears twice",
            "\"rules\": \"none\", \"input\": -1, \"output\": 2|32 \"m\" is left out: \"input\" is a price in dollars for a million tokens, 0 or more, not -1",
            "\"rules\": \"none\", \"input\": \"1\", \"output\": 2|32 \"m\" is left out: \"input\" is a price in dollars for a million tokens, 0 or more, not \"1\"",
            "\"rules\": \"none\", \"input\": 1e9, \"output\": 2|32 \"m\" is left out: \"input\" has up to six decimals and is not above 100,000",
            "\"rules\": \"none\", \"input\": 1|3 \"m\" is left out: no price for its output",
            "\"rules\": \"none\", \"from\": \"2026-13-01\"|32 \"m\" is left out: \"from\" is a day such as \"2026-11-23\", not \"2026-13-01\"",
            "\"rules\": \"anthropic\"|3 \"m\" is left out: it needs \"minCacheable\", which differs between the models of these rules",
            "\"rules\": \"none\", \"slots\": 1.5|32 \"m\" is left out: \"slots\" is a whole number, 0 or more",
            "\"rules\": \"none\", \"ttl\": \"5m\"|32 \"m\" is left out: \"ttl\" is a list in [ ]",
            "\"rules\": \"none\", \"ttl\": [5]|32 \"m\" is left out: \"ttl\" is a list of texts in quotes",
            "\"rules\": \"none\", \"input\": 1, \"cache_write_2h\": 2, \"output\": 2|44 \"m\" is left out: \"cache_write_2h\" is the price for a lifetime that \"ttl\" does not list",
            "\"rules\": \"none\", \"encoding\": \"p50k\"|32 \"m\" is left out: unknown encoding \"p50k\"; use o200k_base, cl100k_base, or none for a vendor that publishes none",
            "\"rules\": \"none\", \"correction\": \"claude-9\"|32 \"m\" is left out: unknown correction \"claude-9\"",
            "\"rules\": \"none\", \"tiers\": {\"default\": 2}|42 \"m\" is left out: \"default\" is not a known field here",
            "\"rules\": \"none\", \"tiers\": {\"batch\": 0}|42 \"m\" is left out: \"batch\" is a factor above 0",
            "\"rules\": \"none\", \"history\": [{\"input\": 1, \"output\": 2}]|44 \"m\" is left out: Each entry of \"history\" needs \"from\", its first day",
            "\"rules\": \"none\", \"uncertain\": 3|32 \"m\" is left out: \"uncertain\" says why, or for each field why",
            "\"rules\": \"none\", \"input\": 1, \"output\": 2, \"long\": {\"input\": 2, \"output\": 3}|57 \"m\" is left out: \"long\" needs \"over_input_tokens\", the number of tokens above which it holds"})
    void aWrongRowIsToldWithItsPlaceAndTheOthersAreUsed(String fields, String problem) {
        OwnCatalog read = read("{\"models\": [\n  {\"id\": \"m\", " + fields + "},\n"
                + "  {\"id\": \"other\", \"rules\": \"none\"}]}");

        int column = Integer.parseInt(problem.substring(0, problem.indexOf(' ')));
        assertThat(read.problems()).extracting(OwnCatalogReaderTest::words).containsExactly("2:" + column
                + problem.substring(problem.indexOf(' ')));
        assertThat(read.catalog().find("m")).isEmpty();
        assertThat(read.catalog().find("other")).isPresent();
    }

    @Test
    void aWrongCorrectionLeavesTheRowAsItWas() {
        OwnCatalog read = read("{\"models\": [{\"id\": \"known\", \"input\": -3}, 5, {}]}");

        assertThat(input(find(read, "known"), "2026-11-23")).isEqualTo("2");
        assertThat(read.problems()).extracting(OwnCatalogReaderTest::words).containsExactly(
                "1:29 \"known\" is left out: \"input\" is a price in dollars for a million tokens, 0 or more, not -3",
                "1:43 A row is left out: A row is an object, with its fields in { }",
                "1:46 A row is left out: it needs \"id\", the name of the model");
    }

    @Test
    void theSecondRowOfAnIdIsToldAndLeftOut() {
        OwnCatalog read = read("{\"models\": [{\"id\": \"known\", \"input\": 3}, {\"id\": \"known\", \"input\": 4}]}");

        assertThat(input(find(read, "known"), "2026-11-23")).isEqualTo("3");
        assertThat(read.problems()).extracting(OwnCatalogReaderTest::words)
                .containsExactly("1:43 \"known\" is left out: an earlier row has the same id");
    }

    @Test
    void whatIsNoJsonIsOneProblemAndChangesNothing() {
        OwnCatalog read = read("{\"models\": [\n  {\"id\": \"known\", \"input\": 3},\n  {\"id\" 5}]}");

        assertThat(input(find(read, "known"), "2026-11-23")).isEqualTo("2");
        assertThat(read.problems()).singleElement().extracting(OwnCatalogReaderTest::words).asString()
                .startsWith("3:9 This is not valid JSON");
        assertThat(read("").problems()).extracting(OwnCatalogReaderTest::words)
                .containsExactly("1:1 Expected a JSON value, found nothing");
    }

    @Test
    void otherShapesAreTold() {
        assertThat(read("[]").problems()).extracting(OwnCatalogReaderTest::words)
                .containsExactly("1:1 Expected an object with \"models\" or \"deployments\" here");
        assertThat(read("{\"model\": [], \"models\": {}, \"deployments\": []}").problems())
                .extracting(OwnCatalogReaderTest::words).containsExactly(
                        "1:2 \"model\" is not known here: a catalogue has \"models\" and \"deployments\"",
                        "1:15 \"models\" is a list of rows in [ ]",
                        "1:29 \"deployments\" gives each name of yours a model, in { }");
        assertThat(read("{\"deployments\": {\"a\": \"known\", \"a\": \"dated\"}}").problems())
                .extracting(OwnCatalogReaderTest::words)
                .containsExactly("1:32 \"a\" appears twice; this one is used");
        assertThat(read("{}").problems()).isEmpty();
    }

    @Test
    void theProgramsOwnRowsMayBeCorrectedOneByOne() {
        List<Model> priced = CatalogReader.read(BundledCatalog.text()).models().stream()
                .filter(model -> !model.prices().isEmpty()).toList();
        for (Model model : priced) {
            OwnCatalog read = OwnCatalogReader.read(BundledCatalog.text(),
                    "{\"models\": [{\"id\": \"" + model.id() + "\", \"from\": \"2027-01-01\", \"input\": 99}]}");

            assertThat(read.problems()).isEmpty();
            assertThat(input(find(read, model.id()), "2026-11-23")).isEqualTo(input(model, "2026-11-23"));
            assertThat(input(find(read, model.id()), "2027-01-01")).isEqualTo("99");
        }
    }

    private static OwnCatalog read(String own) {
        return OwnCatalogReader.read(BUNDLED, own);
    }

    private static Model find(OwnCatalog read, String id) {
        return read.catalog().find(id).orElseThrow();
    }

    private static String input(Model model, String day) {
        return model.ratesAt(Instant.parse(day + "T12:00:00Z"), 1, "").orElseThrow().input().dollarsPerMillion()
                .toPlainString();
    }

    private static String words(InputException problem) {
        return problem.line() + ":" + problem.column() + " " + problem.getMessage();
    }
}
