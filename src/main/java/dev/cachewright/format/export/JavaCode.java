package dev.cachewright.format.export;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cachewright.format.json.RawJson;
import dev.cachewright.prompt.Api;
import java.util.Map;
import java.util.Set;

/// A request with the vendors' libraries `openai-java` and `anthropic-java`. What is nested is given as JSON, so that
/// fields which the types do not know are sent, too.
record JavaCode(RequestCode code) {

    private static final String INDENT = " ".repeat(16);
    /// Builders that take a number or a text of these fields as it is.
    private static final Map<String, String> PLAIN = Map.of("model", "model", "temperature", "temperature", "top_p",
            "topP", "max_completion_tokens", "maxCompletionTokens", "max_output_tokens", "maxOutputTokens",
            "max_tokens", "maxTokens", "prompt_cache_key", "promptCacheKey", "instructions", "instructions");
    private static final Set<String> NESTED = Set.of("messages", "input", "tools", "system");
    private static final Set<String> DECIMAL = Set.of("temperature", "top_p");

    String text() {
        Api api = code.api();
        String vendor = api == Api.MESSAGES ? "anthropic" : "openai";
        String type = api == Api.MESSAGES ? "Anthropic" : "OpenAI";
        String params = switch (api) {
            case CHAT -> "chat.completions.ChatCompletionCreateParams";
            case RESPONSES -> "responses.ResponseCreateParams";
            case MESSAGES -> "messages.MessageCreateParams";
        };
        String name = params.substring(params.lastIndexOf('.') + 1);
        return "// com." + vendor + ":" + vendor + "-java\n" + (code.endpoint().takesKey()
                ? "// The key is read from the environment: " + code.endpoint().keyVariable(api) + "\n" : "")
                + imports(vendor, type, params)
                + "\npublic class Request {\n\n    public static void main(String[] args) throws Exception {\n        "
                + type + "Client client = " + client(type) + ";\n\n        " + name + " params = " + name
                + ".builder()\n" + setters() + INDENT + ".build();\n" + tail(api) + "    }\n" + helper() + "}\n";
    }

    private static String imports(String vendor, String type, String params) {
        String root = "import com." + vendor + ".";
        return root + "client." + type + "Client;\n" + root + "client.okhttp." + type + "OkHttpClient;\n" + root
                + "core.JsonValue;\n" + root + "core.ObjectMappers;\n" + root + "models." + params + ";\n";
    }

    private String client(String type) {
        Endpoint endpoint = code.endpoint();
        if (endpoint.isVendor()) {
            return type + "OkHttpClient.fromEnv()";
        }
        String url = ".baseUrl(" + Literals.quote(endpoint.sdkUrl(code.api())) + ")";
        String key = endpoint.takesKey()
                ? "System.getenv(" + Literals.quote(endpoint.keyVariable(code.api())) + ")"
                : "\"none\"";
        return type + "OkHttpClient.builder()" + url + ".apiKey(" + key + ").build()";
    }

    private String setters() {
        var setters = new StringBuilder();
        code.fields().forEach((name, value) -> {
            // The call that streams sets it.
            if (!name.equals(RequestCode.STREAM)) {
                setters.append(INDENT).append(setter(name, value)).append('\n');
            }
        });
        return setters.toString();
    }

    private String setter(String name, JsonNode value) {
        boolean isPlain = PLAIN.containsKey(name) && code.isKnown(name) && (value.isTextual()
                ? value.textValue().length() < JavaText.MOST
                : DECIMAL.contains(name) ? value.isNumber() : value.isIntegralNumber());
        if (isPlain) {
            return "." + PLAIN.get(name) + "(" + (value.isTextual() ? Literals.quote(value.textValue())
                    : DECIMAL.contains(name) ? String.valueOf(value.doubleValue()) : value + "L") + ")";
        }
        String json = "json(" + JavaText.blocks(laidOut(name, value), INDENT + "        ") + ")";
        return NESTED.contains(name)
                ? "." + name + "(" + json + ")"
                : ".putAdditionalBodyProperty(" + Literals.quote(name) + ", "
                        + (value.isValueNode() && !value.isTextual() ? "JsonValue.from(" + scalar(value) + ")" : json)
                        + ")";
    }

    private static String scalar(JsonNode value) {
        return value.isNull() ? "null" : value.isIntegralNumber() ? value + "L" : value.toString();
    }

    /// The JSON as it is in the body; a list with each element on a line of its own.
    private String laidOut(String name, JsonNode value) {
        String json = RawJson.fields(code.json()).get(name);
        return value.isArray() && !value.isEmpty()
                ? "[\n  " + String.join(",\n  ", RawJson.elements(json)) + "\n]"
                : json;
    }

    private static String tail(Api api) {
        return switch (api) {
            case CHAT -> """

                            try (var stream = client.chat().completions().createStreaming(params)) {
                                stream.stream().forEach(chunk -> {
                                    chunk.choices().forEach(choice -> choice.delta().content().ifPresent(System.out::print));
                                    chunk.usage().ifPresent(usage -> System.out.println("\\n" + usage));
                                });
                            }
                    """;
            case RESPONSES -> """

                            try (var stream = client.responses().createStreaming(params)) {
                                stream.stream().forEach(event -> {
                                    event.outputTextDelta().ifPresent(delta -> System.out.print(delta.delta()));
                                    event.completed().ifPresent(done -> System.out.println("\\n" + done.response().usage()));
                                });
                            }
                    """;
            case MESSAGES -> """

                            try (var stream = client.messages().createStreaming(params)) {
                                stream.stream().forEach(event -> {
                                    event.messageStart().ifPresent(start -> System.out.println(start.message().usage()));
                                    event.contentBlockDelta().flatMap(block -> block.delta().text())
                                            .ifPresent(text -> System.out.print(text.text()));
                                });
                            }
                    """;
        };
    }

    private static String helper() {
        return """

                    private static JsonValue json(String... parts) throws Exception {
                        return ObjectMappers.jsonMapper().readValue(String.join("", parts), JsonValue.class);
                    }
                """;
    }
}
