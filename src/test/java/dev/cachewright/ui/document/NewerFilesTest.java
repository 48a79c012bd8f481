package dev.cachewright.ui.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.prompt.Block;
import dev.cachewright.store.PromptDocuments;
import dev.cachewright.ui.FakeDialogs;
import dev.cachewright.ui.Snapshots;
import dev.cachewright.ui.WorkspaceFixture;
import dev.cachewright.ui.fx.Views;
import dev.cachewright.ui.workspace.PromptModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files that others change while they are open.
class NewerFilesTest {

    private static final String PROMPT = """
            ---
            model: openai/gpt-4o
            cachewright.values: rows.csv
            ---
            {{role "system"}}
            {{! @block id=policy kind=static }}
            Be kind.
            {{role "user"}}
            {{! @block id=question kind=dynamic }}
            {{question}}
            """;

    @TempDir
    private Path folder;

    private final WorkspaceFixture fixture = new WorkspaceFixture();
    private final PromptModel prompt = fixture.workspace().prompt();
    private final FakeDialogs dialogs = new FakeDialogs();
    private final PromptDocuments documents = new PromptDocuments();
    private final DocumentActions actions = new DocumentActions(fixture.workspace(), documents, fixture.background(),
            dialogs);
    private final NewerFiles newer = actions.newer();
    private final NewerFilesViewModel notice = new NewerFilesViewModel(newer);
    private Path file;
    private Path rows;

    @BeforeEach
    void open() throws IOException {
        file = Files.writeString(folder.resolve("support.prompt"), PROMPT);
        rows = Files.writeString(folder.resolve("rows.csv"), "question\nWhy?\n");
        actions.open(file);
    }

    private void type(String text) {
        prompt.edit(prompt.getPrompt().with("policy", block -> block.withText(text)));
    }

    private String policy() {
        return prompt.getPrompt().block("policy").map(Block::text).orElse("");
    }

    private void change(String from, String to) throws IOException {
        Files.writeString(file, Files.readString(file).replace(from, to));
        newer.look();
    }

    @Test
    void nothingIsSaidWhereNothingChanged() {
        newer.look();

        assertThat(notice.getText()).isEmpty();
    }

    @Test
    void aFileThatChangedIsNoticed() throws IOException {
        change("kind.", "brief.");

        assertThat(notice.getText()).isEqualTo("support.prompt has changed on disk since it was opened.");
        assertThat(policy()).isEqualTo("Be kind.\n");
    }

    @Test
    void valuesThatChangedAreNoticedToo() throws IOException {
        Files.writeString(rows, "question\nHow?\n");
        change("kind.", "brief.");
        type("Be quick.\n");

        assertThat(notice.getText()).isEqualTo(
                "support.prompt, rows.csv have changed on disk, and you have unsaved changes here. "
                        + "Reloading can be undone.");
    }

    @Test
    void aRequestBodyThatChangedIsNoticed() throws IOException {
        String body = "{\"model\": \"gpt-4o\", \"messages\": [{\"role\": \"user\", \"content\": \"Hi\"}]}";
        Path call = Files.writeString(folder.resolve("call.json"), body);
        actions.open(call);
        Files.writeString(call, body.replace("Hi", "Ho"));
        newer.look();

        assertThat(notice.getText()).isEqualTo("call.json has changed on disk since it was opened.");
        notice.reload();
        assertThat(prompt.getPrompt().blocks()).extracting(Block::text).containsExactly("Ho");
        assertThat(notice.getText()).isEmpty();
    }

    @Test
    void whatIsReloadedIsSavedAndCanBeUndone() throws IOException {
        type("Be quick.\n");
        change("kind.", "brief.");

        notice.reload();

        assertThat(policy()).isEqualTo("Be brief.\n");
        assertThat(prompt.isDirty()).isFalse();
        assertThat(notice.getText()).isEmpty();
        prompt.undo();
        assertThat(policy()).isEqualTo("Be quick.\n");
        assertThat(prompt.isDirty()).isTrue();
    }

    @Test
    void aFileThatCannotBeReadAnyMoreChangesNothing() throws IOException {
        change("{{question}}", "{{question");

        notice.reload();

        assertThat(dialogs.errors()).singleElement().asString().startsWith(file + ":10:1: The tag opened here");
        assertThat(policy()).isEqualTo("Be kind.\n");
    }

    @Test
    void whoeverKeepsTheirsIsUnsavedAndIsAskedNoMore() throws IOException {
        change("kind.", "brief.");

        notice.keepMine();
        newer.look();

        assertThat(notice.getText()).isEmpty();
        assertThat(prompt.isDirty()).isTrue();
        actions.save();
        assertThat(dialogs.questions()).isEmpty();
        assertThat(file).hasContent(PROMPT);
        assertThat(prompt.isDirty()).isFalse();
    }

    @Test
    void aFileThatChangesAgainIsNoticedAgain() throws IOException {
        change("kind.", "brief.");
        notice.keepMine();
        change("brief.", "quick.");

        assertThat(notice.getText()).isNotEmpty();
    }

    @Test
    void aComparisonEndsAsItsUserSays() throws IOException {
        change("kind.", "brief.");
        notice.compare();
        assertThat(dialogs.questions()).containsExactly("newer support.prompt");
        assertThat(policy()).isEqualTo("Be kind.\n");

        dialogs.answerNewer(Dialogs.Newer.RELOAD);
        notice.compare();
        assertThat(policy()).isEqualTo("Be brief.\n");
    }

    @Test
    void theDifferenceIsShownBeforeASaveWhereItsUserWants() throws IOException {
        type("Be quick.\n");
        change("kind.", "brief.");
        dialogs.compareBeforeOverwriting();

        actions.save();

        assertThat(dialogs.questions()).containsExactly("overwrite support.prompt", "newer support.prompt");
        assertThat(file).content().contains("Be brief.");
        assertThat(notice.getText()).isNotEmpty();
    }

    @Test
    void anotherPromptHasNothingToDoWithIt() throws IOException {
        change("kind.", "brief.");
        actions.openSample("support-agent");

        assertThat(notice.getText()).isEmpty();
    }

    @Test
    void noticeAndComparisonLookAsBefore() throws IOException {
        type("Be quick, and {{! not }} too long.\n");
        change("kind.", "brief.");
        Snapshots.check("newer-files", 520, 120, () -> Views.load(new NewerFilesView(notice)).root());
        Snapshots.check("newer-files-narrow", 360, 160, () -> Views.load(new NewerFilesView(notice)).root());
        var differences = documents.compare(prompt.getDocument().orElseThrow(), prompt.getPrompt(),
                newer.filesProperty().get());
        Snapshots.check("compare", 720, 320,
                () -> Views.load(new CompareView(new CompareViewModel(differences))).root());
    }
}
