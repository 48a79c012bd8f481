package dev.cachewright.format.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cachewright.format.json.RawJson;
import dev.cachewright.prompt.Api;
import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.Breakpoint;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.Role;
import dev.cachewright.prompt.text.InputException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Requests of Bedrock's Converse API, read as those of Messages.
class ConverseBodyTest {

    private static final String BODY = """
            {"modelId": "arn:aws:bedrock:us-east-1:1:inference-profile/us.anthropic.claude-sonnet-4-5-20250929-v1:0",
             "system": [{"text": "Be kind."}, {"cachePoint": {"type": "default", "ttl": "1h"}}],
             "inferenceConfig": {"maxTokens": 50, "temperature": 0.5, "topP": 1, "stopSequences": ["x"]},
             "additionalModelRequestFields": {"top_k": 5},
             "toolConfig": {"toolChoice": {"tool": {"name": "f"}}, "tools": [{"toolSpec": {"name": "f", "description": "d",
               "inputSchema": {"json": {"type": "object"}}}}, {"cachePoint": {"type": "default", "ttl": "1h"}}]},
             "messages": [
              {"role": "user", "content": [{"text": "What is it?"},
                {"image": {"format": "png", "source": {"bytes": "aGk="}}}, {"cachePoint": {"type": "default"}}]},
              {"role": "assistant", "content": [
                {"reasoningContent": {"reasoningText": {"text": "hm", "signature": "s"}}},
                {"toolUse": {"toolUseId": "1", "name": "f", "input": {"a": 1}}}]},
              {"role": "user", "content": [
                {"toolResult": {"toolUseId": "1", "content": [{"text": "t"}, {"json": {"b": 2}}], "status": "error"}},
                {"document": {"format": "txt", "name": "n", "source": {"bytes": "aGk="}}},
                {"video": {"format": "mp4"}}]}]}""";

    @Test
    void everyBlockHasItsFormInMessages() {
        String expected = """
                {"model": "us.anthropic.claude-sonnet-4-5-20250929-v1:0",
                 "system": [{"type": "text", "text": "Be kind.", "cache_control": {"type": "ephemeral", "ttl": "1h"}}],
                 "max_tokens": 50, "temperature": 0.5, "top_p": 1, "stop_sequences": ["x"], "top_k": 5,
                 "tool_choice": {"type": "tool", "name": "f"},
                 "tools": [{"name": "f", "description": "d", "input_schema": {"type": "object"},
                            "cache_control": {"type": "ephemeral", "ttl": "1h"}}],
                 "messages": [
                  {"role": "user", "content": [{"type": "text", "text": "What is it?"},
                    {"type": "image", "source": {"type": "base64", "media_type": "image/png", "data": "aGk="},
                     "cache_control": {"type": "ephemeral"}}]},
                  {"role": "assistant", "content": [{"type": "thinking", "thinking": "hm", "signature": "s"},
                    {"type": "tool_use", "id": "1", "name": "f", "input": {"a": 1}}]},
                  {"role": "user", "content": [
                    {"type": "tool_result", "tool_use_id": "1", "is_error": true,
                     "content": [{"type": "text", "text": "t"}, {"type": "text", "text": "{\\"b\\":2}"}]},
                    {"type": "document", "title": "n",
                     "source": {"type": "text", "media_type": "text/plain", "data": "hi"}},
                    {"type": "video", "value": {"format": "mp4"}}]}]}""";

        assertThat(RawJson.tree(ConverseBody.toMessages(BODY, ""))).isEqualTo(RawJson.tree(expected));
    }

    @Test
    void cachePointsAreBreakpoints() {
        Prompt prompt = RequestBodyReader.read(BODY);

        assertThat(prompt.settings().api()).isEqualTo(Api.MESSAGES);
        assertThat(prompt.blocks()).extracting(Block::role).containsExactly(Role.TOOLS, Role.SYSTEM, Role.USER,
                Role.ASSISTANT, Role.USER);
        assertThat(prompt.blocks()).extracting(block -> block.breakpoint().map(Breakpoint::ttl)).containsExactly(
                Optional.of("1h"), Optional.of("1h"), Optional.of(""), Optional.empty(), Optional.empty());
    }

    @Test
    void aBodyWithoutItsModelIsKnownByItsFields() {
        Prompt prompt = RequestBodyReader.read("""
                {"messages": [{"role": "user", "content": [{"text": "Hi"}, {"cachePoint": {"type": "default"}}]}]}""");

        assertThat(prompt.settings().model()).isEmpty();
        assertThat(prompt.blocks().getFirst().breakpoint()).isPresent();
    }

    @Test
    void aCachePointWithNothingBeforeItIsRefusedWithItsPlace() {
        assertThatThrownBy(() -> RequestBodyReader.read("""
                {"modelId": "m", "system": [{"cachePoint": {"type": "default"}}], "messages": []}"""))
                .isInstanceOf(InputException.class)
                .hasMessage("A cachePoint stands first in /system: put it after what it should cache");
    }
}
