package dev.cachewright.format.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cachewright.prompt.Api;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.Renderer;
import dev.cachewright.prompt.Row;
import dev.cachewright.prompt.text.InputException;
import dev.cachewright.provider.Simulators;
import dev.cachewright.session.Usage;
import dev.cachewright.token.request.RequestTokens;
import org.junit.jupiter.api.Test;

class ConverseBodyTest {

    private static final String MODEL = "us.anthropic.claude-sonnet-4-5-20250929-v1:0";
    private static final String CONVERSE = ConverseSample.BODY;
    private static final String MESSAGES = """
            {"model": "us.anthropic.claude-sonnet-4-5-20250929-v1:0", "max_tokens": 50, "temperature": 0.5,
             "tool_choice": {"type": "any"}, "thinking": {"type": "enabled", "budget_tokens": 1024},
             "tools": [{"name": "find", "description": "Finds", "input_schema": {"type": "object", "properties":
               {"id": {"type": "string"}}}, "cache_control": {"type": "ephemeral", "ttl": "1h"}}],
             "system": [{"type": "text", "text": "Be brief", "cache_control": {"type": "ephemeral"}}],
             "messages": [
               {"role": "user", "content": [{"type": "text", "text": "See"},
                 {"type": "image", "source": {"type": "base64", "media_type": "image/png", "data": "AAAA"}},
                 {"type": "document", "title": "a", "source": {"type": "base64", "media_type": "application/pdf",
                   "data": "BBBB"}}]},
               {"role": "assistant", "content": [{"type": "thinking", "thinking": "Hm", "signature": "s"},
                 {"type": "redacted_thinking", "data": "CCCC"},
                 {"type": "tool_use", "id": "t1", "name": "find", "input": {"id": "7"}}]},
               {"role": "user", "content": [{"type": "tool_result", "tool_use_id": "t1", "content": [
                 {"type": "text", "text": "Found"}, {"type": "text", "text": "{\\"at\\":1}"}], "is_error": true,
                 "cache_control": {"type": "ephemeral"}}]},
               {"role": "user", "content": [{"type": "text", "text": "Thanks"}]}]}
            """;

    private static RequestTokens count(Prompt prompt) {
        return Simulators.ANALYST.destination(MODEL).countAsIs(Renderer.render(prompt, Row.empty())).tokens();
    }

    @Test
    void isReadAsTheMessagesRequestThatClaudeGets() {
        Prompt read = RequestBodyReader.read(CONVERSE);
        Prompt wanted = RequestBodyReader.read(MESSAGES, Api.MESSAGES);

        assertThat(read.settings().model()).isEqualTo(MODEL);
        assertThat(read.settings().api()).isEqualTo(Api.MESSAGES);
        assertThat(read.settings().config()).containsExactlyInAnyOrderEntriesOf(wanted.settings().config());
        assertThat(read.settings().extra().keySet()).isEqualTo(wanted.settings().extra().keySet());
        assertThat(read.blocks().stream().map(block -> block.id() + block.breakpoint())).isEqualTo(wanted.blocks()
                .stream().map(block -> block.id() + block.breakpoint()).toList());
        assertThat(count(read).commonPrefix(count(wanted))).isEqualTo(count(wanted).total());
    }

    @Test
    void aCachePointThatFollowsNothingIsNamedWithItsPlace() {
        String wrong = """
                {"modelId": "us.anthropic.claude-sonnet-4-5-20250929-v1:0", "messages": [{"role": "user",
                  "content": [{"cachePoint": {"type": "default"}}, {"text": "Hi"}]}]}""";

        assertThatThrownBy(() -> RequestBodyReader.read(wrong)).isInstanceOfSatisfying(InputException.class, fault -> {
            assertThat(fault).hasMessageContaining("cachePoint").hasMessageContaining("/messages/0/content/0");
            assertThat(fault.line()).isEqualTo(2);
            assertThat(fault.column()).isEqualTo(15);
        });
    }

    @Test
    void aMessageWithoutAListIsNamedWithItsPlace() {
        assertThatThrownBy(() -> RequestBodyReader.read("{\"modelId\": \"m\", \"messages\": [\n{\"role\": \"user\", "
                + "\"content\": \"Hi\"}]}")).isInstanceOfSatisfying(InputException.class,
                        fault -> assertThat(fault.line()).isEqualTo(2));
    }

    @Test
    void aProfileOfAnAccountNamesItsModelLast() {
        String arn = "arn:aws:bedrock:us-east-1:123456789012:inference-profile/" + MODEL;

        assertThat(RequestBodyReader.read(CONVERSE.replace("\"modelId\": \"" + MODEL, "\"modelId\": \"" + arn))
                .settings().model()).isEqualTo(MODEL);
    }

    @Test
    void usageHasThreePartsThatAddUp() {
        Usage usage = UsageReader.read("{\"inputTokens\": 8, \"outputTokens\": 4, \"cacheReadInputTokens\": 100, "
                + "\"cacheWriteInputTokens\": 1700, \"totalTokens\": 1812, \"cacheDetails\": [{\"ttl\": \"1h\", "
                + "\"inputTokens\": 700}]}");

        assertThat(usage.input()).hasValue(1_808);
        assertThat(usage.cached()).hasValue(100);
        assertThat(usage.written()).hasValue(1_700);
        assertThat(usage.longWritten()).hasValue(700);
        assertThat(usage.output()).hasValue(4);
        assertThat(UsageReader.read("{\"inputTokens\": 8, \"outputTokens\": 4}").cached()).isEmpty();
    }
}
