package dev.cachewright.format.body;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.cache.request.SentRequest;
import dev.cachewright.format.json.RawJson;
import dev.cachewright.prompt.Api;
import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.Kind;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.Renderer;
import dev.cachewright.prompt.Role;
import dev.cachewright.prompt.Row;
import dev.cachewright.prompt.Settings;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ContinuationTest {

    private static Prompt prompt(Api api) {
        return Prompt.of(List.of(Block.of("policy", Role.SYSTEM, Kind.STATIC, "Be kind"),
                Block.of("user", Role.USER, Kind.DYNAMIC, "Hi")), Settings.of("m", api));
    }

    private static String body(Prompt prompt) {
        return RequestBodyWriter.write(SentRequest.of(Renderer.render(prompt, Row.empty()), Optional.empty()), false)
                .json();
    }

    @ParameterizedTest
    @EnumSource(Api.class)
    void anAnswerInWordsIsFollowedByAPlaceForTheUser(Api api) {
        Prompt continued = Continuation.of(prompt(api), "", "Hello {{you}}");

        assertThat(continued.blocks()).extracting(Block::id).containsExactly("policy", "user", "assistant", "user-2");
        assertThat(body(continued)).contains("Hello {{you}}").startsWith(body(prompt(api)).substring(0, 40));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            CHAT | [{"role":"assistant","content":null,"refusal":null,"annotations":[],"tool_calls":[{"id":"c1","type":"function","function":{"name":"f","arguments":"{\\"x\\":  1.0}"}}]}] | "arguments":"{\\"x\\":  1.0}" | "tool_call_id": "c1"
            RESPONSES | [{"id":"rs_1","type":"reasoning","summary":[],"encrypted_content":"gAA+/="},{"id":"fc_1","type":"function_call","call_id":"c1","name":"f","arguments":"{ }"}] | "encrypted_content":"gAA+/=" | "call_id": "c1", "output"
            MESSAGES | [{"role":"assistant","content":[{"type":"thinking","thinking":"Hm","signature":"Ab+/="},{"type":"tool_use","id":"c1","name":"f","input":{"q":  1.0}}]}] | {"q":  1.0} | "tool_use_id": "c1"
            """)
    void callsOfToolsAreRepeatedToTheByteAndFollowedByPlacesForTheirResults(Api api, String items, String kept,
            String result) {
        Prompt continued = Continuation.of(prompt(api), items, "");

        String body = body(continued);
        assertThat(body).contains(kept).contains(result);
        assertThat(RawJson.tree(body).findValues("refusal")).isEmpty();
        assertThat(continued.blocks()).hasSizeGreaterThanOrEqualTo(4).last().extracting(Block::role)
                .isIn(Role.TOOL, Role.USER);
    }

    @Test
    void whatIsSaidNextFollowsTheAnswer() {
        Prompt continued = Continuation.of(prompt(Api.CHAT),
                "[{\"role\":\"assistant\",\"content\":\"Hello\",\"refusal\":null}]", "Hello");
        Prompt next = continued.with("user-2", block -> block.withText("And now?"));

        assertThat(RawJson.tree(body(next)).path("messages").toString()).isEqualTo("[{\"role\":\"system\",\"content\":"
                + "\"Be kind\"},{\"role\":\"user\",\"content\":\"Hi\"},{\"role\":\"assistant\",\"content\":\"Hello\"},"
                + "{\"role\":\"user\",\"content\":\"And now?\"}]");
    }
}
