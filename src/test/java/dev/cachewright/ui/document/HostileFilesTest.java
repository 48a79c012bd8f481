package dev.cachewright.ui.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.store.PromptDocument;
import dev.cachewright.store.PromptDocuments;
import dev.cachewright.ui.FakeDialogs;
import dev.cachewright.ui.WorkspaceFixture;
import dev.cachewright.ui.workspace.PromptModel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Files that are no prompts say so in a dialog, and leave what is open as it was.
class HostileFilesTest {

    @TempDir
    private Path folder;

    private final WorkspaceFixture fixture = new WorkspaceFixture().openSample();
    private final PromptModel prompt = fixture.workspace().prompt();
    private final FakeDialogs dialogs = new FakeDialogs();
    private final DocumentActions actions = new DocumentActions(fixture.workspace(), new PromptDocuments(),
            fixture.background(), dialogs);
    private Prompt before;

    @BeforeEach
    void remember() {
        before = prompt.getPrompt();
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    @Test
    void aPromptThatNamesFilesOutsideItsFolderIsOpenedOnlyWhereItsUserSaysSo() throws IOException {
        Path secret = write("secret.csv", "name\nsecret\n");
        Path file = Files.writeString(Files.createDirectory(folder.resolve("theirs")).resolve("a.prompt"),
                "---\ncachewright.values: ../secret.csv\n---\nHi {{name}}");

        actions.open(file);
        assertThat(dialogs.questions()).containsExactly("outside a.prompt: " + secret);
        assertThat(prompt.getPrompt()).isEqualTo(before);

        dialogs.useOutside();
        actions.open(file);
        assertThat(prompt.getValues().rows()).hasSize(1);
        assertThat(dialogs.errors()).isEmpty();
    }

    @Test
    void suchAPromptIsSetBesideTheOpenOneOnlyWhereItsUserSaysSo() throws IOException {
        write("secret.csv", "name\nsecret\n");
        Path file = Files.writeString(Files.createDirectory(folder.resolve("theirs")).resolve("a.prompt"),
                "---\ncachewright.values: ../secret.csv\n---\nHi {{name}}");
        var read = new ArrayList<String>();

        actions.readBeside(file, document -> read.add(document.name()));
        assertThat(dialogs.questions()).hasSize(1);
        assertThat(read).isEmpty();

        dialogs.useOutside();
        actions.readBeside(file, document -> read.add(document.name()));
        assertThat(read).containsExactly("a.prompt");
        assertThat(prompt.getPrompt()).isEqualTo(before);
        assertThat(prompt.getDocument().map(PromptDocument::name)).contains("support-agent.prompt");
    }

    /// @return what the dialog said
    private String refused(Path file) {
        actions.open(file);

        assertThat(prompt.getPrompt()).isEqualTo(before);
        assertThat(prompt.getDocument().map(PromptDocument::name)).contains("support-agent.prompt");
        assertThat(fixture.workspace().preferences().get().recentFiles()).isEmpty();
        assertThat(actions.readingProperty().getValue()).isFalse();
        assertThat(dialogs.errors()).hasSize(1);
        String said = dialogs.errors().getFirst();
        assertThat(said).doesNotContain("Exception", "java.", "\tat ");
        return said;
    }

    private static byte[] random() {
        byte[] bytes = new byte[5_000];
        new Random(3).nextBytes(bytes);
        return bytes;
    }

    static Stream<Arguments> binaries() {
        byte[] utf16 = "Be kind.".getBytes(StandardCharsets.UTF_16LE);
        return Stream.of(Arguments.of("noise", random()), Arguments.of("a NUL", "Be\0kind".getBytes(
                StandardCharsets.UTF_8)), Arguments.of("UTF-16", utf16),
                Arguments.of("a picture", new byte[]{(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0}));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("binaries")
    void bytesThatAreNoTextSaySo(String kind, byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve("a.prompt"), bytes);

        assertThat(refused(file)).startsWith(file + ":1:").containsAnyOf("This is not a text file",
                "The file is not UTF-8 text: convert it, then open it again.");
    }

    @Test
    void textOfAnotherEncodingSaysWhereItBegins() throws IOException {
        Path file = Files.write(folder.resolve("a.prompt"), "one\nzwei \u00fcber\n".getBytes(
                StandardCharsets.ISO_8859_1));

        assertThat(refused(file)).isEqualTo(file
                + ":2:6: The file is not UTF-8 text: convert it, then open it again.");
    }

    @Test
    void aFolderSaysThatItCannotBeRead() throws IOException {
        Path file = Files.createDirectory(folder.resolve("a.prompt"));

        assertThat(refused(file)).startsWith(file + ": The file cannot be read: ");
    }

    @Test
    void aFileThatIsNotThereSaysSo() {
        assertThat(refused(folder.resolve("none.prompt")))
                .isEqualTo(folder.resolve("none.prompt") + ": There is no such file.");
    }

    @Test
    void aFileThatMayNotBeReadSaysSo() throws IOException {
        Path file = write("a.prompt", "Be kind.");
        assumeFalse(!file.toFile().setReadable(false) || Files.isReadable(file), "this user may read everything");

        assertThat(refused(file)).startsWith(file + ": The file cannot be read: ");
    }

    @Test
    void aLinkToItselfSaysThatItCannotBeRead() throws IOException {
        Path link = folder.resolve("a.prompt");
        Files.createSymbolicLink(link, link);

        assertThat(refused(link)).startsWith(link + ": ");
    }

    @Test
    void aTagThatIsNeverClosedIsSaidWithItsPlace() throws IOException {
        Path file = write("a.prompt", "one\ntwo {{three");

        assertThat(refused(file)).startsWith(file + ":2:5: ");
    }

    @Test
    void frontMatterThatIsNoYamlIsSaidWithItsPlace() throws IOException {
        Path file = write("a.prompt", "---\nmodel: [a\n---\nHi.\n");

        assertThat(refused(file)).startsWith(file + ":");
    }

    @Test
    void deeplyNestedFrontMatterIsRefused() throws IOException {
        Path file = write("a.prompt", "---\nmodel: openai/gpt-4o\nconfig: " + "[".repeat(20_000) + "]".repeat(20_000)
                + "\n---\nHi.\n");

        assertThat(refused(file)).startsWith(file + ":");
    }

    @Test
    void deeplyNestedJsonIsRefused() throws IOException {
        Path file = write("a.json",
                "{\"model\": \"m\", \"messages\": " + "[".repeat(50_000) + "]".repeat(50_000) + "}");

        assertThat(refused(file)).isEqualTo(file
                + ":1:1028: The JSON is nested too deeply, or one of its values is too long.");
    }

    @Test
    void frontMatterWhoseAliasesWouldGrowIsOpenedWithoutThem() throws IOException {
        var bomb = new StringBuilder("---\na0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 12; i++) {
            bomb.append("a").append(i).append(": &a").append(i).append(" [")
                    .append(("*a" + (i - 1) + ", ").repeat(8)).append("*a").append(i - 1).append("]\n");
        }
        actions.open(write("a.prompt", bomb + "---\nHi.\n"));

        assertThat(actions.readingProperty().getValue()).isFalse();
        assertThat(dialogs.errors()).isEmpty();
        assertThat(prompt.getDocument().map(PromptDocument::name)).contains("a.prompt");
        assertThat(prompt.getPrompt().blocks()).singleElement().extracting(Block::text).isEqualTo("Hi.");
    }

    @Test
    void jsonThatIsCutOffIsSaidWithItsPlace() throws IOException {
        Path file = write("a.json", "{\"model\": \"m\",\n \"messages\": [");

        assertThat(refused(file)).startsWith(file + ":2:");
    }

    @Test
    void jsonThatIsNoRequestSaysSo() throws IOException {
        Path file = write("a.json", "{\"name\": \"cachewright\", \"version\": 1}");

        assertThat(refused(file)).startsWith(file + ":");
    }

    @Test
    void aFileBesideItThatIsMissingIsNamed() throws IOException {
        Path file = write("a.prompt", "---\nmodel: openai/gpt-4o\ncachewright.tools: gone.json\n---\nHi.\n");

        assertThat(refused(file)).isEqualTo(folder.resolve("gone.json")
                + ": There is no such file; cachewright.tools in " + file.getFileName() + " names it. "
                + "Put the file there, or change its name in a.prompt.");
    }

    @Test
    void toolsThatAreNoJsonAreNamedWithThePlace() throws IOException {
        write("tools.json", "[\n  {\"type\": \"function\",,}\n]");
        Path file = write("a.prompt", "---\nmodel: openai/gpt-4o\ncachewright.tools: tools.json\n---\nHi.\n");

        assertThat(refused(file)).startsWith(folder.resolve("tools.json") + ":2:");
    }

    @Test
    void valuesThatAreEmptyAreNamed() throws IOException {
        write("v.csv", "");
        Path file = write("a.prompt", "---\nmodel: openai/gpt-4o\ncachewright.values: v.csv\n---\nHi.\n");

        assertThat(refused(file)).isEqualTo(folder.resolve("v.csv")
                + ":1:1: The file is empty: its first line must name the columns.");
    }

    @Test
    void hostileValuesLeaveThoseThatAreInUse() throws IOException {
        var values = prompt.getValues();
        for (Path each : List.of(Files.write(folder.resolve("a.csv"), random()), write("b.csv", "a,a\n1,2\n"),
                write("c.csv", "a\n\"never closed\n"), write("d.jsonl", "{\"a\": 1}\n[2]\n"),
                write("e.jsonl", "{\"a\": 1}\n{\"a\": " + "[".repeat(5_000)), folder.resolve("none.csv"))) {
            dialogs.errors().clear();

            actions.drop(List.of(each));

            assertThat(dialogs.errors()).singleElement().asString().startsWith(each.toString());
            assertThat(prompt.getValues()).isEqualTo(values);
        }
    }

    @Test
    void aClipboardThatHoldsNoRequestSaysWhere() {
        actions.importText("{\"model\": ");

        assertThat(dialogs.errors()).singleElement().asString().startsWith("Line 1, column ");
        assertThat(prompt.getPrompt()).isEqualTo(before);
    }

    @Test
    void anEmptyFileIsAPromptWithoutText() throws IOException {
        actions.open(write("a.prompt", ""));

        assertThat(dialogs.errors()).isEmpty();
        assertThat(prompt.getDocument().map(PromptDocument::name)).contains("a.prompt");
        assertThat(String.join("", prompt.getPrompt().blocks().stream().map(block -> block.text()).toList())).isEmpty();
    }

    @Test
    void aSuffixThatNobodyKnowsIsAPromptToo() throws IOException {
        actions.open(write("notes.txt", "Be kind.\n"));

        assertThat(dialogs.errors()).isEmpty();
        assertThat(prompt.getPrompt().blocks()).extracting(block -> block.text()).containsExactly("Be kind.\n");
    }
}
