package dev.cachewright.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.prompt.Prompt;
import dev.cachewright.store.PromptDocument;
import dev.cachewright.store.RecoveryFolder;
import dev.cachewright.store.Samples;
import dev.cachewright.ui.WorkspaceFixture;
import dev.cachewright.ui.fx.Background;
import dev.cachewright.ui.workspace.PromptModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecoveryTest {

    @TempDir
    private Path folder;

    private final List<String> told = new ArrayList<>();
    private Runnable waiting = () -> {
        // Nothing was typed.
    };

    @Test
    void whatWasTypedBeforeACrashIsOpenAgainAsUnsavedWithANotice() {
        PromptModel crashed = start(1);
        Prompt typed = type(crashed);
        waiting.run();

        PromptModel next = start(2);

        assertThat(next.getPrompt()).isEqualTo(typed);
        assertThat(next.isDirty()).isTrue();
        assertThat(told).singleElement().asString().contains("support-agent.prompt");
    }

    @Test
    void nothingIsWrittenBeforeThePause() {
        type(start(1));

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void whatIsUndoneIsNotKept() {
        PromptModel prompt = start(1);
        type(prompt);
        waiting.run();
        assertThat(folder).isNotEmptyDirectory();

        prompt.undo();

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aNormalEndLeavesNothing() {
        var fixture = new WorkspaceFixture();
        Recovery recovery = recovery(fixture, 1);
        recovery.restoreOr(() -> fixture.workspace().prompt().open(Samples.open("support-agent")));
        type(fixture.workspace().prompt());
        waiting.run();

        recovery.close();

        assertThat(Files.exists(folder.resolve("1"))).isFalse();
        assertThat(told).isEmpty();
    }

    private PromptModel start(long process) {
        var fixture = new WorkspaceFixture();
        recovery(fixture, process)
                .restoreOr(() -> fixture.workspace().prompt().open(Samples.open("support-agent")));
        return fixture.workspace().prompt();
    }

    private Recovery recovery(WorkspaceFixture fixture, long process) {
        var kept = new RecoveryFolder(folder, process, number -> number == process);
        return new Recovery(fixture.workspace().prompt(), kept, new Background(Runnable::run, Runnable::run),
                new Told(), action -> waiting = action);
    }

    private static Prompt type(PromptModel model) {
        PromptDocument open = model.getDocument().orElseThrow();
        Prompt typed = open.prompt().with("policy", block -> block.withText("Typed. " + block.text()));
        model.edit(typed);
        return typed;
    }

    /// Remembers what it was to show.
    private final class Told implements Dialogs {

        @Override
        public Optional<Path> chooseOpen() {
            return Optional.empty();
        }

        @Override
        public Optional<Path> chooseSave(String name) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> chooseValues() {
            return Optional.empty();
        }

        @Override
        public Unsaved askUnsaved(String name) {
            return Unsaved.CANCEL;
        }

        @Override
        public boolean askOverwrite(List<Path> changed) {
            return false;
        }

        @Override
        public void showError(String title, String message) {
            told.add(message);
        }
    }
}
