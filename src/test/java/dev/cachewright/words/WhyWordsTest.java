package dev.cachewright.words;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.analysis.Divergence;
import dev.cachewright.analysis.TokenRange;
import dev.cachewright.catalog.Money;
import dev.cachewright.divergence.Agreement;
import dev.cachewright.divergence.Cause;
import dev.cachewright.divergence.Explanation;
import dev.cachewright.divergence.Explanation.Relation;
import dev.cachewright.divergence.Figures;
import dev.cachewright.divergence.Findings;
import dev.cachewright.divergence.Normalising;
import dev.cachewright.divergence.Part;
import dev.cachewright.divergence.Spot;
import dev.cachewright.divergence.TokenText;
import dev.cachewright.token.request.Place;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class WhyWordsTest {

    private static final Part SYSTEM = new Part(Part.Kind.MESSAGE, "system", 1, "");

    private final WhyWords words = new WhyWords("call 7", "Call 8", id -> "«" + id + "»");

    private static Explanation explanation(Relation relation, Part part, String block, String before, String now,
            TokenRange common) {
        var place = new Divergence.BodyPlace("/messages/0/content", 30);
        var spot = new Spot(part, place, new Spot.At(block, 30, 1, 31), List.of());
        var cost = Optional.of(Money.ofDollars(new BigDecimal("0.00280")));
        return new Explanation(relation,
                new Divergence(common.tokens(), "input_changed", new Place("", 0), place, before,
                        now),
                spot, spot, new Figures(common, TokenRange.exactly(1_851), new TokenRange(common.isExact()
                        ? 1_846
                        : 1_500, 1_846, 1_846), 1_115, cost),
                new Findings(List.of(), Set.of(), Map.of()));
    }

    @Test
    void theSentenceSaysTokenPlaceWordsAndCost() {
        assertThat(words.sentence(explanation(Relation.PARTS, SYSTEM, "policy", "Outfitters.", "Outfitter’s.",
                TokenRange.exactly(436)))).isEqualTo("Call 8 left call 7 at token 437, in System · «policy», line 1: "
                        + "Outfitter’s instead of Outfitters. 1,115 tokens were billed again, $0.0028.");
    }

    @Test
    void anEstimateIsMarked() {
        assertThat(words.sentence(explanation(Relation.PARTS, SYSTEM, "", "a", "b", new TokenRange(400, 436, 500))))
                .isEqualTo("Call 8 left call 7 at token ≈ 437, in System, line 1: b instead of a. ≈ 1,115 tokens were "
                        + "billed again, ≈ $0.0028.");
    }

    @Test
    void whatIsNewOrGoneIsSaidSo() {
        TokenRange common = TokenRange.exactly(9);

        assertThat(words.sentence(explanation(Relation.PARTS, SYSTEM, "", "", "not", common)))
                .contains(": not is new.");
        assertThat(words.sentence(explanation(Relation.PARTS, SYSTEM, "", "not", "", common))).contains(
                ": not is gone.");
        assertThat(words.sentence(explanation(Relation.PARTS, Part.setting("verbosity"), "", "", "low", common)))
                .startsWith("Call 8 left call 7 in a setting, verbosity: low instead of nothing. ");
        assertThat(words.sentence(explanation(Relation.GOES_ON, SYSTEM, "", "", "", common))).isEqualTo(
                "Call 8 goes on where call 7 ended: it begins with 9 tokens that are the same. "
                        + "1,115 tokens were billed again, $0.0028.");
    }

    @ParameterizedTest
    @CsvSource({"MESSAGE, user, 3, '', User 3", "MESSAGE, user, 3, image_url, 'User 3, image_url'",
            "MESSAGE, '', 4, function_call, function_call 4", "INSTRUCTIONS, system, 0, '', System",
            "TOOL, '', 0, find, Tool find", "SCHEMA, '', 0, '', Output schema"})
    void eachPartHasAName(Part.Kind kind, String role, int number, String name, String words) {
        assertThat(WhyWords.part(new Part(kind, role, number, name))).isEqualTo(words);
    }

    @ParameterizedTest
    @EnumSource
    void eachCauseHasWordsAndSomethingThatMendsIt(Cause.Kind kind) {
        var cause = new Cause(kind, "2", "3", "4");

        assertThat(WhyWords.cause(cause)).doesNotContain("{").isNotBlank();
        assertThat(WhyWords.mend(cause)).endsWith(".");
        assertThat(WhyWords.name(cause)).matches("[a-z ]+");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            f | '' | '' | A tool changed: f
            '' | a | '' | Tools were taken away: a
            '' | '' | b | Tools were added: b
            '' | a | b | Tools were exchanged: b for a
            """)
    void toolsAreNamed(String name, String before, String now, String words) {
        assertThat(WhyWords.cause(new Cause(Cause.Kind.TOOLS_CHANGED, name, before, now))).isEqualTo(words);
    }

    @Test
    void messagesAreCounted() {
        assertThat(WhyWords.cause(new Cause(Cause.Kind.ITEM_DROPPED, "3", "1", ""))).isEqualTo(
                "A message is missing from number 3 on");
        assertThat(WhyWords.cause(new Cause(Cause.Kind.ITEM_DROPPED, "3", "2", ""))).isEqualTo(
                "2 messages are missing from number 3 on");
    }

    @Test
    void tokensShowTheirBlanksAndTheirIdsOnDemand() {
        List<TokenText> tokens = List.of(new TokenText(12, " a"), new TokenText(13, "\n"), new TokenText(-5, ""));

        assertThat(WhyWords.tokens(tokens, false)).isEqualTo("[ a][\\n][frame]");
        assertThat(WhyWords.tokens(tokens, true)).isEqualTo("[ a]12 [\\n]13 [frame]");
    }

    @Test
    void whatIgnoringBringsIsSaidWhereItBringsSomething() {
        Explanation parted = explanation(Relation.PARTS, SYSTEM, "", "a", "b", TokenRange.exactly(9));
        var findings = new Findings(List.of(), Set.of(Normalising.UNICODE, Normalising.WHITE_SPACE), Map.of(
                Normalising.KEY_ORDER, Normalising.Effect.VANISHES));
        var found = new Explanation(parted.relation(), parted.divergence(), parted.earlier(), parted.later(),
                parted.figures(), findings);

        assertThat(WhyWords.ignored(found)).isEqualTo(
                "Ignored: line ends and trailing blanks, how characters are written.");
        assertThat(WhyWords.effect(found, Normalising.KEY_ORDER))
                .hasValue("Without the order of keys they are the same.");
        assertThat(WhyWords.effect(found, Normalising.UNICODE)).isEmpty();
    }

    @Test
    void theProviderIsQuoted() {
        assertThat(WhyWords.agreement(Agreement.AGREES, "tools_changed")).isEqualTo(
                "The provider says the same: tools_changed.");
        assertThat(WhyWords.agreement(Agreement.DIFFERS, "tools_changed")).isEqualTo(
                "The provider gives another reason: tools_changed.");
        assertThat(WhyWords.agreement(Agreement.SAYS_NOTHING, "unavailable")).isEqualTo(
                "The provider does not say why: unavailable.");
    }
}
