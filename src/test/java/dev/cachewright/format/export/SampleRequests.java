package dev.cachewright.format.export;

import dev.cachewright.cache.request.SentRequest;
import dev.cachewright.format.body.RequestBodyReader;
import dev.cachewright.prompt.Renderer;
import dev.cachewright.prompt.Row;
import java.util.Optional;

/// A request of each API with markers, keys and settings of its cache, and with text that is hard to write down.
final class SampleRequests {

    static final String CHAT = """
            {
              "model": "gpt-5.6-sol",
              "tools": [{"type": "function", "function": {"name": "look_up", "description": "Finds an order.",
                "parameters": {"type": "object", "properties": {"order": {"type": "string"}}, "required": ["order"],
                  "additionalProperties": false}, "strict": true}}],
              "messages": [
                {"role": "system", "content": [{"type": "text", "text": "Be \\"kind\\".\\nC:\\\\new\\\\table, 100 %, ${HOME}, `x`, #{y}, 'z'\\n\\n    Indented. \\n", "prompt_cache_breakpoint": {"mode": "explicit"}},
                  {"type": "text", "text": "Ünïcode 🧵 \\u0007 \\u2028 end"}]},
                {"role": "user", "content": "Where is it?\\n\\"\\"\\"three\\"\\"\\" \\\\"},
                {"role": "assistant", "content": null, "tool_calls": [{"id": "c1", "type": "function", "function": {"name": "look_up", "arguments": "{\\"order\\": \\"7\\"}"}}]},
                {"role": "tool", "tool_call_id": "c1", "content": "shipped"}
              ],
              "max_completion_tokens": 50,
              "prompt_cache_options": {"mode": "explicit", "ttl": "30m"},
              "prompt_cache_key": "support"
            }
            """;

    static final String RESPONSES = """
            {
              "model": "gpt-5.4",
              "instructions": "Be kind.\\nBe brief.",
              "input": [{"role": "user", "content": "Hello"}],
              "temperature": 0.5,
              "max_output_tokens": 50,
              "reasoning": {"effort": "low"},
              "prompt_cache_key": "support",
              "prompt_cache_retention": "24h",
              "store": false
            }
            """;

    static final String MESSAGES = """
            {
              "model": "claude-sonnet-4-5",
              "system": [{"type": "text", "text": "Be kind.\\nBe brief.", "cache_control": {"type": "ephemeral", "ttl": "1h"}}],
              "tools": [{"name": "look_up", "input_schema": {"type": "object", "properties": {"order": {"type": "string"}}}, "cache_control": {"type": "ephemeral", "ttl": "1h"}}],
              "messages": [{"role": "user", "content": [{"type": "text", "text": "Hello", "cache_control": {"type": "ephemeral"}}]}],
              "max_tokens": 50,
              "output_config": {"effort": "low"}
            }
            """;

    private SampleRequests() {
    }

    static SentRequest sent(String body) {
        return SentRequest.of(Renderer.render(RequestBodyReader.read(body), Row.empty()), Optional.empty());
    }
}
