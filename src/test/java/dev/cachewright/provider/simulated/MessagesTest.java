package dev.cachewright.provider.simulated;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cachewright.catalog.RuleSet;
import dev.cachewright.format.json.RawJson;
import dev.cachewright.provider.Simulators;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Messages on the level of HTTP: the form of answers, events and refusals.
class MessagesTest {

    private static final String MARK = "\"cache_control\": {\"type\": \"ephemeral\"}";
    private static final String SYSTEM = "\"system\": [{\"type\": \"text\", \"text\": \"" + Simulators.LONG + "\", "
            + MARK + "}]";

    private SimulatedServer server = Simulators.start();
    private Http http = new Http(server);

    @AfterEach
    void stop() {
        http.close();
        server.close();
    }

    /// A body with these fields beside model, limit and one message.
    private static String body(String... more) {
        String fields = more.length == 0 ? "" : ", " + String.join(", ", more);
        return "{\"model\": \"claude-sonnet-5-5\", \"max_tokens\": 50, \"messages\": [{\"role\": \"user\", \"content\": "
                + "\"Hi\"}]" + fields + "}";
    }

    private HttpResponse<String> post(String body, String... headers) {
        String[] all = new String[headers.length + 2];
        System.arraycopy(headers, 0, all, 0, headers.length);
        all[headers.length] = "anthropic-version";
        all[headers.length + 1] = "2023-06-01";
        return http.post("/messages", body, all);
    }

    private JsonNode message(String body, String... headers) {
        HttpResponse<String> response = post(body, headers);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return RawJson.tree(response.body());
    }

    private String refusal(String body) {
        HttpResponse<String> response = post(body);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
        JsonNode error = RawJson.tree(response.body());
        assertThat(error.path("type").asText()).isEqualTo("error");
        assertThat(error.at("/error/type").asText()).isEqualTo("invalid_request_error");
        assertThat(error.path("request_id").asText()).isEqualTo(response.headers().firstValue("request-id")
                .orElseThrow());
        return error.at("/error/message").asText();
    }

    @Test
    void usageHasTheFormOfTheVendor() {
        JsonNode cold = message(body(SYSTEM));
        JsonNode warm = message(body(SYSTEM));

        int written = cold.at("/usage/cache_creation_input_tokens").asInt();
        int output = cold.at("/usage/output_tokens").asInt();
        int rest = cold.at("/usage/input_tokens").asInt();
        assertThat(written).isGreaterThan(1_024);
        assertThat(rest).isBetween(1, 20);
        assertThat(cold.get("usage")).isEqualTo(RawJson.tree(usage(rest, written, 0, output)));
        assertThat(warm.get("usage")).isEqualTo(RawJson.tree(usage(rest, 0, written, output)));
    }

    private static String usage(int input, int written, int read, int output) {
        return """
                {"input_tokens": %d, "cache_creation_input_tokens": %d, "cache_read_input_tokens": %d,
                 "output_tokens": %d, "cache_creation": {"ephemeral_5m_input_tokens": %d,
                 "ephemeral_1h_input_tokens": 0}, "service_tier": "standard", "inference_geo": "global"}"""
                .formatted(input, written, read, output, written);
    }

    @Test
    void aMessageHasTheFormOfTheVendor() {
        JsonNode message = message(body());

        assertThat(message.propertyStream().map(java.util.Map.Entry::getKey)).containsExactly("id", "type", "role",
                "model", "content", "stop_reason", "stop_sequence", "usage");
        assertThat(message.get("id").asText()).startsWith("msg_");
        assertThat(message.at("/content/0/type").asText()).isEqualTo("text");
        assertThat(message.get("stop_reason").asText()).isEqualTo("end_turn");
    }

    @Test
    void aStreamHasTheEventsOfTheVendor() {
        String events = post(body("\"stream\": true")).body();

        List<String> names = events.lines().filter(line -> line.startsWith("event: "))
                .map(line -> line.substring(7)).distinct().toList();
        assertThat(names).containsExactly("message_start", "content_block_start", "ping", "content_block_delta",
                "content_block_stop", "message_delta", "message_stop");
        assertThat(events.lines().filter(line -> line.startsWith("data: "))
                .map(line -> RawJson.tree(line.substring(6)).get("type").asText()).distinct().toList())
                .isEqualTo(names);
        assertThat(events).doesNotContain("[DONE]");
    }

    @Test
    void anAnswerEndsAtTheTokenLimit() {
        JsonNode message = message(body().replace("50", "4"));

        assertThat(message.get("stop_reason").asText()).isEqualTo("max_tokens");
        assertThat(message.at("/usage/output_tokens").asInt()).isBetween(1, 4);
    }

    @Test
    void aPrewarmingRequestAnswersNothingAndWritesWhatTheNextOneReads() {
        JsonNode warming = message(body(SYSTEM).replace("50", "0"));
        JsonNode real = message(body(SYSTEM).replace("Hi", "Hello there"));

        assertThat(warming.get("content")).isEmpty();
        assertThat(warming.get("stop_reason").asText()).isEqualTo("max_tokens");
        assertThat(warming.at("/usage/output_tokens").asInt(-1)).isZero();
        assertThat(real.at("/usage/cache_read_input_tokens")).isEqualTo(warming.at(
                "/usage/cache_creation_input_tokens"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"\"stream\": true | stream",
            "\"thinking\": {\"type\": \"adaptive\"} | thinking",
            "\"output_config\": {\"format\": {\"type\": \"json_schema\"}} | structured output",
            "\"tool_choice\": {\"type\": \"any\"} | a forced tool_choice"})
    void prewarmingGoesWithNothingThatIsAboutAnAnswer(String field, String why) {
        assertThat(refusal(body(field).replace("50", "0"))).isEqualTo("max_tokens: 0 is not supported with " + why);
    }

    @Test
    void otherRulesReportWhatTheyKnow() {
        stop();
        server = Simulators.start(Simulators.quick().withRules(RuleSet.Named.LONGEST_PREFIX));
        http = new Http(server);
        message(body(SYSTEM));

        JsonNode usage = message(body(SYSTEM)).get("usage");

        assertThat(usage.get("input_tokens").asInt()).isEqualTo(1);
        assertThat(usage.get("cache_creation_input_tokens").asInt()).isZero();
    }

    @Test
    void theVersionIsAskedFor() {
        HttpResponse<String> response = http.post("/messages", body());

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(RawJson.tree(response.body()).at("/error/message").asText()).isEqualTo(
                "anthropic-version: header is required");
    }

    @ParameterizedTest
    @CsvSource({"x-api-key, letmein, 200", "Authorization, Bearer letmein, 200", "x-api-key, wrong, 401",
            "x-other, letmein, 401"})
    void theKeyComesInEitherHeader(String header, String value, int status) {
        stop();
        server = Simulators.start(Simulators.quick().withApiKey("letmein"));
        http = new Http(server);

        assertThat(post(body(), header, value).statusCode()).isEqualTo(status);
    }

    @Test
    void aFullMinuteIsRefusedInTheVendorsForm() {
        stop();
        server = Simulators.start(Simulators.quick().withRequestsPerMinute(1));
        http = new Http(server);
        post(body());

        HttpResponse<String> response = post(body());

        assertThat(response.statusCode()).isEqualTo(429);
        assertThat(RawJson.tree(response.body()).at("/error/type").asText()).isEqualTo("rate_limit_error");
        assertThat(response.headers().firstValue("retry-after")).isPresent();
    }

    @ParameterizedTest
    @CsvSource({"claude-nine, model: claude-nine", "gpt-5.4, It is served at POST /v1/chat/completions"})
    void aModelThatIsNotServedHereIsNotFound(String model, String words) {
        HttpResponse<String> response = post(body().replace("claude-sonnet-5-5", model));

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(RawJson.tree(response.body()).at("/error/type").asText()).isEqualTo("not_found_error");
        assertThat(response.body()).contains(words);
    }

    @ParameterizedTest
    @CsvSource({"/chat/completions, messages", "/responses, input"})
    void aClaudeModelIsNotServedAtTheOtherVendorsEndpoints(String path, String list) {
        HttpResponse<String> response = http.post(path, "{\"model\": \"claude-sonnet-5-5\", \"" + list
                + "\": [{\"role\": \"user\", \"content\": \"Hi\"}]}");

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(RawJson.tree(response.body()).at("/error/code").asText()).isEqualTo("model_not_found");
        assertThat(response.body()).contains("POST /v1/messages");
    }

    @Test
    void countingIsNoCall() {
        String counted = body(SYSTEM).replace(" \"max_tokens\": 50,", "");
        HttpResponse<String> response = http.post("/messages/count_tokens", counted, "anthropic-version",
                "2023-06-01");

        JsonNode usage = message(body(SYSTEM)).get("usage");
        assertThat(usage.get("cache_read_input_tokens").asInt()).isZero();
        assertThat(RawJson.tree(response.body())).isEqualTo(RawJson.tree("{\"input_tokens\": " + (usage.get(
                "input_tokens").asInt() + usage.get("cache_creation_input_tokens").asInt()) + "}"));
    }

    @Test
    void modelsAreInTheFormThatTheHeaderAsksFor() {
        JsonNode models = RawJson.tree(http.send("GET", "/models", "", "anthropic-version", "2023-06-01").body());

        assertThat(models.path("has_more").asBoolean(true)).isFalse();
        assertThat(models.path("first_id")).isEqualTo(models.at("/data/0/id"));
        assertThat(models.path("data")).allMatch(model -> model.path("type").asText().equals("model"))
                .allMatch(model -> model.path("created_at").asText().endsWith("T00:00:00Z"));
    }
}
