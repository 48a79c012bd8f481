package dev.cachewright.token.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.format.body.RequestBodyReader;
import dev.cachewright.format.json.RawJson;
import dev.cachewright.prompt.Api;
import dev.cachewright.prompt.Renderer;
import dev.cachewright.prompt.Request;
import dev.cachewright.prompt.Row;
import dev.cachewright.token.JtokkitTokenizer;
import dev.cachewright.token.TextCounter;
import dev.cachewright.token.encoding.Encoding;
import dev.cachewright.token.encoding.Tokenizer;
import dev.cachewright.token.part.Band;
import dev.cachewright.token.part.Framing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Each rule of `docs/counting.md` on a small request, with the sum that its rendering gives by hand.
class RenderingRulesTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden/token/requests.jsonl");
    private static final Tokenizer TOKENIZER = new JtokkitTokenizer(Encoding.O200K_BASE);
    private static final String CALLS = """
            {"model": "m", "input": [{"role": "user", "content": "Hi"}, %s,
              {"type": "function_call_output", "call_id": "a", "output": "1"}]}""";

    static Stream<Arguments> requestsAreCountedByTheirRules() throws IOException {
        return Files.readAllLines(GOLDEN).stream().map(RawJson::fields).map(
                fields -> Arguments.of(text(fields, "says"), fields));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void requestsAreCountedByTheirRules(String rule, Map<String, String> golden) {
        Api api = Api.ofEndpoint(text(golden, "endpoint")).orElseThrow();
        Request request = read(golden.get("request"), api);
        var counter = counter(text(golden, "family").equals("reasoning"));

        assertThat(counter.count(request).total()).isEqualTo(Integer.parseInt(golden.get("tokens")));
        assertThat(sumOf(text(golden, "sum"))).isEqualTo(Integer.parseInt(golden.get("tokens")));
        assertThat(counter.count(request).band()).isEqualTo(Band.EXACT);
    }

    @Test
    void spansOfItemsAddUpToTheRequest() {
        Request request = read(CALLS.formatted(call("a", "look_up")), Api.RESPONSES);
        RequestTokens tokens = counter(false).count(request);

        assertThat(tokens.spans().stream().mapToInt(TokenSpan::tokens).sum()).isEqualTo(tokens.ids().size());
        assertThat(tokens.spans().getLast().cumulative()).isEqualTo(tokens.ids().size());
    }

    @Test
    void severalCallsOfOneTurnStandEachForItselfOnTheResponsesEndpoint() {
        Request request = read(CALLS.formatted(call("a", "look_up") + "," + call("b", "look_down")), Api.RESPONSES);
        RequestTokens tokens = counter(false).count(request);

        assertThat(counter(false).count(request).band()).isEqualTo(Band.EXACT);
        assertThat(tokens.spans().get(1).tokens()).isEqualTo(8 + 2 + 1);
        assertThat(tokens.spans().get(2).tokens()).isEqualTo(8 + 2 + 1);
    }

    @Test
    void hiddenReasoningIsEstimatedByTheLengthOfWhatIsEncrypted() {
        String reasoning = "{\"type\": \"reasoning\", \"summary\": [], \"encrypted_content\": \"" + "A".repeat(1_932)
                + "\"}";
        Request with = read(CALLS.formatted(reasoning + "," + call("a", "look_up")), Api.RESPONSES);
        Request without = read(CALLS.formatted(call("a", "look_up")), Api.RESPONSES);
        var counter = counter(true);

        // (1932 * 3 / 4 - 57 - 625) / 4.5; seven of a hundred and six more on either side.
        assertThat(counter.count(with).total() - counter.count(without).total()).isEqualTo(170);
        assertThat(counter.count(with).band()).isEqualTo(Band.about(18));
    }

    @Test
    void reasoningBeforeAnotherQuestionIsDropped() {
        String reasoning = "{\"type\": \"reasoning\", \"summary\": [], \"encrypted_content\": \"" + "A".repeat(1_932)
                + "\"}, {\"role\": \"user\", \"content\": \"And?\"}";
        Request request = read(CALLS.formatted(reasoning + "," + call("a", "look_up")), Api.RESPONSES);

        assertThat(counter(true).count(request).band()).isEqualTo(Band.about(8));
    }

    @Test
    void whatTheServerHoldsLeavesTheCountOpenAbove() {
        String body = "{\"model\": \"m\", \"input\": \"Hi\", \"previous_response_id\": \"resp_1\"}";

        assertThat(counter(false).count(read(body, Api.RESPONSES)).band().isOpen()).isTrue();
        assertThat(counter(false).count(read(body.replace("\"resp_1\"", "null"), Api.RESPONSES)).band().isExact())
                .isTrue();
    }

    @Test
    void toolsOfTheServersOwnLeaveTheCountOpenAbove() {
        String body = "{\"model\": \"m\", \"input\": \"Hi\", \"tools\": [{\"type\": \"web_search\"}]}";

        assertThat(counter(false).count(read(body, Api.RESPONSES)).band().isOpen()).isTrue();
    }

    @Test
    void typesThatHoldThemselvesEndAndAreAnEstimate() {
        String references = IntStream.range(0, 20).mapToObj(i -> "\"p" + i + "\": {\"$ref\": \"#/$defs/Node\"}")
                .collect(
                        Collectors.joining(", "));
        String body = """
                {"model": "m", "input": "Hi", "tools": [{"type": "function", "name": "f", "parameters": {
                  "type": "object", "properties": {"node": {"$ref": "#/$defs/Node"}}, "$defs": {"Node": {
                    "type": "object", "properties": {%s}}}}}]}""".formatted(references);

        assertThat(counter(false).count(read(body, Api.RESPONSES)).band()).isEqualTo(Band.about(40));
    }

    @Test
    void emptyFieldsOfAnAnswerCountNothing() {
        String body = """
                {"model": "m", "messages": [{"role": "user", "content": "Hi"}, {"role": "assistant",
                  "content": "Hello.", "refusal": null, "tool_calls": [], "annotations": []}]}""";
        Request request = read(body, Api.CHAT);

        assertThat(counter(false).count(request).total()).isEqualTo(3 + 1 + 1 + 3 + 1 + 2 + 3);
        assertThat(counter(false).count(request).band()).isEqualTo(Band.EXACT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"type\": null}", "{\"type\": \"web_search_call\", \"id\": \"ws_1\"}",
            "{\"type\": \"reasoning\", \"encrypted_content\": null}", "{\"type\": \"function_call_output\"}",
            "{\"role\": \"assistant\", \"tool_calls\": [null, 1, {\"function\": {\"arguments\": 3}}]}",
            "{\"role\": \"user\", \"content\": [{\"type\": \"input_image\"}, 4]}"})
    void itemsThatNoRecordingShowsAreEstimates(String item) {
        String body = "{\"model\": \"m\", \"input\": [" + item + "]}";

        assertThat(counter(false).count(read(body, Api.RESPONSES)).band().isExact()).isFalse();
    }

    @Test
    void placesInsideAnItemAreItsBeginning() {
        Request request = read(CALLS.formatted(call("a", "look_up")), Api.RESPONSES);
        RequestTokens tokens = counter(false).count(request);
        String item = request.messages().get(1).text();
        int start = tokens.spans().getFirst().cumulative();
        String block = tokens.spans().get(1).blockId();

        assertThat(tokens.placeAfter(start + 3)).isEqualTo(new Place(block, 0));
        assertThat(tokens.placeAfter(tokens.spans().get(1).cumulative())).isEqualTo(new Place(block, item.length()));
    }

    private static RequestCounter counter(boolean reasons) {
        return new RequestCounter(new TextCounter(TOKENIZER), reasons ? Framing.reasoning() : Framing.plain());
    }

    private static Request read(String body, Api api) {
        return Renderer.render(RequestBodyReader.read(body, api), Row.empty());
    }

    private static String call(String id, String name) {
        return "{\"type\": \"function_call\", \"call_id\": \"" + id + "\", \"name\": \"" + name
                + "\", \"arguments\": \"{}\"}";
    }

    private static int sumOf(String sum) {
        return Arrays.stream(sum.replace(" ", "").replace("-", "+-").split("\\+")).mapToInt(Integer::parseInt).sum();
    }

    private static String text(Map<String, String> fields, String name) {
        return RawJson.text(fields.get(name)).orElseThrow();
    }
}
