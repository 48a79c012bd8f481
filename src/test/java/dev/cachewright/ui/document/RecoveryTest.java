package dev.cachewright.ui.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.prompt.Prompt;
import dev.cachewright.store.ProcessFolders;
import dev.cachewright.store.RecoveryFolder;
import dev.cachewright.store.Samples;
import dev.cachewright.ui.FakeDialogs;
import dev.cachewright.ui.WorkspaceFixture;
import dev.cachewright.ui.fx.Background;
import dev.cachewright.ui.workspace.PromptModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecoveryTest {

    @TempDir
    private Path folder;

    private final FakeDialogs dialogs = new FakeDialogs();
    private ProcessFolders process;
    private Runnable waiting = () -> {
        // Nothing was typed.
    };

    @Test
    void whatWasTypedBeforeACrashIsOpenAgainAsUnsavedWithANotice() {
        PromptModel crashed = start();
        Prompt typed = type(crashed);
        waiting.run();

        crash();
        PromptModel next = start();

        assertThat(next.getPrompt()).isEqualTo(typed);
        assertThat(next.isDirty()).isTrue();
        assertThat(dialogs.errors()).singleElement().asString().contains("support-agent.prompt");
    }

    @Test
    void nothingIsWrittenAtOnce() {
        type(start());

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void whatIsUndoneIsNotKept() {
        PromptModel prompt = start();
        type(prompt);
        waiting.run();
        assertThat(folder).isNotEmptyDirectory();

        prompt.undo();

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aNormalEndLeavesNothing() {
        var fixture = new WorkspaceFixture();
        Recovery recovery = recovery(fixture);
        recovery.restoreOr(() -> fixture.workspace().prompt().open(Samples.open("support-agent")));
        type(fixture.workspace().prompt());
        waiting.run();

        recovery.close();

        assertThat(folder).isEmptyDirectory();
        assertThat(dialogs.errors()).isEmpty();
    }

    /// The copy is there at any moment between the crash and the first new copy.
    @Test
    void aSecondCrashAtOnceLosesNothingEither() {
        Prompt typed = type(start());
        waiting.run();
        crash();
        start();
        crash();

        PromptModel third = start();

        assertThat(third.getPrompt()).isEqualTo(typed);
        Prompt more = type(third);
        waiting.run();
        crash();
        assertThat(start().getPrompt()).isEqualTo(more);
    }

    @Test
    void whatIsBroughtBackCanBeUndone() {
        type(start());
        waiting.run();
        crash();
        PromptModel next = start();

        next.undo();

        assertThat(next.isDirty()).isFalse();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void whatWasLeftIsOfferedBesideAFileAndStaysUntilItIsWanted() {
        Prompt typed = type(start());
        waiting.run();
        crash();

        var fixture = new WorkspaceFixture();
        PromptModel prompt = fixture.workspace().prompt();
        Recovery recovery = recovery(fixture);
        recovery.watch();
        prompt.open(Samples.open("classic-experiment"));
        recovery.offer(Runnable::run);
        assertThat(dialogs.questions()).containsExactly("restore support-agent.prompt");
        assertThat(prompt.isDirty()).isFalse();

        dialogs.restore();
        recovery.offer(Runnable::run);
        assertThat(prompt.getPrompt()).isEqualTo(typed);
    }

    @Test
    void nothingIsAskedWhereNothingWasLeft() {
        recovery(new WorkspaceFixture()).offer(Runnable::run);

        assertThat(dialogs.questions()).isEmpty();
    }

    @Test
    void aCopyThatCannotBeKeptIsSaidOnce() throws IOException {
        Files.writeString(folder.resolve("blocked"), "");
        folder = folder.resolve("blocked");
        PromptModel prompt = start();
        type(prompt);
        waiting.run();
        type(prompt);
        waiting.run();

        assertThat(dialogs.errors()).singleElement().asString().contains("blocked is not a folder")
                .contains("save them");
    }

    private PromptModel start() {
        var fixture = new WorkspaceFixture();
        recovery(fixture).restoreOr(() -> fixture.workspace().prompt().open(Samples.open("support-agent")));
        return fixture.workspace().prompt();
    }

    private Recovery recovery(WorkspaceFixture fixture) {
        process = new ProcessFolders(folder);
        return new Recovery(fixture.workspace().prompt(), new RecoveryFolder(process),
                new Background(Runnable::run, Runnable::run), dialogs, action -> waiting = action);
    }

    private void crash() {
        process.close();
    }

    private static Prompt type(PromptModel model) {
        Prompt typed = model.getPrompt().with("policy", block -> block.withText("Typed. " + block.text()));
        model.edit(typed);
        return typed;
    }
}
