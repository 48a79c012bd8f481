package dev.cachewright.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cachewright.format.json.PlacedJson;
import dev.cachewright.prompt.text.InputException;
import dev.cachewright.provider.Profile;
import dev.cachewright.store.AtomicFile;
import dev.cachewright.store.FileProblem;
import dev.cachewright.store.FreeName;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Keeps preferences in a JSON file.
///
/// Fields that this version does not know survive a change. A file that is not readable gives the defaults, and is
/// renamed before anything is written in its place.
public final class PreferencesFile {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path file;
    /// What the file held when it was read, unknown fields included.
    private ObjectNode kept = JSON.createObjectNode();
    private Optional<FileProblem> problem = Optional.empty();
    private List<String> withoutKey = List.of();

    public PreferencesFile(Path file) {
        this.file = file;
    }

    /// What the file says; the defaults where there is none, or it is not readable.
    public Preferences read() {
        problem = Optional.empty();
        withoutKey = List.of();
        kept = JSON.createObjectNode();
        try {
            return Files.exists(file) ? parse(Files.readString(file, StandardCharsets.UTF_8)) : Preferences.defaults();
        } catch (InputException e) {
            problem = Optional.of(new FileProblem(file, e));
        } catch (IOException e) {
            problem = Optional.of(new FileProblem(file, new InputException("The preferences cannot be read as text",
                    0, 0)));
        }
        return Preferences.defaults();
    }

    /// Why the file gave the defaults when it was read last; empty where it did not.
    public Optional<FileProblem> problem() {
        return problem;
    }

    /// The profiles that were sent `OPENAI_API_KEY` by an earlier version, and are sent no key until one is entered for
    /// them. To be said once: the next write forgets it.
    public List<String> withoutKey() {
        return withoutKey;
    }

    /// Renames a file that was not readable, so that the next write does not replace what its user wrote.
    ///
    /// @return where it is now; empty where there was nothing to rename
    /// @throws IOException where it cannot be renamed; nothing should be written then
    public Optional<Path> setAside() throws IOException {
        if (problem.isEmpty()) {
            return Optional.empty();
        }
        String stem = file.getFileName().toString().replaceFirst("\\.json$", "");
        Path aside = FreeName.first(number -> file.resolveSibling(stem + "-damaged-" + number + ".json"));
        Files.move(file, aside);
        problem = Optional.empty();
        return Optional.of(aside);
    }

    /// @throws IOException where the file cannot be written; it then holds what it held before
    public void write(Preferences preferences) throws IOException {
        AtomicFile.writePrivate(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(tree(preferences)));
    }

    private Preferences parse(String text) {
        PlacedJson json = PlacedJson.of(text);
        if (!(json.root() instanceof ObjectNode node)) {
            throw json.fault("", "Expected an object in { } here");
        }
        kept = node;
        Preferences defaults = Preferences.defaults();
        var recent = new ArrayList<Path>();
        node.path("recentFiles").forEach(path -> addPath(path.asText(), recent));
        var profiles = new ArrayList<Profile>();
        var lost = new ArrayList<String>();
        node.path("profiles").forEach(profile -> ProfileJson.read(profile).ifPresent(read -> {
            profiles.add(read);
            if (ProfileJson.hadKey(profile)) {
                lost.add(read.name());
            }
        }));
        withoutKey = List.copyOf(lost);
        return new Preferences(node.path("theme").asText(defaults.theme()), window(node.path("window")), recent,
                profiles, node.path("profile").asText(defaults.profile()),
                node.path("showsTokens").asBoolean(defaults.showsTokens()), models(node.path("recentModels")),
                node.path("textSize").asInt(defaults.textSize()), listed(node.path("listedModels")),
                Math.max(1, node.path("outputLimit").asInt(defaults.outputLimit())), node.path("otlp").asText(""));
    }

    private static Map<String, List<String>> listed(JsonNode node) {
        var listed = new LinkedHashMap<String, List<String>>();
        node.properties().forEach(server -> listed.put(server.getKey(), models(server.getValue())));
        return listed;
    }

    private static List<String> models(JsonNode node) {
        var models = new ArrayList<String>();
        node.forEach(model -> models.add(model.asText()));
        models.removeIf(String::isBlank);
        return models;
    }

    private static void addPath(String path, ArrayList<Path> paths) {
        try {
            paths.add(Path.of(path));
        } catch (InvalidPathException _) {
            // No file of this system has such a name.
        }
    }

    private static Optional<WindowPlace> window(JsonNode node) {
        return node.isObject()
                ? Optional.of(new WindowPlace(node.path("x").asDouble(), node.path("y").asDouble(),
                        node.path("width").asDouble(), node.path("height").asDouble(),
                        node.path("maximized").asBoolean()))
                : Optional.empty();
    }

    private ObjectNode tree(Preferences preferences) throws JsonProcessingException {
        ObjectNode root = kept.deepCopy();
        root.put("theme", preferences.theme());
        preferences.window().ifPresent(place -> child(root, "window").put("x", place.x()).put("y", place.y())
                .put("width", place.width()).put("height", place.height()).put("maximized", place.isMaximized()));
        root.set("recentFiles", JSON.valueToTree(preferences.recentFiles().stream().map(Path::toString).toList()));
        ArrayNode profiles = JSON.createArrayNode();
        preferences.profiles().forEach(profile -> profiles.add(tree(profile)));
        root.set("profiles", profiles);
        root.put("profile", preferences.profile());
        root.put("showsTokens", preferences.showsTokens());
        root.set("recentModels", JSON.valueToTree(preferences.recentModels()));
        root.put("textSize", preferences.textSize());
        root.put("outputLimit", preferences.outputLimit());
        if (preferences.otlp().isEmpty()) {
            root.remove("otlp");
        } else {
            root.put("otlp", preferences.otlp());
        }
        if (preferences.listedModels().isEmpty()) {
            root.remove("listedModels");
        } else {
            root.set("listedModels", JSON.valueToTree(new TreeMap<>(preferences.listedModels())));
        }
        return root;
    }

    private static ObjectNode child(ObjectNode node, String name) {
        return node.get(name) instanceof ObjectNode there ? there : node.putObject(name);
    }

    /// The profile over what the file held of it.
    private ObjectNode tree(Profile profile) {
        ObjectNode node = JSON.createObjectNode();
        for (JsonNode before : kept.path("profiles")) {
            if (before instanceof ObjectNode object && object.path("name").asText().equals(profile.name())) {
                node.setAll(object);
            }
        }
        ProfileJson.write(profile, node);
        return node;
    }
}
