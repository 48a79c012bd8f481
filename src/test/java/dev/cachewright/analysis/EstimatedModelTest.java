package dev.cachewright.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.app.BundledCatalog;
import dev.cachewright.cache.state.CacheState;
import dev.cachewright.catalog.Catalog;
import dev.cachewright.catalog.Correction;
import dev.cachewright.catalog.InputSplit;
import dev.cachewright.catalog.RuleSet;
import dev.cachewright.catalog.Source;
import dev.cachewright.prompt.Api;
import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.Kind;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.Renderer;
import dev.cachewright.prompt.Role;
import dev.cachewright.prompt.Row;
import dev.cachewright.prompt.Settings;
import dev.cachewright.prompt.Values;
import dev.cachewright.token.SharedTokenizers;
import dev.cachewright.token.request.TokenSpan;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EstimatedModelTest {

    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
    private static final Correction TENTH_MORE = new Correction(1.05, 1.1, 1.15, 1.15, new Source("measured", ""));
    private static final Catalog CATALOG = BundledCatalog.read().with(Map.of("my-own-model", TENTH_MORE));
    private static final Analyst ANALYST = new Analyst(CATALOG, SharedTokenizers.ALL);
    private static final String POLICY = "Answer from the policy. Be brief and kind.\n";

    private static Prompt prompt(String model, String policy) {
        return Prompt.of(List.of(Block.of("policy", Role.SYSTEM, Kind.STATIC, policy),
                Block.of("question", Role.USER, Kind.DYNAMIC, "{{q}}")), Settings.of(model, Api.CHAT));
    }

    private static Analysis analyse(Prompt prompt, String rules) {
        return ANALYST.analyse(new AnalysisInput(prompt, Values.none(), 0, RuleSet.of(rules),
                CacheState.empty(), NOW, AnalysisInput.USUAL));
    }

    @Test
    void figuresOfAClaudePromptAddUpAndHaveABand() {
        Analysis analysis = analyse(prompt("claude-sonnet-4-6", POLICY.repeat(160)), "anthropic");
        int counted = analysis.tokens().total();

        assertThat(analysis.isExact()).isFalse();
        assertThat(analysis.total().low()).isBetween((int) (counted * 0.985), counted);
        assertThat(analysis.total().tokens()).isEqualTo(Math.round(counted * 1.06));
        assertThat(analysis.total().high()).isBetween((int) (counted * 1.14), (int) (counted * 1.21));
        assertThat(analysis.spans().stream().mapToInt(TokenSpan::tokens).sum())
                .isEqualTo(analysis.spans().getLast().cumulative());
        assertThat(analysis.threshold()).contains(1_024);
    }

    @Test
    void chineseTextWidensTheBandUpwards() {
        TokenRange latin = analyse(prompt("claude-sonnet-4-6", POLICY.repeat(40)), "anthropic").total();
        TokenRange chinese = analyse(prompt("claude-sonnet-4-6", "请根据退货政策回答客户的问题。\n".repeat(40)), "anthropic").total();

        assertThat((double) latin.high() / latin.low()).isBetween(1.15, 1.23);
        assertThat((double) chinese.high() / chinese.low()).isBetween(2.1, 2.6);
    }

    @Test
    void aSingleForeignWordHardlyWidensIt() {
        double share = new Scripts().shareOfOthers(Renderer.render(
                prompt("claude-sonnet-4-6", POLICY.repeat(40) + "Grüße, naïve, Привет"), Row.empty()));

        assertThat(share).isBetween(0.001, 0.08);
    }

    @Test
    void digitsAndSignsAreOfNoScript() {
        assertThat(new Scripts().shareOfOthers(Renderer.render(prompt("m", "1, 2 + 3 = 6!"), Row.empty()))).isZero();
    }

    @Test
    void rulesSeeTheFiguresThatAreShown() {
        // 1,024 lies between what is counted and what the model is taken to count.
        Analysis analysis = analyse(prompt("my-own-model", POLICY.repeat(96)), "openai-classic");

        assertThat(analysis.prefix().tokens()).isBetween(960, 1_000);
        assertThat(analysis.prefixTokens().tokens()).isBetween(1_056, 1_100);
        assertThat(analysis.outlook().map(Outlook::cacheable)).contains(1_024);
    }

    @Test
    void forecastOfAWarmCallIsInTheFiguresThatAreShown() {
        Prompt prompt = prompt("my-own-model", POLICY.repeat(96));
        Analysis cold = analyse(prompt, "openai-classic");
        var forecaster = new Forecaster(cold.destination().terms(prompt.settings()).orElseThrow(),
                cold.prefix().tokens());

        CacheState warm = forecaster.next(CacheState.empty(), cold.counted(), NOW).state();
        InputSplit split = forecaster.next(warm, cold.counted(), NOW.plus(Duration.ofSeconds(2))).forecast().split();

        assertThat(split.cached()).isEqualTo(1_024);
        assertThat(split.input()).isEqualTo(cold.total().tokens());
    }

    @Test
    void costIsThatOfTheFiguresThatAreShown() {
        Prompt prompt = prompt("claude-sonnet-4-6", POLICY.repeat(96));
        Analysis analysis = analyse(prompt, "longest-prefix");
        var price = CATALOG.find("claude-sonnet-4-6").orElseThrow().ratesAt(NOW, 0, "").orElseThrow().input();

        assertThat(analysis.outlook().flatMap(Outlook::uncachedCost))
                .isEqualTo(Optional.of(price.of(analysis.total().tokens())));
    }
}
