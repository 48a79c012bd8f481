package dev.cachewright.provider.simulated;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cachewright.catalog.RuleSet;
import dev.cachewright.format.json.RawJson;
import dev.cachewright.provider.Simulators;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is refused, and in which words.
class RefusalTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', nullValues = "null", textBlock = """
            /chat/completions | {                                                   | null                       | null
            /chat/completions | {"model": "gpt-4o", "messages": [] } x              | null                       | null
            /chat/completions | [1]                                                 | null                       | null
            /chat/completions | {"messages": []}                                    | missing_required_parameter | model
            /chat/completions | {"model": "gpt-4o"}                                 | missing_required_parameter | messages
            /chat/completions | {"model": 4, "messages": []}                        | invalid_type               | model
            /chat/completions | {"model": "gpt-4o", "messages": "hi"}               | invalid_type               | messages
            /chat/completions | {"model": "gpt-4o", "messages": []}                 | empty_array                | messages
            /chat/completions | {"model": "gpt-4o", "messages": ["hi"]}             | invalid_type               | messages[0]
            /chat/completions | {"model": "gpt-4o", "messages": [{"content": "a"}]} | missing_required_parameter | messages[0].role
            /chat/completions | {"model": "gpt-4o", "messages": [{"role": "boss", "content": "a"}]} | invalid_value | messages[0].role
            /chat/completions | {"model": "gpt-4o", "messages": [{"role": "user"}]} | missing_required_parameter | messages[0].content
            /chat/completions | {"model": "gpt-4o", "messages": [{"role": "user", "content": 7}]} | invalid_type | messages[0].content
            /chat/completions | {"model": "gpt-4o", "messages": [{"role": "user", "content": "a"}], "stream": "yes"} | invalid_type | stream
            /chat/completions | {"model": "gpt-4o", "messages": [{"role": "user", "content": "a"}], "max_tokens": 0} | integer_below_min_value | max_tokens
            /responses        | {"model": "gpt-4o"}                                 | missing_required_parameter | input
            /responses        | {"model": "gpt-4o", "input": 5}                     | invalid_type               | input
            /responses        | {"model": "gpt-4o", "input": "a", "instructions": []} | invalid_type             | instructions
            /responses        | {"model": "gpt-4o", "input": "a", "prompt_cache_key": "0123456789012345678901234567890123456789012345678901234567890123456789"} | string_above_max_length | prompt_cache_key
            """)
    void badRequestsAreRefusedLikeTheVendorRefusesThem(String path, String body, String code, String param) {
        try (var server = Simulators.start(); var http = new Http(server)) {
            HttpResponse<String> response = http.post(path, body);

            JsonNode error = RawJson.tree(response.body()).get("error");
            assertThat(response.statusCode()).isEqualTo(400);
            assertThat(error.get("type").asText()).isEqualTo("invalid_request_error");
            assertThat(error.get("code").textValue()).isEqualTo(code);
            assertThat(error.get("param").textValue()).isEqualTo(param);
            assertThat(error.get("message").asText()).isNotEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            /responses        | gpt-5.4       | "prompt_cache_options": {"mode": "explicit"}  | unsupported_parameter | prompt_cache_options
            /chat/completions | gpt-5.5       | "prompt_cache_options": {"ttl": "30m"}        | unsupported_parameter | prompt_cache_options
            /responses        | gpt-5.6-sol   | "prompt_cache_options": "explicit"            | invalid_type          | prompt_cache_options
            /responses        | gpt-5.6-sol   | "prompt_cache_options": {"mode": "automatic"} | invalid_value         | prompt_cache_options.mode
            /responses        | gpt-5.6-sol   | "prompt_cache_options": {"ttl": "24h"}        | invalid_value         | prompt_cache_options.ttl
            /chat/completions | gpt-6.1-terra | "prompt_cache_options": {"ttl": "12h"}        | unsupported_parameter | prompt_cache_options.ttl
            /chat/completions | gpt-5.6-sol   | "prompt_cache_options": {"prewarm": true}     | unsupported_parameter | prompt_cache_options.prewarm
            /responses        | gpt-5.6-sol   | "prompt_cache_retention": "24h"               | unsupported_parameter | prompt_cache_retention
            /responses        | gpt-5.5       | "prompt_cache_retention": "in_memory"         | unsupported_value     | prompt_cache_retention
            /responses        | gpt-5.4       | "prompt_cache_retention": "in-memory"         | invalid_value         | prompt_cache_retention
            """)
    void cacheFieldsThatAModelDoesNotTakeAreRefused(String path, String model, String field, String code,
            String param) {
        String content = path.equals("/responses") ? "\"input\": \"a\"" : "\"messages\": [{\"role\": \"user\", "
                + "\"content\": \"a\"}]";

        assertRefused(path, "{\"model\": \"" + model + "\", " + content + ", " + field + "}", code, param);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            gpt-5.4     | {"role": "user", "content": [{"type": "input_text", "text": "a", %s}]}           | unsupported_parameter | input[0].content[0].prompt_cache_breakpoint
            gpt-5.6-sol | {"role": "assistant", "content": [{"type": "output_text", "text": "a", %s}]}     | unknown_parameter     | input[0].content[0].prompt_cache_breakpoint
            gpt-5.6-sol | {"role": "user", "content": "a", %s}                                             | unknown_parameter     | input[0].prompt_cache_breakpoint
            gpt-5.6-sol | {"type": "additional_tools", "tools": [], %s}                                    | unknown_parameter     | input[0].prompt_cache_breakpoint
            gpt-5.6-sol | {"role": "user", "content": [{"type": "input_text", "text": "a", "prompt_cache_breakpoint": {"mode": "implicit"}}]} | invalid_value | input[0].content[0].prompt_cache_breakpoint.mode
            gpt-5.6-sol | {"role": "user", "content": [{"type": "input_text", "text": "a", "prompt_cache_breakpoint": {}}]} | missing_required_parameter | input[0].content[0].prompt_cache_breakpoint.mode
            """)
    void markersAreRefusedWhereTheyMayNotStand(String model, String item, String code, String param) {
        String body = "{\"model\": \"" + model + "\", \"input\": [" + item.replace("%s",
                "\"prompt_cache_breakpoint\": {\"mode\": \"explicit\"}") + "]}";

        assertRefused("/responses", body, code, param);
    }

    @Test
    void toolsTakeNoMarker() {
        assertRefused("/responses", """
                {"model": "gpt-5.6-sol", "input": "a", "tools": [{"type": "function", "name": "f",
                 "prompt_cache_breakpoint": {"mode": "explicit"}}]}""", "unknown_parameter",
                "tools[0].prompt_cache_breakpoint");
    }

    @Test
    void whatAModelTakesIsLetThrough() {
        String marker = "\"prompt_cache_breakpoint\": {\"mode\": \"explicit\"}";
        try (var server = Simulators.start(); var http = new Http(server)) {
            http.json("/responses", "{\"model\": \"gpt-6.1-terra\", \"input\": [{\"role\": \"user\", \"content\": "
                    + "[{\"type\": \"input_text\", \"text\": \"a\", " + marker + "}]}, {\"type\": "
                    + "\"function_call_output\", \"call_id\": \"c\", \"output\": [{\"type\": \"input_text\", \"text\": "
                    + "\"b\", " + marker
                    + "}]}], \"prompt_cache_options\": {\"mode\": \"explicit\", \"ttl\": \"12h\"}}");
            http.json("/chat/completions", "{\"model\": \"gpt-5.4\", \"messages\": [{\"role\": \"user\", "
                    + "\"content\": \"a\"}], \"prompt_cache_retention\": \"in_memory\", \"prompt_cache_key\": \""
                    + "😀".repeat(64) + "\"}");
        }
    }

    @Test
    void serversOfOtherRulesPassOverCacheFields() {
        var options = Simulators.quick().withRules(new RuleSet.Blocks(16));
        try (var server = Simulators.start(options); var http = new Http(server)) {
            http.json("/responses",
                    "{\"model\": \"gpt-5.4\", \"input\": \"a\", \"prompt_cache_options\": {\"mode\": \"x\"}}");
        }
    }

    private static void assertRefused(String path, String body, String code, String param) {
        try (var server = Simulators.start(); var http = new Http(server)) {
            HttpResponse<String> response = http.post(path, body);

            JsonNode error = RawJson.tree(response.body()).path("error");
            assertThat(response.statusCode()).isEqualTo(400);
            assertThat(error.path("type").asText()).isEqualTo("invalid_request_error");
            assertThat(List.of(error.path("code").asText(), error.path("param").asText())).containsExactly(code, param);
        }
    }

    @Test
    void unknownModelIsNotFound() {
        try (var server = Simulators.start(); var http = new Http(server)) {
            HttpResponse<String> response = http.post("/chat/completions",
                    "{\"model\": \"gpt-9\", \"messages\": [{\"role\": \"user\", \"content\": \"a\"}]}");

            assertThat(response.statusCode()).isEqualTo(404);
            assertThat(RawJson.tree(response.body())).isEqualTo(RawJson.tree("""
                    {"error": {"message": "The model `gpt-9` does not exist or you do not have access to it.",
                     "type": "invalid_request_error", "param": "model", "code": "model_not_found"}}"""));
        }
    }

    @Test
    void inputBeyondTheContextIsRefused() {
        try (var server = Simulators.start(); var http = new Http(server)) {
            HttpResponse<String> response = http.post("/chat/completions",
                    "{\"model\": \"gpt-4o\", \"messages\": [{\"role\": \"user\", \"content\": \""
                            + "word ".repeat(130_000)
                            + "\"}]}");

            assertThat(response.statusCode()).isEqualTo(400);
            assertThat(response.body()).contains("\"code\":\"context_length_exceeded\"",
                    "maximum context length is 128000 tokens");
        }
    }

    @Test
    void unknownPathsAndWrongMethodsAreTold() {
        try (var server = Simulators.start(); var http = new Http(server)) {
            assertThat(http.post("/completions", "{}").statusCode()).isEqualTo(404);
            assertThat(http.post("/completions", "{}").body()).contains("Invalid URL (POST /v1/completions)");
            HttpResponse<String> wrong = http.send("GET", "/responses", "");
            assertThat(wrong.statusCode()).isEqualTo(405);
            assertThat(wrong.headers().firstValue("allow")).contains("POST");
        }
    }

    @Test
    void onlyTheGivenKeyIsLetIn() {
        try (var server = Simulators.start(Simulators.quick().withApiKey("right-key")); var http = new Http(server)) {
            HttpResponse<String> wrong = http.send("GET", "/models", "", "Authorization", "Bearer sk-wrong-key-1234");

            assertThat(wrong.statusCode()).isEqualTo(401);
            assertThat(wrong.body()).contains("\"code\":\"invalid_api_key\"", "sk-***1234").doesNotContain("wrong",
                    "right");
            assertThat(http.send("GET", "/models", "").statusCode()).isEqualTo(401);
            assertThat(http.send("GET", "/models", "", "Authorization", "Bearer right-key").statusCode()).isEqualTo(
                    200);
        }
    }

    @Test
    void callsAboveTheRateAreToldHowLongToWait() {
        var now = new AtomicReference<>(Instant.parse("2026-11-23T09:00:00Z"));
        String body = "{\"model\": \"gpt-4o\", \"input\": \"a\"}";
        try (var server = Simulators.start(Simulators.quick().withRequestsPerMinute(2), now::get);
                var http = new Http(server)) {
            http.json("/responses", body);
            now.updateAndGet(at -> at.plusSeconds(20));
            http.json("/responses", body);

            HttpResponse<String> refused = http.post("/responses", body);
            now.updateAndGet(at -> at.plusSeconds(40));

            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(refused.headers().firstValue("retry-after")).contains("40");
            assertThat(refused.body()).contains("\"code\":\"rate_limit_exceeded\"");
            assertThat(http.post("/responses", body).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void refusedCallsDoNotWarmTheCache() {
        String body = "{\"model\": \"gpt-4o\", \"input\": \"" + Simulators.LONG + "\"%s}";
        try (var server = Simulators.start(); var http = new Http(server)) {
            http.post("/responses", body.formatted(", \"stream\": 1"));

            assertThat(http.json("/responses", body.formatted("")).at("/usage/input_tokens_details/cached_tokens")
                    .asInt(-1)).isZero();
        }
    }
}
