package dev.cachewright.prompt.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Holds texts to strings.
class TextTest {

    private static String random(Random random, int length) {
        return random.ints(length, 0, 40)
                .mapToObj(i -> i < 3 ? "{" : i == 3 ? "{{" : String.valueOf((char) ('a' + i % 5)))
                .collect(java.util.stream.Collectors.joining());
    }

    @Test
    void editsAgreeWithThoseOfAString() {
        var random = new Random(4);
        var expected = new StringBuilder(random(random, 5_000));
        Text text = Text.of(expected.toString());
        for (int edit = 0; edit < 3_000; edit++) {
            int position = random.nextInt(expected.length() + 1);
            int deleted = Math.min(random.nextInt(random.nextInt(50) == 0 ? 3_000 : 4), expected.length() - position);
            String inserted = random(random, random.nextInt(random.nextInt(50) == 0 ? 3_000 : 4));
            Text next = text.replace(position, deleted, inserted);
            TextDifference difference = text.difference(next);
            assertThat(difference.start()).isGreaterThanOrEqualTo(position);
            assertThat(text.substring(0, difference.start())).isEqualTo(next.substring(0, difference.start()));
            assertThat(text.substring(difference.end(), text.length()))
                    .isEqualTo(next.substring(difference.otherEnd(), next.length()));
            assertThat(difference.isNone()).isEqualTo(text.equals(next));
            expected.replace(position, position + deleted, inserted);
            text = next;
            int from = random.nextInt(text.length() + 1);
            assertThat(text.openBraces(from)).isEqualTo(expected.indexOf("{{", from));
            assertThat(text.indexOf("abcd", from)).isEqualTo(expected.indexOf("abcd", from));
        }
        assertThat(text.toString()).isEqualTo(expected.toString());
        assertThat(text.length()).isEqualTo(expected.length());
    }

    @Test
    void partsAndJoinsAreThoseOfTheString() {
        var random = new Random(8);
        String whole = random(random, 20_000);
        Text text = Text.of(whole);
        for (int round = 0; round < 200; round++) {
            int cut = random.nextInt(whole.length());
            int end = cut + random.nextInt(whole.length() - cut);
            assertThat(text.sub(cut, end).toString()).isEqualTo(whole.substring(cut, end));
            assertThat(String.valueOf(text.chars(cut, end))).isEqualTo(whole.substring(cut, end));
            Text joined = Text.join(List.of(text.sub(0, cut), text.sub(cut, text.length())));
            assertThat(joined).isEqualTo(text).hasSameHashCodeAs(text);
            assertThat(joined.commonPrefix(text.replace(cut, 1, "z"))).isEqualTo(cut);
        }
    }

    @Test
    void differencesTearNoCharacter() {
        TextDifference difference = Text.of("a😀b").difference(Text.of("a😁b"));
        assertThat(difference).isEqualTo(new TextDifference(1, 3, 3));
        // These two share their second half.
        assertThat(Text.of("a\ud83d\ude00b").difference(Text.of("a\ud83c\ude00b")))
                .isEqualTo(new TextDifference(1, 3, 3));
    }

    @Test
    void anEditSharesWhatItLeavesAlone() {
        Text text = Text.of("word ".repeat(200_000));
        Text edited = text.replace(500_000, 1, "xy");

        List<Text.Chunk> before = text.rope().leaves();
        long made = edited.rope().leaves().stream().filter(chunk -> before.stream().noneMatch(old -> old == chunk))
                .count();
        assertThat(made).isLessThanOrEqualTo(2);
        assertThat(edited.rope().height()).isLessThan(16);
    }

    @Test
    void manyEditsAtOnePlaceKeepItBalanced() {
        Text text = Text.empty();
        for (int i = 0; i < 100_000; i++) {
            text = text.replace(text.length() / 2, 0, "ab");
        }
        assertThat(text.length()).isEqualTo(200_000);
        assertThat(text.rope().height()).isLessThan(20);
    }

    @Test
    void placesOutsideAreRefused() {
        Text text = Text.of("abc");
        assertThatThrownBy(() -> text.replace(2, 2, "")).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> text.charAt(3)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThat(text.startsWith("bc", 1)).isTrue();
        assertThat(text.endsWith("abcd")).isFalse();
    }
}
