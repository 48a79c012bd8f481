package dev.cachewright.run;

import dev.cachewright.prompt.Api;
import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.CacheSettings;
import dev.cachewright.prompt.Form;
import dev.cachewright.prompt.Kind;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.Role;
import dev.cachewright.prompt.Settings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SequencedMap;

/// Prompts by chance that use what a prompt can hold; the same seed gives the same prompt.
final class RandomPrompts {

    static final List<String> OPENAI = List.of("gpt-6-sol", "gpt-6.1-terra", "gpt-5.6-luna", "gpt-5.5", "gpt-5.4",
            "gpt-4.1", "gpt-4o", "gpt-4", "o3");
    static final List<String> CLAUDE = List.of("claude-opus-5-5", "claude-sonnet-5-5", "claude-haiku-4-5",
            "claude-3-haiku");

    private static final String PICTURE = "data:image/png;base64,iVBORw0KGgo=";
    private static final List<String> TEXTS = List.of("Be brief.", "Say \"hi\"\n\tto É, 中 and \\.", "{{question}}",
            "Answer {{question}} in \u2028 one line.", "😀 <|endoftext|>",
            "Look: {{media url=\"" + PICTURE + "\"}} Why?",
            "And {{media url=\"https://example.com/a.png\"}}", "x".repeat(5_000));
    private static final String SCHEMA = "{\"type\": \"object\", \"properties\": {\"a\": {\"type\": \"string\"}}, "
            + "\"required\": [\"a\"], \"additionalProperties\": false}";
    private static final Map<Api, List<String>> TOOLS = Map.of(
            Api.CHAT, List.of("{\"type\":\"function\",\"function\":{\"name\":\"f\",\"description\":\"Finds\","
                    + "\"parameters\":{\"type\":\"object\",\"properties\":{}},\"strict\":true}}"),
            Api.RESPONSES, List.of("{\"type\":\"function\",\"name\":\"g\",\"parameters\":{\"type\":\"object\"}}"),
            Api.MESSAGES, List.of("{\"name\":\"h\",\"description\":\"Helps\",\"input_schema\":{\"type\":\"object\"}}"));

    private final Random random;
    private final Api api;
    private final List<Block> blocks = new ArrayList<>();

    private RandomPrompts(long seed, Api api) {
        this.random = new Random(seed);
        this.api = api;
    }

    static Prompt of(long seed, Api api) {
        return new RandomPrompts(seed, api).prompt();
    }

    private Prompt prompt() {
        if (chance(2)) {
            // Those of another vendor are put into the form of this one.
            add(Role.TOOLS, "[" + one(TOOLS.get(one(List.of(Api.values())))) + "]", Form.TEXT, false);
        }
        if (chance(3)) {
            add(Role.SCHEMA, chance(2) ? SCHEMA : "{\"name\": \"out\", \"strict\": true, \"schema\": " + SCHEMA + "}",
                    Form.TEXT, false);
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            addMessage(chance(3) ? Role.DEVELOPER : Role.SYSTEM, TEXTS.subList(0, 5));
        }
        addMessage(Role.USER, TEXTS);
        for (int turn = random.nextInt(3); turn > 0; turn--) {
            if (chance(2)) {
                items().forEach(item -> add(Role.ASSISTANT, item, Form.ITEM, false));
            } else {
                addMessage(Role.ASSISTANT, TEXTS.subList(0, 5));
            }
            addMessage(Role.USER, TEXTS);
        }
        return Prompt.of(blocks, settings());
    }

    private void addMessage(Role role, List<String> texts) {
        Form form = chance(4) ? Form.PART : Form.TEXT;
        for (int i = 0; i <= random.nextInt(3); i++) {
            add(role, one(texts), form, i > 0);
        }
    }

    private void add(Role role, String text, Form form, boolean joined) {
        Block block = Block.of("b" + blocks.size(), role, Kind.STATIC, text).withJoined(joined).withForm(form);
        blocks.add(chance(4) ? block.withBreakpoint(one(List.of("", "", "1h", "5m", "30m"))) : block);
    }

    /// A call of a tool with its result, after reasoning.
    private List<String> items() {
        return switch (api) {
            case CHAT -> List.of("{\"role\":\"assistant\",\"content\":null,\"tool_calls\":[{\"id\":\"c1\",\"type\":"
                    + "\"function\",\"function\":{\"name\":\"f\",\"arguments\":\"{}\"}}]}",
                    "{\"role\":\"tool\",\"tool_call_id\":\"c1\",\"content\":\"None\"}");
            case RESPONSES -> List.of("{\"type\":\"reasoning\",\"id\":\"rs_1\",\"summary\":[],"
                    + "\"encrypted_content\":\"gAAA\"}",
                    "{\"type\":\"function_call\",\"call_id\":\"c1\",\"name\":\"g\",\"arguments\":\"{}\"}",
                    "{\"type\":\"function_call_output\",\"call_id\":\"c1\",\"output\":\"None\"}");
            case MESSAGES -> List.of("{\"role\":\"assistant\",\"content\":[{\"type\":\"thinking\",\"thinking\":\"Hm\","
                    + "\"signature\":\"s\"},{\"type\":\"tool_use\",\"id\":\"c1\",\"name\":\"h\",\"input\":{}}]}",
                    "{\"role\":\"user\",\"content\":[{\"type\":\"tool_result\",\"tool_use_id\":\"c1\","
                            + "\"content\":\"None\"}]}");
        };
    }

    private Settings settings() {
        String model = one(api == Api.MESSAGES ? CLAUDE : OPENAI);
        var config = new LinkedHashMap<String, String>();
        some(config, "temperature", "0.5", "1");
        some(config, "maxOutputTokens", "300");
        some(config, "topP", "0.9");
        some(config, "topK", "40");
        some(config, "stopSequences", "[\"END\"]");
        some(config, "frequencyPenalty", "0.1");
        some(config, "presencePenalty", "-0.1");
        some(config, "seed", "7");
        some(config, "reasoningEffort", "\"low\"", "\"high\"");
        some(config, "verbosity", "\"low\"", "\"high\"");
        var extra = new LinkedHashMap<String, String>();
        some(extra, "service_tier", "\"auto\"");
        if (api == Api.RESPONSES) {
            some(extra, "text", "{\"verbosity\": \"medium\"}", "{\"format\": {\"type\": \"text\"}}");
            some(extra, "reasoning", "{\"summary\": \"auto\"}");
            some(extra, "store", "false");
        } else if (api == Api.CHAT) {
            some(extra, "response_format", "{\"type\": \"json_object\"}");
        } else {
            some(extra, "output_config", "{\"effort\": \"max\"}");
            some(extra, "thinking", "{\"type\": \"adaptive\"}");
        }
        return new Settings(model, api, config, cache(), extra);
    }

    private CacheSettings cache() {
        return new CacheSettings(one(List.of("", "implicit", "explicit", "automatic")),
                one(List.of("", "5m", "1h", "30m", "12h")), one(List.of("", "support", "k".repeat(70))),
                one(List.of("", "in_memory", "24h")));
    }

    private void some(SequencedMap<String, String> fields, String name, String... values) {
        if (chance(3)) {
            fields.put(name, one(List.of(values)));
        }
    }

    private boolean chance(int of) {
        return random.nextInt(of) == 0;
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
