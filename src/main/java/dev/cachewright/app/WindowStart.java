package dev.cachewright.app;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import javafx.application.Application;

/// The way to the window. No other class that the command line loads knows JavaFX.
final class WindowStart {

    private WindowStart() {
    }

    /// Opens the window and returns when it is closed.
    ///
    /// @param arguments none, or a file to open
    /// @return the exit status
    static int open(String[] arguments, PrintStream err) {
        if (arguments.length > 0 && !Files.exists(Path.of(arguments[0]))) {
            err.println(arguments[0] + ": There is no such file, and no such command; cachewright --help lists the "
                    + "commands");
            return 2;
        }
        if (!hasDisplay(System.getenv(), System.getProperty("os.name", ""), System.getProperty("glass.platform", ""))) {
            err.println("There is no display for the window; the commands work without one: cachewright --help");
            return 2;
        }
        return launch(arguments);
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
