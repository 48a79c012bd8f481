package dev.cachewright.ui.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.settings.Preferences;
import dev.cachewright.settings.PreferencesFile;
import dev.cachewright.ui.fx.Background;
import dev.cachewright.ui.fx.Latest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreferencesModelTest {

    @TempDir
    private Path folder;

    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private Path path;
    private PreferencesFile file;

    @BeforeEach
    void place() {
        path = folder.resolve("preferences.json");
        file = new PreferencesFile(path);
    }

    private PreferencesModel model() {
        return new PreferencesModel(file, new Latest(new Background(waiting::add, Runnable::run)));
    }

    private void work() {
        while (!waiting.isEmpty()) {
            waiting.remove().run();
        }
    }

    @Test
    void theyBeginWithWhatIsOnDisk() throws IOException {
        file.write(Preferences.defaults().withTheme("dark"));

        assertThat(model().get()).isEqualTo(Preferences.defaults().withTheme("dark"));
    }

    @Test
    void withoutAFileTheyAreTheUsual() {
        assertThat(model().get()).isEqualTo(Preferences.defaults());
        assertThat(path).doesNotExist();
    }

    @Test
    void aFileThatCannotBeReadIsNoReasonToFail() throws IOException {
        Files.writeString(path, "{\"theme\": ");

        assertThat(model().get()).isEqualTo(Preferences.defaults());
    }

    /// Nothing replaces a file that could not be renamed, here because its new name would be too long.
    @Test
    void aDamagedFileThatCannotBeRenamedStaysAndTheDisksReasonIsSaid() throws IOException {
        path = Files.writeString(folder.resolve("p".repeat(245) + ".json"), "{");
        file = new PreferencesFile(path);

        PreferencesModel model = model();
        model.change(now -> now.withTheme("dark"));
        work();

        assertThat(model.problem().orElseThrow()).contains("File name too long (").contains(path.toString());
        assertThat(path).hasContent("{");
    }

    @Test
    void aChangeIsThereAtOnceAndWrittenInTheBackground() {
        PreferencesModel model = model();
        model.change(now -> now.withTheme("dark"));

        assertThat(model.get().theme()).isEqualTo("dark");
        assertThat(path).doesNotExist();
        work();
        assertThat(file.read()).isEqualTo(model.get());
    }

    @Test
    void aChangeThatCannotBeWrittenHoldsAndSaysWhy() throws IOException {
        PreferencesModel model = model();
        Files.createDirectory(path);
        model.change(now -> now.withTheme("dark"));
        work();

        assertThat(model.get().theme()).isEqualTo("dark");
        assertThat(model.unsavedProperty().get().orElseThrow()).contains(path.toString());
        Files.delete(path);
        model.change(now -> now.withTheme("light"));
        work();
        assertThat(model.unsavedProperty().get()).isEmpty();
    }

    @Test
    void whatDoesNotChangeIsNeitherToldNorWritten() {
        PreferencesModel model = model();
        var told = new ArrayList<Preferences>();
        model.preferencesProperty().subscribe((before, now) -> told.add(now));

        model.change(now -> now.withTheme("system"));

        assertThat(told).isEmpty();
        assertThat(waiting).isEmpty();
    }

    @Test
    void ofSeveralChangesTheLastIsWritten() {
        PreferencesModel model = model();
        model.change(now -> now.withTheme("dark"));
        model.change(now -> now.withTheme("light"));
        model.showTokens(true);

        work();

        assertThat(file.read()).isEqualTo(Preferences.defaults().withTheme("light").withShowsTokens(true));
        assertThat(model.showsTokens()).isTrue();
    }

    @Test
    void theEndWritesAtOnce() {
        PreferencesModel model = model();
        model.change(now -> now.withTheme("dark"));

        model.close();

        assertThat(file.read().theme()).isEqualTo("dark");
    }

    @Test
    void whatIsStillOnItsWayComesTooLateAfterTheEnd() throws IOException {
        PreferencesModel model = model();
        model.change(now -> now.withTheme("dark"));
        model.close();
        file.write(Preferences.defaults().withTheme("of the next window"));

        work();
        model.close();

        assertThat(file.read().theme()).isEqualTo("of the next window");
    }

    @Test
    void aDiskThatTakesNothingDoesNotStopTheEnd() throws IOException {
        Files.createDirectory(path);
        Files.writeString(path.resolve("inside"), "x");
        PreferencesModel model = model();
        model.change(now -> now.withTheme("dark"));

        work();
        model.close();

        assertThat(model.get().theme()).isEqualTo("dark");
    }
}
