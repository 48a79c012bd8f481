package dev.cachewright.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.app.Core;
import dev.cachewright.app.Workbench;
import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.CacheSettings;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.provider.simulated.SimulatorOptions;
import dev.cachewright.session.Call;
import dev.cachewright.session.CallResult;
import dev.cachewright.ui.FakeDialogs;
import dev.cachewright.ui.FxToolkit;
import dev.cachewright.ui.Snapshots;
import dev.cachewright.ui.kit.text.PromptArea;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCombination;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// From a key press to what the server is sent, and back from the file.
class BreakpointJourneyTest {

    @TempDir
    private Path home;
    private final FakeDialogs dialogs = new FakeDialogs();
    private Window window;
    private Workbench workbench;
    private Scene scene;

    @BeforeEach
    void open() {
        window = Window.on(new Core(Map.of("CACHEWRIGHT_HOME", home.toString()),
                SimulatorOptions.defaults().withDelayScale(0)), dialogs);
        workbench = window.workbench();
        scene = window.scene();
        FxToolkit.run(() -> workbench.openSample("support-agent"));
        Frames.until(() -> scene.getRoot().lookupAll(".block-card .prompt-area").size() == 5);
        FxToolkit.run(() -> edit(prompt().withSettings(prompt().settings().withModel("gpt-5.6-sol")
                .withCache(new CacheSettings("explicit", "", "support", "")))));
        FxToolkit.run(() -> areas().get(1).requestFocus());
        Frames.until(() -> areas().get(1).isTextFocused());
    }

    @AfterEach
    void close() {
        window.close();
    }

    @Test
    void aBreakpointIsSetByKeySentAndSaved() {
        FxToolkit.run(() -> scene.getAccelerators().get(KeyCombination.valueOf("Shortcut+Shift+B")).run());
        assertThat(breakpoints()).containsExactly("policy");
        Frames.untilStill(workbench.workspace());
        WindowSizes.look("workbench-breakpoint", window);

        FxToolkit.run(() -> workbench.workspace().runs().send());
        Frames.until(() -> !workbench.workspace().runs().isRunning());
        Call call = workbench.workspace().session().getSession().calls().getFirst();
        assertThat(call.measurement().result()).isInstanceOf(CallResult.Answered.class);
        assertThat(call.measurement().usage().input()).hasValue(call.forecast().split().input());
        assertThat(workbench.workspace().exchange().get().exchange().orElseThrow().body())
                .containsOnlyOnce("\"prompt_cache_breakpoint\": {\"mode\": \"explicit\"}")
                .contains("\"prompt_cache_options\": {\"mode\": \"explicit\"}");

        Path file = home.resolve("mine.prompt");
        dialogs.saveTo(file);
        FxToolkit.run(() -> workbench.run("save"));
        Frames.until(() -> !workbench.workspace().prompt().isDirty());
        assertThat(file).content().contains("{{! @block id=policy kind=static break=true }}",
                "cachewright.cache: { key: \"support\", mode: explicit }");
    }

    @Test
    void theCacheSettingsOpenOverTheFooter() {
        FxToolkit.run(() -> workbench.run("cache-settings"));
        Node panel = FxToolkit.call(() -> scene.lookup(".cache-settings"));
        assertThat(FxToolkit.call(panel::isVisible)).isTrue();
        Snapshots.scene("workbench-cache-settings", scene, workbench::useAppearance);
    }

    private void edit(Prompt next) {
        workbench.workspace().prompt().edit(next);
    }

    private Prompt prompt() {
        return workbench.workspace().prompt().getPrompt();
    }

    private List<PromptArea> areas() {
        return scene.getRoot().lookupAll(".block-card .prompt-area").stream().map(PromptArea.class::cast).toList();
    }

    private List<String> breakpoints() {
        return FxToolkit.call(() -> prompt().blocks().stream().filter(block -> block.breakpoint().isPresent())
                .map(Block::id).toList());
    }
}
