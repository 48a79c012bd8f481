package dev.cachewright.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.app.Core;
import dev.cachewright.provider.simulated.SimulatorOptions;
import dev.cachewright.ui.FakeDialogs;
import dev.cachewright.ui.FxToolkit;
import java.nio.file.Path;
import java.util.Map;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The menu of what is copied can be opened, and is not empty.
class CopyMenuTest {

    @TempDir
    private Path home;

    @Test
    void theMenuOfTheRequestOpensUnderThePointer() {
        try (var window = Window.on(new Core(Map.of("CACHEWRIGHT_HOME", home.toString()),
                SimulatorOptions.defaults()), new FakeDialogs())) {
            FxToolkit.run(() -> window.workbench().openSample("support-agent"));
            Frames.until(() -> window.workbench().workspace().analysis().getAnalysis().isPresent());
            FxToolkit.run(() -> window.workbench().run("show-request"));
            Frames.until(() -> window.scene().lookup(".request-copy") != null);
            FxToolkit.frames(5);
            MenuButton menu = FxToolkit.call(() -> (MenuButton) window.scene().lookup(".request-copy"));
            FxToolkit.run(() -> menu.fireEvent(new MouseEvent(MouseEvent.MOUSE_PRESSED, 5, 5, 5, 5,
                    MouseButton.PRIMARY, 1, false, false, false, false, true, false, false, true, false, true, null)));
            FxToolkit.frames(5);
            assertThat(FxToolkit.call(menu::isShowing)).isTrue();
            assertThat(menu.getItems()).extracting(MenuItem::getText)
                    .containsExactly("Copy as JSON", "Copy as curl", "Copy as Python", "Copy as JavaScript",
                            "Copy as Java");
        }
    }
}
