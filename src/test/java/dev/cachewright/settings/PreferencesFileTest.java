package dev.cachewright.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cachewright.catalog.RuleSet;
import dev.cachewright.format.json.RawJson;
import dev.cachewright.provider.Extras;
import dev.cachewright.provider.Profile;
import dev.cachewright.provider.Timeouts;
import dev.cachewright.store.FileProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PreferencesFileTest {

    private static final Profile LLAMA = Profile.compatible("http://127.0.0.1:8080/v1",
            Optional.of(RuleSet.Named.LONGEST_PREFIX));
    private static final Preferences PREFERENCES = new Preferences("dark", Optional.of(new WindowPlace(12.5, -40, 1280,
            800, true)), List.of(Path.of("b.prompt"), Path.of("dir é", "a.prompt")), List.of(LLAMA), LLAMA.name(),
            true, List.of("gpt-5.4", "claude-sonnet-4-5"), 125, Map.of("OpenAI", List.of("gpt-5.4", "gpt-5.5")), 300,
            "http://localhost:4318");

    @TempDir
    private Path folder;

    @Test
    void theModelThatWasChosenLastComesFirstAndOnlySixAreKept() {
        Preferences chosen = Preferences.defaults();
        for (String id : List.of("a", "b", "c", "d", "e", "f", "b", "g")) {
            chosen = chosen.withRecentModel(id);
        }

        assertThat(chosen.recentModels()).containsExactly("g", "b", "f", "e", "d", "c");
    }

    @Test
    void comesBackAsItWasWritten() throws IOException {
        Path file = folder.resolve("made/preferences.json");

        new PreferencesFile(file).write(PREFERENCES);
        assertThat(new PreferencesFile(file).read()).isEqualTo(PREFERENCES);

        new PreferencesFile(file).write(Preferences.defaults());
        assertThat(new PreferencesFile(file).read()).isEqualTo(Preferences.defaults());
    }

    @Test
    void withoutAFileThereAreDefaults() {
        assertThat(new PreferencesFile(folder.resolve("none.json")).read()).isEqualTo(Preferences.defaults());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "\"x\"", "{\"recentFiles\": 3, \"profiles\": {}}",
            "{\"theme\": null, \"window\": \"wide\", \"profile\": null}", "{\"recentFiles\": [\"a\\u0000b\"]}"})
    void aDamagedFileGivesDefaultsAndStays(String damaged) throws IOException {
        Path file = Files.writeString(folder.resolve("preferences.json"), damaged);

        assertThat(new PreferencesFile(file).read()).isEqualTo(Preferences.defaults());
        assertThat(file).hasContent(damaged);
    }

    @Test
    void whatCanBeReadOfAFileIsKept() throws IOException {
        Path file = Files.writeString(folder.resolve("preferences.json"), "{\"theme\": \"light\", \"later\": 1}");

        assertThat(new PreferencesFile(file).read()).isEqualTo(Preferences.defaults().withTheme("light"));
    }

    @Test
    void aFolderInItsPlaceIsNoPreferences() throws IOException {
        Path taken = Files.createDirectory(folder.resolve("preferences.json"));
        Files.writeString(taken.resolve("inside"), "");

        assertThat(new PreferencesFile(taken).read()).isEqualTo(Preferences.defaults());
        assertThatIOException().isThrownBy(() -> new PreferencesFile(taken).write(PREFERENCES));
    }

    @Test
    void aDamagedFileIsNamedWithItsPlaceAndSetAside() throws IOException {
        String text = "{\"profiles\": [{\"name\": \"vllm\", \"baseUrl\": \"http://h/v1\"},]}";
        Path path = Files.writeString(folder.resolve("preferences.json"), text);
        Files.writeString(folder.resolve("preferences-damaged-1.json"), "an older one");
        var file = new PreferencesFile(path);

        file.read();
        assertThat(file.problem()).map(FileProblem::oneLine).hasValueSatisfying(
                line -> assertThat(line).startsWith(path + ":1:58: "));
        Path aside = folder.resolve("preferences-damaged-2.json");
        assertThat(file.setAside()).contains(aside);
        file.write(Preferences.defaults());

        assertThat(aside).hasContent(text);
        assertThat(new PreferencesFile(path).read()).isEqualTo(Preferences.defaults());
        assertThat(file.setAside()).isEmpty();
    }

    @Test
    void fieldsOfALaterVersionSurviveAChange() throws IOException {
        Path path = Files.writeString(folder.resolve("preferences.json"), """
                {"theme": "light", "later": {"a": 1}, "window": {"x": 1, "screen": "left"},
                 "profiles": [{"name": "s", "baseUrl": "http://s/v1", "rules": "rules-of-2027", "headers": ["h"]}]}""");
        var file = new PreferencesFile(path);

        Preferences read = file.read();
        file.write(read.withTheme("dark").withWindow(new WindowPlace(2, 3, 4, 5, false)));

        JsonNode written = RawJson.tree(Files.readString(path));
        assertThat(written.path("theme").asText()).isEqualTo("dark");
        assertThat(written.path("later")).hasToString("{\"a\":1}");
        assertThat(written.at("/window/screen").asText()).isEqualTo("left");
        assertThat(written.at("/window/x").asDouble()).isEqualTo(2);
        assertThat(written.at("/profiles/0/rules").asText()).isEqualTo("rules-of-2027");
        assertThat(written.at("/profiles/0/headers")).hasToString("[\"h\"]");
    }

    @Test
    void everythingOfAProfileComesBackAndIsWrittenOnlyWhereItIsNotAsUsual() throws IOException {
        Path path = folder.resolve("preferences.json");
        var headers = new LinkedHashMap<>(Map.of("X-Team", "search"));
        Extras extras = new Extras("org", "proj", headers, "{\"seed\":  7}", "proxy:1",
                new Timeouts(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(3)));
        Profile azure = new Profile("azure", Profile.Kind.AZURE, "http://a:1/v1", Optional.empty(), "http://a:1",
                extras);
        Preferences preferences = Preferences.defaults().withProfile(azure).withProfile(LLAMA);

        new PreferencesFile(path).write(preferences);

        assertThat(new PreferencesFile(path).read()).isEqualTo(preferences);
        assertThat(RawJson.tree(Files.readString(path)).at("/profiles/1")).hasToString(
                "{\"name\":\"127.0.0.1:8080\",\"baseUrl\":\"http://127.0.0.1:8080/v1\",\"rules\":\"longest-prefix\"}");
    }

    @Test
    void aProfileThatWasSentTheKeyOfOpenAiIsNamedOnce() throws IOException {
        Path path = Files.writeString(folder.resolve("preferences.json"), """
                {"profiles": [{"name": "a", "baseUrl": "http://a/v1", "sendsKey": true},
                              {"name": "b", "baseUrl": "http://b/v1", "sendsKey": false}]}""");
        var file = new PreferencesFile(path);

        Preferences read = file.read();
        assertThat(file.withoutKey()).containsExactly("a");
        file.write(read);
        file.read();

        assertThat(file.withoutKey()).isEmpty();
        assertThat(path).content().doesNotContain("sendsKey");
    }
}
