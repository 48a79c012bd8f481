package dev.cachewright.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FoldersTest {

    private static final Path HOME = Path.of("home", "ada");

    @Test
    void linuxKeepsToTheUsersBaseFolders() {
        assertThat(on("Linux", Map.of())).isEqualTo(new Folders(HOME.resolve(".config/cachewright"),
                HOME.resolve(".local/share/cachewright"), HOME.resolve(".local/state/cachewright"),
                HOME.resolve(".local/state/cachewright/logs")));
        var own = Map.of("XDG_CONFIG_HOME", "conf", "XDG_DATA_HOME", "data", "XDG_STATE_HOME", "state");
        assertThat(on("Linux", own)).isEqualTo(new Folders(Path.of("conf/cachewright"), Path.of("data/cachewright"),
                Path.of("state/cachewright"), Path.of("state/cachewright/logs")));
        assertThat(on("FreeBSD", Map.of("XDG_CONFIG_HOME", ""))).isEqualTo(on("Linux", Map.of()));
    }

    @Test
    void macKeepsAllButLogsInApplicationSupport() {
        Path support = HOME.resolve("Library/Application Support/Cachewright");

        assertThat(on("Mac OS X", Map.of())).isEqualTo(new Folders(support, support, support,
                HOME.resolve("Library/Logs/Cachewright")));
    }

    @Test
    void windowsTellsWhatRoamsFromWhatStays() {
        Path local = Path.of("local/cachewright");
        assertThat(on("Windows 11", Map.of("APPDATA", "roaming", "LOCALAPPDATA", "local")))
                .isEqualTo(new Folders(Path.of("roaming/cachewright"), local, local, local.resolve("Logs")));
        Path other = HOME.resolve("AppData/Local/cachewright");
        assertThat(on("Windows 11", Map.of())).isEqualTo(
                new Folders(HOME.resolve("AppData/Roaming/cachewright"), other, other, other.resolve("Logs")));
    }

    @Test
    void aFolderOfItsOwnTakesEverything() {
        for (String system : new String[]{"Linux", "Mac OS X", "Windows 11"}) {
            assertThat(on(system, Map.of("CACHEWRIGHT_HOME", "own"))).isEqualTo(new Folders(Path.of("own/config"),
                    Path.of("own/data"), Path.of("own/state"), Path.of("own/state/logs")));
        }
    }

    @Test
    void filesStandInTheirFolders() {
        var folders = new Folders(Path.of("c"), Path.of("d"), Path.of("s"), Path.of("l"));

        assertThat(folders.preferencesFile()).isEqualTo(Path.of("c/preferences.json"));
        assertThat(folders.sessions()).isEqualTo(Path.of("d/sessions"));
        assertThat(folders.recovery()).isEqualTo(Path.of("s/recovery"));
    }

    private static Folders on(String system, Map<String, String> environment) {
        return Folders.of(environment, Map.of("os.name", system, "user.home", HOME.toString()));
    }
}
