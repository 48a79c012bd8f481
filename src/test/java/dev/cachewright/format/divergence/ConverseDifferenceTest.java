package dev.cachewright.format.divergence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ConverseDifferenceTest {

    private static final String CONVERSE = """
            {"modelId": "us.anthropic.claude-sonnet-4-5-20250929-v1:0",
             "system": [{"text": "Be brief"}, {"cachePoint": {"type": "default"}}],
             "toolConfig": {"tools": [{"toolSpec": {"name": "find", "description": "Finds", "inputSchema":
               {"json": {"type": "object", "properties": {"id": {"type": "string"}}}}}},
               {"cachePoint": {"type": "default", "ttl": "1h"}}], "toolChoice": {"any": {}}},
             "messages": [
               {"role": "user", "content": [{"text": "See"}, {"image": {"format": "png", "source": {"bytes": "AAAA"}}},
                 {"document": {"format": "pdf", "name": "a", "source": {"bytes": "BBBB"}}}]},
               {"role": "assistant", "content": [{"reasoningContent": {"reasoningText": {"text": "Hm", "signature": "s"}}},
                 {"reasoningContent": {"redactedContent": "CCCC"}},
                 {"toolUse": {"toolUseId": "t1", "name": "find", "input": {"id": "7"}}}]},
               {"role": "user", "content": [{"toolResult": {"toolUseId": "t1", "content": [{"text": "Found"},
                 {"json": {"at": 1}}], "status": "error"}}, {"cachePoint": {"type": "default"}}]},
               {"role": "user", "content": [{"text": "Thanks"}]}],
             "inferenceConfig": {"maxTokens": 50, "temperature": 0.5},
             "additionalModelRequestFields": {"thinking": {"type": "enabled", "budget_tokens": 1024}}}
            """;
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

    @Test
    void aCachePointMakesNoDifference() {
        String without = CONVERSE.replace("{\"text\": \"Be brief\"}, {\"cachePoint\": {\"type\": \"default\"}}",
                "{\"text\": \"Be brief\"}");

        assertThat(BodyDifference.of(without, CONVERSE).isNone()).isTrue();
        assertThat(BodyDifference.of(CONVERSE, CONVERSE.replace("Found", "Lost")).path())
                .isEqualTo("/messages/2/content/0/toolResult/content/0/text");
        assertThat(BodyDifference.of(CONVERSE, CONVERSE.replace("Finds", "Seeks")).reason()).isEqualTo(
                "tools_changed");
    }
}
