package dev.cachewright.provider.simulated;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cachewright.format.json.RawJson;
import dev.cachewright.provider.Simulators;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Where the vendors say themselves why a call missed.
class DiagnosticsTest {

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-23T09:00:00Z"));
    private final SimulatedServer server = Simulators.start(Simulators.quick(), now::get);
    private final Http http = new Http(server);

    @AfterEach
    void stop() {
        http.close();
        server.close();
    }

    private JsonNode message(String body, String... beta) {
        String[] headers = beta.length == 0 ? new String[]{"anthropic-version", "2023-06-01"}
                : new String[]{"anthropic-version", "2023-06-01", "anthropic-beta", beta[0]};
        HttpResponse<String> response = http.post("/messages", body, headers);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return RawJson.tree(response.body());
    }

    /// @param previous JSON
    private static String claude(String previous) {
        return """
                {"model": "claude-sonnet-5-5", "max_tokens": 50, "speed": "standard",
                 "tools": [{"name": "find", "input_schema": {"type": "object"}}],
                 "system": [{"type": "text", "text": "%s", "cache_control": {"type": "ephemeral"}}],
                 "messages": [{"role": "user", "content": "Where is it?"}],
                 "diagnostics": {"previous_message_id": %s}}""".formatted(Simulators.LONG, previous);
    }

    private JsonNode after(String change, String with) {
        JsonNode first = message(claude("null"));
        return message(claude(first.get("id").toString()).replace(change, with));
    }

    @Test
    void aRequestThatDoesNotAskIsToldNothing() {
        assertThat(message(claude("null").replace("\"diagnostics\"", "\"metadata\"").replace(
                "\"previous_message_id\"", "\"user_id\"")).has("diagnostics")).isFalse();
    }

    @Test
    void theFirstOneAndOneWithoutDivergenceAreToldNull() {
        JsonNode first = message(claude("null"));
        JsonNode same = message(claude(first.get("id").toString()));
        JsonNode next = message(claude(same.get("id").toString()).replace("Where is it?\"}",
                "Where is it?\"}, {\"role\": \"assistant\", \"content\": \"Here.\"}, {\"role\": \"user\", \"content\": "
                        + "\"And the other?\"}"));

        assertThat(first.get("diagnostics").isNull()).isTrue();
        assertThat(same.get("diagnostics").isNull()).isTrue();
        assertThat(next.get("diagnostics").isNull()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"claude-sonnet-5-5 | claude-opus-5-5 | model_changed",
            "\"speed\": \"standard\" | \"speed\": \"fast\" | model_changed",
            "\"name\": \"find\" | \"name\": \"seek\" | tools_changed",
            "Answer in one short | Reply in one short | system_changed",
            "Where is it? | When is it? | messages_changed"})
    void aDivergenceIsNamedWithWhatItCost(String change, String with, String type) {
        JsonNode reason = after(change, with).at("/diagnostics/cache_miss_reason");

        assertThat(reason.get("type").asText()).isEqualTo(type);
        assertThat(reason.get("cache_missed_input_tokens").asInt()).isPositive();
    }

    @Test
    void anEarlierDivergenceCostsMore() {
        int ofSystem = after("Answer in one short", "Reply in one short")
                .at("/diagnostics/cache_miss_reason/cache_missed_input_tokens").asInt();
        int ofMessage = after("Where is it?", "When is it?")
                .at("/diagnostics/cache_miss_reason/cache_missed_input_tokens").asInt();

        assertThat(ofSystem).isGreaterThan(1_000);
        assertThat(ofMessage).isLessThan(30);
    }

    @Test
    void otherSettingsLeaveTheReasonOpen() {
        JsonNode reason = after("\"max_tokens\"", "\"tool_choice\": {\"type\": \"any\"}, \"max_tokens\"").at(
                "/diagnostics/cache_miss_reason");
        JsonNode first = message(claude("null"));
        JsonNode ofBeta = message(claude(first.get("id").toString()), "some-beta").at(
                "/diagnostics/cache_miss_reason");

        assertThat(reason).isEqualTo(RawJson.tree("{\"type\": \"unavailable\"}"));
        assertThat(ofBeta).isEqualTo(RawJson.tree("{\"type\": \"unavailable\"}"));
    }

    @Test
    void requestsAreForgottenAfterAnHour() {
        JsonNode first = message(claude("null"));
        now.updateAndGet(at -> at.plus(Duration.ofMinutes(61)));

        assertThat(message(claude(first.get("id").toString())).at("/diagnostics/cache_miss_reason/type").asText())
                .isEqualTo("previous_message_not_found");
    }

    @Test
    void aStreamSaysItAtItsBeginning() {
        JsonNode first = message(claude("null"));
        String events = http.post("/messages", claude(first.get("id").toString()).replace("\"max_tokens\"",
                "\"stream\": true, \"max_tokens\"").replace("Answer in", "Reply in"), "anthropic-version",
                "2023-06-01").body();

        assertThat(events.lines().filter(line -> line.contains("message_start")).toList().toString())
                .contains("\"diagnostics\":{\"cache_miss_reason\":{\"type\":\"system_changed\"");
    }

    private static String openai(String earlier, String question) {
        String comparison = earlier.isEmpty() ? "" : ", \"comparison_response_id\": \"" + earlier + "\"";
        return """
                {"model": "gpt-5.6-sol", "prompt_cache_options": {"mode": "implicit"%s},
                 "tools": [{"type": "function", "name": "find", "parameters": {"type": "object"}}],
                 "input": [{"role": "developer", "content": "%s"}, {"role": "user", "content": "%s"}]}"""
                .formatted(comparison, Simulators.LONG, question);
    }

    private JsonNode compared(String change, String with) {
        String id = http.json("/responses", openai("", "Where is it?")).get("id").asText();
        return http.json("/responses", openai(id, "Where is it?").replace(change, with))
                .get("prompt_cache_diagnostics");
    }

    @Test
    void aResponseThatReadsAllIsAHit() {
        assertThat(compared("none", "none")).isEqualTo(RawJson.tree("{\"type\": \"cache_hit\"}"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"\"name\": \"find\" | \"name\": \"seek\" | tools_changed",
            "Answer in one short | Reply in one short | input_changed",
            "\"tools\" | \"reasoning\": {\"effort\": \"high\"}, \"tools\" | reasoning_effort_changed",
            "\"tools\" | \"prompt_cache_key\": \"k\", \"tools\" | prompt_cache_key_changed",
            "gpt-5.6-sol | gpt-5.6-luna | model_changed"})
    void aMissHasItsReason(String change, String with, String reason) {
        JsonNode found = compared(change, with);

        assertThat(found.get("type").asText()).isEqualTo("cache_miss");
        assertThat(found.get("reason").asText()).isEqualTo(reason);
        assertThat(found.get("comparison_reusable_tokens").asInt()).isGreaterThan(1_024);
        assertThat(found.get("cache_missed_tokens")).isEqualTo(found.get("comparison_reusable_tokens"));
    }

    @Test
    void whatIsNotKnownIsNotMadeUp() {
        String id = http.json("/responses", openai("", "Where is it?")).get("id").asText();
        now.updateAndGet(at -> at.plus(Duration.ofMinutes(50)));
        JsonNode expired = http.json("/responses", openai(id, "Where is it?"));
        JsonNode unknown = http.json("/responses", openai("resp_none", "Where is it?"));
        JsonNode unasked = http.json("/responses", openai("", "Where is it?"));

        assertThat(expired.get("prompt_cache_diagnostics")).isEqualTo(RawJson.tree("{\"type\": \"unavailable\"}"));
        assertThat(unknown.get("prompt_cache_diagnostics")).isEqualTo(RawJson.tree(
                "{\"type\": \"comparison_response_not_found\"}"));
        assertThat(unasked.has("prompt_cache_diagnostics")).isFalse();
        assertThat(expired.get("prompt_cache_options")).isEqualTo(RawJson.tree(
                "{\"mode\": \"implicit\", \"ttl\": \"30m\", \"comparison_response_id\": \"" + id + "\"}"));
    }
}
