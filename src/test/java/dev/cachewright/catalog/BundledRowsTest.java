package dev.cachewright.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.app.BundledCatalog;
import dev.cachewright.cache.UsualRules;
import dev.cachewright.token.part.Framing;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// That the rows which come with the program hold together.
class BundledRowsTest {

    private static final Catalog CATALOG = BundledCatalog.read();
    private static final LocalDate COMPILED = LocalDate.parse(CATALOG.asOf());

    static List<Model> models() {
        return CATALOG.models();
    }

    @ParameterizedTest
    @MethodSource("models")
    void eachRowSaysItsTermsAndItsSource(Model model) {
        assertThat(model.cache().minimum() > 0).isEqualTo(!Set.of(RuleSet.Named.NONE, RuleSet.Named.UNPUBLISHED)
                .contains(model.cache().rules()));
        assertThat(model.source().text()).isNotBlank();
        assertThat(model.source().date()).hasValueSatisfying(date -> assertThat(date).isBeforeOrEqualTo(COMPILED));
        assertThat(model.source().own()).isEmpty();
        assertThat(model.source().doubts()).allSatisfy(doubt -> assertThat(doubt.why()).isNotBlank());
        assertThat(model.encoding().isPresent()).isEqualTo(model.provider().equals("openai"));
        assertThat(CATALOG.corrections().containsKey(model.id())).isEqualTo(model.provider().equals("anthropic"));
    }

    @ParameterizedTest
    @MethodSource("models")
    void breakpointsHaveSlotsLookbackAndLifetimes(Model model) {
        boolean hasBreakpoints = Set.of(RuleSet.Named.OPENAI_BREAKPOINT, RuleSet.Named.ANTHROPIC)
                .contains(model.cache().rules());

        assertThat(model.cache().slots()).isEqualTo(hasBreakpoints ? 4 : 0);
        assertThat(model.cache().lookback() > 0).isEqualTo(hasBreakpoints);
        assertThat(model.cache().ttls().isEmpty()).isNotEqualTo(hasBreakpoints);
        assertThat(model.cache().hidden() > 0).isEqualTo(model.cache().rules() == RuleSet.Named.OPENAI_GRID);
    }

    @ParameterizedTest
    @MethodSource("models")
    void readsAreCheaperThanInputAndWritesDearerAtEachLength(Model model) {
        assertThat(model.prices().isEmpty()).as("a row without a price says so")
                .isEqualTo(model.source().note().contains("no price was found"));
        model.prices().stream().flatMap(BundledRowsTest::rates).forEach(rates -> {
            assertThat(rates.cacheRead().stream()).allSatisfy(read -> assertThat(dollars(read)).isLessThan(dollars(rates
                    .input())));
            assertThat(rates.cacheWrite().values()).allSatisfy(write -> assertThat(dollars(write)).isGreaterThan(
                    dollars(rates.input())));
            assertThat(model.cache().ttls()).containsExactlyInAnyOrderElementsOf(rates.cacheWrite().keySet());
            assertThat(dollars(rates.output())).isGreaterThanOrEqualTo(dollars(rates.input()));
        });
    }

    @ParameterizedTest
    @MethodSource("models")
    void aTokenCostsAWholeNumberOfPicoDollarsOnEachTier(Model model) {
        model.prices().stream().flatMap(BundledRowsTest::rates).forEach(rates -> model.tiers().values().forEach(
                factor -> assertThat(Stream.concat(Stream.of(rates.input(), rates.output()),
                        Stream.concat(rates.cacheRead().stream(), rates.cacheWrite().values().stream())))
                        .allSatisfy(price -> assertThat(dollars(price).multiply(factor)
                                .multiply(BigDecimal.valueOf(1_000_000)).stripTrailingZeros().scale())
                                .isNotPositive())));
    }

    @Test
    void theUsualTermsOfAServerAreThoseOfMostModels() {
        assertThat(CATALOG.usualTerms(RuleSet.Named.OPENAI_CLASSIC)).isEqualTo(new CacheTerms(
                RuleSet.Named.OPENAI_CLASSIC, 1_024, List.of(), List.of("in_memory", "24h")));
        assertThat(CATALOG.usualTerms(RuleSet.Named.OPENAI_BREAKPOINT)).isEqualTo(new CacheTerms(
                RuleSet.Named.OPENAI_BREAKPOINT, 1_024, List.of("30m", "12h"), List.of(), 4, 50, 0));
        assertThat(CATALOG.usualTerms(RuleSet.Named.ANTHROPIC)).isEqualTo(new CacheTerms(RuleSet.Named.ANTHROPIC,
                1_024, List.of("5m", "1h"), List.of(), 4, 20, 0));
        assertThat(CATALOG.usualTerms(new RuleSet.Blocks(64))).isEqualTo(new CacheTerms(new RuleSet.Blocks(64), 0,
                List.of(), List.of()));
    }

    @ParameterizedTest
    @CsvSource({"gpt-5.4, reasoning", "o3, thinking", "gpt-6-astra, reasoning", "gpt-4o, plain",
            "gpt-4o-search-preview, searching", "claude-opus-5, claude-5", "claude-sonnet-4-5-20250929, claude-4.5"})
    void theFramingOfAModelIsThatOfItsRow(String id, String framing) {
        assertThat(CATALOG.find(id)).map(Model::framing).isEqualTo(Framing.of(framing));
    }

    @Test
    void noIdStandsTwiceAndAliasesStandForRows() {
        assertThat(CATALOG.models()).extracting(Model::id).doesNotHaveDuplicates().hasSizeGreaterThan(45);
        assertThat(CATALOG.models()).extracting(Model::id).containsAll(CATALOG.aliases().values());
    }

    @Test
    void doubtsOfTheVendorsPagesAreCarried() {
        assertThat(fields("gpt-5.6-sol")).contains("lookback", "prices").doesNotContain("long");
        assertThat(fields("gpt-5.5")).contains("hidden", "minCacheable");
        assertThat(fields("claude-opus-4-7")).containsExactly("minCacheable");
        assertThat(fields("claude-sonnet-4-5")).containsExactlyInAnyOrder("prices", "context");
        assertThat(fields("gemini-3.8-flash")).containsExactly("minCacheable");
        assertThat(fields("kimi-k3")).contains("rules");
        assertThat(fields("glm-5.3")).contains("rules");
    }

    @ParameterizedTest
    @ValueSource(strings = {"claude-haiku-5-5", "claude-mythos-5-1", "claude-sonnet-4-6", "claude-fable-5",
            "claude-haiku-4-5"})
    void doubtsThatTheVendorClosedAreGone(String id) {
        assertThat(fields(id)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"gpt-5.6-sol, 922000", "gpt-6.2-astra, 922000", "gpt-5, 400000", "gpt-4.1, 1047576",
            "claude-opus-5-5, 1000000", "claude-3-5-haiku, 200000", "claude-sonnet-4-5-20250929, 200000",
            "gemini-2.5-pro, 1048576", "gpt-4, 8192"})
    void theInputThatFitsIsThatOfTheVendor(String id, int tokens) {
        assertThat(CATALOG.find(id).orElseThrow().context()).hasValue(tokens);
    }

    @ParameterizedTest
    @ValueSource(strings = {"openai-classic", "openai-grid", "openai-breakpoint", "anthropic", "longest-prefix",
            "block-16", "block-64", "none"})
    void theRulesOfTheCommandLineAreKnown(String name) {
        assertThat(RuleSet.of(name)).map(RuleSet::word).contains(name);
        assertThat(UsualRules.of(name).name()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "openai", "block-0", "block-", "block-1234567", "None"})
    void otherRulesAreNotKnown(String name) {
        assertThat(RuleSet.of(name)).isEmpty();
    }

    private static List<String> fields(String id) {
        return CATALOG.find(id).orElseThrow().source().doubts().stream().map(Doubt::field).toList();
    }

    private static Stream<Rates> rates(Price price) {
        return Stream.concat(Stream.of(price.rates()), price.longContext().map(Price.LongContext::rates).stream());
    }

    private static BigDecimal dollars(TokenPrice price) {
        return price.dollarsPerMillion();
    }
}
