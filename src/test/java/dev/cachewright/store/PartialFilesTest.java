package dev.cachewright.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.Kind;
import dev.cachewright.prompt.Renderer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Partials in files beside their prompt.
class PartialFilesTest {

    private static final String PROMPT = "---\nmodel: gpt-4o\n---\n{{>style}}\n{{> common/tone}}\n\n";

    @TempDir
    private Path folder;

    private final PromptDocuments documents = new PromptDocuments();

    private Path prompts() throws IOException {
        Path prompts = Files.createDirectories(folder.resolve("prompts"));
        Files.writeString(prompts.resolve("_style.prompt"), "---\nmodel: other\n---\n\nWrite {{> word}}.\r\nDo.\n");
        Files.writeString(prompts.resolve("_word.prompt"), "plainly");
        Files.writeString(Files.createDirectories(prompts.resolve("common")).resolve("_tone.prompt"), "Kindly.\n");
        return prompts;
    }

    private Path write(String text) throws IOException {
        return Files.writeString(prompts().resolve("a.prompt"), text);
    }

    private static String sent(PromptDocument document) {
        return Renderer.render(document.opened(), document.values().row(0)).messages().getFirst().text();
    }

    @Test
    void theirTextIsPartOfTheBlockThatPutsThemIn() throws IOException {
        PromptDocument document = documents.open(write(PROMPT));

        assertThat(document.opened().blocks()).singleElement().satisfies(block -> {
            assertThat(block.text()).isEqualTo("{{>style}}\n{{> common/tone}}");
            assertThat(block.effectiveKind()).isEqualTo(Kind.STATIC);
        });
        assertThat(sent(document)).isEqualTo("Write plainly.\nDo.Kindly.\n");
    }

    @Test
    void savingKeepsThePromptAndWritesNoPartial() throws IOException {
        Path file = write(PROMPT);
        PromptDocument document = documents.open(file);
        Path partial = file.resolveSibling("_style.prompt");
        Files.delete(partial);

        PromptDocument saved = documents.save(document, document.opened().with("user", block -> block.withText(block
                .text() + "!")), file);

        assertThat(file).hasContent("---\nmodel: gpt-4o\n---\n{{>style}}\n{{> common/tone}}!\n\n");
        assertThat(sent(documents.save(saved, saved.opened(), file))).endsWith("Kindly.\n!");
        assertThat(file.resolveSibling("_word.prompt")).hasContent("plainly");
    }

    @Test
    void theyGoAlongToAnotherFolder() throws IOException {
        PromptDocument document = documents.open(write(PROMPT));
        Path copy = Files.createDirectories(folder.resolve("there")).resolve("b.prompt");

        documents.save(documents.save(document, document.opened(), document.path().orElseThrow()), document.opened(),
                copy);

        assertThat(sent(documents.open(copy))).isEqualTo("Write plainly.\nDo.Kindly.\n");
    }

    @Test
    void aChangeOnDiskIsNoticed() throws IOException {
        PromptDocument document = documents.open(write(PROMPT));
        Path word = folder.resolve("prompts/_word.prompt");
        Files.writeString(word, "otherwise");

        assertThat(documents.changedOnDisk(document)).containsExactly(word);
    }

    @Test
    void oneThatIsMissingIsNamedWithItsFile() throws IOException {
        Path file = write("Hi {{>none}}");

        FileProblem problem = catchThrowableOfType(FileProblem.class, () -> documents.open(file));

        assertThat(problem.file()).isEqualTo(file.resolveSibling("_none.prompt"));
        assertThat(problem).hasMessageEndingWith("; {{>none}} in a.prompt names it");
    }

    @Test
    void oneThatUsesItselfWithoutEndIsRefused() throws IOException {
        Path file = write("Hi\n{{>again}}");
        Files.writeString(file.resolveSibling("_again.prompt"), "x{{>again}}");

        FileProblem problem = catchThrowableOfType(FileProblem.class, () -> documents.open(file));

        assertThat(problem).hasMessageContaining("More than 100 partials");
        assertThat(problem.line()).isEqualTo(2);
    }

    @Test
    void oneUnderAConditionThatEndsIsNot() throws IOException {
        Path file = write("{{>tree}}");
        Files.writeString(file.resolveSibling("_tree.prompt"), "({{#each of}}{{>tree}}{{/each}})");

        assertThat(sent(documents.open(file))).isEqualTo("()");
    }

    @Test
    void noneOutsideTheFolderIsReadUnlessTheUserSaysSo() throws IOException {
        Files.writeString(folder.resolve("_secret.prompt"), "secret");
        Path file = write("{{> ../secret}}");

        assertThatExceptionOfType(OutsideFolder.class).isThrownBy(() -> documents.open(file)).satisfies(
                outside -> assertThat(outside.files()).containsExactly(folder.resolve("_secret.prompt")));
        assertThat(sent(documents.open(file, true))).isEqualTo("secret");
    }

    @Test
    void aPartialReachesNoFurtherThanThePrompt() throws IOException {
        Files.writeString(folder.resolve("_secret.prompt"), "secret");
        Path file = write("{{> style}}");
        Files.writeString(file.resolveSibling("_word.prompt"), "{{> ../secret}}");

        assertThatExceptionOfType(OutsideFolder.class).isThrownBy(() -> documents.open(file));
    }

    @Test
    void allFilesOutsideAreToldAtOnce() throws IOException {
        Path file = write("---\ncachewright.values: ../v.csv\n---\n{{> ../secret}}");

        assertThatExceptionOfType(OutsideFolder.class).isThrownBy(() -> documents.open(file)).satisfies(
                outside -> assertThat(outside.files()).extracting(Path::getFileName).extracting(Path::toString)
                        .isEqualTo(List.of("v.csv", "_secret.prompt")));
    }

    @Test
    void toolsOfTheFrontMatterAreABlockUntilTheyAreEdited() throws IOException {
        Path file = write("---\nmodel: gpt-4o\ntools: [{name: find, description: Finds}]\n---\nHi");
        PromptDocument document = documents.open(file);
        Block tools = document.opened().blocks().getFirst();
        assertThat(tools.text()).contains("\"name\" : \"find\"");

        documents.save(document, document.opened(), file);
        assertThat(file).hasContent("---\nmodel: gpt-4o\ntools: [{name: find, description: Finds}]\n---\nHi");
        documents.save(document, document.opened().with(tools.id(), block -> block.withText("[]")), file);
        assertThat(documents.open(file).opened().blocks().getFirst().text()).isEqualTo("[]");
        documents.save(document, document.opened().withBlocks(document.opened().blocks().subList(1, 2)), file);
        assertThat(file).hasContent("---\nmodel: gpt-4o\n---\nHi");
    }
}
