package dev.cachewright.format.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Each form of logs, by a small file with what is to be read of it beside.
class LogFormsTest {

    private static final Path LOGS = Path.of("src/test/resources/logs");
    private static final String PLANTED = "sk-planted";

    static List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(LOGS)) {
            return files.map(file -> file.getFileName().toString()).filter(name -> !name.endsWith(".calls")).sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void eachFormIsReadAsItsFileSays(String name) throws IOException {
        String told = Told.all(log(name));

        assertThat(told).isEqualTo(Files.readString(LOGS.resolve(name + ".calls")));
    }

    @Test
    void batchRequestsGetTheirAnswersWhereverThoseStand() throws IOException {
        String after = Told.all(log("openai-batch-input.jsonl"), log("openai-batch-output.jsonl"));
        String before = Told.all(log("openai-batch-output.jsonl"), log("openai-batch-input.jsonl"));

        assertThat(after).isEqualTo(before);
        assertThat(Told.calls(log("openai-batch-input.jsonl"), log("openai-batch-output.jsonl")))
                .extracting(call -> call.place().toString(), call -> call.usage().cached().orElse(-1),
                        call -> call.body().isPresent())
                .containsExactly(tuple("openai-batch-input.jsonl:1", 0L, true),
                        tuple("openai-batch-input.jsonl:2", 1408L, true),
                        tuple("openai-batch-output.jsonl:4", 0L, false));
    }

    @Test
    void noKeyCookieOrHeaderLeavesALog() throws IOException {
        for (String name : names()) {
            String text = Files.readString(LOGS.resolve(name));
            assertThat(Told.calls(log(name)).toString()).as(name).doesNotContain(PLANTED).doesNotContain("Set-Cookie");
            if (List.of("chat.har", "litellm.jsonl", "litellm-spend.jsonl", "langsmith.jsonl", "claude-tap.jsonl",
                    "stored.json")
                    .contains(name)) {
                assertThat(text).as("the key is planted in " + name).contains(PLANTED);
            }
        }
    }

    private static LogStream log(String name) throws IOException {
        return Told.log(name, Files.readAllBytes(LOGS.resolve(name)));
    }
}
