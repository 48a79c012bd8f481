package dev.cachewright.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.words.Texts;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnexpectedTest {

    @Test
    void whatTheDiskSaysIsPassedOn() {
        assertThat(Unexpected.words(new IOException("No space left on device")))
                .isEqualTo("The file could not be read or written: No space left on device.");
    }

    @Test
    void aDiskThatSaysNothingIsAFailureLikeAnyOther() {
        assertThat(Unexpected.words(new IOException())).isEqualTo(Texts.get("unexpected.failure"));
    }

    @Test
    void aLackOfMemoryIsSaidWithWhatToDo() {
        assertThat(Unexpected.words(new OutOfMemoryError("Java heap space")))
                .isEqualTo(Texts.get("unexpected.memory"));
    }

    @Test
    void noSentenceNamesAClass() {
        List<Throwable> failures = List.of(new NullPointerException("x is null"), new StackOverflowError(),
                new IllegalStateException(), new AccessDeniedException("a.prompt"), new OutOfMemoryError());

        assertThat(failures).extracting(Unexpected::words).noneMatch(words -> words.contains("Exception")
                || words.contains("Error") || words.contains("null") || words.contains("java."));
    }
}
