package dev.cachewright.format.body;

/// A request to Amazon Bedrock's Converse with everything that one can hold.
public final class ConverseSample {

    public static final String BODY = """
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

    private ConverseSample() {
    }
}
