package dev.cachewright.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.cachewright.journey.Window;
import dev.cachewright.provider.simulated.SimulatorOptions;
import dev.cachewright.store.LastSample;
import dev.cachewright.store.OpeningMarks;
import dev.cachewright.store.ProcessFolders;
import dev.cachewright.store.PromptDocument;
import dev.cachewright.ui.BrokenLayout;
import dev.cachewright.ui.FakeDialogs;
import dev.cachewright.ui.FxToolkit;
import dev.cachewright.ui.MixedScripts;
import dev.cachewright.ui.fx.LayoutGuard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Starts of the window, one process after the other.
class FirstPromptTest {

    private static final int LIMIT = 600;

    @TempDir
    private Path home;
    private Path file;
    private Window window;
    private FirstPrompt first;
    private OpeningMarks marks;
    private ProcessFolders marked;
    private LayoutGuard guard = new LayoutGuard((thread, thrown) -> {
        // Only counted.
    });

    @BeforeEach
    void writePrompt() throws IOException {
        file = Files.writeString(home.resolve("שלום.prompt"),
                "---\nmodel: gpt-5.4\n---\n{{role \"system\"}}\n" + MixedScripts.HEBREW.repeat(3) + "\n");
    }

    @AfterEach
    void close() {
        window.close();
    }

    @Test
    void aPromptThatWasSeenIsOpenedAgain() {
        start(1, Optional.of(file));
        awaitSeen();
        crash();

        start(2, Optional.empty());

        awaitOpen();
        assertThat(document().flatMap(PromptDocument::path)).contains(file);
    }

    @Test
    void aFileThatTheLastStartDidNotGetPastIsOfferedAndOpenedWhenAsked() {
        start(1, Optional.of(file));
        awaitOpen();
        crash();

        start(2, Optional.empty());
        FxToolkit.frames(10);
        assertThat(document()).isEmpty();
        assertThat(offered()).contains("שלום.prompt").contains("the last time");

        FxToolkit.run(() -> ((Hyperlink) window.scene().lookup(".start .callout .hyperlink")).fire());
        awaitOpen();
        awaitSeen();
        assertThat(document().flatMap(PromptDocument::path)).contains(file);
        crash();

        start(3, Optional.empty());
        awaitOpen();
        assertThat(document().flatMap(PromptDocument::path)).contains(file);
    }

    @Test
    void anOfferThatIsNotTakenIsMadeAgainUntilAnotherPromptIsSeen() {
        start(1, Optional.of(file));
        awaitOpen();
        crash();
        start(2, Optional.empty());
        FxToolkit.frames(5);
        crash();
        start(3, Optional.empty());
        FxToolkit.frames(5);
        assertThat(offered()).contains("שלום.prompt");

        FxToolkit.run(() -> window.workbench().openSample("support-agent"));
        awaitOpen();
        awaitSeen();

        assertThat(FxToolkit.call(() -> window.workbench().documents().offer().getName())).isEmpty();
        assertThat(marks.left()).isEmpty();
    }

    @Test
    void aFailedLayoutKeepsTheMarkAndAnEndDoesNotTakeItAway() {
        assumeTrue(System.getProperty("os.name").startsWith("Linux"));
        try (var broken = new BrokenLayout()) {
            guard = broken.guard();
            start(1, Optional.of(file));
            awaitOpen();
            await(() -> guard.failures() > 0);
            FxToolkit.run(first::close);
        }
        crash();

        start(2, Optional.empty());
        FxToolkit.frames(10);

        assertThat(offered()).contains("שלום.prompt");
    }

    @Test
    void aLogThatIsReadLeavesNoMarkWhenTheProcessIsKilled() throws IOException {
        Path log = Files.writeString(home.resolve("calls.jsonl"), """
                {"request":{"model":"gpt-4o","messages":[{"role":"user","content":"Hi"}]},"usage":{"prompt_tokens":20}}
                """);
        start(1, Optional.of(log));
        await(() -> javafx.stage.Window.getWindows().stream().anyMatch(shown -> shown instanceof Stage stage
                && stage.getTitle() != null && stage.getTitle().startsWith("Traffic")));
        crash();

        assertThat(marks.left()).isEmpty();
    }

    @Test
    void aNormalEndBeforeThePromptWasSeenLeavesNoOffer() {
        start(1, Optional.of(file));
        awaitOpen();
        FxToolkit.run(first::close);
        crash();

        start(2, Optional.empty());

        awaitOpen();
        assertThat(document().flatMap(PromptDocument::path)).contains(file);
    }

    @Test
    void aFileThatIsGoneIsNotOffered() throws IOException {
        start(1, Optional.of(file));
        awaitOpen();
        crash();
        Files.delete(file);

        start(2, Optional.empty());

        awaitOpen();
        assertThat(document().map(PromptDocument::name)).hasValueSatisfying(name -> assertThat(name)
                .contains("support"));
    }

    @Test
    void theSampleThatWasOpenLastIsOpenedAgain() {
        start(1, Optional.of(file));
        awaitOpen();
        FxToolkit.run(() -> window.workbench().openSample("classic-experiment"));
        await(() -> window.workbench().workspace().prompt().getDocument().map(PromptDocument::name)
                .equals(Optional.of("classic-experiment.prompt")));
        awaitSeen();
        crash();

        start(2, Optional.empty());

        awaitOpen();
        assertThat(document().map(PromptDocument::name)).contains("classic-experiment.prompt");
    }

    /// The window of a process that is gone with the next one.
    private void start(long process, Optional<Path> asked) {
        var core = new Core(Map.of("CACHEWRIGHT_HOME", home.toString()),
                SimulatorOptions.defaults().withDelayScale(0));
        window = Window.on(core, new FakeDialogs());
        marked = new ProcessFolders(core.folders().openings());
        marks = new OpeningMarks(marked);
        FxToolkit.run(() -> {
            first = new FirstPrompt(window.workbench(), marks, new LastSample(core.folders().lastSample()), guard);
            first.open(asked);
            if (process > 1) {
                first.filled();
            }
        });
    }

    /// A process that ends here leaves its marks.
    private void crash() {
        window.close();
        marked.close();
    }

    private void awaitSeen() {
        FxToolkit.run(first::filled);
        Path mark = home.resolve("state/opening");
        await(() -> mark.toFile().list().length == 0);
    }

    private void awaitOpen() {
        await(() -> window.workbench().workspace().prompt().getDocument().isPresent());
    }

    private static void await(BooleanSupplier condition) {
        for (int frame = 0; frame < LIMIT && !FxToolkit.call(condition::getAsBoolean); frame++) {
            FxToolkit.frames(1);
        }
        assertThat(FxToolkit.call(condition::getAsBoolean)).isTrue();
    }

    private Optional<PromptDocument> document() {
        return FxToolkit.call(() -> window.workbench().workspace().prompt().getDocument());
    }

    private String offered() {
        return FxToolkit.call(() -> ((Labeled) window.scene().lookup(".start .callout-text")).getText());
    }
}
