package dev.cachewright.journey;

import dev.cachewright.app.Core;
import dev.cachewright.app.Workbench;
import dev.cachewright.format.file.PromptFile;
import dev.cachewright.prompt.Api;
import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.CacheSettings;
import dev.cachewright.prompt.Kind;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.Role;
import dev.cachewright.prompt.Settings;
import dev.cachewright.prompt.Values;
import dev.cachewright.provider.simulated.SimulatorOptions;
import dev.cachewright.run.Pace;
import dev.cachewright.store.PromptDocument;
import dev.cachewright.ui.FakeDialogs;
import dev.cachewright.ui.FxToolkit;
import dev.cachewright.ui.SamplePrompt;
import dev.cachewright.ui.workspace.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The window in states that a user comes to, in three sizes.
class StatePicturesTest {

    @TempDir
    private Path home;
    private Window window;
    private Workbench workbench;
    private Workspace workspace;

    @BeforeEach
    void start() {
        window = Window.on(new Core(Map.of("CACHEWRIGHT_HOME", home.toString()),
                SimulatorOptions.defaults().withDelayScale(0)), new FakeDialogs());
        workbench = window.workbench();
        workspace = workbench.workspace();
    }

    @AfterEach
    void stop() {
        window.close();
    }

    @Test
    void anEmptyPromptAndOneWithoutValues() {
        FxToolkit.run(() -> workbench.run("new"));
        settle();
        WindowSizes.look("state-empty-prompt", window);

        open(SamplePrompt.prompt(), Values.none());
        FxToolkit.run(() -> workbench.run("show-values"));
        WindowSizes.look("state-without-values", window);
    }

    @Test
    void aBreakpointModelWithoutABreakpoint() {
        openSample("support-agent");
        edit(prompt -> prompt.withSettings(prompt.settings().withModel("gpt-5.6-sol")
                .withCache(new CacheSettings("explicit", "", "support", ""))));
        WindowSizes.look("state-no-breakpoint", window);
    }

    @Test
    void aLongConversationThatIsFolded() {
        List<Block> messages = IntStream.range(0, 200).mapToObj(i -> Block.of("message-" + i,
                i % 2 == 0 ? Role.USER : Role.ASSISTANT, Kind.STATIC,
                "Message " + (i + 1) + ": where is my parcel, and may I still return what is in it? ".repeat(3)))
                .toList();
        open(Prompt.of(messages, Settings.of("gpt-5.4", Api.RESPONSES)), Values.none());
        FxToolkit.run(() -> workbench.run("fold-all"));
        WindowSizes.look("state-conversation", window);
    }

    @Test
    void aSessionWithTwoModelsAndASeriesThatWasStopped() {
        openSample("support-agent");
        run(6, Duration.ZERO);
        edit(prompt -> prompt.withSettings(prompt.settings().withModel("gpt-4o")));
        run(5, Duration.ZERO);
        WindowSizes.look("state-two-models", window);

        FxToolkit.run(() -> workspace.runs().runRows(24, Pace.oneByOne(Duration.ofMinutes(1))));
        Frames.until(() -> workspace.runs().doneProperty().get() == 1);
        FxToolkit.run(() -> workspace.runs().stop());
        Frames.until(() -> !workspace.runs().isRunning());
        settle();
        WindowSizes.look("state-stopped-series", window);
    }

    @Test
    void aPromptThatIsNotSent() {
        openSample("claude-review");
        FxToolkit.run(() -> {
            var prompt = workbench.workspace().prompt();
            prompt.edit(prompt.getPrompt().withSettings(prompt.getPrompt().settings().withApi(Api.CHAT)));
            workbench.run("send");
        });
        settle();
        WindowSizes.look("state-refused", window);
    }

    @Test
    void aFileThatHasChangedOnDisk() throws Exception {
        Path file = Files.writeString(home.resolve("support.prompt"), "---\nmodel: openai/gpt-5.4\n---\n"
                + "{{role \"system\"}}\n" + SamplePrompt.policy(20) + "\n{{role \"user\"}}\nWhere is my parcel?\n");
        FxToolkit.run(() -> workbench.open(file));
        Frames.until(() -> workspace.prompt().getDocument().isPresent());
        settle();
        Files.writeString(file, Files.readString(file).replace("parcel", "letter"));
        FxToolkit.run(() -> workbench.documents().newer().look());
        Frames.until(() -> window.scene().lookup(".newer-files .callout").isVisible());
        WindowSizes.look("state-newer-file", window);
    }

    @Test
    void findWithSeveralHitsAndAPicker() {
        openSample("support-agent");
        FxToolkit.run(() -> workbench.run("find"));
        FxToolkit.run(() -> ((TextField) window.scene().lookup(".find-bar .text-field")).setText("return"));
        FxToolkit.frames(8);
        WindowSizes.look("state-find", window);

        FxToolkit.run(() -> workbench.run("choose-model"));
        WindowSizes.look("state-picker", window);
    }

    private void openSample(String name) {
        FxToolkit.run(() -> workbench.openSample(name));
        Frames.until(() -> workspace.prompt().getDocument().isPresent());
        settle();
    }

    private void open(Prompt prompt, Values values) {
        FxToolkit.run(() -> workspace.prompt()
                .open(PromptDocument.untitled("support.prompt", PromptFile.empty(), prompt, values)));
        settle();
    }

    private void edit(UnaryOperator<Prompt> change) {
        FxToolkit.run(() -> workspace.prompt().edit(change.apply(workspace.prompt().getPrompt())));
        settle();
    }

    private void run(int calls, Duration pause) {
        FxToolkit.run(() -> workspace.runs().runRows(calls, Pace.oneByOne(pause)));
        Frames.until(() -> !workspace.runs().isRunning());
        settle();
    }

    private void settle() {
        Frames.until(() -> workspace.analysis().getAnalysis().isPresent()
                && !workspace.analysis().staleProperty().get());
        FxToolkit.frames(8);
    }
}
