package dev.cachewright.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.ui.FxToolkit;
import dev.cachewright.ui.Snapshots;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;

class ThemeTest {

    @Test
    void bringsItsFontsAlong() {
        FxToolkit.run(Theme::new);

        assertThat(Font.getFamilies()).contains("Inter", "Inter SemiBold", "JetBrains Mono");
    }

    @Test
    void switchesEveryColourBetweenLightAndDark() {
        Label label = FxToolkit.call(() -> new Label("text"));
        Stage light = FxToolkit.call(
                () -> Snapshots.show(new StackPane(label), 100, 100, Theme.Appearance.LIGHT));
        FxToolkit.frames(2);
        assertThat(label.getTextFill()).isEqualTo(Color.web("#1c2330"));
        FxToolkit.run(light::close);

        Label darkLabel = FxToolkit.call(() -> new Label("text"));
        Stage dark = FxToolkit.call(
                () -> Snapshots.show(new StackPane(darkLabel), 100, 100, Theme.Appearance.DARK));
        FxToolkit.frames(2);
        assertThat(darkLabel.getTextFill()).isEqualTo(Color.web("#e6e9ef"));
        FxToolkit.run(dark::close);
    }

    @Test
    void popupsFollowTheSchemeOfTheirWindow() {
        Label owner = FxToolkit.call(() -> new Label("text"));
        Stage dark = FxToolkit.call(() -> Snapshots.show(new StackPane(owner), 200, 200, Theme.Appearance.DARK));
        FxToolkit.frames(2);
        ContextMenu menu = FxToolkit.call(() -> {
            ContextMenu shown = new ContextMenu(new MenuItem("item"));
            shown.show(owner, 10, 10);
            return shown;
        });
        FxToolkit.frames(2);
        FxToolkit.run(() -> {
            Label item = (Label) menu.getScene().getRoot().lookup(".label");
            assertThat(item.getTextFill()).isEqualTo(Color.web("#e6e9ef"));
            dark.close();
        });
    }
}
