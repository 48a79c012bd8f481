package dev.cachewright.parting;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cachewright.analysis.Divergence;
import dev.cachewright.format.body.RequestBodyReader;
import dev.cachewright.format.divergence.RequestDivergence;
import dev.cachewright.prompt.Api;
import dev.cachewright.prompt.Renderer;
import dev.cachewright.prompt.Row;
import dev.cachewright.provider.Simulators;
import dev.cachewright.token.request.RequestTokens;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Requests that are the same to a server share all of their tokens, and `diff` calls them identical.
class EqualRequestsTest {

    private static final int CASES = 20;

    @ParameterizedTest
    @CsvSource({"CHAT, gpt-4o, 1", "CHAT, gpt-5.1, 2", "RESPONSES, gpt-4o, 3", "RESPONSES, gpt-5.6-sol, 4",
            "MESSAGES, claude-sonnet-4-5, 5", "CHAT, claude-sonnet-4-5, 6"})
    void equalRequestsShareAll(Api api, String model, long seed) {
        var random = new Random(seed);
        var bodies = new RandomBodies(random);
        for (int i = 0; i < CASES; i++) {
            ObjectNode body = bodies.next(api, model);
            String again = body.toPrettyString();
            String other = otherForm(body, api).toString();

            assertSame(api, model, body.toString(), again, "spaces " + i);
            assertSame(api, model, body.toString(), other, "forms " + i);
        }
    }

    /// What a choice adds stands at the end, and is no part of any prefix.
    @ParameterizedTest
    @CsvSource({"CHAT, gpt-4o, 7", "RESPONSES, gpt-4o, 8"})
    void aForcedToolPartsNothing(Api api, String model, long seed) {
        ObjectNode body = new RandomBodies(new Random(seed)).next(api, model);
        body.putArray("tools").addObject().put("type", "function").put("name", "find").putObject("parameters");
        ObjectNode forced = body.deepCopy().put("tool_choice", "required");
        RequestTokens one = count(api, model, body.toString());
        RequestTokens two = count(api, model, forced.toString());

        assertThat(RequestDivergence.of(new RequestDivergence.Side(one, body.toString()),
                new RequestDivergence.Side(two, forced.toString())).reason()).isEmpty();
    }

    private static void assertSame(Api api, String model, String body, String other, String name) {
        RequestTokens one = count(api, model, body);
        RequestTokens two = count(api, model, other);
        Divergence found = RequestDivergence.of(new RequestDivergence.Side(one, body),
                new RequestDivergence.Side(two, other));

        assertThat(found).as(name).isEqualTo(Divergence.inSetting(one.total(), ""));
        assertThat(two.total()).as(name).isEqualTo(one.total());
    }

    private static RequestTokens count(Api api, String model, String body) {
        return Simulators.ANALYST.destination(model)
                .countAsIs(Renderer.render(RequestBodyReader.read(body, api), Row.empty())).tokens();
    }

    /// The same request where texts are lists of one text, lists of one text are texts, and calls have other ids.
    private static JsonNode otherForm(ObjectNode body, Api api) {
        ObjectNode copy = body.deepCopy();
        for (JsonNode message : copy.path(api == Api.RESPONSES ? "input" : "messages")) {
            JsonNode content = message.path("content");
            boolean isAnswer = message.path("role").asText().equals("assistant");
            String text = api != Api.RESPONSES ? "text" : isAnswer ? "output_text" : "input_text";
            if (content.isTextual()) {
                ArrayNode list = ((ObjectNode) message).putArray("content");
                list.addObject().put("type", text).set("text", content);
            } else if (content.size() == 1 && content.get(0).size() == 2 && content.get(0).has("text")) {
                ((ObjectNode) message).set("content", content.get(0).get("text"));
            }
            if (api != Api.MESSAGES) {
                renamed(message);
            }
        }
        return copy;
    }

    private static void renamed(JsonNode message) {
        for (String name : new String[]{"call_id", "tool_call_id"}) {
            if (message.has(name)) {
                ((ObjectNode) message).put(name, "other_" + message.get(name).asText());
            }
        }
        message.path("tool_calls").forEach(call -> ((ObjectNode) call).put("id", "other_" + call.get("id").asText()));
    }
}
