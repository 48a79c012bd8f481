package dev.cachewright.prompt.changing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What looks like an id or a counter and names something that stays.
class FixedNamesTest {

    @ParameterizedTest
    @ValueSource(strings = {"- Commit 9f8c1d2 was taken back", "In an emergency the first sentence is: Call 2222.",
            "Call 112.", "The schema has the id urn:uuid:6ba7b810-9dad-11d1-80b4-00c04fd430c8 and version 3."})
    void whatStaysIsNotFound(String line) {
        assertThat(ChangingText.in(line)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Commit: 9f8c1d2", "You are at commit 9f8c1d2.", "Call 12 of 40.", "This is call 120.",
            "urn:uuid:6ba7b810-9dad-11d1-80b4-00c04fd430c8",
            "Session: urn:uuid:6ba7b810-9dad-11d1-80b4-00c04fd430c8", "Trace 6ba7b810-9dad-11d1-80b4-00c04fd430c8"})
    void whatChangesIsStillFound(String line) {
        assertThat(ChangingText.in(line)).hasSize(1);
    }
}
