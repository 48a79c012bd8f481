package dev.cachewright.provider.simulated;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.provider.Simulators;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// No request of any content gets an answer of 500 or above.
class RandomRequestsTest {

    private static final int BODIES = 1_500;

    private static final String OPENAI = """
            {"model":"gpt-5.6-sol","stream":false,"input":[{"role":"user","content":[{"type":"input_text","text":"Hi",
            "prompt_cache_breakpoint":{"mode":"explicit"}}]},{"type":"function_call","call_id":"c","name":"f",
            "arguments":"{}"},{"type":"function_call_output","call_id":"c","output":"x"},{"role":"assistant","content":
            [{"type":"output_text","text":"Yes"}]}],"tools":[{"type":"function","name":"f","parameters":{"type":"object",
            "properties":{"a":{"type":"string","enum":["b"]}}}}],"text":{"format":{"type":"json_schema","name":"s",
            "schema":{"type":"object","properties":{}}}},"max_output_tokens":9,"prompt_cache_key":"k","reasoning":
            {"effort":"low"},"prompt_cache_options":{"mode":"implicit","ttl":"30m","comparison_response_id":"resp_1"}}""";
    private static final String CHAT = """
            {"model":"gpt-5.4","stream":true,"stream_options":{"include_usage":true},"messages":[{"role":"system",
            "content":"Be brief"},{"role":"user","content":[{"type":"text","text":"Hi"},{"type":"image_url","image_url":
            {"url":"data:image/png;base64,iVBORw0KGgo="}}]},{"role":"assistant","content":null,"tool_calls":[{"id":"c",
            "type":"function","function":{"name":"f","arguments":"{}"}}]},{"role":"tool","tool_call_id":"c","content":
            "x"}],"tools":[{"type":"function","function":{"name":"f","parameters":{"type":"object","properties":{}}}}],
            "response_format":{"type":"json_schema","json_schema":{"name":"s","schema":{"type":"object"}}},
            "max_completion_tokens":9,"temperature":0.5,"prompt_cache_retention":"24h"}""";
    private static final String CLAUDE = """
            {"model":"claude-sonnet-5-5","max_tokens":9,"stream":false,"cache_control":{"type":"ephemeral"},"system":
            [{"type":"text","text":"Be brief","cache_control":{"type":"ephemeral","ttl":"1h"}}],"messages":[{"role":
            "user","content":[{"type":"text","text":"Hi"},{"type":"image","source":{"type":"base64","media_type":
            "image/png","data":"iVBORw0KGgo="}}]},{"role":"assistant","content":[{"type":"thinking","thinking":"hm",
            "signature":"s"},{"type":"tool_use","id":"t","name":"f","input":{"a":1}}]},{"role":"user","content":
            [{"type":"tool_result","tool_use_id":"t","content":[{"type":"text","text":"x"}]}]}],"tools":[{"name":"f",
            "input_schema":{"type":"object","properties":{}}}],"tool_choice":{"type":"auto"},"thinking":{"type":
            "adaptive"},"diagnostics":{"previous_message_id":"msg_0000000000000001"},"temperature":0.5}""";

    private static final List<String> ODD = List.of("null", "[]", "{}", "-1", "0", "1e999", "1e-999", "\"\"", "true",
            "\" \"", "[".repeat(900) + "]".repeat(900), "[".repeat(150) + "]".repeat(150),
            "{\"properties\":".repeat(180) + "1" + "}".repeat(180), "{\"a\":".repeat(990) + "1" + "}".repeat(990),
            "[".repeat(5_000) + "]".repeat(5_000), "99999999999999999999", "9".repeat(999), "9".repeat(5_000),
            "-0.0", "\"\\ufdd2\"", "\"\\\\\\\\{{ \\ufdd2 x\"", "\"\\ud800\"", "\"\\udc00\\ud800\"", "\"\\u0000\"",
            "\"{{#if a}}\"", "\"{{{{raw}}}}\"", "\"<|endoftext|>\"", "\"e\\u0301\\u200d\\ufe0f\\u202e\"", "\"\ufffe\"",
            "\"😀".repeat(3) + "\"", "\"" + "a".repeat(20_000) + "\"", "[null]", "{\"a\":null}", "[[],{}]",
            "{\"type\":\"ephemeral\"}", "{\"type\":\"tool_result\"}", "[{\"role\":\"user\",\"content\":\"a\"}]",
            "\"ephemeral\"", "\"assistant\"", "\"data:image/png;base64,AAAA\"", "NaN", "'a'", "\"\t\"");

    @ParameterizedTest
    @CsvSource({"chat/completions, 1", "responses, 2", "responses/input_tokens, 3", "messages, 4",
            "messages/count_tokens, 5"})
    void noneBreaksTheServer(String path, long seed) {
        var random = new Random(seed);
        String form = formOf(path);
        String[] headers = path.startsWith("messages") ? new String[]{"anthropic-version", "2023-06-01"}
                : new String[]{};
        int answered = 0;
        try (var server = Simulators.start(); var http = new Http(server)) {
            for (int i = 0; i < BODIES; i++) {
                String body = changed(form, random);
                HttpResponse<String> response = http.post("/" + path, body, headers);

                assertThat(response.statusCode()).as("%d: %s", i, body).isLessThan(500);
                answered += response.statusCode() == 200 ? 1 : 0;
            }
            assertThat(http.post("/" + path, form, headers).statusCode()).isEqualTo(200);
        }
        // The changes leave some that are in order: not only the first check is tried.
        assertThat(answered).isPositive();
    }

    private static String formOf(String path) {
        return switch (path) {
            case "chat/completions" -> CHAT;
            case "messages" -> CLAUDE;
            case "messages/count_tokens" -> CLAUDE.replaceAll("\"(max_tokens|stream|temperature)\":[^,}]+,?", "")
                    .replaceAll(",\"diagnostics\":\\{[^}]*},", "");
            default -> OPENAI;
        };
    }

    /// Values replaced, dropped, doubled or swapped; now and then single characters.
    private static String changed(String form, Random random) {
        List<String> parts = new ArrayList<>(Arrays.asList(form.split("(?<=[:,\\[{])|(?=[,\\]}])")));
        for (int n = random.nextInt(4); n >= 0; n--) {
            int at = random.nextInt(parts.size());
            switch (random.nextInt(8)) {
                case 0 -> parts.remove(at);
                case 1 -> parts.add(at, parts.get(random.nextInt(parts.size())));
                case 2 -> parts.set(at, parts.get(random.nextInt(parts.size())));
                default -> parts.set(at, ODD.get(random.nextInt(ODD.size())));
            }
        }
        var body = new StringBuilder(String.join("", parts));
        for (int n = random.nextInt(12) - 9; n > 0; n--) {
            body.setCharAt(random.nextInt(body.length()), (char) random.nextInt(0x10000));
        }
        return body.toString();
    }
}
