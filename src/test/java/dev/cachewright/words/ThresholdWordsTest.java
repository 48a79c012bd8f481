package dev.cachewright.words;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.analysis.Analysis;
import dev.cachewright.analysis.AnalysisInput;
import dev.cachewright.analysis.Outlook;
import dev.cachewright.cache.state.CacheState;
import dev.cachewright.catalog.RuleSet;
import dev.cachewright.prompt.Api;
import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.Kind;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.Role;
import dev.cachewright.prompt.Settings;
import dev.cachewright.prompt.Values;
import dev.cachewright.provider.Simulators;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ThresholdWordsTest {

    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
    private static final String LINE = "Answer from the policy. Be brief and kind.\n";

    private static Analysis analysis(String model, Optional<RuleSet> rules, Block policy) {
        Api form = rules.filter(RuleSet.Named.ANTHROPIC::equals).isPresent() ? Api.MESSAGES : Api.CHAT;
        Prompt prompt = Prompt.of(List.of(policy, Block.of("question", Role.USER, Kind.DYNAMIC, "{{q}}")),
                Settings.of(model, form));
        return Simulators.ANALYST.analyse(new AnalysisInput(prompt, Values.none(), 0, rules, CacheState.empty(), NOW,
                AnalysisInput.USUAL));
    }

    private static Analysis analysis(String model, int lines) {
        return analysis(model, Optional.empty(), policy(lines));
    }

    private static Block policy(int lines) {
        return Block.of("policy", Role.SYSTEM, Kind.STATIC, LINE.repeat(lines));
    }

    private static Outlook outlook(Analysis analysis) {
        return analysis.outlook().orElseThrow();
    }

    private static String words(Analysis analysis) {
        return ThresholdWords.of(analysis, outlook(analysis));
    }

    private static String prefix(Analysis analysis) {
        return Numbers.count(analysis.prefixTokens().tokens());
    }

    @Test
    void aPrefixThatIsLongEnoughReachesTheThreshold() {
        Analysis analysis = analysis("gpt-4o", 160);

        assertThat(words(analysis)).isEqualTo("✓ prefix " + prefix(analysis) + " ≥ 1,024");
    }

    @Test
    void aPrefixThatIsTooShortDoesNot() {
        Analysis analysis = analysis("gpt-4o", 20);

        assertThat(words(analysis)).isEqualTo("✗ prefix " + prefix(analysis) + " < 1,024");
    }

    @Test
    void whereNothingIsCachedThereIsNoThresholdToReach() {
        Analysis analysis = analysis("gpt-4", 160);

        assertThat(words(analysis)).isEqualTo("no caching here");
        assertThat(ThresholdWords.nothing(analysis, outlook(analysis)))
                .isEqualTo("Nothing is tinted: no caching here");
    }

    @Test
    void whereEveryTokenCountsThereIsNoneEither() {
        Analysis analysis = analysis("gpt-4o", Optional.of(RuleSet.Named.LONGEST_PREFIX), policy(2));

        assertThat(words(analysis)).isEqualTo("✓ every token of the prefix counts");
    }

    @Test
    void whatIsLongEnoughAndHasNoBreakpointIsNotCalledShort() {
        Analysis analysis = analysis("claude-sonnet-4-6", Optional.of(RuleSet.Named.ANTHROPIC), policy(200));

        assertThat(ThresholdWords.nothing(analysis, outlook(analysis)))
                .isEqualTo("Nothing is tinted: no breakpoint in the static prefix");
    }

    @Test
    void anEstimateAroundTheThresholdLeavesItOpen() {
        Analysis analysis = analysis("claude-sonnet-4-6", Optional.of(RuleSet.Named.OPENAI_CLASSIC), policy(98));

        assertThat(words(analysis)).isEqualTo("? prefix ≈ " + prefix(analysis) + " may or may not reach 1,024");
    }

    @Test
    void anEstimateThatSurelyReachesItIsMarkedAsOne() {
        Analysis analysis = analysis("claude-sonnet-4-6", Optional.of(RuleSet.Named.OPENAI_CLASSIC), policy(200));

        assertThat(words(analysis)).isEqualTo("✓ prefix ≈ " + prefix(analysis) + " ≥ 1,024");
    }

    @Test
    void whereOnlyBreakpointsAreReadThePrefixNeedsOne() {
        assertThat(words(analysis("claude-sonnet-4-6", Optional.of(RuleSet.Named.ANTHROPIC), policy(200))))
                .isEqualTo("✗ no breakpoint in the static prefix");
    }

    @Test
    void aBreakpointInThePrefixIsWhatIsRead() {
        Analysis analysis = analysis("claude-sonnet-4-6", Optional.of(RuleSet.Named.ANTHROPIC),
                policy(200).withBreakpoint(true));

        assertThat(words(analysis)).isEqualTo("✓ breakpoint "
                + TokenWords.brief(analysis.estimate().range(outlook(analysis).reuse().end())) + " ≥ 1,024");
    }

    @Test
    void theNextStepIsSoManyTokensAway() {
        Analysis analysis = analysis("gpt-4o", 160);
        int step = outlook(analysis).nextStep().orElseThrow();

        assertThat(ThresholdWords.step(analysis, outlook(analysis))).contains(
                step - analysis.prefixTokens().tokens() + " more static tokens to the next step, "
                        + Numbers.count(step));
        assertThat(step % 128).isZero();
    }

    @Test
    void theNextStepOfAnEstimateIsAboutSoFarAway() {
        Analysis analysis = analysis("claude-sonnet-4-6", Optional.of(RuleSet.Named.OPENAI_CLASSIC), policy(200));

        assertThat(ThresholdWords.step(analysis, outlook(analysis)).orElseThrow()).startsWith("≈ ")
                .contains(" more static tokens to the next step, ");
    }

    @Test
    void whereBreakpointsDecideThereIsNoStep() {
        Analysis analysis = analysis("claude-sonnet-4-6", Optional.of(RuleSet.Named.ANTHROPIC), policy(200));

        assertThat(ThresholdWords.step(analysis, outlook(analysis))).isEmpty();
    }

    @Test
    void rulesThatReadEveryTokenHaveTheirNextStepAtTheNextOne() {
        Analysis analysis = analysis("gpt-4o", Optional.of(RuleSet.Named.LONGEST_PREFIX), policy(20));

        assertThat(ThresholdWords.step(analysis, outlook(analysis)).map(words -> words.replaceAll(", .*", "")))
                .isEqualTo(outlook(analysis).nextStep().isEmpty()
                        ? Optional.empty()
                        : Optional.of("1 more static token to the next step"));
    }
}
