package dev.cachewright.ui.kit.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParagraphMapTest {

    private final ParagraphMap map = new ParagraphMap();
    private final List<Piece> twin = new ArrayList<>(List.of(new Piece("", Piece.End.SOFT)));

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void findsTheSamePlacesAsACountFromTheStart(long seed) {
        Random random = new Random(seed);
        replace(0, 0, pieces(random, 2_000));
        for (int i = 0; i < 600; i++) {
            int first = random.nextInt(twin.size());
            int last = Math.min(twin.size() - 1, first + random.nextInt(random.nextInt(10) == 0 ? 600 : 3));
            boolean keepsCount = random.nextBoolean();
            replace(first, last, pieces(random, keepsCount ? last - first + 1 : 1 + random.nextInt(4)));
            if (random.nextInt(60) == 0) {
                replace(twin.size(), twin.size() - 1, pieces(random, 700));
            }
            assertPlaces(random.nextInt(twin.size()));
        }
    }

    private void replace(int first, int last, List<Piece> pieces) {
        map.replace(first, last, pieces);
        twin.subList(first, last + 1).clear();
        twin.addAll(first, pieces);
    }

    private static List<Piece> pieces(Random random, int count) {
        Piece.End[] ends = Piece.End.values();
        List<Piece> pieces = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            pieces.add(new Piece("x".repeat(1 + random.nextInt(30)), ends[random.nextInt(ends.length)]));
        }
        return pieces;
    }

    private void assertPlaces(int paragraph) {
        int text = 0;
        for (Piece piece : twin.subList(0, paragraph)) {
            text += piece.text().length() + piece.end().length();
        }
        int area = twin.subList(0, paragraph).stream().mapToInt(piece -> piece.text().length() + 1).sum();
        int length = twin.get(paragraph).text().length();
        assertThat(map.count()).isEqualTo(twin.size());
        assertThat(map.textStart(paragraph)).isEqualTo(text);
        assertThat(map.ofArea(area)).isEqualTo(new ParagraphMap.Place(paragraph, 0, text, area));
        assertThat(map.ofArea(area + length)).isEqualTo(new ParagraphMap.Place(paragraph, length, text, area));
        assertThat(map.ofText(text, true)).isEqualTo(new ParagraphMap.Place(paragraph, 0, text, area));
        assertThat(map.ofText(text + length, false))
                .isEqualTo(new ParagraphMap.Place(paragraph, length, text, area));
        assertThat(map.textLength()).isEqualTo(
                twin.stream().mapToInt(piece -> piece.text().length() + piece.end().length()).sum());
    }
}
