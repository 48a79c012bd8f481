package dev.cachewright.words;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.session.Failure;
import dev.cachewright.session.Failure.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FailureWordsTest {

    private static final Failure.Server SERVER = new Failure.Server("https://host/v1", "SOME_API_KEY");

    @ParameterizedTest
    @EnumSource
    void everyKindHasWords(Kind kind) {
        Failure silent = new Failure.Known(kind, 0, "", SERVER, 0);
        Failure saying = new Failure.Known(kind, 418, "I am a teapot", SERVER, 30);

        assertThat(FailureWords.message(silent)).isNotBlank().doesNotContain("{", "}");
        assertThat(FailureWords.advice(silent)).isNotBlank().doesNotContain("{", "}");
        assertThat(FailureWords.message(saying)).contains("I am a teapot");
        assertThat(FailureWords.advice(saying)).isNotBlank().doesNotContain("{", "}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            NO_KEY       | There is no key for https://host/v1. Enter one in the window under Servers and keys, or with cachewright key set; or set SOME_API_KEY in the environment.
            UNREACHABLE  | Nothing answers at https://host/v1. Is the server running there? Start it, or choose another profile.
            KEY_REFUSED  | The server answered 401 without a message. Enter the key of this server again: in the window under Servers and keys, or with cachewright key set.
            BROKEN_OFF   | The connection to https://host/v1 broke. Send it again.
            CUT_OFF      | The connection was closed before the answer ended. Send it again; what has arrived is kept.
            """)
    void sentencesNameThePlaceAndTheKey(Kind kind, String sentence) {
        assertThat(FailureWords.sentence(new Failure.Known(kind, 401, "", SERVER, 0))).isEqualTo(sentence);
    }

    @Test
    void connectionThatBrokeSaysWhy() {
        assertThat(FailureWords.message(new Failure.Known(Kind.BROKEN_OFF, 0, "Connection reset", SERVER, 0)))
                .isEqualTo("The connection to https://host/v1 broke: Connection reset");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0  | Wait a moment, then send it again
            1  | Wait 1 second, then send it again
            20 | Wait 20 seconds, then send it again
            """)
    void rateLimitSaysHowLongToWait(long seconds, String advice) {
        assertThat(FailureWords.advice(new Failure.Known(Kind.RATE_LIMITED, 429, "Slow down", SERVER, seconds)))
                .isEqualTo(advice);
    }

    @Test
    void wordsOfAnEarlierVersionAreKept() {
        var failure = new Failure.Worded(429, "Slow down!", "Wait 3 s");

        assertThat(FailureWords.message(failure)).isEqualTo("Slow down!");
        assertThat(FailureWords.advice(failure)).isEqualTo("Wait 3 s");
        assertThat(FailureWords.sentence(failure)).isEqualTo("Slow down! Wait 3 s.");
        assertThat(FailureWords.sentence(new Failure.Worded(0, "Gone", ""))).isEqualTo("Gone.");
    }
}
