package dev.cachewright.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.ui.FxToolkit;
import dev.cachewright.ui.document.Dialogs;
import dev.cachewright.ui.fx.Theme;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;

/// What a press of Enter does in each dialog, right after it has come up.
class StageDialogsTest {

    private static Object enter(Function<StageDialogs, Object> ask) {
        return FxToolkit.call(() -> {
            var stage = new Stage();
            stage.setScene(new Scene(new StackPane(), 900, 600));
            stage.show();
            try {
                Platform.runLater(() -> press(KeyCode.ENTER));
                return ask.apply(new StageDialogs(() -> stage, new Theme(_ -> {
                })));
            } finally {
                stage.hide();
            }
        });
    }

    private static void press(KeyCode code) {
        Window.getWindows().stream().map(Window::getScene)
                .filter(scene -> scene != null && scene.getRoot() instanceof DialogPane).findFirst()
                .ifPresentOrElse(scene -> {
                    assertThat(cut(scene.getRoot())).isEmpty();
                    Event.fireEvent(scene.getFocusOwner(), new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false,
                            false, false, false));
                    Event.fireEvent(scene.getFocusOwner() == null ? scene : scene.getFocusOwner(),
                            new KeyEvent(KeyEvent.KEY_RELEASED, "", "", code, false, false, false, false));
                }, () -> Platform.runLater(() -> press(code)));
    }

    /// Labels that do not have the room for their text.
    private static List<String> cut(Parent root) {
        return root.lookupAll(".label").stream().map(Label.class::cast)
                .filter(label -> label.getWidth() > 0 && label.getHeight() + 1 < label.prefHeight(label.getWidth()))
                .map(Label::getText).toList();
    }

    @Test
    void enterNeverWritesOverWhatOthersChanged() {
        assertThat(enter(dialogs -> dialogs.askOverwrite(List.of(Path.of("/home/ada/a.prompt")))))
                .isEqualTo(Dialogs.Overwrite.COMPARE);
    }

    @Test
    void enterNeverLetsAPromptOutOfItsFolder() {
        assertThat(enter(dialogs -> dialogs.askOutside("a.prompt", List.of(Path.of("/etc/passwd"))))).isEqualTo(false);
    }

    @Test
    void enterSavesWhatIsUnsaved() {
        assertThat(enter(dialogs -> dialogs.askUnsaved("a.prompt"))).isEqualTo(Dialogs.Unsaved.SAVE);
    }

    @Test
    void enterLeavesTheWindowAndTheDiskAsTheyAre() {
        assertThat(enter(dialogs -> dialogs.askNewer(List.of()))).isEqualTo(Dialogs.Newer.LATER);
    }

    @Test
    void enterOpensWhatACrashHasLeft() {
        assertThat(enter(dialogs -> dialogs.askRestore("a.prompt"))).isEqualTo(true);
    }

    @Test
    void aLongMessageIsShownInFull() {
        String path = "/home/ada/projects/prompts/" + "very-long-folder-name/".repeat(12) + "support.prompt";
        assertThat(enter(dialogs -> {
            dialogs.showError(path + " could not be opened", path + ":12:4: There is no such file.");
            return true;
        })).isEqualTo(true);
    }
}
