package dev.cachewright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files and options changed at random, over all commands that end by themselves: each run ends in 0, 1 or 2 with at
/// most three lines on standard error, and none of them is a trace.
///
/// `-Dfuzz.inputs=100000` tries more; `-Dfuzz.seed=N -Dfuzz.inputs=1` repeats the one that failed.
class FuzzTest {

    private static final long LONGEST_SECONDS = 60;

    private static final String PROMPT = """
            ---
            model: openai/gpt-5.4
            config: {temperature: 0.2, max_output_tokens: 50}
            input:
              default:
                a: x
                list: [1, two, {b: 3}]
            cachewright.values: v.csv
            cachewright.tools: t.json
            ---
            {{role "system"}}
            {{! @block id=policy kind=static break=true }}
            Be kind. \\{{escaped}}
            {{role "user"}}
            {{#if a}}Hello {{a}}{{else}}Nobody{{/if}} {{#each list}}{{this}} {{/each}}{{json list}}
            {{q}}
            """;
    private static final String CHAT = """
            {"model":"gpt-5.4","messages":[{"role":"system","content":"Be kind."},{"role":"user","content":[{"type":
            "text","text":"Hi {{name}}"}]},{"role":"assistant","content":null,"tool_calls":[{"id":"c","type":"function",
            "function":{"name":"f","arguments":"{\\"a\\":1}"}}]},{"role":"tool","tool_call_id":"c","content":"x"}],
            "tools":[{"type":"function","function":{"name":"f","parameters":{"type":"object","properties":{"a":{"type":
            "string","enum":["b"]}}}}}],"response_format":{"type":"json_schema","json_schema":{"name":"s","schema":{
            "type":"object"}}},"prompt_cache_key":"k"}""";
    private static final String RESPONSES = """
            {"model":"gpt-5.6","instructions":"Be kind.","input":[{"role":"user","content":[{"type":"input_text",
            "text":"Hi","prompt_cache_breakpoint":{"mode":"explicit"}}]},{"type":"reasoning","encrypted_content":"abc",
            "summary":[]},{"type":"function_call","call_id":"c","name":"f","arguments":"{}"},{"type":
            "function_call_output","call_id":"c","output":"x"}],"text":{"format":{"type":"json_object"}}}""";
    private static final String MESSAGES = """
            {"model":"claude-sonnet-4-5","max_tokens":9,"system":[{"type":"text","text":"Be kind.","cache_control":{
            "type":"ephemeral","ttl":"1h"}}],"messages":[{"role":"user","content":"Hi"}],"tools":[{"name":"f",
            "input_schema":{"type":"object"}}]}""";
    private static final List<String> BODIES = List.of(CHAT, RESPONSES, MESSAGES);
    private static final List<String> OPTIONS = List.of("--json", "--model=", "--model=gpt-4o",
            "--model=claude-opus-4-1",
            "--model=no-such", "--row=2", "--row=0", "--row=99999999999", "--rules=block-16", "--rules=anthropic",
            "--rules=block-0", "--rules=openai-grid", "--calls=3", "--calls=0", "--calls=-7", "--calls=2147483647",
            "--every=0s", "--every=999999999h", "--every=1", "--start=2026-11-23T09:41:02Z", "--start=now",
            "--start=-999999999-01-01T00:00:00Z", "--parallel=2", "--parallel=2147483647", "--pause-after=1",
            "--pause=1ms", "--api=chat", "--api=responses", "--api=messages", "--concurrency=2", "--values=v.csv",
            "--values=v.jsonl", "--values=/dev/null", "--allow-outside", "--help", "--version", "--", "--profile=x",
            "--port=99999", "@x", "");

    @TempDir
    private Path folder;

    @Test
    @Tag("slow")
    void everyRunEndsInAFewWords() throws Exception {
        int inputs = Integer.getInteger("fuzz.inputs", 10_000);
        long first = Long.getLong("fuzz.seed", 20_261_128L);
        try (ExecutorService threads = Executors.newThreadPerTaskExecutor(Thread.ofPlatform().daemon().factory())) {
            for (long seed = first; seed < first + inputs; seed++) {
                String[] arguments = input(new Random(seed));
                String name = "-Dfuzz.seed=" + seed + " -Dfuzz.inputs=1: " + String.join(" ", arguments);
                CliRun run;
                try {
                    run = threads.submit(() -> CliRun.of(arguments)).get(LONGEST_SECONDS, TimeUnit.SECONDS);
                } catch (Exception e) {
                    throw new AssertionError(name, e);
                }
                assertThat(run.status()).as(name).isBetween(0, 2);
                assertThat(run.err().lines().count()).as(name + "\n" + run.err()).isLessThanOrEqualTo(3);
                assertThat(run.err()).as(name).doesNotContain("Unexpected error", "Exception", "\tat ", "java.",
                        "went wrong unexpectedly");
            }
        }
    }

    /// Writes the files of an input.
    ///
    /// @return the command that reads them
    private String[] input(Random random) throws Exception {
        var mutations = new Mutations(random);
        String csv = "q,a\nWhy?,1\n\"How, then?\",2\n";
        String jsonl = "{\"q\":\"Why?\",\"a\":[1,{\"b\":null}]}\n{\"q\":7,\"a\":true}\n";
        write("v.csv", random.nextInt(3) == 0 ? mutations.of(csv) : csv);
        write("v.jsonl", random.nextInt(2) == 0 ? mutations.of(jsonl) : jsonl);
        String tools = "[{\"type\":\"function\",\"function\":{\"name\":\"f\",\"parameters\":{\"type\":\"object\"}}}]";
        write("t.json", random.nextInt(4) == 0 ? mutations.of(tools) : tools);
        Path prompt = write("a.prompt", mutations.of(PROMPT));
        Path body = write("a.json", mutations.of(pick(random, BODIES)));
        Path other = write("b.json", random.nextBoolean() ? mutations.of(pick(random, BODIES)) : pick(random, BODIES));
        String file = (random.nextBoolean() ? prompt : body).toString();
        var arguments = new ArrayList<String>(switch (random.nextInt(6)) {
            case 0, 1 -> List.of("count", file);
            case 2 -> List.of("forecast", file);
            case 3 -> List.of("replay", write("a.jsonl", calls(random, mutations)).toString());
            case 4 -> List.of("diff", file, other.toString());
            default -> List.of(pick(random, List.of("run", "run", "run", "models", "nothing")), file);
        });
        for (int options = random.nextInt(3); options > 0; options--) {
            arguments.add(pick(random, OPTIONS).replaceFirst("=v\\.", "=" + folder + "/v."));
        }
        return arguments.toArray(String[]::new);
    }

    private static String calls(Random random, Mutations mutations) {
        return Stream.generate(() -> "{\"at\":" + random.nextInt() + ",\"request\":"
                + pick(random, BODIES).replace("\n", "")
                + ",\"usage\":{\"prompt_tokens\":9,\"prompt_tokens_details\":{\"cached_tokens\":3}}}\n").limit(3)
                .map(line -> random.nextInt(3) == 0 ? mutations.of(line) : line).reduce("", String::concat);
    }

    private static String pick(Random random, List<String> all) {
        return all.get(random.nextInt(all.size()));
    }

    /// Texts with half a surrogate are written as bytes that are no UTF-8.
    private Path write(String name, String text) throws Exception {
        return Files.write(folder.resolve(name),
                text.getBytes(text.contains("\uD800") ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8));
    }
}
