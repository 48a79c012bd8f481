package dev.cachewright.ui.shell;

import dev.cachewright.ui.fx.EscapeKey;
import dev.cachewright.ui.fx.Subscriptions;
import dev.cachewright.ui.fx.Theme;
import dev.cachewright.ui.fx.UiThread;
import dev.cachewright.words.Texts;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.geometry.Rectangle2D;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.Window;

/// A window beside the main one: it stays open while that is worked in, and goes with it. Escape closes it.
final class SideWindow {

    private static final double MIN_WIDTH = 480;
    private static final double MIN_HEIGHT = 360;
    /// Room for the frame and the title bar, which no window system tells before the window is shown.
    private static final double FRAME = 48;

    private final Supplier<Stage> main;
    private final Theme theme;
    private Optional<Stage> open = Optional.empty();

    SideWindow(Supplier<Stage> main, Theme theme) {
        this.main = main;
        this.theme = theme;
    }

    /// Opens it at the right of the screen that the main window is on.
    ///
    /// @param onClosed runs once, however it is closed
    void show(String title, Parent root, double width, double height, Runnable onClosed) {
        var subscriptions = new Subscriptions();
        var stage = new Stage();
        stage.setTitle(Texts.format("dialog.window-title", title, Texts.get("workbench.title")));
        stage.setMinWidth(MIN_WIDTH);
        stage.setMinHeight(MIN_HEIGHT);
        Rectangle2D area = area();
        var scene = new Scene(root, Math.min(width, area.getWidth() - FRAME),
                Math.min(height, area.getHeight() - FRAME));
        subscriptions.add(theme.install(scene));
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && !EscapeKey.closesAround(scene.getFocusOwner())) {
                event.consume();
                stage.hide();
            }
        });
        stage.setScene(scene);
        stage.setX(area.getMaxX() - scene.getWidth());
        stage.setY(area.getMinY());
        subscriptions.add(main.get().showingProperty().subscribe(isShowing -> {
            if (!isShowing) {
                stage.hide();
            }
        }));
        stage.setOnHidden(hidden -> {
            subscriptions.close();
            open = Optional.empty();
            onClosed.run();
        });
        open = Optional.of(stage);
        stage.setOnShown(shown -> {
            bringInto(area, stage);
            // How large its frame is may be known in a later frame only.
            UiThread.nextFrame(() -> UiThread.later(() -> bringInto(area, stage)));
        });
        stage.show();
    }

    /// With its title bar: a window system may take the place for that of the content.
    private static void bringInto(Rectangle2D area, Stage stage) {
        Rectangle2D whole = within(area, new Rectangle2D(stage.getX(), stage.getY(), stage.getWidth(),
                stage.getHeight()));
        stage.setX(whole.getMinX());
        stage.setY(whole.getMinY());
        stage.setWidth(whole.getWidth());
        stage.setHeight(whole.getHeight());
    }

    /// The same window moved into the area, and made as small as that where it is larger.
    static Rectangle2D within(Rectangle2D area, Rectangle2D window) {
        double width = Math.min(window.getWidth(), area.getWidth());
        double height = Math.min(window.getHeight(), area.getHeight());
        return new Rectangle2D(Math.clamp(window.getMinX(), area.getMinX(), area.getMaxX() - width),
                Math.clamp(window.getMinY(), area.getMinY(), area.getMaxY() - height), width, height);
    }

    private Rectangle2D area() {
        Stage window = main.get();
        return Screen.getScreensForRectangle(window.getX(), window.getY(), window.getWidth(), window.getHeight())
                .stream().findFirst().orElseGet(Screen::getPrimary).getVisualBounds();
    }

    boolean isOpen() {
        return open.isPresent();
    }

    /// Brings it before the main window.
    void toFront() {
        open.ifPresent(SideWindow::raise);
    }

    /// Brings the main window before it.
    void mainToFront() {
        raise(main.get());
    }

    private static void raise(Stage stage) {
        stage.setIconified(false);
        stage.toFront();
        stage.requestFocus();
    }

    /// What dialogs about its content belong to.
    Window window() {
        return open.<Window>map(stage -> stage).orElseGet(main);
    }
}
