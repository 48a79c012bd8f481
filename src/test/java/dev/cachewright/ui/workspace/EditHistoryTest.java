package dev.cachewright.ui.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.prompt.Api;
import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.Kind;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.Role;
import dev.cachewright.prompt.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EditHistoryTest {

    private final EditHistory history = new EditHistory();

    private static Prompt prompt(int version) {
        return Prompt.of(List.of(Block.of("b", Role.USER, Kind.STATIC, "version " + version)),
                Settings.of("m", Api.CHAT));
    }

    private int undo(int current) {
        return version(history.undo(prompt(current)));
    }

    private int redo(int current) {
        return version(history.redo(prompt(current)));
    }

    private static int version(Prompt prompt) {
        return Integer.parseInt(prompt.blocks().getFirst().text().substring("version ".length()));
    }

    @Test
    void nothingIsUndoneBeforeAnEdit() {
        assertThat(List.of(history.canUndo(), history.canRedo())).containsExactly(false, false);
    }

    @Test
    void editsAreUndoneLatestFirst() {
        history.edited(prompt(0), "");
        history.edited(prompt(1), "");

        assertThat(List.of(undo(2), undo(1))).containsExactly(1, 0);
        assertThat(history.canUndo()).isFalse();
    }

    @Test
    void whatIsUndoneIsRedoneInItsOrder() {
        history.edited(prompt(0), "");
        history.edited(prompt(1), "");
        undo(2);
        undo(1);

        assertThat(List.of(redo(0), redo(1))).containsExactly(1, 2);
        assertThat(history.canRedo()).isFalse();
    }

    @Test
    void anEditForgetsWhatCouldBeRedone() {
        history.edited(prompt(0), "");
        undo(1);
        history.edited(prompt(0), "");

        assertThat(history.canRedo()).isFalse();
    }

    @Test
    void editsOfOneKeyAreOneStep() {
        history.edited(prompt(0), "typing b");
        history.edited(prompt(1), "typing b");
        history.edited(prompt(2), "typing b");

        assertThat(undo(3)).isZero();
    }

    @Test
    void anotherKeyOrNoneBeginsAStep() {
        history.edited(prompt(0), "typing b");
        history.edited(prompt(1), "typing c");
        history.edited(prompt(2), "");
        history.edited(prompt(3), "");

        assertThat(List.of(undo(4), undo(3), undo(2), undo(1))).containsExactly(3, 2, 1, 0);
    }

    @Test
    void aSealBeginsAStep() {
        history.edited(prompt(0), "typing b");
        history.seal();
        history.edited(prompt(1), "typing b");

        assertThat(List.of(undo(2), undo(1))).containsExactly(1, 0);
    }

    @Test
    void typingBehindAnUndoIsAStepOfItsOwn() {
        history.edited(prompt(0), "typing b");
        history.edited(prompt(1), "");
        undo(2);
        history.edited(prompt(1), "typing b");

        assertThat(undo(3)).isEqualTo(1);
    }

    @Test
    void theOldestOfAThousandStepsIsForgotten() {
        for (int i = 0; i < 1_005; i++) {
            history.edited(prompt(i), "");
        }
        int last = 1_005;
        int steps = 0;
        while (history.canUndo()) {
            last = undo(last);
            steps++;
        }

        assertThat(List.of(steps, last)).containsExactly(1_000, 5);
    }

    @Test
    void nothingIsLeftOfWhatIsCleared() {
        history.edited(prompt(0), "");
        history.edited(prompt(1), "");
        undo(2);
        history.clear();

        assertThat(List.of(history.canUndo(), history.canRedo())).containsExactly(false, false);
    }

    /// Held to a list of versions with a mark in it.
    @Test
    void randomEditsAgreeWithAListOfVersions() {
        var random = new Random(3);
        var versions = new ArrayList<>(List.of(0));
        int mark = 0;
        int next = 1;
        for (int round = 0; round < 800; round++) {
            int current = versions.get(mark);
            switch (random.nextInt(3)) {
                case 0 -> {
                    history.edited(prompt(current), "");
                    versions.subList(mark + 1, versions.size()).clear();
                    versions.add(next++);
                    mark++;
                }
                case 1 -> {
                    assertThat(history.canUndo()).isEqualTo(mark > 0);
                    if (mark > 0) {
                        mark--;
                        assertThat(undo(current)).isEqualTo(versions.get(mark));
                    }
                }
                default -> {
                    assertThat(history.canRedo()).isEqualTo(mark < versions.size() - 1);
                    if (mark < versions.size() - 1) {
                        mark++;
                        assertThat(redo(current)).isEqualTo(versions.get(mark));
                    }
                }
            }
        }
    }
}
