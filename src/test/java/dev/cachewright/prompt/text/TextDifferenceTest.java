package dev.cachewright.prompt.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Holds the difference of texts to that of strings, found unit by unit.
class TextDifferenceTest {

    /// Slow and plain.
    private static TextDifference twin(String one, String other) {
        int shortest = Math.min(one.length(), other.length());
        int start = 0;
        while (start < shortest && one.charAt(start) == other.charAt(start)) {
            start++;
        }
        int behind = 0;
        while (behind < shortest - start
                && one.charAt(one.length() - 1 - behind) == other.charAt(other.length() - 1 - behind)) {
            behind++;
        }
        return new TextDifference(start, one.length() - behind, other.length() - behind);
    }

    private static String random(Random random, int length) {
        return random.ints(length, 'a', 'c').collect(StringBuilder::new, StringBuilder::appendCodePoint,
                StringBuilder::append).toString();
    }

    @Test
    void textsOfOneOriginDifferAsTheirStringsDo() {
        var random = new Random(1);
        var expected = new StringBuilder(random(random, 6_000));
        Text first = Text.of(expected.toString());
        Text text = first;
        for (int edit = 0; edit < 400; edit++) {
            int position = random.nextInt(expected.length());
            int deleted = Math.min(random.nextInt(3), expected.length() - position);
            String inserted = random(random, random.nextInt(4));
            expected.replace(position, position + deleted, inserted);
            text = text.replace(position, deleted, inserted);

            assertThat(first.difference(text)).isEqualTo(twin(first.toString(), expected.toString()));
            assertThat(first.commonPrefix(text)).isEqualTo(twin(first.toString(), expected.toString()).start());
        }
    }

    @Test
    void textsOfNoCommonOriginDifferAsTheirStringsDo() {
        var random = new Random(2);
        for (int round = 0; round < 500; round++) {
            String one = random(random, random.nextInt(3_000));
            String other = one.substring(0, random.nextInt(one.length() + 1)) + random(random, random.nextInt(5))
                    + one.substring(random.nextInt(one.length() + 1));

            assertThat(Text.of(one).difference(Text.of(other))).isEqualTo(twin(one, other));
        }
    }

    @Test
    void equalTextsDifferInNothingHoweverTheyWereMade() {
        var random = new Random(3);
        String whole = random(random, 5_000);
        Text text = Text.of(whole);
        for (int round = 0; round < 100; round++) {
            int cut = random.nextInt(whole.length());
            Text other = Text.join(List.of(Text.of(whole.substring(0, cut)), Text.of(whole.substring(cut))));

            assertThat(text.difference(other).isNone()).isTrue();
            assertThat(other).isEqualTo(text).hasSameHashCodeAs(text);
        }
    }

    @Test
    void aTextAndItsBeginningDifferAtTheEnd() {
        assertThat(Text.of("abcabc").difference(Text.of("abc"))).isEqualTo(new TextDifference(3, 6, 3));
        assertThat(Text.of("abc").difference(Text.of("abcabc"))).isEqualTo(new TextDifference(3, 3, 6));
    }

    @Test
    void anEmptyTextDiffersInAll() {
        assertThat(Text.empty().difference(Text.of("abc"))).isEqualTo(new TextDifference(0, 0, 3));
        assertThat(Text.of("abc").difference(Text.empty())).isEqualTo(new TextDifference(0, 3, 0));
        assertThat(Text.empty().difference(Text.of("")).isNone()).isTrue();
    }

    @Test
    void repeatedTextIsNotCountedTwice() {
        assertThat(Text.of("aaa").difference(Text.of("aaaa"))).isEqualTo(new TextDifference(3, 3, 4));
    }

    @Test
    void aTextIsNoString() {
        assertThat(Text.of("a")).isNotEqualTo("a").isNotEqualTo(Text.of("b")).isNotEqualTo(Text.of("ab"));
    }

    @Test
    void anEditOfNothingIsTheSameText() {
        Text text = Text.of("abc");

        assertThat(text.replace(1, 0, "")).isSameAs(text);
        assertThat(text.sub(0, 3)).isSameAs(text);
        assertThat(Text.of("")).isSameAs(Text.empty());
    }

    @Test
    void searchesAgreeWithThoseOfAString() {
        var random = new Random(4);
        String whole = random(random, 4_000) + "needle" + random(random, 2_000);
        Text text = Text.of(whole);
        for (int round = 0; round < 300; round++) {
            int from = random.nextInt(whole.length());
            String wanted = round % 2 == 0 ? "needle" : random(random, 1 + random.nextInt(12));

            assertThat(text.indexOf(wanted, from)).isEqualTo(whole.indexOf(wanted, from));
            assertThat(text.startsWith(wanted, from)).isEqualTo(whole.startsWith(wanted, from));
            assertThat(text.endsWith(wanted)).isEqualTo(whole.endsWith(wanted));
            assertThat(text.charAt(from)).isEqualTo(whole.charAt(from));
        }
    }

    @Test
    void aFaultInATextIsFoundWithItsPlace() {
        assertThat(Text.of("one\n\ntwo {{a}} {{b").found().fault()).hasValueSatisfying(fault -> {
            assertThat(fault.line()).isEqualTo(3);
            assertThat(fault.column()).isEqualTo(11);
        });
    }

    @Test
    void tagsAreFoundWithTheirPlacesAcrossLeaves() {
        String filler = "x".repeat(1_022);
        assertThat(Text.of(filler + "{{name}} \\{{no}} {{! note }} {{#if a}}").found().tags()).containsExactly(
                new Tag(Tag.Type.VALUE, 1_022, 1_030, "name"), new Tag(Tag.Type.ESCAPE, 1_031, 1_034, "{{"),
                new Tag(Tag.Type.COMMENT, 1_039, 1_050, "! note"), new Tag(Tag.Type.LOGIC, 1_051, 1_060, "#if a"));
    }

    @Test
    void aFaultSeenFromAnOuterTextHasItsPlaceThere() {
        var fault = new InputException("wrong", 1, 4);

        assertThat(place(fault.shifted(10, 6))).isEqualTo("11:10");
        assertThat(place(new InputException("wrong", 2, 4).shifted(10, 6))).isEqualTo("12:4");
        assertThat(fault.inBlock("b").blockId()).isEqualTo("b");
        assertThat(place(fault.inBlock("b"))).isEqualTo("1:4");
    }

    private static String place(InputException fault) {
        return fault.line() + ":" + fault.column();
    }
}
