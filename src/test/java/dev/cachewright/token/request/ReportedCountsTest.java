package dev.cachewright.token.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.format.body.RequestBodyReader;
import dev.cachewright.prompt.Renderer;
import dev.cachewright.prompt.Row;
import dev.cachewright.provider.Simulators;
import dev.cachewright.token.part.Band;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Counts that people reported, and rules that the recorded calls of other projects show, on small requests.
class ReportedCountsTest {

    private static final String TOOL = "{\"name\": \"find_loan\", \"description\": \"Finds a loan by its number\", "
            + "\"parameters\": {\"type\": \"object\", \"properties\": {\"number\": {\"type\": \"string\"%s}}, "
            + "\"required\": [\"number\"]}}";
    private static final String CHAT = "{\"model\": \"gpt-4o\", \"messages\": [%s{\"role\": \"user\", \"content\": "
            + "\"What is open?\"}], \"tools\": [{\"type\": \"function\", \"function\": " + TOOL
            + "}], \"tool_choice\": %s}";
    private static final String DUPLICATES = """
            {"model": "gpt-4o", "messages": [{"role": "user", "content": "q"},
              {"role": "assistant", "content": null, "tool_calls": [{"id": "c1", "type": "function",
                "function": {"name": "alpha", "arguments": "{}"}}]},
              {"role": "tool", "tool_call_id": "c1", "content": "x"}%s]}""";
    private static final String COOKBOOK = """
            {"model": "%s", "messages": [
              {"role": "system", "content": "You are a helpful, pattern-following assistant that translates corporate \
            jargon into plain English."},
              {"role": "system", "name": "example_user", "content": "New synergies will help drive top-line growth."},
              {"role": "system", "name": "example_assistant",
                "content": "Things working well together will increase revenue."},
              {"role": "system", "name": "example_user", "content": "Let's circle back when we have more bandwidth to \
            touch base on opportunities for increased leverage."},
              {"role": "system", "name": "example_assistant",
                "content": "Let's talk later when we're less busy about how to do better."},
              {"role": "user", "content": "This late pivot means we don't have time to boil the ocean for the client \
            deliverable."}]}""";

    @Test
    void argumentsOfACallAreCountedWithoutTheirSpaces() {
        String body = """
                {"model": "gpt-4", "messages": [{"role": "assistant", "content": null, "tool_calls": [{"id": "c",
                  "type": "function", "function": {"name": "get_current_weather",
                    "arguments": "{\\n  \\"location\\": \\"Boston, MA\\"\\n}"}}]},
                  {"role": "tool", "tool_call_id": "c", "name": "get_current_weather", "content": "29 degree celcius"}]}
                """;

        assertThat(count(body).total()).isEqualTo(35);
    }

    @ParameterizedTest
    @CsvSource({"auto, 0", "required, 0", "none, 1"})
    void chatsPayForNoToolsAtAll(String choice, int more) {
        assertThat(chat("", "", "\"" + choice + "\"")).isEqualTo(chat("", "", "null") + more);
    }

    @Test
    void aForcedFunctionCostsSevenAndItsName() {
        String forced = "{\"type\": \"function\", \"function\": {\"name\": \"find_loan\"}}";

        assertThat(chat("", "", forced)).isEqualTo(chat("", "", "null") + 7 + 3);
    }

    @Test
    void theOnlyFunctionIsForcedWhereOneIsRequiredOfResponses() {
        String body = "{\"model\": \"gpt-4o\", \"input\": \"What is open?\", \"tools\": [" + TOOL.formatted("")
                .replaceFirst("\\{", "{\"type\": \"function\", ") + "], \"tool_choice\": \"%s\"}";

        assertThat(count(body.formatted("auto")).total()).isEqualTo(43);
        assertThat(count(body.formatted("required")).total()).isEqualTo(43 + 7 + 3);
    }

    @Test
    void aTitleIsALineBeforeTheProperty() {
        assertThat(chat("", ", \"title\": \"Number\"", "null")).isEqualTo(chat("", "", "null") + 3);
    }

    @ParameterizedTest
    @CsvSource({"Be short., 3", "Be short, 3"})
    void functionsFollowTheSystemMessageAfterAnEmptyLine(String system, int more) {
        String message = "{\"role\": \"system\", \"content\": \"" + system + "\"}, ";

        // The stop and the empty line are one token; the frame of a message is shared.
        assertThat(chat(message, "", "null") - chat("", "", "null")).isEqualTo(more);
    }

    @ParameterizedTest
    @CsvSource({"gpt-4, 129", "gpt-4o, 124"})
    void namesFollowTheRole(String model, int tokens) {
        assertThat(count(COOKBOOK.formatted(model)).total()).isEqualTo(tokens);
    }

    @Test
    void theReplyBeginsAsTheAnswerThatFollows() {
        String question = "{\"role\": \"user\", \"content\": \"zebra one\"}";
        RequestTokens first = count("{\"model\": \"gpt-4o\", \"messages\": [" + question + "]}");
        RequestTokens next = count("{\"model\": \"gpt-4o\", \"messages\": [" + question
                + ", {\"role\": \"assistant\", \"content\": \"two\"}, {\"role\": \"user\", \"content\": \"three\"}]}");

        assertThat(first.total()).isEqualTo(10);
        assertThat(next.flat().commonPrefix(first.flat(), 0)).isEqualTo(10);
    }

    @Test
    void aRepeatedIdRenamesNothingBeforeIt() {
        RequestTokens first = count(DUPLICATES.formatted(""));
        RequestTokens next = count(DUPLICATES.formatted("""
                , {"role": "assistant", "content": null, "tool_calls": [{"id": "c1", "type": "function",
                "function": {"name": "beta", "arguments": "{}"}}]},
                {"role": "tool", "tool_call_id": "c1", "content": "y"}"""));

        assertThat(first.ids().size()).isEqualTo(22);
        assertThat(next.flat().commonPrefix(first.flat(), 0)).isGreaterThanOrEqualTo(22);
    }

    @Test
    void aSmallPictureIsOneTile() {
        String picture = "{\"model\": \"gpt-4o\", \"messages\": [{\"role\": \"user\", \"content\": [{\"type\": "
                + "\"image_url\", \"image_url\": {\"url\": \"data:image/png;base64,"
                + "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJ\"}}]}]}";

        assertThat(count(picture).total()).isEqualTo(4 + 255 + 3);
        assertThat(count(picture.replace("gpt-4o", "gpt-4o-mini")).total()).isEqualTo(4 + 8_500 + 3);
        assertThat(count(picture).band()).isEqualTo(Band.EXACT);
    }

    @Test
    void emptyInstructionsLeaveTheCountOpenAbove() {
        RequestTokens tokens = count("{\"model\": \"gpt-4o\", \"input\": \"zebra one\", \"instructions\": \"\"}");

        assertThat(tokens.total()).isEqualTo(10);
        assertThat(tokens.band()).isEqualTo(Band.openAbove());
    }

    private static int chat(String system, String property, String choice) {
        RequestTokens tokens = count(CHAT.formatted(system, property, choice));
        assertThat(tokens.band()).isEqualTo(Band.EXACT);
        return tokens.total();
    }

    private static RequestTokens count(String body) {
        var prompt = RequestBodyReader.read(body);
        return Simulators.ANALYST.destination(prompt.settings().model()).counter().count(Renderer.render(prompt, Row
                .empty()));
    }
}
