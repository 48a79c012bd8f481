package dev.cachewright.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpeningMarksTest {

    @TempDir
    private Path folder;

    private ProcessFolders process;

    @Test
    void whatAProcessThatIsGoneDidNotGetPastIsLeft() throws IOException {
        Path file = Files.writeString(folder.resolve("שלום.prompt"), "");
        start().set(file.toString());
        ProcessFolders first = process;

        assertThat(start().left()).isEmpty();
        first.close();
        assertThat(start().left()).contains(file.toString());
        assertThat(start().leftFile()).contains(file);
    }

    @Test
    void nothingIsLeftOfWhatWasSeen() {
        OpeningMarks first = start();
        first.set("a");
        first.clear();
        process.close();

        assertThat(start().left()).isEmpty();
    }

    @Test
    void whatIsSeenClearsTheMarksOfThoseWhoAreGoneAndOfNoOther() {
        leave("gone");
        start().set("alive");
        ProcessFolders alive = process;

        start().clear();

        alive.close();
        assertThat(start().left()).contains("alive");
    }

    @Test
    void anEndWithoutAnOpeningLeavesTheMarksOfOthers() {
        leave("gone");
        OpeningMarks second = start();
        second.set("mine");

        second.withdraw();
        process.close();

        assertThat(start().left()).contains("gone");
    }

    @Test
    void aFileThatIsGoneOrHasNoNameIsNoFile() {
        leave(folder.resolve("gone.prompt").toString());
        assertThat(start().leftFile()).isEmpty();
        start().clear();

        leave("support-agent");
        assertThat(start().leftFile()).isEmpty();
    }

    @Test
    void aFolderThatCannotBeWrittenIsPassedOver() throws IOException {
        var marks = new OpeningMarks(new ProcessFolders(Files.writeString(folder.resolve("blocked"), "")));

        marks.set("a");
        marks.clear();

        assertThat(marks.left()).isEmpty();
    }

    private OpeningMarks start() {
        process = new ProcessFolders(folder.resolve("opening"));
        return new OpeningMarks(process);
    }

    private void leave(String shown) {
        start().set(shown);
        process.close();
    }
}
