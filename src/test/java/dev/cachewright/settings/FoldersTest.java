package dev.cachewright.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FoldersTest {

    private static final Path HOME = Path.of("home", "ada");

    @Test
    void linuxKeepsToTheUsersBaseFolders() {
        assertThat(on("Linux", Map.of())).isEqualTo(new Folders(HOME.resolve(".config/cachewright"), HOME.resolve(
                ".local/share/cachewright")));
        assertThat(on("Linux", Map.of("XDG_CONFIG_HOME", "conf", "XDG_DATA_HOME", "data"))).isEqualTo(new Folders(
                Path.of("conf/cachewright"), Path.of("data/cachewright")));
        assertThat(on("FreeBSD", Map.of("XDG_CONFIG_HOME", ""))).isEqualTo(on("Linux", Map.of()));
    }

    @Test
    void macKeepsAllInApplicationSupport() {
        Path support = HOME.resolve("Library/Application Support/Cachewright");

        assertThat(on("Mac OS X", Map.of())).isEqualTo(new Folders(support, support));
    }

    @Test
    void windowsTellsWhatRoamsFromWhatStays() {
        assertThat(on("Windows 11", Map.of("APPDATA", "roaming", "LOCALAPPDATA", "local"))).isEqualTo(new Folders(
                Path.of("roaming/cachewright"), Path.of("local/cachewright")));
        assertThat(on("Windows 11", Map.of())).isEqualTo(new Folders(HOME.resolve("AppData/Roaming/cachewright"), HOME
                .resolve("AppData/Local/cachewright")));
    }

    @Test
    void aFolderOfItsOwnTakesEverything() {
        for (String system : new String[]{"Linux", "Mac OS X", "Windows 11"}) {
            assertThat(on(system, Map.of("CACHEWRIGHT_HOME", "own"))).isEqualTo(new Folders(Path.of("own/config"), Path
                    .of("own/data")));
        }
    }

    @Test
    void filesStandInTheirFolders() {
        var folders = new Folders(Path.of("c"), Path.of("d"));

        assertThat(folders.preferencesFile()).isEqualTo(Path.of("c/preferences.json"));
        assertThat(folders.sessions()).isEqualTo(Path.of("d/sessions"));
    }

    private static Folders on(String system, Map<String, String> environment) {
        return Folders.of(environment, Map.of("os.name", system, "user.home", HOME.toString()));
    }
}
