package dev.cachewright.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cachewright.prompt.Prompt;
import dev.cachewright.store.RecoveryFolder.Recovered;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecoveryFolderTest {

    private static final long CRASHED = 41;
    private static final long NEXT = 42;

    @TempDir
    private Path temporary;

    @Test
    void aSampleComesBackWithItsToolsItsValuesAndWhatWasTyped() {
        PromptDocument sample = Samples.open("support-agent");
        Prompt edited = edited(sample);
        folder(CRASHED).keep(sample, edited);

        Recovered found = folder(NEXT).take().orElseThrow();

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
        folder(CRASHED).keep(saved, edited(saved).with("tools", block -> block.withText("[]")));

        Recovered found = folder(NEXT).take().orElseThrow();

        assertThat(found.base().path()).hasValue(file.toAbsolutePath());
        assertThat(found.base().opened()).isEqualTo(saved.opened());
        assertThat(found.prompt().blocks().getFirst().text()).hasToString("[]");
        assertThat(tools).content().isEqualTo(before);
    }

    @Test
    void nothingIsTakenFromAProcessThatRuns() {
        PromptDocument sample = Samples.open("support-agent");
        folder(CRASHED).keep(sample, edited(sample));

        var next = new RecoveryFolder(temporary.resolve("recovery"), NEXT, Set.of(CRASHED, NEXT)::contains);
        assertThat(next.take()).isEmpty();
    }

    @Test
    void whatWasTakenIsKeptUntilItIsClearedAndThenFoundNoMore() {
        PromptDocument sample = Samples.open("support-agent");
        folder(CRASHED).keep(sample, edited(sample));
        folder(NEXT).take();
        assertThat(folder(43).take()).isPresent();

        folder(43).clear();
        assertThat(folder(44).take()).isEmpty();
    }

    @Test
    void nothingIsKeptBehindTheNormalEnd() {
        PromptDocument sample = Samples.open("support-agent");
        RecoveryFolder folder = folder(CRASHED);
        folder.keep(sample, edited(sample));
        folder.close();
        folder.keep(sample, edited(sample));

        assertThat(folder(NEXT).take()).isEmpty();
    }

    @Test
    void aCopyThatIsNoPromptYetIsNamedOnceAndStays() {
        PromptDocument sample = Samples.open("classic-experiment");
        String id = sample.opened().blocks().getFirst().id();
        folder(CRASHED).keep(sample, sample.opened().with(id, block -> block.withText("half {{typed")));

        assertThatThrownBy(() -> folder(NEXT).take()).isInstanceOfSatisfying(FileProblem.class,
                problem -> assertThat(problem.file()).content().contains("half {{typed"));
        assertThat(folder(NEXT).take()).isEmpty();
    }

    private RecoveryFolder folder(long process) {
        return new RecoveryFolder(temporary.resolve("recovery"), process, number -> number == process);
    }

    private static Prompt edited(PromptDocument document) {
        return document.opened().with("policy", block -> block.withText("Typed. " + block.text()));
    }
}
