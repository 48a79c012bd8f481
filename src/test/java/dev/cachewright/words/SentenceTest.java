package dev.cachewright.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SentenceTest {

    /// What dialogs and notices say, but for buttons, names and titles.
    private static final Set<String> SPOKEN = Set.of("document", "recovery", "notices", "export", "newer-files",
            "compare", "unexpected", "preferences", "own-files");
    private static final Set<String> LABELS = Set.of("document.pasted", "document.place", "document.untitled",
            "recovery.later", "recovery.open", "compare.lines", "compare.title", "newer-files.compare",
            "newer-files.keep-mine", "newer-files.reload", "notices.save-copy", "notices.start-session",
            "notices.resume", "notices.open-session");

    @Test
    void wordsGetAFullStopOnce() {
        assertThat(List.of("There is no such file", "Done.", "Open it?", "Wait…", " spaced ", ""))
                .extracting(Sentence::of)
                .containsExactly("There is no such file.", "Done.", "Open it?", "Wait…", "spaced.", "");
    }

    @Test
    void whatDialogsAndNoticesSayEndsAsASentence() {
        List<String> open = Collections.list(Texts.bundle().getKeys()).stream()
                .filter(key -> SPOKEN.contains(key.split("\\.")[0]) || key.matches("dialog\\..*-hint|command-palette\\."
                        + "(?!prompt).*"))
                .filter(key -> !LABELS.contains(key) && !key.startsWith("notices.way."))
                .filter(key -> !Texts.get(key).matches("(?s).*([.?!…]|[.!?] \\{\\d})")).sorted().toList();

        assertThat(open).isEmpty();
    }
}
