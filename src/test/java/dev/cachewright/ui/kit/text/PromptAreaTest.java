package dev.cachewright.ui.kit.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.prompt.text.Text;
import dev.cachewright.ui.FxToolkit;
import dev.cachewright.ui.Snapshots;
import dev.cachewright.ui.fx.Theme;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PromptAreaTest {

    private static final String[] BITS = {"a", "word ", "\n", "\r\n", "\r", "{{x}}", "", "é", "😀", "\n\n",
            "0123456789".repeat(150), "a b ".repeat(700), "z".repeat(2500)};

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void randomEditsGiveTheTextOfAPlainTwin(long seed) {
        FxToolkit.run(() -> {
            Random random = new Random(seed);
            PromptArea area = new PromptArea();
            List<TextChange> changes = new ArrayList<>();
            area.setOnChange(changes::add);
            StringBuilder twin = new StringBuilder("start {{a}} " + "long line ".repeat(900) + "\r\nend");
            area.setText(twin.toString());
            for (int i = 0; i < 1500; i++) {
                randomEdit(random, area, twin, changes);
                assertThat(area.getText()).isEqualTo(twin.toString());
                assertOffsetsAgree(area, random.nextInt(twin.length() + 1));
                assertThat(longestParagraph(area)).isLessThanOrEqualTo(Piece.LONGEST);
                assertThat(area.getCaretOffset()).isEqualTo(area.area().caretOffset());
            }
        });
    }

    private static void randomEdit(Random random, PromptArea area, StringBuilder twin, List<TextChange> changes) {
        int from = random.nextInt(twin.length() + 1);
        int to = Math.min(twin.length(), from + random.nextInt(random.nextInt(20) == 0 ? 4000 : 12));
        String bit = BITS[random.nextInt(random.nextInt(8) == 0 ? BITS.length : 10)];
        if (random.nextInt(4) == 0) {
            twin.replace(from, to, bit);
            area.apply(TextChange.between(Text.of(area.getText()), Text.of(twin.toString())));
            return;
        }
        changes.clear();
        area.select(from, to);
        switch (random.nextInt(4)) {
            case 0 -> press(area, KeyCode.BACK_SPACE);
            case 1 -> press(area, KeyCode.DELETE);
            default -> area.area().replaceSelection(bit);
        }
        for (TextChange change : changes) {
            int end = change.position() + change.removed().length();
            assertThat(twin.substring(change.position(), end)).isEqualTo(change.removed());
            twin.replace(change.position(), end, change.inserted());
        }
    }

    private static void assertOffsetsAgree(PromptArea area, int offset) {
        int back = area.textOffsetOf(area.areaPositionOf(offset));
        // An offset between \r and \n has no place of its own in the area.
        assertThat(back).isBetween(offset - 1, offset);
        int position = area.areaPositionOf(offset);
        int fx = area.area().getParagraphs().size();
        assertThat(area.area().map().count()).isEqualTo(fx);
        assertThat(position).isBetween(0, area.area().getLength());
    }

    private static int longestParagraph(PromptArea area) {
        return area.area().getParagraphs().stream().mapToInt(paragraph -> paragraph.length()).max().orElse(0);
    }

    /// What a keystroke costs is measured by `TypingBench`; this holds what makes it quick.
    @Test
    void aMegabyteOnOneLineReachesTheControlInPieces() {
        String text = "The quick brown fox, {{name}}, jumps. ".repeat(27_600);
        FxToolkit.run(() -> {
            var area = new PromptArea();
            area.setText(text);
            type(area, "x");
            assertThat(longestParagraph(area)).isLessThanOrEqualTo(Piece.LONGEST);
            assertThat(area.getText()).isEqualTo("x" + text);
        });
    }

    @Test
    void keysTreatASoftBreakAsIfItWereNotThere() {
        FxToolkit.run(() -> {
            String text = "0123456789".repeat(300);
            PromptArea area = new PromptArea();
            area.setText(text);
            int soft = area.area().getParagraph(0).length();
            area.select(soft, soft);
            press(area, KeyCode.BACK_SPACE);
            assertThat(area.getText()).isEqualTo(text.substring(0, soft - 1) + text.substring(soft));
            area.setText(text);
            area.select(soft - 1, soft - 1);
            press(area, KeyCode.RIGHT);
            assertThat(area.getCaretOffset()).isEqualTo(soft);
            press(area, KeyCode.DELETE);
            assertThat(area.getText()).isEqualTo(text.substring(0, soft) + text.substring(soft + 1));
            press(area, KeyCode.LEFT);
            assertThat(area.getCaretOffset()).isEqualTo(soft - 1);
        });
    }

    @Test
    void copiesWithoutSoftBreaks() {
        FxToolkit.run(() -> {
            String text = "0123456789".repeat(300);
            PromptArea area = new PromptArea();
            area.setText(text);
            area.area().selectAll();
            area.area().copy();
            assertThat(Clipboard.getSystemClipboard().getString()).isEqualTo(text);
        });
    }

    @Test
    void enterInsertsTheLineEndOfTheText() {
        FxToolkit.run(() -> {
            PromptArea area = new PromptArea();
            List<TextChange> changes = new ArrayList<>();
            area.setOnChange(changes::add);
            area.setText("one\r\ntwo");
            area.select(8, 8);
            press(area, KeyCode.ENTER);
            assertThat(changes).containsExactly(new TextChange(8, "", "\r\n"));
            press(area, KeyCode.BACK_SPACE);
            assertThat(area.getText()).isEqualTo("one\r\ntwo");
        });
    }

    @Test
    void applyingATextReportsNothingAndKeepsTheCaretWithItsWord() {
        FxToolkit.run(() -> {
            PromptArea area = new PromptArea();
            List<TextChange> changes = new ArrayList<>();
            area.setOnChange(changes::add);
            area.setText("alpha beta gamma");
            area.select(11, 11);
            area.apply(TextChange.between(Text.of(area.getText()), Text.of("alpha gamma")));
            assertThat(area.getCaretOffset()).isEqualTo(6);
            assertThat(changes).isEmpty();
        });
    }

    @Test
    void growsWithItsTextAndKnowsWhereACharacterStands() {
        PromptArea area = FxToolkit.call(PromptArea::new);
        Stage stage = FxToolkit.call(() -> Snapshots.show(new VBox(area), 500, 700, Theme.Appearance.LIGHT));
        FxToolkit.run(() -> area.setText("one\ntwo words\n" + "wrap ".repeat(60) + "\nlast"));
        FxToolkit.frames(3);
        FxToolkit.run(() -> {
            double shown = area.area().getTotalHeightEstimate();
            assertThat(area.getHeight() - area.getInsets().getTop() - area.getInsets().getBottom())
                    .isBetween(shown - 0.5, shown + 1.5);
            double first = area.boundsOf(0).orElseThrow().getMinY();
            double second = area.boundsOf(4).orElseThrow().getMinY();
            double end = area.boundsOf(area.getTextLength()).orElseThrow().getMaxY();
            assertThat(first).isBetween(6.0, 10.0);
            assertThat(second - first).isBetween(14.0, 22.0);
            assertThat(end).isBetween(area.getHeight() - 14, area.getHeight());
            stage.close();
        });
    }

    @Test
    void tabLeavesTheTextAndUndoReachesTheWindow() {
        PromptArea area = FxToolkit.call(PromptArea::new);
        Button next = FxToolkit.call(() -> new Button("next"));
        List<KeyCode> arrived = new ArrayList<>();
        Stage stage = FxToolkit.call(() -> Snapshots.show(new VBox(area, next), 500, 300, Theme.Appearance.LIGHT));
        FxToolkit.run(() -> {
            stage.getScene().getRoot().addEventHandler(KeyEvent.KEY_PRESSED, key -> arrived.add(key.getCode()));
            area.setText("text");
            area.requestFocus();
            assertThat(area.isTextFocused()).isTrue();
            Event.fireEvent(area.area(),
                    new KeyEvent(KeyEvent.KEY_PRESSED, "z", "z", KeyCode.Z, false, true, false, false));
            press(area, KeyCode.TAB);
            assertThat(next.isFocused()).isTrue();
            assertThat(area.getText()).isEqualTo("text");
            assertThat(arrived).containsExactly(KeyCode.Z);
            stage.close();
        });
    }

    @Test
    void theWheelScrollsWhatIsAroundWhereTheTextHasNothingToScroll() {
        PromptArea area = FxToolkit.call(PromptArea::new);
        PromptArea longer = FxToolkit.call(PromptArea::new);
        List<Node> arrived = new ArrayList<>();
        Stage stage = FxToolkit.call(() -> Snapshots.show(new VBox(area, longer), 500, 700, Theme.Appearance.LIGHT));
        FxToolkit.run(() -> {
            area.setText("text");
            longer.setText("text\n".repeat(100));
            stage.getScene().getRoot().addEventHandler(ScrollEvent.SCROLL, event -> arrived.add(longer));
        });
        FxToolkit.frames(3);
        FxToolkit.run(() -> {
            wheel(area, -40);
            assertThat(arrived).hasSize(1);
            wheel(longer, -40);
            assertThat(arrived).as("a text that is not open does not scroll").hasSize(2);
            arrived.removeLast();
            longer.setText("text\n".repeat(1_000));
            longer.setExpanded(true);
        });
        FxToolkit.frames(3);
        FxToolkit.run(() -> {
            wheel(longer, -40);
            assertThat(arrived).hasSize(1);
            wheel(longer, 40);
            wheel(longer, 40);
            assertThat(arrived).hasSizeBetween(2, 3);
            stage.close();
        });
    }

    @Test
    void areasAndJsonLookAsBefore() {
        Snapshots.check("prompt-area", 740, 700, () -> {
            PromptArea one = new PromptArea();
            one.setText("You are the support agent of Northwind Outfitters. Answer only from the policy below, in the "
                    + "customer's language, in at most six sentences.\n\n## Returns\nItems may be returned.");
            PromptArea two = new PromptArea();
            two.setText("Today is Monday, 23 November 2026, 09:41. Customer tier: {{tier}} and {{{raw}}}");
            two.setMarks(List.of(new Mark(9, 40, "volatile")));
            PromptArea three = new PromptArea();
            three.setText("long text ".repeat(400));
            ReadOnlyText json = new ReadOnlyText();
            json.show("{\n  \"model\": \"gpt-5.4\",\n  \"input\": []\n}", 27);
            VBox box = new VBox(12, one, two, three, json);
            return box;
        });
    }

    private static void wheel(PromptArea area, double delta) {
        Node row = area.area().lookup(".paragraph-box");
        Event.fireEvent(row, new ScrollEvent(ScrollEvent.SCROLL, 10, 10, 10, 10, false, false, false, false,
                true, false, 0, delta, 0, delta, ScrollEvent.HorizontalTextScrollUnits.NONE, 0,
                ScrollEvent.VerticalTextScrollUnits.NONE, 0, 0, null));
    }

    static void type(PromptArea area, String text) {
        Event.fireEvent(area.area(), new KeyEvent(KeyEvent.KEY_TYPED, text, "", KeyCode.UNDEFINED, false, false, false,
                false));
    }

    private static void press(PromptArea area, KeyCode code) {
        Node target = area.area();
        Event.fireEvent(target, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
    }
}
