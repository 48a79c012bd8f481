package dev.cachewright.ui.editor.marks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.analysis.AnalysisInput;
import dev.cachewright.analysis.Analyst;
import dev.cachewright.prompt.Api;
import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.Kind;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.Role;
import dev.cachewright.prompt.Row;
import dev.cachewright.prompt.Settings;
import dev.cachewright.prompt.Values;
import dev.cachewright.prompt.text.Text;
import dev.cachewright.provider.Simulators;
import dev.cachewright.token.SharedTokenizers;
import dev.cachewright.token.TextCounter;
import dev.cachewright.token.TextToken;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SightTokensTest {

    private static final Analyst ANALYST = Simulators.ANALYST;
    private static final String[] BITS = {"The policy", " doesn't", " cover 1,234.56 ", "a case.\n\n", "## Rückgabe\n",
            "退货政策，", "三十天。", "😀", " naïve", "camelCase", "  indented\n", "\t", "https://a.b/c", "…", "'s "};

    /// The tokens of blocks of which none is as it was analysed.
    private static TokensInView whileTyping(String model, Map<String, Object> values) {
        return view(model, values, List.of(block("something else")));
    }

    private static TokensInView view(String model, Map<String, Object> values, List<Block> analysed) {
        Prompt prompt = Prompt.of(analysed, Settings.of(model, Api.CHAT));
        var rows = new Values("rows", List.copyOf(values.keySet()), List.of(new Row(values)));
        return new SightTokens(ANALYST.analyse(AnalysisInput.of(prompt, rows, Instant.EPOCH)),
                ANALYST.destination(model).counter(),
                new Row(values));
    }

    private static TokensInView tokens(Map<String, Object> values) {
        return whileTyping("gpt-4.1", values);
    }

    private static Block block(String text) {
        return Block.of("policy", Role.SYSTEM, Kind.STATIC, text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gpt-4.1", "gpt-4-turbo"})
    void anyStretchHasTheTokensThatTheWholeTextHasThere(String model) {
        Random random = new Random(7);
        TextCounter counter = SharedTokenizers.ALL.counterOf(ANALYST.destination(model).encoding());
        TokensInView typing = whileTyping(model, Map.of());
        for (int i = 0; i < 60; i++) {
            StringBuilder built = new StringBuilder();
            random.ints(400, 0, BITS.length).forEach(bit -> built.append(BITS[bit]));
            String text = built.toString();
            List<TextToken> whole = counter.count(Text.of(text)).tokensIn(0, text.length());
            assertThat(whole).extracting(TextToken::text).containsExactlyElementsOf(whole.stream()
                    .map(token -> text.substring(token.start(), token.end())).toList());
            assertThat(whole.stream().flatMap(token -> token.ids().stream()).mapToInt(id -> id).toArray())
                    .isEqualTo(counter.tokenizer().encode(text).toArray());
            int from = random.nextInt(text.length());
            int to = Math.min(text.length(), from + 1 + random.nextInt(300));
            List<TextToken> expected = whole.stream().filter(token -> token.end() > from && token.start() < to)
                    .toList();
            assertThat(typing.in(block(text), from, to)).isEqualTo(expected);
            assertThat(view(model, Map.of(), List.of(block(text))).in(block(text), from, to)).isEqualTo(expected);
        }
    }

    @Test
    void aTokenOverTheBorderOfJoinedBlocksIsShownInBoth() {
        Block upper = block("Answer in the");
        Block lower = Block.of("lower", Role.SYSTEM, Kind.STATIC, "ory of it.").withJoined(true);
        TokensInView view = view("gpt-4.1", Map.of(), List.of(upper, lower));

        TextToken last = view.in(upper, 0, 13).getLast();
        TextToken first = view.in(lower, 0, 10).getFirst();

        assertThat(last.text()).isEqualTo(" theory").isEqualTo(first.text());
        assertThat(last.ids()).isEqualTo(first.ids());
        assertThat(first.start()).isZero();
        assertThat(first.end()).isEqualTo(3);
    }

    @Test
    void aLongRunHasTheTokensOfTheRequest() {
        Block run = block("a".repeat(5_003));
        List<TextToken> found = view("gpt-4.1", Map.of(), List.of(run)).in(run, 0, 5_003);

        assertThat(found.stream().mapToInt(token -> token.ids().size()).sum())
                .isEqualTo(SharedTokenizers.ALL.of(ANALYST.destination("gpt-4.1").encoding()).count("a".repeat(5_003)));
    }

    @Test
    void aCharacterOfSeveralTokensIsOneStretch() {
        List<TextToken> found = tokens(Map.of()).in(block("a 🫨 b"), 0, 6);
        assertThat(found).extracting(TextToken::text).containsExactly("a", " 🫨", " b");
        assertThat(found.get(1).ids()).hasSizeGreaterThan(1);
        assertThat(found.get(1).start()).isEqualTo(1);
        assertThat(found.get(1).end()).isEqualTo(4);
    }

    @Test
    void aVariableHasNoTokensAndItsNeighboursAreThoseOfTheRequest() {
        String text = "Dear {{name}}, hello";
        List<TextToken> found = tokens(Map.of("name", "Anna")).in(block(text), 0, text.length());
        assertThat(found).extracting(TextToken::text).containsExactly("Dear", " Anna", ",", " hello");
        // The space before the variable begins the token of the value.
        assertThat(found.get(1).start()).isEqualTo(4);
        assertThat(found.get(1).end()).isEqualTo(5);
        assertThat(found.get(2).start()).isEqualTo(text.indexOf(','));
    }

    @Test
    void aStretchThatBeginsInsideATagIsReadFromBeforeIt() {
        String text = "Tier of the customer: {{customer.tier}} and more words behind it.";
        List<TextToken> found = tokens(Map.of()).in(block(text), 30, 45);
        assertThat(found).noneMatch(token -> token.end() > 22 && token.start() < 39);
        assertThat(found).extracting(TextToken::text).contains(" and");
    }

    @Test
    void whatIsTypedOfATagIsTextUntilItIsClosed() {
        List<TextToken> found = tokens(Map.of()).in(block("open {{na"), 0, 9);
        assertThat(String.join("", found.stream().map(TextToken::text).toList())).isEqualTo("open {{na");
    }

    @Test
    void toolsAndSchemasHaveTokensOfTheServersOwn() {
        Block tools = Block.of("tools", Role.TOOLS, Kind.STATIC, "[]");
        assertThat(tokens(Map.of()).in(tools, 0, 2)).isEmpty();
    }

    @Test
    void aLongRunWithoutACutIsEncodedInPart() {
        String run = "a".repeat(1_000_000);
        List<TextToken> found = tokens(Map.of()).in(block(run), 500_000, 502_000);
        assertThat(found.getFirst().start()).isLessThanOrEqualTo(500_000);
        assertThat(found.getLast().end()).isGreaterThanOrEqualTo(502_000);
    }
}
