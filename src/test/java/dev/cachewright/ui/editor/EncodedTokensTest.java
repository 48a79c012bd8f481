package dev.cachewright.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.prompt.Api;
import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.Kind;
import dev.cachewright.prompt.Role;
import dev.cachewright.prompt.Row;
import dev.cachewright.prompt.Settings;
import dev.cachewright.token.Encoding;
import dev.cachewright.token.Tokenizer;
import dev.cachewright.token.Tokenizers;
import dev.cachewright.ui.kit.TextToken;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EncodedTokensTest {

    private static final Tokenizers TOKENIZERS = new Tokenizers();
    private static final String[] BITS = {"The policy", " doesn't", " cover 1,234.56 ", "a case.\n\n", "## Rückgabe\n",
            "退货政策，", "三十天。", "😀", " naïve", "camelCase", "  indented\n", "\t", "https://a.b/c", "…", "'s "};

    private static TokensInView tokens(Encoding encoding, Map<String, Object> values) {
        return new EncodedTokens(TOKENIZERS.of(encoding), Settings.of("gpt-5.4", Api.CHAT), new Row(values));
    }

    private static Block block(String text) {
        return Block.of("policy", Role.SYSTEM, Kind.STATIC, text);
    }

    @ParameterizedTest
    @EnumSource
    void anyStretchHasTheTokensThatTheWholeTextHasThere(Encoding encoding) {
        Random random = new Random(7);
        Tokenizer tokenizer = TOKENIZERS.of(encoding);
        TokensInView view = tokens(encoding, Map.of());
        for (int i = 0; i < 60; i++) {
            StringBuilder built = new StringBuilder();
            random.ints(400, 0, BITS.length).forEach(bit -> built.append(BITS[bit]));
            String text = built.toString();
            List<TextToken> whole = TokenChars.of(text, tokenizer.encode(text), tokenizer::byteLength);
            int from = random.nextInt(text.length());
            int to = Math.min(text.length(), from + 1 + random.nextInt(300));
            assertThat(view.in(block(text), from, to)).isEqualTo(
                    whole.stream().filter(token -> token.end() > from && token.start() < to).toList());
        }
    }

    @Test
    void aCharacterOfSeveralTokensIsOneStretch() {
        List<TextToken> found = tokens(Encoding.O200K_BASE, Map.of()).in(block("a 🫨 b"), 0, 6);
        assertThat(found).extracting(TextToken::text).containsExactly("a", " 🫨", " b");
        assertThat(found.get(1).ids()).hasSizeGreaterThan(1);
        assertThat(found.get(1).start()).isEqualTo(1);
        assertThat(found.get(1).end()).isEqualTo(4);
    }

    @Test
    void aVariableHasNoTokensAndItsNeighboursAreThoseOfTheRequest() {
        String text = "Dear {{name}}, hello";
        List<TextToken> found = tokens(Encoding.O200K_BASE, Map.of("name", "Anna")).in(block(text), 0, text.length());
        assertThat(found).extracting(TextToken::text).containsExactly("Dear", " Anna", ",", " hello");
        // The space before the variable begins the token of the value.
        assertThat(found.get(1).start()).isEqualTo(4);
        assertThat(found.get(1).end()).isEqualTo(5);
        assertThat(found.get(2).start()).isEqualTo(text.indexOf(','));
    }

    @Test
    void aStretchThatBeginsInsideATagIsReadFromBeforeIt() {
        String text = "Tier of the customer: {{customer.tier}} and more words behind it.";
        List<TextToken> found = tokens(Encoding.O200K_BASE, Map.of()).in(block(text), 30, 45);
        assertThat(found).noneMatch(token -> token.end() > 22 && token.start() < 39);
        assertThat(found).extracting(TextToken::text).contains(" and");
    }

    @Test
    void whatIsTypedOfATagIsTextUntilItIsClosed() {
        List<TextToken> found = tokens(Encoding.O200K_BASE, Map.of()).in(block("open {{na"), 0, 9);
        assertThat(String.join("", found.stream().map(TextToken::text).toList())).isEqualTo("open {{na");
    }

    @Test
    void toolsAndSchemasHaveTokensOfTheServersOwn() {
        Block tools = Block.of("tools", Role.TOOLS, Kind.STATIC, "[]");
        assertThat(tokens(Encoding.O200K_BASE, Map.of()).in(tools, 0, 2)).isEmpty();
    }

    @Test
    void aLongRunWithoutACutIsEncodedInPart() {
        String run = "a".repeat(1_000_000);
        List<TextToken> found = tokens(Encoding.O200K_BASE, Map.of()).in(block(run), 500_000, 502_000);
        assertThat(found.getFirst().start()).isLessThanOrEqualTo(500_000);
        assertThat(found.getLast().end()).isGreaterThanOrEqualTo(502_000);
    }
}
