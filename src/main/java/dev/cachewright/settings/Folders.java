package dev.cachewright.settings;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/// Where Cachewright keeps its files on each system.
///
/// @param config preferences, calibration and catalogue
/// @param data sessions, and keys where there is no keychain
/// @param state copies of unsaved work
/// @param logs what happened, and reports of crashes
public record Folders(Path config, Path data, Path state, Path logs) {

    private static final String NAME = "cachewright";

    /// The user's folders by the customs of the system. `CACHEWRIGHT_HOME` puts all of them in one place.
    ///
    /// @param properties system properties (`os.name`, `user.home`)
    public static Folders of(Map<String, String> environment, Map<String, String> properties) {
        String own = environment.getOrDefault("CACHEWRIGHT_HOME", "");
        if (!own.isEmpty()) {
            return new Folders(Path.of(own, "config"), Path.of(own, "data"), Path.of(own, "state"),
                    Path.of(own, "state", "logs"));
        }
        Path home = Path.of(properties.getOrDefault("user.home", "."));
        String system = properties.getOrDefault("os.name", "").toLowerCase(Locale.ROOT);
        if (system.contains("win")) {
            Path roaming = folder(environment, "APPDATA", home.resolve("AppData/Roaming"));
            Path local = folder(environment, "LOCALAPPDATA", home.resolve("AppData/Local")).resolve(NAME);
            return new Folders(roaming.resolve(NAME), local, local, local.resolve("Logs"));
        }
        if (system.contains("mac")) {
            Path support = home.resolve("Library/Application Support/Cachewright");
            return new Folders(support, support, support, home.resolve("Library/Logs/Cachewright"));
        }
        Path state = folder(environment, "XDG_STATE_HOME", home.resolve(".local/state")).resolve(NAME);
        return new Folders(folder(environment, "XDG_CONFIG_HOME", home.resolve(".config")).resolve(NAME),
                folder(environment, "XDG_DATA_HOME", home.resolve(".local/share")).resolve(NAME), state,
                state.resolve("logs"));
    }

    public Path preferencesFile() {
        return config.resolve("preferences.json");
    }

    /// Corrections of token estimates; written by hand, and usually missing.
    public Path calibrationFile() {
        return config.resolve("calibration.json");
    }

    /// User-defined rows of the catalogue; written by hand, and usually missing.
    public Path catalogFile() {
        return config.resolve("models.json");
    }

    /// Keys, where there is no keychain and the user agreed to a file.
    public Path keyFile() {
        return data.resolve("keys.json");
    }

    public Path sessions() {
        return data.resolve("sessions");
    }

    /// Unsaved work, a folder for each running process.
    public Path recovery() {
        return state.resolve("recovery");
    }

    /// What each running process is about to show.
    public Path openings() {
        return state.resolve("opening");
    }

    /// The name of the sample that was open last.
    public Path lastSample() {
        return state.resolve("last-sample.txt");
    }

    private static Path folder(Map<String, String> environment, String variable, Path otherwise) {
        String value = environment.getOrDefault(variable, "");
        return value.isEmpty() ? otherwise : Path.of(value);
    }
}
