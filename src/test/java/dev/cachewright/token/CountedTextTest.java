package dev.cachewright.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.prompt.text.Text;
import dev.cachewright.token.encoding.Encoding;
import dev.cachewright.token.encoding.Tokenizer;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// Holds counted texts to the whole text, encoded by jtokkit.
class CountedTextTest {

    private static final Tokenizers TOKENIZERS = SharedTokenizers.ALL;
    private static final Tokenizer JTOKKIT = new JtokkitTokenizer(Encoding.O200K_BASE);
    private static final Tokenizer JTOKKIT_CL = new JtokkitTokenizer(Encoding.CL100K_BASE);
    private static final String[] PIECES = {"The quick fox ", "a", "B", "é", "\n", "\n\n", "  ", "\t", "don't ",
            "naïve ",
            "/path ", "/", "# Title", "日本語", "。", "🙂", "1234567", "7", "\r\n", "\r", "{{x}}", "\u0085", "\u00a0",
            "É", "<|endoftext|>", "'ll", "'", "rE", "lL", "\ud83d", "\ude42", "\u3000", "- item", "e\u0301", "\u0301",
            "\u0000", "\u0378", "x", ".", "!!", " ", "中", "丮", "𠀀", "𠀁", "😀", "😁", "龘", "龙"};

    @ParameterizedTest
    @CsvSource({"O200K_BASE, 8, 1000", "O200K_BASE, 64, 1000", "O200K_BASE, 512, 500", "CL100K_BASE, 8, 1000",
            "CL100K_BASE, 64, 1000", "CL100K_BASE, 512, 500"})
    void editsCountAsTheWholeTextDoes(Encoding encoding, int stretch, int edits) {
        editAndCompare(encoding, stretch, edits, 17);
    }

    @ParameterizedTest
    @CsvSource({"O200K_BASE, 8", "O200K_BASE, 64", "O200K_BASE, 512", "CL100K_BASE, 8", "CL100K_BASE, 64",
            "CL100K_BASE, 512"})
    @Tag("slow")
    void twoHundredThousandEditsCountAsTheWholeTextDoes(Encoding encoding, int stretch) {
        IntStream.range(0, 34).forEach(round -> editAndCompare(encoding, stretch, 1_000, 1_000 + round));
    }

    private static void editAndCompare(Encoding encoding, int stretch, int edits, long seed) {
        Tokenizer whole = encoding == Encoding.O200K_BASE ? JTOKKIT : JTOKKIT_CL;
        var random = new Random(seed);
        var counter = new TextCounter(TOKENIZERS.of(encoding), stretch);
        var text = new StringBuilder(words(random, 60));
        CountedText counted = counter.count(Text.of(text.toString()));
        for (int edit = 0; edit < edits; edit++) {
            int position = random.nextInt(text.length() + 1);
            int deleted = random.nextInt(3) > 0 ? 0 : random.nextInt(Math.min(40, text.length() - position + 1));
            String inserted = deleted > 0 && random.nextBoolean() ? "" : words(random, 1 + random.nextInt(3));
            String before = text.toString();
            counted = counted.replace(position, deleted, inserted);
            text.replace(position, position + deleted, inserted);
            String now = text.toString();
            assertThat(counted.text().toString()).isEqualTo(now);
            int official = whole.count(now);
            if (counted.tokens() != official) {
                throw new AssertionError(
                        "%d for %d after edit %d at %d -%d +%s in %s".formatted(counted.tokens(), official,
                                edit, position, deleted, inserted, before));
            }
            if (edit % 50 == 0) {
                assertThat(counted.ids()).isEqualTo(whole.encode(now));
            }
            if (text.length() > 3_000) {
                counted = counted.replace(300, text.length() - 600, "");
                text.delete(300, text.length() - 300);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"a, a", "ab, ab", "letters, abcdefghijklmnopqrstuvwxyz", "han, 的了我們可以請求系統提示快取前綴模型龘犇",
            "cases, aBcDé中ʰ", "signs, !=-_*", "emoji, 🙂👍", "marks, e\u0301\u0302"})
    void runsWithoutABorderCountAsTheWholeTextDoes(String name, String alphabet) {
        for (Encoding encoding : Encoding.values()) {
            editRun(encoding, alphabet, 150, 3);
        }
        editRun(Encoding.O200K_BASE, " ".repeat(alphabet.length() % 3 + 1), 20, 4);
    }

    @ParameterizedTest
    @CsvSource({"a, a", "ab, ab", "letters, abcdefghijklmnopqrstuvwxyz", "han, 的了我們可以請求系統提示快取前綴模型龘犇",
            "cases, aBcDé中ʰ", "signs, !=-_*", "emoji, 🙂👍", "marks, e\u0301\u0302"})
    @Tag("slow")
    void longRunsWithoutABorderCountAsTheWholeTextDoes(String name, String alphabet) {
        for (Encoding encoding : Encoding.values()) {
            editRun(encoding, alphabet, 6_000, 8);
        }
    }

    private static void editRun(Encoding encoding, String alphabet, int edits, long seed) {
        Tokenizer whole = encoding == Encoding.O200K_BASE ? JTOKKIT : JTOKKIT_CL;
        var random = new Random(seed);
        int[] letters = alphabet.codePoints().toArray();
        var counter = new TextCounter(TOKENIZERS.of(encoding), 8);
        CountedText counted = counter.count(Text.of("x " + run(random, letters, 1_500) + " y"));
        for (int edit = 0; edit < edits; edit++) {
            int position = random.nextInt(counted.text().length() + 1);
            int deleted = Math.min(random.nextInt(5), counted.text().length() - position);
            String inserted = random.nextInt(9) == 0 ? " " : run(random, letters, random.nextInt(6));
            counted = counted.replace(position, deleted, inserted);
            String text = counted.text().toString();
            assertThat(counted.ids()).as("%s after edit %d at %d -%d +%s", text, edit, position, deleted, inserted)
                    .isEqualTo(whole.encode(text));
            if (edit % 10 == 9) {
                counted = counter.count(Text.of(run(random, letters, 1_500)));
            }
        }
    }

    private static String run(Random random, int[] letters, int length) {
        return random.ints(length, 0, letters.length).mapToObj(i -> Character.toString(letters[i]))
                .collect(Collectors.joining());
    }

    @ParameterizedTest
    @EnumSource
    void positionsAreThoseOfTheTokensBothWays(Encoding encoding) {
        Tokenizer tokenizer = TOKENIZERS.of(encoding);
        var random = new Random(5);
        for (int round = 0; round < 8; round++) {
            String run = run(random, "aé中𠀀龘🙂".codePoints().toArray(), round % 4 * 500);
            String text = words(random, 40) + run + words(random, 40);
            CountedText counted = new TextCounter(tokenizer, 16).count(Text.of(text));
            assertThat(counted.tokensIn(0, text.length()).stream().flatMap(token -> token.ids().stream()).toList())
                    .isEqualTo(IntStream.of(counted.ids().toArray()).boxed().toList());
            int[] begins = byteStarts(tokenizer, text);
            int token = 0;
            for (int offset = 0; offset <= text.length(); offset++) {
                if (offset == text.length() || offset == 0
                        || !Character.isSurrogatePair(text.charAt(offset - 1), text.charAt(offset))) {
                    int bytes = bytes(text.substring(0, offset));
                    int before = token;
                    while (token < begins.length && begins[token] < bytes) {
                        token++;
                    }
                    assertThat(counted.tokensBefore(offset)).isEqualTo(token);
                    int character = offset == 0 ? 0 : text.offsetByCodePoints(offset, -1);
                    // The tokens that begin in the character before this offset.
                    for (int begun = before; begun < token; begun++) {
                        assertThat(counted.offsetOfToken(begun)).isEqualTo(character);
                    }
                }
            }
        }
    }

    @Test
    void textsShareTheTokensThatTheirIdsShare() {
        var random = new Random(9);
        var counter = new TextCounter(TOKENIZERS.of(Encoding.O200K_BASE), 16);
        for (int round = 0; round < 3_000; round++) {
            String start = words(random, 1 + random.nextInt(40));
            CountedText one = counter.count(Text.of(start + words(random, random.nextInt(12))));
            CountedText other = random.nextBoolean()
                    ? counter.count(Text.of(start + words(random, random.nextInt(12))))
                    : one.replace(random.nextInt(one.text().length()), 0, words(random, 1));

            assertThat(one.commonPrefix(other)).isEqualTo(one.ids().commonPrefix(other.ids()));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aMegabyteOnOneLineCountsAsTheWholeTextDoes(Encoding encoding) {
        Tokenizer whole = encoding == Encoding.O200K_BASE ? JTOKKIT : JTOKKIT_CL;
        String line = "A line <|endoftext|> with \u0000, \ud83d and 中文，that goes on ".repeat(22_000);
        CountedText counted = TOKENIZERS.counterOf(encoding).count(Text.of(line));

        assertThat(line.length()).isGreaterThan(1_000_000);
        assertThat(counted.ids()).isEqualTo(whole.encode(line));
        assertThat(counted.replace(500_000, 3, "<|im_start|>").tokens())
                .isEqualTo(whole.count(new StringBuilder(line).replace(500_000, 500_003, "<|im_start|>").toString()));
    }

    @Test
    void joinedTextsCountAsOne() {
        var random = new Random(13);
        var counter = new TextCounter(TOKENIZERS.of(Encoding.O200K_BASE), 32);
        for (int round = 0; round < 2_000; round++) {
            List<String> parts = IntStream.range(0, 4).mapToObj(i -> words(random, random.nextInt(6))).toList();
            CountedText joined = counter.count(Text.empty());
            for (String part : parts) {
                joined = joined.join(counter.count(Text.of(part)));
            }
            String text = String.join("", parts);
            assertThat(joined.text().toString()).isEqualTo(text);
            assertThat(joined.ids()).isEqualTo(JTOKKIT.encode(text));
        }
    }

    @Test
    void aTextIsCountedFromWhatItsNameHeldBefore() {
        var counter = new TextCounter(TOKENIZERS.of(Encoding.O200K_BASE));
        String text = words(new Random(3), 4_000);
        CountedText before = counter.count("policy", Text.of(text));
        CountedText after = counter.count("policy", before.text().replace(9_000, 5, "typed"));

        assertThat(after.tokens()).isEqualTo(JTOKKIT.count(after.text().toString()));
        long kept = after.stretches().stream().filter(stretch -> before.stretches().stream()
                .anyMatch(known -> known == stretch)).count();
        assertThat(kept).isGreaterThanOrEqualTo(before.stretches().size() - 3);
    }

    private static String words(Random random, int count) {
        return random.ints(count, 0, PIECES.length).mapToObj(i -> PIECES[i]).collect(Collectors.joining());
    }

    private static int[] byteStarts(Tokenizer tokenizer, String text) {
        int[] ids = tokenizer.encode(text).toArray();
        int[] starts = new int[ids.length];
        for (int i = 1; i < ids.length; i++) {
            starts[i] = starts[i - 1] + tokenizer.byteLength(ids[i - 1]);
        }
        return starts;
    }

    private static int bytes(String text) {
        return Surrogates.repaired(text).getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
    }
}
