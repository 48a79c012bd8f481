package dev.cachewright.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.cachewright.app.BundledCatalog;
import dev.cachewright.prompt.text.InputException;
import dev.cachewright.store.CatalogFile.Extended;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogFileTest {

    private static final String BUNDLED = BundledCatalog.text();

    @TempDir
    private Path folder;
    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("models.json");
    }

    private Extended extended() {
        return new CatalogFile(file).over(BUNDLED);
    }

    @Test
    void aMissingFileIsNothingUnusual() {
        assertThat(extended()).isEqualTo(new Extended(BundledCatalog.read().withOwnFile(file.toString()), List.of()));
    }

    @Test
    void itsRowsAddAndCorrect() throws IOException {
        Files.writeString(file, """
                {"models": [{"id": "gpt-9", "rules": "openai-breakpoint", "input": 1, "output": 2},
                            {"id": "gpt-5.4", "minCacheable": 2048}]}""");

        assertThat(extended().problems()).isEmpty();
        assertThat(extended().catalog().find("gpt-9")).isPresent();
        assertThat(extended().catalog().find("gpt-5.4").orElseThrow().cache().minimum()).isEqualTo(2_048);
        assertThat(extended().catalog().models()).hasSize(BundledCatalog.read().models().size() + 1);
    }

    @Test
    void aChangeIsWrittenWholeAndAFaultLeavesTheFileAsItIs() throws IOException {
        var catalog = new CatalogFile(folder.resolve("config").resolve("models.json"));
        Path place = folder.resolve("config").resolve("models.json");

        catalog.change(text -> text + "");
        assertThat(place).doesNotExist();
        catalog.change(text -> text + "{}");
        assertThat(place).hasContent("{}");
        assertThatExceptionOfType(FileProblem.class).isThrownBy(() -> catalog.change(text -> {
            throw new InputException("wrong", 1, 2);
        })).satisfies(problem -> assertThat(problem.oneLine()).isEqualTo(place + ":1:2: wrong"));
        assertThat(place).hasContent("{}");
    }

    @Test
    void whatSomebodyElseWritesMeanwhileIsNotReplaced() throws IOException {
        Files.writeString(file, "{}");

        assertThatExceptionOfType(FileProblem.class).isThrownBy(() -> new CatalogFile(file).change(text -> {
            try {
                Files.writeString(file, "{\"models\": []}");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return "{ }";
        })).satisfies(problem -> assertThat(problem.oneLine()).startsWith(file + ": The file has changed meanwhile"));
        assertThat(file).hasContent("{\"models\": []}");
    }

    @Test
    void aWrongRowIsToldWithFileLineAndColumn() throws IOException {
        Files.writeString(file, """
                {"models": [
                  {"id": "gpt-9", "input": 1, "output": 2},
                  {"id": "gpt-5.4", "minCacheable": 2048}]}""");

        assertThat(extended().problems()).singleElement().extracting(FileProblem::oneLine).asString()
                .startsWith(file + ":2:3: \"gpt-9\" is left out: it needs \"rules\"");
        assertThat(extended().catalog().find("gpt-5.4").orElseThrow().cache().minimum()).isEqualTo(2_048);
    }

    @Test
    void aFileThatIsNoJsonIsOneProblemAndTheProgramsCatalogueIsUsed() throws IOException {
        Files.writeString(file, "{\"models\": [\n  {\"id\": \"gpt-5.4\", \"minCacheable\": 2048},\n");

        assertThat(extended().problems()).singleElement().extracting(FileProblem::oneLine).asString()
                .startsWith(file + ":3:").contains("This is not valid JSON");
        assertThat(extended().catalog().models()).isEqualTo(BundledCatalog.read().models());
    }

    @Test
    void aFileThatIsNoTextIsTold() throws IOException {
        Files.write(file, new byte[]{'{', 0, 1});

        assertThat(extended().problems()).extracting(FileProblem::oneLine)
                .containsExactly(file + ":1:2: This is not a text file");
        assertThat(extended().catalog().models()).isEqualTo(BundledCatalog.read().models());
    }
}
