package dev.cachewright.ui.kit.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.prompt.text.Text;
import dev.cachewright.ui.FxToolkit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Texts that come into the area over several frames.
class LongTextTest {

    private static final String LINE = "A line of text with a {{variable}} in it.\n";
    private static final String LINES = LINE.repeat(20_000);

    @ParameterizedTest
    @ValueSource(strings = {"line of text\n", "line\r\n", "no end ", "x", "😀", "\r\n", "\n", "old\r"})
    void slicesAreTheTextWithoutTornCharacters(String unit) {
        String text = unit.repeat(4 * TextSlices.SIZE / unit.length()) + "end";
        TextSlices slices = new TextSlices(text);
        StringBuilder joined = new StringBuilder();
        while (!slices.isEmpty()) {
            assertThat(slices.start()).isEqualTo(joined.length());
            for (Piece piece : slices.next()) {
                assertThat(piece.text().length()).isLessThanOrEqualTo(Piece.LONGEST);
                assertThat(piece.text()).doesNotStartWith("\uDE00").doesNotEndWith("\uD83D");
                joined.append(piece.text()).append(piece.end().text());
            }
            assertThat(slices.left()).isEqualTo(text.length() - joined.length());
        }
        assertThat(joined).hasToString(text);
    }

    @Test
    void theBeginningIsThereAtOnceAndTheRestWithTheNextFrames() {
        PromptArea area = FxToolkit.call(PromptArea::new);
        int first = FxToolkit.call(() -> {
            area.setText(LINES);
            assertThat(area.getTextLength()).isEqualTo(LINES.length());
            return area.area().getLength();
        });
        assertThat(first).isBetween(TextSlices.SIZE / 2, 2 * TextSlices.SIZE);
        for (int frame = 0; frame < 600 && FxToolkit.call(() -> area.area().getLength()) < LINES.length(); frame++) {
            FxToolkit.frames(1);
        }
        FxToolkit.run(() -> {
            assertThat(area.area().getText()).isEqualTo(LINES);
            assertThat(area.getText()).isEqualTo(LINES);
        });
    }

    @Test
    void anEditMeetsTheWholeText() {
        FxToolkit.run(() -> {
            PromptArea area = new PromptArea();
            List<TextChange> changes = new ArrayList<>();
            area.setOnChange(changes::add);
            area.setText(LINES);
            area.area().insertText(3, "x");
            assertThat(area.getText()).isEqualTo(LINES.substring(0, 3) + "x" + LINES.substring(3));
            assertThat(changes).containsExactly(new TextChange(3, "", "x"));
        });
    }

    @Test
    void whatIsNotThereYetIsNotLaidOut() {
        FxToolkit.run(() -> {
            PromptArea area = new PromptArea();
            area.setText(LINES);
            assertThat(area.boundsOf(LINES.length() - 10)).isEmpty();
            assertThat(area.area().getLength()).isLessThan(LINES.length());
            area.select(LINES.length() - 10, LINES.length());
            assertThat(area.getSelectionEnd()).isEqualTo(LINES.length());
        });
    }

    @Test
    void anotherTextTakesThePlaceOfOneThatIsOnItsWay() {
        PromptArea area = FxToolkit.call(PromptArea::new);
        FxToolkit.run(() -> {
            area.setText(LINES);
            area.setText("short");
        });
        FxToolkit.frames(3);
        FxToolkit.run(() -> assertThat(area.area().getText()).isEqualTo("short"));
    }

    @Test
    void variablesAndMarksAreStyledInEverySlice() {
        FxToolkit.run(() -> {
            PromptArea area = new PromptArea();
            area.setText(LINES);
            int line = 15_000;
            area.setMarks(List.of(new Mark(line * LINE.length(), line * LINE.length() + 6, "volatile")));
            var spans = area.area().getParagraph(line).getStyleSpans();
            assertThat(spans.getStyleSpan(0).getStyle()).containsExactly("volatile");
            assertThat(spans.stream().map(span -> List.copyOf(span.getStyle()))).contains(List.of("variable"));
        });
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void editsAfterSlicesGiveTheTextOfAPlainTwin(long seed) {
        FxToolkit.run(() -> {
            Random random = new Random(seed);
            PromptArea area = new PromptArea();
            StringBuilder twin = new StringBuilder((LINE + "word ".repeat(2_000) + "\r\n").repeat(40));
            area.setText(twin.toString());
            for (int i = 0; i < 60; i++) {
                int at = random.nextInt(twin.length());
                int end = Math.min(twin.length(), at + random.nextInt(5_000));
                twin.replace(at, end, "new\n");
                area.apply(TextChange.between(Text.of(area.getText()), Text.of(twin.toString())));
                assertThat(area.getText()).isEqualTo(twin.toString());
            }
        });
    }
}
