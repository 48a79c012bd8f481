package dev.cachewright.format.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cachewright.cache.request.ContentEnd;
import dev.cachewright.format.json.RawJson;
import dev.cachewright.prompt.Api;
import dev.cachewright.prompt.Role;
import dev.cachewright.prompt.text.InputException;
import dev.cachewright.token.SharedTokenizers;
import dev.cachewright.token.encoding.Encoding;
import dev.cachewright.traffic.piece.PieceCutter;
import dev.cachewright.traffic.piece.PieceTable;
import dev.cachewright.traffic.piece.RequestPart;
import dev.cachewright.traffic.piece.RequestShape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ShapeReaderTest {

    private final ShapeReader reader = new ShapeReader(new PieceCutter(new PieceTable(),
            SharedTokenizers.ALL.of(Encoding.O200K_BASE)));

    private RequestShape read(String body) {
        return reader.read(body, Api.CHAT, "");
    }

    @Test
    void partsComeInTheOrderInWhichServersReadThem() {
        RequestShape shape = read("""
                {"messages":[{"role":"system","content":"Be kind."},{"role":"user","content":[{"type":"text","text":"Hi"},
                {"type":"text","text":"there"}]}],"model":"gpt-4o","response_format":{"type":"json_schema",
                "json_schema":{"name":"a","schema":{}}},"tools":[{"type":"function","function":{"name":"look"}}]}""");
        assertThat(shape.parts()).extracting(RequestPart::path).containsExactly("/tools/0", "/response_format",
                "/messages/0/content", "/messages/1/content/0", "/messages/1/content/1");
        assertThat(shape.parts()).extracting(RequestPart::role).containsExactly(Role.TOOLS, Role.SCHEMA, Role.SYSTEM,
                Role.USER, Role.USER);
        assertThat(shape.settings().model()).isEqualTo("gpt-4o");
        assertThat(shape.title()).isEqualTo("Be kind.");
    }

    @Test
    void instructionsComeBeforeMessagesWhereverTheyStand() {
        RequestShape shape = reader.read("""
                {"input":[{"type":"message","role":"user","content":"Hi"},{"type":"function_call_output","call_id":"c",
                "output":"42"}],"instructions":"Be kind.","model":"gpt-5.4"}""", Api.RESPONSES, "");
        assertThat(shape.parts()).extracting(RequestPart::path).startsWith("/instructions", "/input/0/content");
        assertThat(shape.parts().getLast().role()).isEqualTo(Role.TOOL);
    }

    @Test
    void breakpointsAreAtTheEndsOfTheirPartsAndNotInTheirText() {
        String marked = """
                {"system":[{"type":"text","text":"Be kind.","cache_control":{"type":"ephemeral","ttl":"1h"}}],
                "tools":[{"name":"a","cache_control":{"type":"ephemeral"},"input_schema":{}}],"messages":[]}""";
        RequestShape with = reader.read(marked, Api.MESSAGES, "claude-sonnet-4-6");
        assertThat(with.content().ends()).extracting(ContentEnd::mark).containsExactly(Optional.of(""),
                Optional.of("1h"));
        RequestShape without = reader.read(
                marked.replace(",\"cache_control\":{\"type\":\"ephemeral\",\"ttl\":\"1h\"}", ""),
                Api.MESSAGES, "claude-sonnet-4-6");
        assertThat(with.tokens().commonPrefix(without.tokens(), 0)).isEqualTo(with.tokens().total());
        assertThat(without.content().ends().getLast().mark()).isEmpty();
    }

    @Test
    void whatIsAskedOfTheCacheIsRead() {
        RequestShape shape = read("""
                {"prompt_cache_key":"k","prompt_cache_retention":"24h","messages":[{"role":"user","content":"é ☕ 𝄞"}],
                "prompt_cache_options":{"mode":"explicit","ttl":"30m"},"service_tier":"flex"}""");
        assertThat(shape.content().wishes().key()).isEqualTo("k");
        assertThat(shape.content().wishes().retention()).isEqualTo("24h");
        assertThat(shape.content().wishes().mode()).isEqualTo("explicit");
        assertThat(shape.settings().extra()).containsEntry("service_tier", "\"flex\"");
    }

    @Test
    void fieldsOfOtherTypesAreNoReasonToFail() {
        for (String body : List.of("{\"messages\":{}}", "{\"messages\":[1,\"a\",null,[]]}", "{\"tools\":{\"a\":[1]}}",
                "{\"system\":7,\"messages\":null}", "{\"messages\":[{\"role\":null,\"content\":{\"a\":1}}]}",
                "{\"model\":5,\"input\":\"text\"}", "{\"prompt_cache_options\":[],\"cache_control\":3}",
                "{\"messages\":[{\"content\":[{\"type\":3,\"text\":\"a\"}],\"type\":{\"b\":[]}}]}")) {
            assertThat(read(body)).as(body).isNotNull();
        }
        assertThatThrownBy(() -> read("[1]")).isInstanceOf(InputException.class);
        assertThatThrownBy(() -> read("{\"messages\":[")).isInstanceOf(InputException.class);
    }

    /// What the server counted is the second opinion: texts alone, since tools and pictures have forms of their own.
    @Test
    void theCountOfRecordedTextsIsNearThatOfTheirServer() throws IOException {
        Path recorded = Path.of("../shared/data/openai-usage-more.jsonl");
        assumeTrue(Files.exists(recorded), "no recorded calls at " + recorded);
        int near = 0;
        int all = 0;
        for (String line : Files.readAllLines(recorded)) {
            JsonNode call = RawJson.tree(line);
            JsonNode request = call.path("request");
            int input = call.at("/usage/prompt_tokens").asInt();
            if (input > 200 && request.has("messages") && !request.has("tools") && !request.has("response_format")
                    && !line.contains("image_url") && !line.contains("\"file\"")) {
                int counted = read(request.toString()).tokens().total();
                near += Math.abs(counted - input) <= 0.03 * input + 8 ? 1 : 0;
                all++;
            }
        }
        assertThat(all).isGreaterThan(50);
        assertThat(near / (double) all).isGreaterThan(0.9);
    }
}
