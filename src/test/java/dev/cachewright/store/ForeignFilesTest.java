package dev.cachewright.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.Kind;
import dev.cachewright.prompt.Row;
import dev.cachewright.prompt.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Files of other programs: what each becomes is in the golden file of its name, what each that is refused is told in a
/// golden table.
class ForeignFilesTest {

    private static final Path FILES = Path.of("src/test/resources/foreign");
    /// In every place of our files where a key can be.
    private static final String KEY = "planted-key";

    private final PromptDocuments documents = new PromptDocuments();

    @TempDir
    private Path folder;

    static List<Path> read() throws IOException {
        return files("read");
    }

    static List<Path> refused() throws IOException {
        return files("refused");
    }

    private static List<Path> files(String name) throws IOException {
        try (Stream<Path> all = Files.list(FILES.resolve(name))) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("read")
    void becomesBlocksRowsAndASentence(Path file) throws IOException {
        String golden = Files.readString(FILES.resolve("golden").resolve(file.getFileName() + ".txt"));

        assertThat(summary(documents.open(file))).isEqualTo(golden);
    }

    @Test
    void eachGoldenFileIsOfAFile() throws IOException {
        assertThat(files("golden")).hasSize(read().size() + 1);
    }

    @Test
    void whatIsRefusedIsToldByName() throws IOException {
        String table = refused().stream().map(this::refusal).collect(Collectors.joining("\n", "", "\n"));

        assertThat(table).isEqualTo(Files.readString(FILES.resolve("golden/refused.txt")));
    }

    private String refusal(Path file) {
        try {
            return file.getFileName() + " is opened: " + documents.open(file).notes();
        } catch (FileProblem problem) {
            return file.getFileName() + ":" + problem.line() + ":" + problem.column() + ": " + problem.getMessage();
        }
    }

    @ParameterizedTest
    @MethodSource("read")
    void keysAreKeptNowhere(Path file) throws IOException {
        PromptDocument opened = documents.open(file);

        PromptDocument saved = documents.save(opened, opened.opened(), folder.resolve("saved.prompt"));

        assertThat(opened.toString() + saved).doesNotContain(KEY);
        for (Path written : list(folder)) {
            assertThat(Files.readString(written)).as(written.toString()).doesNotContain(KEY);
        }
    }

    @Test
    void noSentenceOfARefusalHoldsAKey() throws IOException {
        assertThat(refused()).allSatisfy(file -> assertThat(refusal(file)).doesNotContain(KEY));
    }

    @Test
    void keysAreInTheFilesToBeginWith() throws IOException {
        assertThat(read().stream().filter(file -> text(file).contains(KEY)).map(file -> file.getFileName().toString()))
                .contains("posix.curl", "double-quotes.curl", "windows-hand.curl", "calls.http", "archive.har",
                        "v1.prompty", "v2.prompty", "promptfooconfig.yaml", "request-response.json");
    }

    @ParameterizedTest
    @MethodSource("read")
    void isSavedAndOpenedAgainAsItIs(Path file) {
        PromptDocument opened = documents.open(file);
        Path saved = folder.resolve("saved.prompt");

        documents.save(opened, opened.opened(), saved);

        PromptDocument again = documents.open(saved);
        assertThat(texts(again)).isEqualTo(texts(opened));
        assertThat(again.values().rows()).isEqualTo(opened.values().rows());
        assertThat(opened.path().isPresent() || again.notes().isEmpty()).isTrue();
    }

    private static String texts(PromptDocument document) {
        return document.opened().blocks().stream().map(block -> block.role() + block.text() + block.form())
                .sorted().collect(Collectors.joining("\n")) + settings(document).replaceAll("[ \\n]", "");
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.toList();
        }
    }

    private static String summary(PromptDocument document) {
        var summary = new StringBuilder(document.name() + "\n" + settings(document));
        document.notes().forEach(note -> summary.append("note: ").append(note).append('\n'));
        for (Block block : document.opened().blocks()) {
            summary.append("== ").append(block.role().word()).append(block.kind() == Kind.DYNAMIC ? " dynamic" : "")
                    .append(block.joined() ? " joined" : "").append(block.attributes().isEmpty() ? "" : " "
                            + block.attributes())
                    .append('\n').append(block.text()).append('\n');
        }
        for (Row row : document.values().rows()) {
            summary.append("row: ").append(row.values()).append('\n');
        }
        return summary.toString();
    }

    private static String settings(PromptDocument document) {
        Settings settings = document.opened().settings();
        return settings.api().word() + " " + (settings.model().isEmpty() ? "without a model" : settings.model()) + " "
                + settings.config() + " " + settings.extra() + "\n";
    }
}
