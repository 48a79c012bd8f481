package dev.cachewright.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongPredicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpeningMarksTest {

    @TempDir
    private Path folder;

    @Test
    void whatAProcessThatIsGoneDidNotGetPastIsLeft() throws IOException {
        Path file = Files.writeString(folder.resolve("שלום.prompt"), "");
        process(1, alive -> true).set(file.toString());

        assertThat(process(2, alive -> true).left()).isEmpty();
        assertThat(process(2, alive -> false).left()).contains(file.toString());
        assertThat(process(2, alive -> false).leftFile()).contains(file);
    }

    @Test
    void nothingIsLeftOfWhatWasSeen() {
        OpeningMarks first = process(1, alive -> false);
        first.set("a");
        first.clear();

        assertThat(process(2, alive -> false).left()).isEmpty();
    }

    @Test
    void whatIsSeenClearsTheMarksOfThoseWhoAreGoneAndOfNoOther() {
        process(1, alive -> false).set("gone");
        process(2, alive -> false).set("alive");

        process(3, number -> number == 2).clear();

        assertThat(process(4, alive -> false).left()).contains("alive");
    }

    @Test
    void anEndWithoutAnOpeningLeavesTheMarksOfOthers() {
        process(1, alive -> false).set("gone");
        OpeningMarks second = process(2, alive -> false);
        second.set("mine");

        second.withdraw();

        assertThat(process(3, alive -> false).left()).contains("gone");
    }

    @Test
    void aFileThatIsGoneOrHasNoNameIsNoFile() {
        process(1, alive -> false).set(folder.resolve("gone.prompt").toString());
        assertThat(process(2, alive -> false).leftFile()).isEmpty();

        process(1, alive -> false).set("support-agent");
        assertThat(process(2, alive -> false).leftFile()).isEmpty();
    }

    @Test
    void aFolderThatCannotBeWrittenIsPassedOver() throws IOException {
        Path blocked = Files.writeString(folder.resolve("blocked"), "");
        var marks = new OpeningMarks(blocked, 1, alive -> false);

        marks.set("a");
        marks.clear();

        assertThat(marks.left()).isEmpty();
    }

    private OpeningMarks process(long number, LongPredicate isAlive) {
        return new OpeningMarks(folder.resolve("opening"), number, isAlive);
    }
}
