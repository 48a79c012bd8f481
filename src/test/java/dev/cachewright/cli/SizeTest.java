package dev.cachewright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A hundred thousand of each thing: what grows with the square of their number takes minutes here.
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SizeTest {

    private static final int MANY = 100_000;
    private static final String HEAD = "---\nmodel: openai/gpt-5.4\n%s---\n{{role \"user\"}}\n";

    @TempDir
    private Path folder;

    private static String many(String separator, IntFunction<String> each) {
        return IntStream.range(0, MANY).mapToObj(each).collect(Collectors.joining(separator));
    }

    private CliRun run(String command, String name, String text, String... more) throws IOException {
        Path file = Files.writeString(folder.resolve(name), text);
        String[] arguments = IntStream.range(0, more.length + 3)
                .mapToObj(i -> i == 0 ? command : i == 1 ? file.toString() : i == 2 ? "--json" : more[i - 3])
                .toArray(String[]::new);
        CliRun run = CliRun.of(arguments);
        assertThat(run.status()).as(run.err()).isZero();
        return run;
    }

    @Test
    void variablesAreFilled() throws IOException {
        Files.writeString(folder.resolve("v.jsonl"), (many(",", i -> "\"v%d\":\"x\"".formatted(i)) + "}\n")
                .replaceFirst("^", "{").repeat(2));

        CliRun run = run("count", "a.prompt", HEAD.formatted("cachewright.values: v.jsonl\n")
                + many(" ", "{{v%d}}"::formatted));

        assertThat(run.err()).isEmpty();
        assertThat(run.json().path("tokens").asInt()).isGreaterThan(MANY);
    }

    @Test
    void messagesAreCounted() throws IOException {
        CliRun run = run("count", "a.json", many(",", "{\"role\":\"user\",\"content\":\"%d\"}"::formatted)
                .replaceFirst("^", "{\"model\":\"gpt-5.4\",\"messages\":[") + "]}");

        assertThat(run.json().path("blocks")).hasSize(MANY);
    }

    @Test
    void toolCallsOfOneTurnAreCounted() throws IOException {
        CliRun run = run("count", "a.json", "{\"model\":\"gpt-4o\",\"input\":[" + many(",",
                "{\"type\":\"function_call\",\"call_id\":\"c%d\",\"name\":\"f\",\"arguments\":\"{}\"}"::formatted)
                + "]}");

        assertThat(run.json().path("blocks")).hasSize(MANY);
    }

    @Test
    void blockMarksAreRead() throws IOException {
        CliRun run = run("count", "a.prompt", HEAD.formatted("") + many("", "{{! @block id=b%d }}\nx\n"::formatted));

        assertThat(run.json().path("blocks")).hasSize(MANY);
    }

    @Test
    void rowsAreForecast() throws IOException {
        Files.writeString(folder.resolve("v.csv"), "q\n" + many("\n", Integer::toString));

        CliRun run = run("forecast", "a.prompt", HEAD.formatted("cachewright.values: v.csv\n") + "Answer {{q}}");

        assertThat(run.json().path("calls")).hasSize(MANY);
    }

    @Test
    void recordedCallsAreReplayed() throws IOException {
        CliRun run = run("replay", "a.jsonl", many("\n", ("{\"at\":0,\"request\":{\"model\":\"gpt-5.4\","
                + "\"prompt_cache_key\":\"k%1$d\",\"messages\":[{\"role\":\"user\",\"content\":\"%1$d\"}]}}")::formatted));

        assertThat(run.json().path("calls")).hasSize(MANY);
    }

    @Test
    void whatIsSaidOfManyStaysShort() throws IOException {
        CliRun marks = run("forecast", "a.prompt", HEAD.formatted("").replace("5.4", "5.6-sol")
                + many("", "{{! @block id=b%d break=true }}\nx\n"::formatted));
        CliRun names = run("count", "b.prompt", HEAD.formatted("") + many("", "{{v%d}}"::formatted));
        CliRun models = run("replay", "a.jsonl", many("\n", ("{\"at\":0,\"request\":{\"model\":\"m%d\","
                + "\"messages\":[{\"role\":\"user\",\"content\":\"a\"}]}}")::formatted));

        assertThat(marks.err().lines()).hasSize(1).last().asString().endsWith("; and 99,987 more");
        assertThat(names.err()).isEqualTo("warning: no value for v0, v1, v2, v3, v4, v5, v6, v7, v8, v9, and 99,990 "
                + "more: counted as nothing\n");
        assertThat(models.err().lines()).hasSize(11).last().isEqualTo("warning: and 99,990 more");
    }

    @Test
    void aLongNameIsSaidInPart() throws IOException {
        CliRun run = run("count", "a.prompt", HEAD.formatted("") + "{{" + "v".repeat(1_000_000) + "}}");

        assertThat(run.err()).hasSizeLessThan(5_000).startsWith("warning: no value for v").contains(" … ")
                .endsWith(": counted as nothing\n");
    }
}
