package dev.cachewright.app;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javafx.application.Application;

/// The way to the window. No other class that the command line loads knows JavaFX.
final class WindowStart {

    private static final String RENDERER = "prism.order";
    private static final Path DEVICES = Path.of("/dev");

    private WindowStart() {
    }

    /// Opens the window and returns when it is closed.
    ///
    /// @param arguments none, or a file to open
    /// @return the exit status
    static int open(String[] arguments, PrintStream err) {
        if (arguments.length > 0 && !Files.exists(Path.of(arguments[0]))) {
            err.println(arguments[0] + ": not a file and not a command; cachewright --help lists the "
                    + "commands");
            return 2;
        }
        if (!hasDisplay(System.getenv(), System.getProperty("os.name", ""), System.getProperty("glass.platform", ""))) {
            err.println("There is no display for the window; the commands work without one: cachewright --help");
            return 2;
        }
        if (System.getProperty(RENDERER) == null && !mayHaveGraphicsCard(System.getProperty("os.name", ""), DEVICES)) {
            System.setProperty(RENDERER, "sw");
        }
        return launch(arguments);
    }

    /// Whether OpenGL may run on a card. Where Linux has none, JavaFX would load a software OpenGL of some eighty
    /// megabytes, find that it is too slow, and draw by itself all the same.
    ///
    /// @param devices where Linux lists its devices
    static boolean mayHaveGraphicsCard(String system, Path devices) {
        if (!system.toLowerCase(Locale.ROOT).contains("linux")) {
            return true;
        }
        try (Stream<Path> cards = Files.list(devices.resolve("dri"))) {
            return cards.anyMatch(card -> card.getFileName().toString().startsWith("render"));
        } catch (IOException _) {
            return Files.exists(devices.resolve("nvidiactl"));
        }
    }

    /// Whether a window can be shown: Windows and macOS always can, others where a display is named.
    static boolean hasDisplay(Map<String, String> environment, String system, String glass) {
        String name = system.toLowerCase(Locale.ROOT);
        return name.contains("win") || name.contains("mac") || glass.equalsIgnoreCase("headless")
                || !environment.getOrDefault("DISPLAY", "").isEmpty();
    }

    /// The window itself starts here.
    private static int launch(String[] arguments) {
        Application.launch(WindowApp.class, arguments);
        return 0;
    }
}
