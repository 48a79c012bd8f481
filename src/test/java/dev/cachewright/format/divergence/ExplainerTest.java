package dev.cachewright.format.divergence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.analysis.Destination;
import dev.cachewright.divergence.Explanation;
import dev.cachewright.divergence.Normalising;
import dev.cachewright.divergence.Spot;
import dev.cachewright.divergence.TokenText;
import dev.cachewright.format.body.RequestBody;
import dev.cachewright.format.body.RequestBodyWriter;
import dev.cachewright.prompt.Api;
import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.Kind;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.Renderer;
import dev.cachewright.prompt.Role;
import dev.cachewright.prompt.Row;
import dev.cachewright.prompt.Settings;
import dev.cachewright.provider.Simulators;
import dev.cachewright.words.WhyWords;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class ExplainerTest {

    private static final String RULES = "Name the paragraph of the policy that you rely on, and answer briefly. ";

    private static Explainer.Side sent(Prompt prompt, Map<String, Object> row) {
        Destination destination = Simulators.ANALYST.destination(prompt.settings().model());
        RequestBody body = RequestBodyWriter.write(destination.requests().of(Renderer.render(prompt, new Row(row))),
                false);
        return new Explainer.Side(body.json(), body.blocks(), destination);
    }

    private static Prompt prompt(String model, Block... blocks) {
        return Prompt.of(List.of(blocks), Settings.of(model, Api.RESPONSES));
    }

    private static Block block(String id, Role role, String text) {
        return Block.of(id, role, Kind.STATIC, text);
    }

    private static Explanation explain(Explainer.Side earlier, Explainer.Side later, Normalising... ignored) {
        return Explainer.explain(earlier, later, Set.of(ignored), Explained.AT);
    }

    @Test
    void thePlaceIsTheBlockWithItsLineAndColumn() {
        Prompt earlier = prompt("gpt-5.4", block("intro", Role.SYSTEM, "Say \"yes\".\nBe kind.\n"),
                block("policy", Role.SYSTEM, "One\tline.\nA parcel is late after 14 days.").withJoined(true),
                block("ask", Role.USER, "Where?"));
        Prompt later = earlier.with("policy", block -> block.withText("One\tline.\nA parcel is late after 30 days."));

        Explanation found = explain(sent(earlier, Map.of()), sent(later, Map.of()));

        assertThat(found.later().at()).isEqualTo(new Spot.At("policy", 33, 2, 24));
        assertThat(found.earlier().at()).isEqualTo(found.later().at());
        assertThat(found.later().tokens()).containsExactly(new TokenText(found.later().tokens().getFirst().id(), "30"));
        assertThat(found.earlier().tokens()).extracting(TokenText::text).containsExactly("14");
        assertThat(new WhyWords("call 7", "Call 8", UnaryOperator.identity()).sentence(found)).startsWith(
                "Call 8 left call 7 at token ").contains(", in System · policy, line 2: 30 instead of 14. ");
    }

    @Test
    void aValueIsInTheBlockOfItsTag() {
        Prompt prompt = prompt("gpt-5.4", block("rules", Role.SYSTEM, "Be kind to {{name}} and\nall others."));

        Explanation found = explain(sent(prompt, Map.of("name", "Ann")), sent(prompt, Map.of("name", "Bob")));

        assertThat(found.later().at()).isEqualTo(new Spot.At("rules", 11, 1, 12));
        assertThat(found.divergence().before()).isEqualTo("Ann");
        assertThat(found.divergence().now()).isEqualTo("Bob");
    }

    /// What follows the change was sent before, the question after it was not: only the first is billed again.
    @Test
    void whatWasSentBeforeIsBilledAgainAtTheRatesOfTheLaterCall() {
        Prompt earlier = prompt("gpt-5.4", block("rules", Role.SYSTEM, "Today is a good day. " + RULES.repeat(150)),
                block("ask", Role.USER, "Where is parcel 7, and when will it come to me?"));
        Prompt later = earlier.with("rules", block -> block.withText("Today is a bad day. " + RULES.repeat(150)))
                .with("ask", block -> block.withText("Who pays for what I send back after a month?"));

        Explanation found = explain(sent(earlier, Map.of()), sent(later, Map.of()));

        // OpenAI's classic rules read in steps of 128 tokens.
        int stored = found.figures().earlier().tokens() / 128 * 128;
        assertThat(found.figures().billedAgain()).isEqualTo(stored - found.figures().common().tokens());
        assertThat(explain(sent(earlier, Map.of()), sent(other(earlier), Map.of())).figures().billedAgain())
                .isZero();
        // $2.50 for a million tokens less $0.25 for cached ones (2026-11).
        assertThat(found.figures().cost().orElseThrow().dollars())
                .isEqualByComparingTo(new BigDecimal("0.00000225").multiply(BigDecimal.valueOf(found.figures()
                        .billedAgain())));
    }

    /// Another question, and nothing else.
    private static Prompt other(Prompt prompt) {
        return prompt.with("ask", block -> block.withText("Who pays for what I send back after a month?"));
    }

    @Test
    void whereWritingHasAPriceItIsPaidAgain() {
        Prompt earlier = prompt("gpt-5.6-sol", block("rules", Role.SYSTEM, "Good day. " + RULES.repeat(150)),
                block("ask", Role.USER, "Where?"));
        Prompt later = earlier.with("rules", block -> block.withText("Bad day. " + RULES.repeat(150)));

        Explanation found = explain(sent(earlier, Map.of()), sent(later, Map.of()));

        // $5 written less $0.40 read (2026-08-21).
        assertThat(found.figures().cost().orElseThrow().dollars())
                .isEqualByComparingTo(new BigDecimal("0.0000046").multiply(BigDecimal.valueOf(found.figures()
                        .billedAgain())));
        assertThat(found.figures().billedAgain()).isGreaterThan(1_500);
    }

    @Test
    void nothingIsBilledAgainBelowTheThreshold() {
        Prompt earlier = prompt("gpt-5.4", block("rules", Role.SYSTEM, "Good day. " + RULES.repeat(10)));

        Explanation found = explain(sent(earlier, Map.of()),
                sent(earlier.with("rules", block -> block.withText("Bad day. " + RULES.repeat(10))), Map.of()));

        assertThat(found.figures().billedAgain()).isZero();
    }

    @Test
    void aModelWithoutAPriceHasNoCost() {
        Prompt earlier = prompt("some-model", block("rules", Role.SYSTEM, "Good day. " + RULES.repeat(10)));

        Explanation found = explain(sent(earlier, Map.of()),
                sent(earlier.with("rules", block -> block.withText("Bad day. " + RULES.repeat(10))), Map.of()));

        assertThat(found.figures().cost()).isEmpty();
        assertThat(found.figures().billedAgain()).isGreaterThan(100);
    }

    @Test
    void aConversationThatGoesOnPartsFromNothing() {
        Prompt earlier = prompt("gpt-5.4", block("rules", Role.SYSTEM, "Be kind."), block("ask", Role.USER, "Hi"));
        Prompt later = prompt("gpt-5.4", block("rules", Role.SYSTEM, "Be kind."), block("ask", Role.USER, "Hi"),
                block("answer", Role.ASSISTANT, "Hello"));

        assertThat(explain(sent(earlier, Map.of()), sent(later, Map.of())).relation())
                .isEqualTo(Explanation.Relation.GOES_ON);
        assertThat(explain(sent(later, Map.of()), sent(earlier, Map.of())).relation())
                .isEqualTo(Explanation.Relation.ENDS_BEFORE);
        assertThat(explain(sent(later, Map.of()), sent(later, Map.of())).relation())
                .isEqualTo(Explanation.Relation.SAME);
    }

    @Test
    void pastWhatIsIgnoredTheNextDifferenceIsFoundAtItsPlace() {
        Prompt earlier = prompt("gpt-5.4", block("rules", Role.SYSTEM, "One  \ntwo\r\nthree caf\u00e9\nfour"));
        Prompt later = prompt("gpt-5.4", block("rules", Role.SYSTEM, "One\ntwo\nthree cafe\u0301\nfive"));
        Explainer.Side a = sent(earlier, Map.of());
        Explainer.Side b = sent(later, Map.of());

        assertThat(explain(a, b).later().at()).isEqualTo(new Spot.At("rules", 3, 1, 4));
        assertThat(explain(a, b).findings().effects()).containsEntry(Normalising.WHITE_SPACE,
                Normalising.Effect.MOVES).containsEntry(Normalising.UNICODE, Normalising.Effect.NONE);
        assertThat(explain(a, b, Normalising.WHITE_SPACE).later().at().line()).isEqualTo(3);
        Explanation both = explain(a, b, Normalising.WHITE_SPACE, Normalising.UNICODE);
        assertThat(both.later().at()).isEqualTo(new Spot.At("rules", 21, 4, 2));
        assertThat(both.earlier().at()).isEqualTo(new Spot.At("rules", 23, 4, 2));
        assertThat(both.figures().common().tokens()).isGreaterThan(explain(a, b).figures().common().tokens());
        Explanation blanks = explain(a, sent(later.with("rules", block -> block.withText("One\ntwo\nthree cafe\u0301\n"
                + "four")), Map.of()), Normalising.WHITE_SPACE);
        assertThat(blanks.findings().effects()).isEqualTo(Map.of(Normalising.UNICODE, Normalising.Effect.VANISHES,
                Normalising.KEY_ORDER, Normalising.Effect.NONE));
        assertThat(both.findings().ignored()).containsExactlyInAnyOrder(Normalising.WHITE_SPACE, Normalising.UNICODE);
    }
}
