package dev.cachewright.provider.simulated;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cachewright.format.json.RawJson;
import dev.cachewright.provider.Simulators;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The bytes of streams, without any client that might forgive.
class StreamFramingTest {

    @Test
    void chatChunksEndWithUsageAndDone() {
        List<String> events = events("/chat/completions", "{\"model\": \"gpt-4o\", \"stream\": true, "
                + "\"stream_options\": {\"include_usage\": true}, "
                + "\"messages\": [{\"role\": \"user\", \"content\": \"Hi\"}]}");

        assertThat(events).allMatch(event -> event.startsWith("data: ") && event.indexOf('\n') < 0);
        assertThat(events.getLast()).isEqualTo("data: [DONE]");
        List<JsonNode> chunks = events.subList(0, events.size() - 1).stream().map(
                event -> RawJson.tree(event.substring(6))).toList();
        assertThat(chunks).allMatch(chunk -> chunk.get("object").asText().equals("chat.completion.chunk"));
        assertThat(chunks.getFirst().at("/choices/0/delta/role").asText()).isEqualTo("assistant");
        assertThat(chunks.subList(0, chunks.size() - 1)).allMatch(chunk -> chunk.get("usage").isNull());
        assertThat(chunks.get(chunks.size() - 2).at("/choices/0/finish_reason").asText()).isEqualTo("stop");
        assertThat(chunks.getLast().get("choices")).isEmpty();
        assertThat(chunks.getLast().at("/usage/prompt_tokens").asInt()).isPositive();
    }

    @Test
    void chatChunksHaveNoUsageUnlessAskedFor() {
        List<String> events = events("/chat/completions",
                "{\"model\": \"gpt-4o\", \"stream\": true, \"messages\": [{\"role\": \"user\", \"content\": \"Hi\"}]}");

        assertThat(events).noneMatch(event -> event.contains("usage"));
        assertThat(events.get(events.size() - 2)).contains("\"finish_reason\":\"stop\"");
    }

    @Test
    void responsesEventsAreNamedNumberedAndComplete() {
        List<String> events = events("/responses", "{\"model\": \"gpt-4o\", \"stream\": true, \"input\": \"Hi\"}");
        List<JsonNode> data = events.stream().map(event -> RawJson.tree(event.substring(event.indexOf("\ndata: ")
                + 7))).toList();
        List<String> types = data.stream().map(event -> event.get("type").asText()).toList();

        assertThat(types.stream().distinct()).containsExactly("response.created", "response.in_progress",
                "response.output_item.added", "response.content_part.added", "response.output_text.delta",
                "response.output_text.done", "response.content_part.done", "response.output_item.done",
                "response.completed");
        assertThat(events).allMatch(event -> event.startsWith("event: "));
        assertThat(IntStream.range(0, events.size())).allMatch(i -> events.get(i).startsWith("event: " + types.get(i)
                + "\ndata: "));
        assertThat(data.stream().map(event -> event.get("sequence_number").asInt())).containsExactlyElementsOf(
                IntStream.range(0, data.size()).boxed().toList());
        assertThat(data.getLast().at("/response/usage/input_tokens").asInt()).isPositive();
        String text = data.stream().filter(event -> event.get("type").asText().endsWith("text.delta"))
                .map(event -> event.get("delta").asText()).collect(Collectors.joining());
        assertThat(data.getLast().at("/response/output/0/content/0/text").asText()).isEqualTo(text).isNotEmpty();
    }

    @Test
    void streamedAndWholeAnswersAreTheSame() {
        String body = "{\"model\": \"gpt-4o\", \"messages\": [{\"role\": \"user\", \"content\": \"Hi\"}]%s}";
        String streamed = events("/chat/completions", body.formatted(", \"stream\": true")).stream()
                .filter(event -> !event.endsWith("[DONE]")).map(event -> RawJson.tree(event.substring(6)))
                .map(chunk -> chunk.at("/choices/0/delta/content").asText("")).collect(Collectors.joining());
        try (var server = Simulators.start(); var http = new Http(server)) {
            assertThat(http.json("/chat/completions", body.formatted("")).at("/choices/0/message/content").asText())
                    .isEqualTo(streamed);
        }
    }

    private static List<String> events(String path, String body) {
        try (var server = Simulators.start(); var http = new Http(server)) {
            var response = http.post(path, body);
            assertThat(response.headers().firstValue("content-type")).hasValueSatisfying(
                    type -> assertThat(type).startsWith("text/event-stream"));
            assertThat(response.body()).endsWith("\n\n");
            return Stream.of(response.body().split("\n\n")).toList();
        }
    }
}
