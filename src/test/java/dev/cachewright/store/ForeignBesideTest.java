package dev.cachewright.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files that a prompt of another program names, and what stays of its rows.
class ForeignBesideTest {

    private static final String CONFIG = "prompts: [file://%s]\nproviders: [openai:gpt-4o]\n";
    private static final String CHAT = "[{\"role\": \"user\", \"content\": \"{{q}}\"}]";

    private final PromptDocuments documents = new PromptDocuments();

    @TempDir
    private Path folder;
    private Path inside;

    @BeforeEach
    void makeFolder() throws IOException {
        inside = Files.createDirectory(folder.resolve("inside"));
    }

    private Path config(String name) throws IOException {
        return Files.writeString(inside.resolve("promptfooconfig.yaml"), CONFIG.formatted(name));
    }

    @Test
    void aFileOutsideTheFolderIsReadOnlyWhereThatIsAllowed() throws IOException {
        Files.writeString(folder.resolve("chat.json"), CHAT);
        Path config = config("../chat.json");

        assertThatExceptionOfType(OutsideFolder.class).isThrownBy(() -> documents.open(config))
                .satisfies(found -> assertThat(found.files()).containsExactly(folder.resolve("chat.json")));
        assertThat(documents.open(config, true).opened().blocks()).extracting(Block::text).containsExactly("{{q}}");
    }

    @Test
    void aFileThatIsNotThereIsNamed() throws IOException {
        Path config = config("none.json");

        assertThatExceptionOfType(FileProblem.class).isThrownBy(() -> documents.open(config))
                .satisfies(problem -> assertThat(problem.oneLine())
                        .isEqualTo(inside.resolve("none.json") + ": There is no such file"));
    }

    @Test
    void aFaultInTheOtherFileIsNamedWithItsLine() throws IOException {
        Files.writeString(inside.resolve("chat.json"), "[\n  {\"role\": \"guest\", \"content\": \"a\"}\n]");
        Path config = config("chat.json");

        assertThatExceptionOfType(FileProblem.class).isThrownBy(() -> documents.open(config))
                .satisfies(problem -> assertThat(problem.oneLine()).isEqualTo(config + ":1:11: In chat.json, line 2: "
                        + "Unknown role \"guest\": use system, developer, user, assistant or tool"));
    }

    @Test
    void aNameThatNoFileCanHaveIsRefused() throws IOException {
        Path config = config("a\\0b.json");
        Files.writeString(config, "prompts: [\"file://a\\0b.json\"]\nproviders: [openai:gpt-4o]\n");

        assertThatExceptionOfType(FileProblem.class).isThrownBy(() -> documents.open(config));
    }

    @Test
    void rowsGoBesideThePromptWhenItIsSaved() throws IOException {
        Path file = Files.writeString(inside.resolve("a.prompt.yml"),
                "messages: [{role: user, content: 'Is the {{tool}} there?'}]\ntestData: [{tool: saw}, {tool: hammer}]\n");
        PromptDocument opened = documents.open(file);

        PromptDocument saved = documents.save(opened, opened.opened(), inside.resolve("a.prompt"));

        assertThat(opened.path()).isEmpty();
        assertThat(inside.resolve("a.rows.jsonl")).hasContent("{\"tool\":\"saw\"}\n{\"tool\":\"hammer\"}\n");
        assertThat(saved.notes()).isEmpty();
        assertThat(documents.open(inside.resolve("a.prompt")).values().rows()).isEqualTo(opened.values().rows())
                .hasSize(2);
    }

    @Test
    void aPastedPromptFileIsOneToo() {
        PromptDocument pasted = documents.importText("pasted",
                "\uFEFF---\nmodel: openai/gpt-5.4\n---\n{{role \"system\"}}\nHi");

        assertThat(pasted.name()).isEqualTo("pasted.prompt");
        assertThat(pasted.notes()).isEmpty();
        assertThat(pasted.opened().settings().model()).isEqualTo("gpt-5.4");
        assertThat(pasted.opened().blocks()).extracting(Block::role).isEqualTo(List.of(Role.SYSTEM));
    }

    @Test
    void onlyARequestBodyIsComparedInItsOwnCharacters() throws IOException {
        String body = "{\"model\": \"gpt-5.4\",  \"input\": \"Hi\"}";

        assertThat(documents.readBody(Files.writeString(inside.resolve("a.json"), body))).hasValue(body);
        assertThat(documents.readBody(Files.writeString(inside.resolve("b.json"), CHAT))).isEmpty();
        assertThat(documents.readBody(Files.writeString(inside.resolve("c.prompt"), "Hi"))).isEmpty();
    }
}
