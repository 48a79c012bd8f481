package dev.cachewright.ui.kit.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.ui.FxToolkit;
import dev.cachewright.ui.LayoutFailures;
import dev.cachewright.ui.MixedScripts;
import dev.cachewright.ui.Snapshots;
import dev.cachewright.ui.fx.Theme;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.fxmisc.richtext.NavigationActions.SelectionPolicy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RightToLeftTest {

    /// The longest paragraph that the area has.
    private static final int LONGEST = 2_000;

    private final LayoutFailures failures = new LayoutFailures();
    private final PromptArea area = FxToolkit.call(PromptArea::new);
    private final ReadOnlyText viewer = FxToolkit.call(ReadOnlyText::new);
    private final Stage stage = FxToolkit
            .call(() -> Snapshots.show(new VBox(area, viewer), 1_000, 800, Theme.Appearance.LIGHT));

    @AfterEach
    void close() {
        FxToolkit.run(stage::close);
        failures.close();
    }

    @Test
    void allScriptsAreShownAtAllWidthsAndStayAsTheyAre() {
        // One row, two, and the longest alone.
        for (String text : Stream.concat(Stream.of(together(7), together(131)),
                MixedScripts.all().stream().filter(each -> each.length() == LONGEST)).toList()) {
            FxToolkit.run(() -> {
                area.setText(text);
                viewer.show(text, text.length() / 2);
            });
            for (int width : new int[]{1_000, 250, 80, 1_000}) {
                FxToolkit.run(() -> stage.setWidth(width));
                FxToolkit.frames(2);
            }
            assertThat(failures.heard()).as(text).isEmpty();
            assertThat(FxToolkit.call(area::getText)).isEqualTo(text);
            assertThat(FxToolkit.call(viewer::getText)).isEqualTo(text);
        }
    }

    private static String together(int length) {
        return MixedScripts.all().stream().filter(text -> text.length() == length).collect(Collectors.joining("\n"));
    }

    @Test
    void streamedTextIsShownAsItComes() {
        var twin = new StringBuilder();
        for (String word : (MixedScripts.ARABIC.repeat(3) + MixedScripts.HEBREW).splitWithDelimiters(" ", 0)) {
            FxToolkit.run(() -> viewer.append(word));
            FxToolkit.frames(1);
            twin.append(word);
        }
        assertThat(failures.heard()).isEmpty();
        assertThat(FxToolkit.call(viewer::getText)).isEqualTo(twin.toString());
    }

    @Test
    void whatIsTypedInTheMiddleStandsThereAndIsReported() {
        String text = MixedScripts.HEBREW.repeat(3);
        int middle = text.indexOf(' ', text.length() / 2);
        List<TextChange> changes = new ArrayList<>();
        FxToolkit.run(() -> {
            area.setOnChange(changes::add);
            area.setText(text);
            area.requestFocus();
            area.select(middle, middle);
        });
        String typed = " שלום, abc مرحبا";
        for (String c : typed.split("")) {
            FxToolkit.run(() -> area.area().fireEvent(
                    new KeyEvent(KeyEvent.KEY_TYPED, c, "", KeyCode.UNDEFINED, false, false, false, false)));
            FxToolkit.frames(1);
        }
        String expected = text.substring(0, middle) + typed + text.substring(middle);
        assertThat(failures.heard()).isEmpty();
        assertThat(FxToolkit.call(area::getText)).isEqualTo(expected);
        assertThat(FxToolkit.call(area::getCaretOffset)).isEqualTo(middle + typed.length());
        assertThat(changes).extracting(TextChange::inserted).containsExactly(typed.split(""));
        FxToolkit.run(() -> {
            area.select(0, expected.length());
            area.area().copy();
        });
        assertThat(FxToolkit.call(() -> Clipboard.getSystemClipboard().getString())).isEqualTo(expected);
    }

    @Test
    void theCaretPassesEachCharacterAndHasAPlace() {
        String text = MixedScripts.ARABIC + "and English " + MixedScripts.HEBREW;
        FxToolkit.run(() -> {
            area.setText(text);
            stage.setWidth(400);
        });
        FxToolkit.frames(3);
        for (int at = 0; at < text.length(); at++) {
            int offset = at;
            assertThat(FxToolkit.call(area::getCaretOffset)).isEqualTo(offset);
            assertThat(FxToolkit.call(() -> area.boundsOf(offset))).as("character %d", offset).isPresent();
            FxToolkit.run(() -> area.area().nextChar(SelectionPolicy.CLEAR));
        }
        for (KeyCode code : new KeyCode[]{KeyCode.UP, KeyCode.UP, KeyCode.DOWN, KeyCode.END, KeyCode.HOME}) {
            FxToolkit.run(() -> area.area()
                    .fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false)));
            FxToolkit.frames(1);
        }
        assertThat(failures.heard()).isEmpty();
    }
}
