package dev.cachewright.ui.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.prompt.Values;
import dev.cachewright.store.PromptDocument;
import dev.cachewright.store.PromptDocuments;
import dev.cachewright.ui.FakeDialogs;
import dev.cachewright.ui.WorkspaceFixture;
import dev.cachewright.ui.fx.Background;
import dev.cachewright.ui.workspace.PromptModel;
import dev.cachewright.ui.workspace.SessionModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a slow disk brings when the user has gone on.
class LateFilesTest {

    private static final String PROMPT = "---\nmodel: openai/gpt-4o\n---\n{{! @block id=policy kind=static }}\n%s\n";

    @TempDir
    private Path folder;

    private final WorkspaceFixture fixture = new WorkspaceFixture();
    private final PromptModel prompt = fixture.workspace().prompt();
    private final FakeDialogs dialogs = new FakeDialogs();
    private final Deque<Runnable> disk = new ArrayDeque<>();
    private final DocumentActions actions = new DocumentActions(fixture.workspace(), new PromptDocuments(),
            new Background(disk::add, Runnable::run), dialogs);
    private Path first;
    private Path second;

    @BeforeEach
    void openFirst() throws IOException {
        first = Files.writeString(folder.resolve("first.prompt"), PROMPT.formatted("First."));
        second = Files.writeString(folder.resolve("second.prompt"), PROMPT.formatted("Second."));
        actions.open(first);
        work();
    }

    private void work() {
        while (!disk.isEmpty()) {
            disk.remove().run();
        }
    }

    private void type(String text) {
        prompt.edit(prompt.getPrompt().with("policy", block -> block.withText(text + "\n")));
    }

    private String text() {
        return prompt.getPrompt().blocks().getFirst().text().strip();
    }

    private String name() {
        return prompt.getDocument().map(PromptDocument::name).orElse("");
    }

    @Test
    void aFileThatIsReadShowsThatItIs() {
        actions.open(second);

        assertThat(actions.readingProperty().getValue()).isTrue();
        assertThat(name()).isEqualTo("first.prompt");
        work();
        assertThat(actions.readingProperty().getValue()).isFalse();
        assertThat(name()).isEqualTo("second.prompt");
    }

    @Test
    void whatIsTypedDuringASaveIsUnsaved() {
        type("One.");
        actions.save();
        disk.remove().run();
        type("Two.");

        work();

        assertThat(first).content().contains("One.");
        assertThat(text()).isEqualTo("Two.");
        assertThat(prompt.isDirty()).isTrue();
    }

    @Test
    void whatIsTypedDuringASaveIsAskedForBeforeItIsLeft() {
        type("One.");
        dialogs.answerUnsaved(Dialogs.Unsaved.SAVE);
        actions.open(second);
        disk.remove().run();
        type("Two.");
        dialogs.answerUnsaved(Dialogs.Unsaved.CANCEL);

        work();

        assertThat(dialogs.questions()).containsExactly("unsaved first.prompt", "unsaved first.prompt");
        assertThat(text()).isEqualTo("Two.");
    }

    @Test
    void whatIsTypedWhileAnotherFileIsReadIsAskedForBeforeItIsLeft() {
        actions.open(second);
        type("Two.");
        dialogs.answerUnsaved(Dialogs.Unsaved.CANCEL);

        work();

        assertThat(dialogs.questions()).containsExactly("unsaved first.prompt");
        assertThat(name()).isEqualTo("first.prompt");
        assertThat(text()).isEqualTo("Two.");
    }

    @Test
    void whatWasGivenUpIsNotAskedForAgain() {
        type("One.");
        actions.open(second);

        work();

        assertThat(dialogs.questions()).containsExactly("unsaved first.prompt");
        assertThat(name()).isEqualTo("second.prompt");
    }

    @Test
    void aSaveThatEndsLateDoesNotTakeOverAnotherPrompt() {
        type("One.");
        actions.save();
        disk.remove().run();
        Runnable writing = disk.remove();
        actions.open(second);
        work();

        writing.run();

        assertThat(name()).isEqualTo("second.prompt");
        assertThat(text()).isEqualTo("Second.");
        assertThat(prompt.isDirty()).isFalse();
        assertThat(first).content().contains("One.");
    }

    @Test
    void valuesThatAreLoadedDuringASaveAreNotForgotten() throws IOException {
        type("One.");
        actions.save();
        disk.remove().run();
        Runnable writing = disk.remove();
        dialogs.openFrom(Files.writeString(folder.resolve("v.csv"), "q\nWhy?\n"));
        actions.loadValues();
        work();

        writing.run();

        assertThat(prompt.getValues().name()).isEqualTo("v.csv");
        assertThat(prompt.getDocument().map(PromptDocument::values).map(Values::name)).contains("v.csv");
        assertThat(prompt.isDirty()).isTrue();
    }

    @Test
    void aCallThatIsLostDuringTheCopyStaysUnkept() {
        fixture.fillDisk().workspace().runs().send();
        dialogs.saveTo(folder.resolve("copy.jsonl"));
        actions.sessions().exportShown();
        fixture.workspace().runs().send();

        work();

        assertThat(fixture.workspace().session().unkeptProperty().get())
                .contains(new SessionModel.Unkept(2, 2, "No space left on device"));
    }

    @Test
    void aCopyOfAllCallsLeavesNothingUnkept() {
        fixture.fillDisk().workspace().runs().send();
        dialogs.saveTo(folder.resolve("copy.jsonl"));
        actions.sessions().exportShown();

        work();

        assertThat(fixture.workspace().session().unkeptProperty().get()).isEqualTo(Optional.empty());
    }

    @Test
    void whatIsDoneAfterASaveWaitsForIt() {
        var done = new ArrayList<String>();
        type("One.");
        dialogs.answerUnsaved(Dialogs.Unsaved.SAVE);
        actions.afterUnsaved(() -> done.add("left"));

        assertThat(done).isEmpty();
        work();
        assertThat(done).containsExactly("left");
        assertThat(first).content().contains("One.");
    }
}
