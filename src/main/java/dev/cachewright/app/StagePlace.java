package dev.cachewright.app;

import dev.cachewright.settings.WindowPlace;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;

/// Where the window is on the screen, and was the last time.
record StagePlace(Stage stage, double width, double height) {

    /// Puts the window where it was, if that is still on a screen.
    void restore(Optional<WindowPlace> last) {
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        stage.setWidth(Math.min(width, screen.getWidth()));
        stage.setHeight(Math.min(height, screen.getHeight()));
        // The frame needs room as well: a window as large as the screen would lose its title beyond the edge.
        stage.setMaximized(screen.getWidth() <= width || screen.getHeight() <= height);
        last.filter(StagePlace::isOnScreen).ifPresent(place -> {
            stage.setX(place.x());
            stage.setY(place.y());
            stage.setWidth(place.width());
            stage.setHeight(place.height());
            stage.setMaximized(place.isMaximized());
        });
    }

    /// Nothing while it is iconified.
    Optional<WindowPlace> now() {
        return stage.isIconified()
                ? Optional.empty()
                : Optional.of(new WindowPlace(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(),
                        stage.isMaximized()));
    }

    /// A screen may be gone since the last time.
    private static boolean isOnScreen(WindowPlace place) {
        return !Screen.getScreensForRectangle(place.x(), place.y(), place.width(), place.height()).isEmpty();
    }
}
