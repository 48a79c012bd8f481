package dev.cachewright.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.cachewright.prompt.Prompt;
import dev.cachewright.store.RecoveryFolder.Recovered;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecoveryFolderTest {

    @TempDir
    private Path temporary;
    private ProcessFolders process;

    @Test
    void aSampleComesBackWithItsToolsItsValuesAndWhatWasTyped() {
        PromptDocument sample = Samples.open("support-agent");
        Prompt edited = edited(sample);
        crashed(sample, edited);

        Recovered found = folder().take().orElseThrow();

        assertThat(found.prompt()).isEqualTo(edited);
        assertThat(found.base().path()).isEmpty();
        assertThat(found.base().name()).isEqualTo("support-agent.prompt");
        assertThat(found.base().opened().blocks()).isEmpty();
        assertThat(found.base().values().rows()).isEqualTo(sample.values().rows());
    }

    @Test
    void aFileComesBackAsItIsOnDiskWithTheChangesBesideIt() throws IOException {
        var documents = new PromptDocuments();
        Path file = temporary.resolve("mine/support.prompt");
        PromptDocument sample = Samples.open("support-agent");
        PromptDocument saved = documents.save(sample, sample.opened(), file);
        Path tools = temporary.resolve("mine/support-agent.tools.json");
        String before = Files.readString(tools);
        crashed(saved, edited(saved).with("tools", block -> block.withText("[]")));

        Recovered found = folder().take().orElseThrow();

        assertThat(found.base().path()).hasValue(file.toAbsolutePath());
        assertThat(found.base().opened()).isEqualTo(saved.opened());
        assertThat(found.prompt().blocks().getFirst().text()).hasToString("[]");
        assertThat(tools).content().isEqualTo(before);
    }

    /// Its files are known by their places, those of a copy by their names.
    @Test
    void aFileThatWasOpenedComesBackWithItsValuesWhereverTheyAre() throws IOException {
        Files.createDirectories(temporary.resolve("mine/data"));
        Files.writeString(temporary.resolve("mine/data/rows.csv"), "name\nAda\nGrace\n");
        Path file = Files.writeString(temporary.resolve("mine/a.prompt"),
                "---\ncachewright.values: data/rows.csv\n---\n{{role \"user\"}}\nHi {{name}}");
        PromptDocument opened = new PromptDocuments().open(file);
        String id = opened.opened().blocks().getFirst().id();
        Prompt typed = opened.opened().with(id, block -> block.withText("Typed."));
        crashed(opened, typed);

        Recovered found = folder().take().orElseThrow();

        assertThat(found.prompt().block(id).orElseThrow().text()).hasToString("Typed.");
        assertThat(found.base().path()).hasValue(file.toAbsolutePath());
        assertThat(found.base().values().rows()).hasSize(2);
        process.close();
        Files.delete(file);
        Files.delete(temporary.resolve("mine/data/rows.csv"));
        assertThat(folder().take().orElseThrow().base().values().rows()).hasSize(2);
    }

    @Test
    void nothingIsTakenFromAProcessThatRuns() {
        PromptDocument sample = Samples.open("support-agent");
        RecoveryFolder running = folder();
        running.keep(sample, edited(sample));

        assertThat(folder().take()).isEmpty();
        assertThat(folder().left()).isEmpty();
    }

    @Test
    void whatWasTakenIsKeptUntilItIsClearedAndThenFoundNoMore() {
        PromptDocument sample = Samples.open("support-agent");
        crashed(sample, edited(sample));
        assertThat(folder().left()).contains("support-agent.prompt");
        assertThat(folder().take()).isPresent();
        process.close();
        RecoveryFolder after = folder();
        assertThat(after.take()).isPresent();

        after.clear();
        process.close();
        assertThat(folder().take()).isEmpty();
    }

    @Test
    void aNewerCopyTakesThePlaceOfTheOneThatWasTaken() throws IOException {
        PromptDocument sample = Samples.open("support-agent");
        crashed(sample, edited(sample));
        RecoveryFolder after = folder();
        after.take();
        Prompt more = sample.opened().with("policy", block -> block.withText("More."));

        after.keep(sample, more);
        process.close();

        try (Stream<Path> folders = Files.list(temporary.resolve("recovery"))) {
            assertThat(folders).hasSize(1);
        }
        assertThat(folder().take().orElseThrow().prompt()).isEqualTo(more);
    }

    @Test
    void theNewestOfSeveralIsTakenAndTheOthersStay() throws IOException {
        PromptDocument sample = Samples.open("support-agent");
        crashed(sample, edited(sample));
        Path first = only();
        Files.setLastModifiedTime(first, FileTime.from(Instant.parse("2026-11-23T09:00:00Z")));
        PromptDocument other = Samples.open("classic-experiment");
        crashed(other, other.opened().withBlocks(other.opened().blocks().subList(0, 1)));

        assertThat(folder().take().orElseThrow().base().name()).isEqualTo("classic-experiment.prompt");
        assertThat(folder().take().orElseThrow().base().name()).isEqualTo("support-agent.prompt");
    }

    @Test
    void aFileThatCannotBeOpenedAnyMoreDoesNotHoldTheCopyBack() throws IOException {
        PromptDocument sample = Samples.open("support-agent");
        Path file = temporary.resolve("support.prompt");
        PromptDocument saved = new PromptDocuments().save(sample, sample.opened(), file);
        crashed(saved, edited(saved));
        Files.writeString(file, "---\nnever closed");

        Recovered found = folder().take().orElseThrow();

        assertThat(found.prompt()).isEqualTo(edited(saved));
        assertThat(found.base().path()).isEmpty();
    }

    @Test
    void nobodyElseMayReadACopy() throws IOException {
        assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"), "no such permissions");
        PromptDocument sample = Samples.open("support-agent");
        crashed(sample, edited(sample));

        try (Stream<Path> files = Files.walk(temporary.resolve("recovery"))) {
            assertThat(files).allSatisfy(file -> assertThat(PosixFilePermissions.toString(
                    Files.getPosixFilePermissions(file))).isIn("rwx------", "rw-------"));
        }
    }

    @Test
    void nothingIsKeptAfterTheNormalEnd() {
        PromptDocument sample = Samples.open("support-agent");
        RecoveryFolder folder = folder();
        folder.keep(sample, edited(sample));
        folder.close();
        folder.keep(sample, edited(sample));

        assertThat(folder().take()).isEmpty();
    }

    @Test
    void aCopyThatIsNoPromptYetIsNamedOnceAndStays() {
        PromptDocument sample = Samples.open("classic-experiment");
        String id = sample.opened().blocks().getFirst().id();
        crashed(sample, sample.opened().with(id, block -> block.withText("half {{typed")));

        assertThatThrownBy(() -> folder().take()).isInstanceOfSatisfying(FileProblem.class,
                problem -> assertThat(problem.file()).content().contains("half {{typed"));
        assertThat(folder().take()).isEmpty();
    }

    private RecoveryFolder folder() {
        process = new ProcessFolders(temporary.resolve("recovery"));
        return new RecoveryFolder(process);
    }

    private void crashed(PromptDocument document, Prompt prompt) {
        folder().keep(document, prompt);
        process.close();
    }

    private Path only() throws IOException {
        try (Stream<Path> folders = Files.list(temporary.resolve("recovery"))) {
            return folders.findFirst().orElseThrow();
        }
    }

    private static Prompt edited(PromptDocument document) {
        return document.opened().with("policy", block -> block.withText("Typed. " + block.text()));
    }
}
