package dev.cachewright.settings;

import dev.cachewright.provider.Profile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the user prefers; immutable.
///
/// @param theme `system`, `light` or `dark`
/// @param window where the window was last
/// @param recentFiles latest first
/// @param profiles servers that the user added, and those of the start that the user changed
/// @param profile the name of the profile that is in use
/// @param showsTokens whether the borders of tokens are shown in the text of blocks
/// @param recentModels models that were chosen in the window, latest first
/// @param textSize of the prompt in percent
/// @param listedModels the models that the servers listed last, by the name of their profile
/// @param outputLimit tokens of the longest answer to a test call whose prompt sets no limit
/// @param otlp the collector that is sent figures of calls; empty for none
public record Preferences(String theme, Optional<WindowPlace> window, List<Path> recentFiles, List<Profile> profiles,
        String profile, boolean showsTokens, List<String> recentModels, int textSize,
        Map<String, List<String>> listedModels, int outputLimit, String otlp) {

    /// The text as large as it is meant.
    public static final int USUAL_TEXT = 100;

    /// Tokens: enough for most answers, and little where a model does not stop by itself.
    public static final int USUAL_OUTPUT = 1_024;

    private static final int RECENT = 10;
    private static final int RECENT_MODELS = 6;

    public Preferences {
        recentFiles = List.copyOf(recentFiles);
        profiles = List.copyOf(profiles);
        recentModels = List.copyOf(recentModels);
        listedModels = Map.copyOf(listedModels);
    }

    /// What a new user has.
    public static Preferences defaults() {
        return new Preferences("system", Optional.empty(), List.of(), List.of(), Profile.simulator().name(), false,
                List.of(), USUAL_TEXT, Map.of(), USUAL_OUTPUT, "");
    }

    public Preferences withTheme(String newTheme) {
        return new Preferences(newTheme, window, recentFiles, profiles, profile, showsTokens, recentModels, textSize,
                listedModels, outputLimit, otlp);
    }

    public Preferences withWindow(WindowPlace place) {
        return new Preferences(theme, Optional.of(place), recentFiles, profiles, profile, showsTokens, recentModels,
                textSize, listedModels, outputLimit, otlp);
    }

    /// The file put first among the recent ones.
    public Preferences withRecentFile(Path file) {
        var files = new ArrayList<Path>(List.of(file));
        recentFiles.stream().filter(other -> !other.equals(file)).limit(RECENT - 1L).forEach(files::add);
        return new Preferences(theme, window, files, profiles, profile, showsTokens, recentModels, textSize,
                listedModels, outputLimit, otlp);
    }

    public Preferences withoutRecentFile(Path file) {
        return new Preferences(theme, window, recentFiles.stream().filter(other -> !other.equals(file)).toList(),
                profiles, profile, showsTokens, recentModels, textSize,
                listedModels, outputLimit, otlp);
    }

    /// These preferences with a profile added and in use; it replaces one of the same name.
    public Preferences withProfile(Profile added) {
        return withProfile(added.name(), added).withProfileInUse(added.name());
    }

    /// These preferences with a profile in the place of the one of that name, or after all others. It is in use where
    /// that one was.
    public Preferences withProfile(String replaced, Profile profile) {
        var all = new ArrayList<Profile>();
        profiles.forEach(other -> {
            if (other.name().equals(replaced)) {
                all.add(profile);
            } else if (!other.name().equals(profile.name())) {
                all.add(other);
            }
        });
        if (!all.contains(profile)) {
            all.add(profile);
        }
        return withProfiles(all, this.profile.equals(replaced) ? profile.name() : this.profile);
    }

    /// These preferences without the profile of that name; the simulator is in use where that one was.
    public Preferences withoutProfile(String name) {
        return withProfiles(profiles.stream().filter(other -> !other.name().equals(name)).toList(),
                profile.equals(name) ? Profile.simulator().name() : profile);
    }

    private Preferences withProfiles(List<Profile> all, String inUse) {
        return new Preferences(theme, window, recentFiles, all, inUse, showsTokens, recentModels, textSize,
                listedModels, outputLimit, otlp);
    }

    /// These preferences with what a server listed.
    public Preferences withListedModels(String name, List<String> ids) {
        var all = new HashMap<>(listedModels);
        all.put(name, List.copyOf(ids));
        return new Preferences(theme, window, recentFiles, profiles, profile, showsTokens, recentModels, textSize, all,
                outputLimit, otlp);
    }

    public Preferences withProfileInUse(String name) {
        return new Preferences(theme, window, recentFiles, profiles, name, showsTokens, recentModels, textSize,
                listedModels, outputLimit, otlp);
    }

    public Preferences withShowsTokens(boolean shows) {
        return new Preferences(theme, window, recentFiles, profiles, profile, shows, recentModels, textSize,
                listedModels, outputLimit, otlp);
    }

    public Preferences withTextSize(int percent) {
        return new Preferences(theme, window, recentFiles, profiles, profile, showsTokens, recentModels, percent,
                listedModels, outputLimit, otlp);
    }

    public Preferences withOutputLimit(int tokens) {
        return new Preferences(theme, window, recentFiles, profiles, profile, showsTokens, recentModels, textSize,
                listedModels, tokens, otlp);
    }

    /// These preferences with another collector; an empty address is none.
    public Preferences withOtlp(String address) {
        return new Preferences(theme, window, recentFiles, profiles, profile, showsTokens, recentModels, textSize,
                listedModels, outputLimit, address);
    }

    /// The model put first among the recent ones.
    public Preferences withRecentModel(String id) {
        var models = new ArrayList<String>(List.of(id));
        recentModels.stream().filter(other -> !other.equals(id)).limit(RECENT_MODELS - 1L).forEach(models::add);
        return new Preferences(theme, window, recentFiles, profiles, profile, showsTokens, models, textSize,
                listedModels, outputLimit, otlp);
    }

    /// The simulator, OpenAI as it is or as the user changed it, and the servers that were added.
    public List<Profile> allProfiles() {
        var all = new ArrayList<>(Profile.builtIn());
        all.removeIf(each -> profiles.stream().anyMatch(own -> own.name().equals(each.name())));
        all.addAll(profiles);
        return List.copyOf(all);
    }

    /// The profile in use; the simulator where it is gone.
    public Profile profileInUse() {
        return allProfiles().stream().filter(candidate -> candidate.name().equals(profile)).findFirst()
                .orElseGet(Profile::simulator);
    }
}
