package dev.cachewright.ui.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.prompt.Prompt;
import dev.cachewright.store.PromptDocument;
import dev.cachewright.store.RecoveryFolder;
import dev.cachewright.store.Samples;
import dev.cachewright.ui.FakeDialogs;
import dev.cachewright.ui.WorkspaceFixture;
import dev.cachewright.ui.fx.Background;
import dev.cachewright.ui.workspace.PromptModel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecoveryTest {

    @TempDir
    private Path folder;

    private final FakeDialogs dialogs = new FakeDialogs();
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
        assertThat(dialogs.errors()).singleElement().asString().contains("support-agent.prompt");
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
        assertThat(dialogs.errors()).isEmpty();
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
                dialogs, action -> waiting = action);
    }

    private static Prompt type(PromptModel model) {
        PromptDocument open = model.getDocument().orElseThrow();
        Prompt typed = open.opened().with("policy", block -> block.withText("Typed. " + block.text()));
        model.edit(typed);
        return typed;
    }
}
