package dev.cachewright.format.prices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.cachewright.prompt.text.InputException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PriceListReaderTest {

    private static final String GENAI = """
            [{"id": "x-ai", "name": "xAI", "models": [
               {"id": "grok-4.3", "match": {"or": [{"equals": "grok-4.3"}, {"equals": "grok-latest"},
                                                   {"starts_with": "grok-4.3-"}, {"contains": "grok"}]},
                "prices": {"input_mtok": {"base": 1.25, "tiers": [{"start": 200000, "price": 2.5}]},
                           "cache_read_mtok": {"base": 0.2, "tiers": [{"start": 200000, "price": 0.4}]},
                           "output_mtok": {"base": 2.5, "tiers": [{"start": 200000, "price": 5}]},
                           "web_searches_kcount": 10}}]},
             {"id": "anthropic", "models": [
               {"id": "claude-3-5-haiku-latest", "match": {"starts_with": "claude-3.5-haiku"},
                "prices": [{"prices": {"input_mtok": 1, "output_mtok": 5}},
                           {"constraint": {"type": "start_date", "start_date": "2026-03-01"},
                            "prices": {"input_mtok": 0.8, "cache_write_mtok": 1, "cache_write_1h_mtok": 1.6,
                                       "cache_read_mtok": 0.08, "output_mtok": 4}},
                           {"constraint": {"type": "start_date", "start_date": "2027-01-01"},
                            "prices": {"input_mtok": 9, "output_mtok": 9}},
                           {"constraint": {"type": "time_of_date", "start_time": "01:00:00Z", "end_time": "04:00:00Z"},
                            "prices": {"input_mtok": 7, "output_mtok": 7}}]}]}]""";

    private static final String LITELLM = """
            {"sample_spec": {"litellm_provider": "one of the providers", "input_cost_per_token": 0.0},
             "gpt-5.6-sol": {"litellm_provider": "openai", "mode": "chat", "max_input_tokens": 922000,
               "input_cost_per_token": 4e-06, "output_cost_per_token": 2e-05,
               "cache_read_input_token_cost": 4.0000000000000003e-07, "cache_creation_input_token_cost": 5e-06,
               "input_cost_per_token_above_272k_tokens": 8e-06, "output_cost_per_token_above_272k_tokens": 3e-05,
               "input_cost_per_token_flex": 2e-06},
             "us.anthropic.claude-opus-5-v1:0": {"litellm_provider": "bedrock", "input_cost_per_token": 1e-03},
             "gemini/gemini-2.5-pro": {"litellm_provider": "gemini", "input_cost_per_token": 1.25e-06,
               "output_cost_per_token": 1e-05},
             "claude-haiku-4-5-20251001": {"litellm_provider": "anthropic", "input_cost_per_token": 1e-06,
               "output_cost_per_token": 5e-06, "cache_creation_input_token_cost": 1.25e-06,
               "cache_creation_input_token_cost_above_1hr": 2e-06}}""";

    @Test
    void genaiPricesGiveTiersAndTheNamesThatMatchAsAWhole() {
        PriceList list = PriceListReader.read(GENAI);

        assertThat(list.name()).isEqualTo("genai-prices");
        assertThat(list.problems()).isEmpty();
        assertThat(list.models().getFirst()).isEqualTo(new ListedModel("xai",
                List.of("grok-4.3", "grok-latest", "grok-4.3-"),
                List.of(new ListedPrice(Optional.empty(), rates("1.25", "2.5", "0.2"),
                        Optional.of(new ListedPrice.LongBand(200_000, rates("2.5", "5", "0.4")))))));
    }

    @ParameterizedTest
    @CsvSource({"2026-02-28, 1", "2026-03-01, 0.8", "2026-11-29, 0.8", "2027-01-01, 9"})
    void genaiPricesAreThoseOfTheDayAndNotOfAnHour(LocalDate day, BigDecimal input) {
        ListedModel haiku = PriceListReader.read(GENAI).models().get(1);

        assertThat(haiku.names()).contains("claude-3-5-haiku");
        assertThat(haiku.on(day).orElseThrow().rates().get(Kind.INPUT)).isEqualByComparingTo(input);
    }

    @Test
    void theListMayStandInAnObject() {
        assertThat(PriceListReader.read("{\"providers\": " + GENAI + "}")).isEqualTo(PriceListReader.read(GENAI));
    }

    @Test
    void liteLlmGivesTheVendorsOwnPricesForAMillionTokens() {
        PriceList list = PriceListReader.read(LITELLM);

        assertThat(list.name()).isEqualTo("LiteLLM");
        assertThat(list.problems()).isEmpty();
        assertThat(list.models()).extracting(ListedModel::provider).containsExactly("openai", "google", "anthropic");
        assertThat(list.models().getFirst().prices()).containsExactly(new ListedPrice(Optional.empty(),
                Map.of(Kind.INPUT, new BigDecimal("4"), Kind.OUTPUT, new BigDecimal("20"), Kind.READ,
                        new BigDecimal("0.4"), Kind.WRITE, new BigDecimal("5")),
                Optional.of(new ListedPrice.LongBand(272_000,
                        Map.of(Kind.INPUT, new BigDecimal("8"), Kind.OUTPUT, new BigDecimal("30"))))));
        assertThat(list.models().get(1).names()).containsExactly("gemini-2.5-pro");
        assertThat(list.models().get(2).names()).contains("claude-haiku-4-5");
        assertThat(list.models().get(2).prices().getFirst().rates()).containsEntry(Kind.WRITE_HOUR,
                new BigDecimal("2"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"2.5\"", "-1", "true", "1"})
    void anEntryThatCannotBeReadIsLeftOutWithItsPlace(String price) {
        PriceList list = PriceListReader.read("""
                {"a": {"litellm_provider": "openai",
                  "input_cost_per_token": %s, "output_cost_per_token": 1},
                 "b": {"litellm_provider": "openai", "input_cost_per_token": 1e-06, "output_cost_per_token": 1e-06}}"""
                .formatted(price));

        assertThat(list.models()).singleElement().extracting(ListedModel::names).isEqualTo(List.of("b"));
        assertThat(list.problems()).singleElement().satisfies(fault -> assertThat(fault.line()).isEqualTo(2));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"{} | 1", "[] | 1", "7 | 1", "{\"models\": [{\"id\": \"gpt-4o\"}]} | 1",
            "[{\"id\": \"x\"}] | 1", "{\"a\": {\"input\": 1}} | 1"})
    void anyOtherJsonIsNoList(String text, int column) {
        assertThatExceptionOfType(InputException.class).isThrownBy(() -> PriceListReader.read(text))
                .withMessageContaining("data.json of genai-prices").satisfies(fault -> {
                    assertThat(fault.line()).isEqualTo(1);
                    assertThat(fault.column()).isEqualTo(column);
                });
    }

    @Test
    void whatIsNoJsonIsToldWithItsPlace() {
        assertThatExceptionOfType(InputException.class).isThrownBy(() -> PriceListReader.read("[\n {]"))
                .satisfies(fault -> assertThat(fault.line()).isEqualTo(2));
    }

    private static Map<Kind, BigDecimal> rates(String input, String output, String read) {
        return Map.of(Kind.INPUT, new BigDecimal(input), Kind.OUTPUT, new BigDecimal(output), Kind.READ,
                new BigDecimal(read));
    }
}
