package dev.cachewright.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.cachewright.format.json.RawJson;
import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.Role;
import dev.cachewright.prompt.text.InputException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PromptDocumentsTest {

    private static final String TOOLS = "[ {\"type\":\"function\",\"name\" : \"f\"} ]\r\n\n";
    private static final String SCHEMA = "{\"type\": \"object\"}";
    private static final String VALUES = "question\r\n\"Where, then?\"\r\n";
    private static final String PROMPT = "\uFEFF---\r\nmodel: openai/gpt-4o\r\nmine: 1\r\n"
            + "cachewright.tools: tools.json\r\ncachewright.schema: schema.json\r\ncachewright.values: data/v.csv\r\n"
            + "---\r\n{{role \"system\"}}\r\n{{! @block id=policy kind=static }}\r\nBe kind.  \r\n"
            + "{{role \"user\"}}\r\n{{! @block id=question kind=dynamic }}\r\n{{question}}";
    private static final FileTime LONG_AGO = FileTime.fromMillis(1_000_000_000_000L);

    @TempDir
    private Path folder;

    private final PromptDocuments documents = new PromptDocuments();
    private Path file;

    @BeforeEach
    void writeFiles() throws IOException {
        file = Files.writeString(folder.resolve("my.prompt"), PROMPT);
        Files.writeString(folder.resolve("tools.json"), TOOLS);
        Files.writeString(folder.resolve("schema.json"), SCHEMA);
        Files.writeString(Files.createDirectory(folder.resolve("data")).resolve("v.csv"), VALUES);
    }

    @Test
    void opensAPromptWithTheFilesBesideIt() {
        PromptDocument document = documents.open(file);

        assertThat(document.path()).hasValue(file);
        assertThat(document.name()).isEqualTo("my.prompt");
        assertThat(document.opened().blocks()).extracting(Block::role, Block::text).containsExactly(
                tuple(Role.TOOLS, TOOLS),
                tuple(Role.SCHEMA, SCHEMA),
                tuple(Role.SYSTEM, "Be kind.  \n"),
                tuple(Role.USER, "{{question}}"));
        assertThat(document.values().rows().getFirst().at("question")).hasValue("Where, then?");
    }

    @Test
    void savingWithoutAnEditWritesNothing() throws IOException {
        for (Path each : files(folder)) {
            Files.setLastModifiedTime(each, LONG_AGO);
        }
        PromptDocument document = documents.open(file);

        documents.save(document, document.opened(), file);

        for (Path each : files(folder)) {
            assertThat(Files.getLastModifiedTime(each)).as(each.toString()).isEqualTo(LONG_AGO);
        }
        assertThat(file).hasContent(PROMPT);
    }

    private static final String OWN_SCHEMA = """
            ---
            model: openai/gpt-4o
            output:
              format: json
              schema:
                answer: string, what to say
            tools: [lookup]
            ---
            {{role "system"}}
            Be kind.
            """;

    @Test
    void aSchemaInTheFrontMatterIsABlockAndStaysThere() throws IOException {
        Path own = Files.writeString(folder.resolve("own.prompt"), OWN_SCHEMA);
        PromptDocument document = documents.open(own);
        Block schema = document.opened().blocks().getFirst();

        assertThat(schema.role()).isEqualTo(Role.SCHEMA);
        assertThat(RawJson.tree(schema.text()).at("/properties/answer/description").asText()).isEqualTo("what to say");
        assertThat(document.source().undefined()).containsExactly("lookup");

        documents.save(document, document.opened(), own);
        assertThat(own).hasContent(OWN_SCHEMA);
        assertThat(folder.resolve("own.schema.json")).doesNotExist();
    }

    @Test
    void anEditedSchemaGoesBesideTheFileAndARemovedOneStaysAway() throws IOException {
        Path own = Files.writeString(folder.resolve("own.prompt"), OWN_SCHEMA);
        PromptDocument document = documents.open(own);

        documents.save(document, document.opened().with("schema", block -> block.withText("{}")), own);
        assertThat(documents.open(own).opened().blocks().getFirst().text()).isEqualTo("{}");

        PromptDocument again = documents.open(Files.writeString(folder.resolve("own.prompt"), OWN_SCHEMA));
        List<Block> others = again.opened().blocks().stream().filter(block -> block.role().isMessage()).toList();
        documents.save(again, again.opened().withBlocks(others), own);
        assertThat(documents.open(own).opened().blocks()).isEqualTo(others);
    }

    @Test
    void anEditIsWrittenToItsFileAlone() throws IOException {
        Path tools = folder.resolve("tools.json");
        Files.setLastModifiedTime(tools, LONG_AGO);
        PromptDocument document = documents.open(file);
        Prompt edited = document.opened().with("policy", block -> block.withText("Be brief.\n"));

        PromptDocument saved = documents.save(document, edited, file);

        assertThat(Files.readString(file)).isEqualTo(PROMPT.replace("Be kind.  ", "Be brief."));
        assertThat(Files.getLastModifiedTime(tools)).isEqualTo(LONG_AGO);
        assertThat(documents.open(file).opened()).isEqualTo(saved.opened()).isEqualTo(edited);
    }

    @Test
    void aChangedSidecarKeepsThePromptFile() throws IOException {
        PromptDocument document = documents.open(file);
        Files.setLastModifiedTime(file, LONG_AGO);

        documents.save(document, document.opened().with("schema", block -> block.withText("{}")), file);

        assertThat(folder.resolve("schema.json")).hasContent("{}");
        assertThat(Files.getLastModifiedTime(file)).isEqualTo(LONG_AGO);
    }

    @Test
    void removedToolsLeaveTheFrontMatter() throws IOException {
        PromptDocument document = documents.open(file);
        List<Block> rest = document.opened().blocks().stream().filter(block -> block.role() != Role.TOOLS).toList();

        documents.save(document, document.opened().withBlocks(rest), file);

        assertThat(Files.readString(file)).isEqualTo(PROMPT.replace("cachewright.tools: tools.json\r\n", ""));
        assertThat(folder.resolve("tools.json")).exists();
    }

    @Test
    void everyFileGoesAlongToAnotherFolder() throws IOException {
        Path first = folder.resolve("there/copy.prompt");
        Path second = folder.resolve("elsewhere/copy.prompt");
        PromptDocument document = documents.open(file);

        PromptDocument saved = documents.save(documents.save(document, document.opened(), file), document.opened(),
                first);
        documents.save(saved, saved.opened(), second);

        for (Path copy : List.of(first, second)) {
            assertThat(Files.readString(copy)).isEqualTo(PROMPT);
            assertThat(Files.readString(copy.resolveSibling("tools.json"))).isEqualTo(TOOLS);
            assertThat(Files.readString(copy.resolveSibling("schema.json"))).isEqualTo(SCHEMA);
            assertThat(Files.readString(copy.resolveSibling("data/v.csv"))).isEqualTo(VALUES);
        }
    }

    @Test
    void valuesThatAreThereAlreadyAreNotReplaced() throws IOException {
        Path copy = folder.resolve("there/copy.prompt");
        Path values = copy.resolveSibling("data/v.csv");
        Files.createDirectories(values.getParent());
        Files.writeString(values, "question\nmine\n");
        PromptDocument document = documents.open(file);

        documents.save(document, document.opened(), copy);

        assertThat(values).hasContent("question\nmine\n");
    }

    @Test
    void noticesWhatWasChangedOnDisk() throws IOException {
        PromptDocument document = documents.open(file);
        assertThat(documents.changedOnDisk(document)).isEmpty();

        Files.writeString(file, PROMPT + "x");
        assertThat(documents.changedOnDisk(document)).containsExactly(file);
        Files.writeString(folder.resolve("tools.json"), "[]");
        assertThat(documents.changedOnDisk(document)).containsExactlyInAnyOrder(file, folder.resolve("tools.json"));

        PromptDocument saved = documents.save(document, document.opened(), file);
        assertThat(documents.changedOnDisk(saved)).isEmpty();
        assertThat(file).hasContent(PROMPT);
    }

    @Test
    void aFileThatIsGoneIsWrittenAgain() throws IOException {
        PromptDocument document = documents.open(file);
        Files.delete(file);

        assertThat(documents.changedOnDisk(document)).isEmpty();
        documents.save(document, document.opened(), file);

        assertThat(file).hasContent(PROMPT);
    }

    @Test
    void opensRequestBodiesAsDocumentsWithoutAFile() throws IOException {
        Path body = Files.writeString(folder.resolve("call.json"),
                "\uFEFF{\"model\": \"gpt-4o\", \"messages\": [{\"role\": \"user\", \"content\": \"Hi\"}]}");

        PromptDocument document = documents.open(body);

        assertThat(document.path()).isEmpty();
        assertThat(document.name()).isEqualTo("call.prompt");
        assertThat(document.opened().blocks()).extracting(Block::text).containsExactly("Hi");
    }

    @Test
    void opensAPromptThatBeginsWithATag() throws IOException {
        Path bare = Files.writeString(folder.resolve("bare.prompt"), "{{role \"system\"}}\nBe kind.\n");

        assertThat(documents.open(bare).opened().blocks()).extracting(Block::text).containsExactly("Be kind.\n");
    }

    @Test
    void faultsCarryFileLineAndColumn() throws IOException {
        assertFault(write("my.prompt", "---\nmodel: x\n---\nHello {{name"), "my.prompt", 4, 7);
        assertFault(write("my.prompt", PROMPT), "", 0, 0);
        assertFault(write("data/v.csv", "a,b\n1\n"), "v.csv", 2, 1);
        assertFault(write("data/v.csv", VALUES), "", 0, 0);
        assertFault(write("tools.json", "[\n  {]"), "tools.json", 2, 4);
        assertFault(write("tools.json", "[] []"), "tools.json", 1, 4);
        Files.delete(folder.resolve("tools.json"));
        assertFault(file, "tools.json", 0, 0);
    }

    @Test
    void aFaultIsOneLineForPeople() throws IOException {
        Path wrong = write("my.prompt", "---\nmodel: x\n");

        assertThatExceptionOfType(FileProblem.class).isThrownBy(() -> documents.open(wrong))
                .extracting(FileProblem::oneLine).isEqualTo(wrong
                        + ":1:1: The front matter opened here is never closed: add a line of three dashes");
    }

    @Test
    void bytesThatAreNoTextArePlaced() throws IOException {
        assertFault(write("bad.prompt", "é ok\n\u00e9x", StandardCharsets.ISO_8859_1), "bad.prompt", 1, 1);
        Path late = folder.resolve("late.prompt");
        Files.write(late, new byte[]{'a', '\n', (byte) 0xC3, (byte) 0xA9, 'b', (byte) 0xFF});
        assertFault(late, "late.prompt", 2, 3);
        Files.write(late, new byte[]{'a', '\n', 'b', (byte) 0xE2, (byte) 0x82});
        assertFault(late, "late.prompt", 2, 2);
        Files.write(late, new byte[]{'a', '\n', '\n', 'b', 0, 'c'});
        assertFault(late, "late.prompt", 3, 2);
    }

    @Test
    void whatCannotBeWrittenSaysSo() throws IOException {
        PromptDocument document = documents.open(file);
        Path taken = Files.createDirectory(folder.resolve("taken.prompt"));
        Files.writeString(taken.resolve("inside"), "");

        assertThatExceptionOfType(FileProblem.class).isThrownBy(
                () -> documents.save(document, document.opened(), taken)).satisfies(fault -> {
                    assertThat(fault.file()).isEqualTo(taken);
                    assertThat(fault).hasMessageStartingWith("The file cannot be written: ");
                });
    }

    @Test
    void pastedTextThatIsNoBodyIsRefused() {
        assertThatExceptionOfType(InputException.class).isThrownBy(() -> documents.importText("x", "{\"a\": 1}"));
    }

    /// Asserts where opening fails; an empty name stands for a file that opens.
    private void assertFault(Path opened, String name, int line, int column) {
        Path prompt = opened.toString().endsWith(".prompt") ? opened : file;
        if (name.isEmpty()) {
            assertThat(documents.open(prompt).path()).hasValue(prompt);
            return;
        }
        assertThatExceptionOfType(FileProblem.class).isThrownBy(() -> documents.open(prompt)).satisfies(fault -> {
            assertThat(fault.file().getFileName()).hasToString(name);
            assertThat(List.of(fault.line(), fault.column())).containsExactly(line, column);
        });
    }

    private Path write(String name, String text) throws IOException {
        return write(name, text, StandardCharsets.UTF_8);
    }

    private Path write(String name, String text, Charset charset) throws IOException {
        return Files.writeString(folder.resolve(name), text, charset);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
