package dev.cachewright.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cachewright.catalog.RuleSet;
import dev.cachewright.provider.Profile;
import dev.cachewright.store.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Keeps preferences in a JSON file. A file that cannot be read gives the defaults and is left as it is until the next
/// change.
public final class PreferencesFile {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path file;

    public PreferencesFile(Path file) {
        this.file = file;
    }

    public Preferences read() {
        try {
            return Files.exists(file) ? parse(JSON.readTree(Files.readAllBytes(file))) : Preferences.defaults();
        } catch (IOException | IllegalArgumentException _) {
            return Preferences.defaults();
        }
    }

    /// @throws IOException where the file cannot be written; it then holds what it held before
    public void write(Preferences preferences) throws IOException {
        AtomicFile.write(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(tree(preferences)));
    }

    private static Preferences parse(JsonNode node) {
        Preferences defaults = Preferences.defaults();
        var recent = new ArrayList<Path>();
        node.path("recentFiles").forEach(path -> recent.add(Path.of(path.asText())));
        var profiles = new ArrayList<Profile>();
        node.path("profiles").forEach(profile -> profiles.add(new Profile(profile.path("name").asText(),
                Profile.Kind.COMPATIBLE, profile.path("baseUrl").asText(),
                RuleSet.of(profile.path("rules").asText("")))));
        return new Preferences(node.path("theme").asText(defaults.theme()), window(node.path("window")), recent,
                profiles, node.path("profile").asText(defaults.profile()),
                node.path("showsTokens").asBoolean(defaults.showsTokens()));
    }

    private static Optional<WindowPlace> window(JsonNode node) {
        return node.isObject()
                ? Optional.of(new WindowPlace(node.path("x").asDouble(), node.path("y").asDouble(),
                        node.path("width").asDouble(), node.path("height").asDouble(),
                        node.path("maximized").asBoolean()))
                : Optional.empty();
    }

    private static ObjectNode tree(Preferences preferences) throws JsonProcessingException {
        ObjectNode root = JSON.createObjectNode();
        root.put("theme", preferences.theme());
        preferences.window().ifPresent(place -> root.putObject("window").put("x", place.x()).put("y", place.y())
                .put("width", place.width()).put("height", place.height()).put("maximized", place.isMaximized()));
        List<String> recent = preferences.recentFiles().stream().map(Path::toString).toList();
        root.set("recentFiles", JSON.valueToTree(recent));
        var profiles = root.putArray("profiles");
        preferences.profiles().forEach(profile -> profiles.addObject().put("name", profile.name())
                .put("baseUrl", profile.baseUrl()).put("rules", profile.rules().map(RuleSet::word).orElse("")));
        root.put("profile", preferences.profile());
        root.put("showsTokens", preferences.showsTokens());
        return root;
    }
}
