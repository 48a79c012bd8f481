package dev.cachewright.format.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class LogGlanceTest {

    private static final String CALL = """
            {"request":{"model":"gpt-4o","messages":[{"role":"user","content":"Hi"}]},"usage":{"prompt_tokens":20}}
            """;

    private static boolean holdsCalls(String text) {
        return holdsCalls(text, 1);
    }

    private static boolean holdsCalls(String text, int least) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return LogGlance.holdsCalls(new LogStream("a", OptionalLong.of(bytes.length),
                () -> new ByteArrayInputStream(bytes)), least);
    }

    @Test
    void callsAreFoundAlsoBehindOtherLines() {
        assertThat(holdsCalls(CALL)).isTrue();
        assertThat(holdsCalls("{\"level\": \"info\"}\n".repeat(10) + CALL)).isTrue();
        assertThat(holdsCalls(CALL.repeat(100_000))).isTrue();
    }

    @Test
    void valuesAndProseAreNoCalls() {
        assertThat(holdsCalls("{\"question\": \"Why?\"}\n{\"question\": \"How?\"}\n")).isFalse();
        assertThat(holdsCalls("nothing to see\n")).isFalse();
        assertThat(holdsCalls("")).isFalse();
    }

    @Test
    void soManyCallsAreFoundAsAreThere() {
        assertThat(holdsCalls(CALL, 2)).isFalse();
        assertThat(holdsCalls(CALL.repeat(2), 2)).isTrue();
    }
}
