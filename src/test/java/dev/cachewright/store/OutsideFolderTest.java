package dev.cachewright.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutsideFolderTest {

    @TempDir
    private Path folder;

    private Path prompts;
    private final PromptDocuments documents = new PromptDocuments();

    @BeforeEach
    void writeFiles() throws IOException {
        prompts = Files.createDirectory(folder.resolve("prompts"));
        Files.createDirectory(prompts.resolve("data"));
        Files.writeString(folder.resolve("secret.csv"), "name\nsecret\n");
        Files.writeString(folder.resolve("secret.json"), "[]");
        Files.writeString(prompts.resolve("data/rows.csv"), "name\nAda\n");
        Files.writeString(prompts.resolve("tools.json"), "[]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"values: ../secret.csv", "values: data/../../secret.csv", "tools: ../secret.json",
            "schema: ../secret.json", "values: ABSOLUTE/secret.csv", "values: ../missing.csv", "values: /etc/shadow",
            "values: ./data/./../../secret.csv"})
    void nothingOutsideIsReadUnlessTheUserSaysSo(String entry) throws IOException {
        Path prompt = prompt(entry);

        assertThatExceptionOfType(OutsideFolder.class).isThrownBy(() -> documents.open(prompt))
                .satisfies(found -> assertThat(found.files()).hasSize(1))
                .satisfies(found -> assertThat(found.prompt()).isEqualTo(prompt));
    }

    @ParameterizedTest
    @ValueSource(strings = {"values: data/rows.csv", "values: ./data/rows.csv", "values: data/../data/rows.csv",
            "tools: tools.json", "values: ../prompts/data/rows.csv"})
    void whatIsInTheFolderOrBelowIsRead(String entry) throws IOException {
        assertThat(documents.open(prompt(entry)).read()).hasSize(2);
    }

    @Test
    void aLinkIsWhereItLeads() throws IOException {
        assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"), "no links");
        Files.createSymbolicLink(prompts.resolve("linked.csv"), folder.resolve("secret.csv"));
        Files.createSymbolicLink(prompts.resolve("up"), folder);

        assertThatExceptionOfType(OutsideFolder.class).isThrownBy(() -> documents.open(prompt("values: linked.csv")));
        assertThatExceptionOfType(OutsideFolder.class)
                .isThrownBy(() -> documents.open(prompt("tools: up/secret.json")));
    }

    @Test
    void aPromptBehindALinkHasTheFolderOfTheLink() throws IOException {
        assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"), "no links");
        prompt("values: data/rows.csv");
        Path other = Files.createSymbolicLink(folder.resolve("other"), prompts);

        assertThat(documents.open(other.resolve("a.prompt")).values().rows()).hasSize(1);
    }

    @Test
    void whatIsAllowedIsReadAndSavedWhereItWas() throws IOException {
        PromptDocument open = documents.open(prompt("tools: ../secret.json"), true);

        documents.save(open, open.opened().with("tools", block -> block.withText("[ ]")), prompts.resolve("a.prompt"));

        assertThat(folder.resolve("secret.json")).hasContent("[ ]");
    }

    /// A copy in another folder does not write to where the first one had its files.
    @Test
    void aCopyElsewhereKeepsItsFilesBesideIt() throws IOException {
        PromptDocument open = documents.open(prompt("tools: ../secret.json"), true);
        Path elsewhere = Files.createDirectories(folder.resolve("x/y"));

        PromptDocument saved = documents.save(open, open.opened(), elsewhere.resolve("b.prompt"));

        assertThat(elsewhere.resolve("b.tools.json")).hasContent("[]");
        assertThat(folder.resolve("x/secret.json")).doesNotExist();
        assertThat(documents.open(saved.path().orElseThrow()).opened()).isEqualTo(open.opened());
    }

    private Path prompt(String entry) throws IOException {
        return Files.writeString(prompts.resolve("a.prompt"),
                "---\ncachewright." + entry.replace("ABSOLUTE", folder.toString()) + "\n---\n{{role \"user\"}}\nHi");
    }
}
