package dev.cachewright.format.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cachewright.prompt.Api;
import java.util.Locale;
import java.util.SequencedMap;

/// A request with the vendors' packages `openai` and `anthropic`.
final class PythonCode {

    private static final Literals LITERALS = new Literals(true);

    private PythonCode() {
    }

    static String of(RequestCode code) {
        String call = switch (code.api()) {
            case CHAT -> "chat.completions";
            case RESPONSES -> "responses";
            case MESSAGES -> "messages";
        };
        return head(code) + "stream = client." + call + ".create(\n" + arguments(code) + ")\n" + tail(code.api());
    }

    private static String head(RequestCode code) {
        boolean isAnthropic = code.api() == Api.MESSAGES;
        String type = isAnthropic ? "Anthropic" : "OpenAI";
        Endpoint endpoint = code.endpoint();
        String variable = endpoint.keyVariable(code.api());
        String arguments = endpoint.isVendor() ? ""
                : "base_url=" + Literals.quote(endpoint.sdkUrl(code.api()))
                        + ", api_key=" + (endpoint.takesKey() ? "os.environ[\"" + variable + "\"]" : "\"none\"");
        return "# pip install " + type.toLowerCase(Locale.ROOT) + "\n"
                + (endpoint.takesKey() ? "# The key is read from the environment: " + variable + "\n" : "")
                + (endpoint.takesKey() && !endpoint.isVendor() ? "import os\n\n" : "")
                + "from " + (isAnthropic ? "anthropic" : "openai") + " import " + type + "\n\nclient = " + type + "("
                + arguments + ")\n\n";
    }

    private static String arguments(RequestCode code) {
        var arguments = new StringBuilder();
        code.fields(true).forEach((name, value) -> arguments.append("    ").append(name).append('=')
                .append(LITERALS.of(value, 4)).append(",\n"));
        SequencedMap<String, JsonNode> others = code.fields(false);
        if (!others.isEmpty()) {
            ObjectNode extra = JsonNodeFactory.instance.objectNode();
            others.forEach(extra::set);
            arguments.append("    extra_body=").append(LITERALS.of(extra, 4)).append(",\n");
        }
        return arguments.toString();
    }

    private static String tail(Api api) {
        return switch (api) {
            case CHAT -> """

                    for chunk in stream:
                        for choice in chunk.choices:
                            print(choice.delta.content or "", end="", flush=True)
                        if chunk.usage:
                            print()
                            print(chunk.usage)
                    """;
            case RESPONSES -> """

                    for event in stream:
                        if event.type == "response.output_text.delta":
                            print(event.delta, end="", flush=True)
                        elif event.type == "response.completed":
                            print()
                            print(event.response.usage)
                    """;
            case MESSAGES -> """

                    for event in stream:
                        if event.type == "message_start":
                            print(event.message.usage)
                        elif event.type == "content_block_delta" and event.delta.type == "text_delta":
                            print(event.delta.text, end="", flush=True)
                    print()
                    """;
        };
    }
}
