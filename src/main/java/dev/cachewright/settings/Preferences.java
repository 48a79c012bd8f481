package dev.cachewright.settings;

import dev.cachewright.provider.Profile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What the user prefers; immutable.
///
/// @param theme `system`, `light` or `dark`
/// @param window where the window was last
/// @param recentFiles latest first
/// @param profiles compatible servers that the user added
/// @param profile the name of the profile that is in use
/// @param showsTokens whether the borders of tokens are shown in the text of blocks
/// @param recentModels models that were chosen in the window, latest first
/// @param textSize of the prompt in percent
public record Preferences(String theme, Optional<WindowPlace> window, List<Path> recentFiles, List<Profile> profiles,
        String profile, boolean showsTokens, List<String> recentModels, int textSize) {

    /// The text as large as it is meant.
    public static final int USUAL_TEXT = 100;

    private static final int RECENT = 10;
    private static final int RECENT_MODELS = 6;

    public Preferences {
        recentFiles = List.copyOf(recentFiles);
        profiles = List.copyOf(profiles);
        recentModels = List.copyOf(recentModels);
    }

    /// What a new user has.
    public static Preferences defaults() {
        return new Preferences("system", Optional.empty(), List.of(), List.of(), Profile.simulator().name(), false,
                List.of(), USUAL_TEXT);
    }

    public Preferences withTheme(String newTheme) {
        return new Preferences(newTheme, window, recentFiles, profiles, profile, showsTokens, recentModels, textSize);
    }

    public Preferences withWindow(WindowPlace place) {
        return new Preferences(theme, Optional.of(place), recentFiles, profiles, profile, showsTokens, recentModels,
                textSize);
    }

    /// The file put first among the recent ones.
    public Preferences withRecentFile(Path file) {
        var files = new ArrayList<Path>(List.of(file));
        recentFiles.stream().filter(other -> !other.equals(file)).limit(RECENT - 1L).forEach(files::add);
        return new Preferences(theme, window, files, profiles, profile, showsTokens, recentModels, textSize);
    }

    public Preferences withoutRecentFile(Path file) {
        return new Preferences(theme, window, recentFiles.stream().filter(other -> !other.equals(file)).toList(),
                profiles, profile, showsTokens, recentModels, textSize);
    }

    /// These preferences with a profile added and in use; it replaces one of the same name.
    public Preferences withProfile(Profile added) {
        var all = new ArrayList<>(profiles);
        all.removeIf(other -> other.name().equals(added.name()));
        all.add(added);
        return new Preferences(theme, window, recentFiles, all, added.name(), showsTokens, recentModels, textSize);
    }

    public Preferences withProfileInUse(String name) {
        return new Preferences(theme, window, recentFiles, profiles, name, showsTokens, recentModels, textSize);
    }

    public Preferences withShowsTokens(boolean shows) {
        return new Preferences(theme, window, recentFiles, profiles, profile, shows, recentModels, textSize);
    }

    public Preferences withTextSize(int percent) {
        return new Preferences(theme, window, recentFiles, profiles, profile, showsTokens, recentModels, percent);
    }

    /// The model put first among the recent ones.
    public Preferences withRecentModel(String id) {
        var models = new ArrayList<String>(List.of(id));
        recentModels.stream().filter(other -> !other.equals(id)).limit(RECENT_MODELS - 1L).forEach(models::add);
        return new Preferences(theme, window, recentFiles, profiles, profile, showsTokens, models, textSize);
    }

    /// The simulator, OpenAI, and the servers that the user added.
    public List<Profile> allProfiles() {
        var all = new ArrayList<>(List.of(Profile.simulator(), Profile.openAi()));
        all.addAll(profiles);
        return List.copyOf(all);
    }

    /// The profile in use; the simulator where it is gone.
    public Profile profileInUse() {
        return allProfiles().stream().filter(candidate -> candidate.name().equals(profile)).findFirst()
                .orElseGet(Profile::simulator);
    }
}
