package dev.cachewright.format.export;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cachewright.prompt.Api;

/// A request with the vendors' packages `openai` and `@anthropic-ai/sdk`, which send what an object holds.
final class JavaScriptCode {

    private static final Literals LITERALS = new Literals(false);

    private JavaScriptCode() {
    }

    static String of(RequestCode code) {
        String call = switch (code.api()) {
            case CHAT -> "chat.completions";
            case RESPONSES -> "responses";
            case MESSAGES -> "messages";
        };
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        code.fields().forEach(body::set);
        return head(code) + "const stream = await client." + call + ".create(" + LITERALS.of(body, 0) + ");\n"
                + tail(code.api());
    }

    private static String head(RequestCode code) {
        boolean isAnthropic = code.api() == Api.MESSAGES;
        String type = isAnthropic ? "Anthropic" : "OpenAI";
        String name = isAnthropic ? "@anthropic-ai/sdk" : "openai";
        Endpoint endpoint = code.endpoint();
        String variable = endpoint.keyVariable(code.api());
        String options = endpoint.isVendor() ? ""
                : "{ baseURL: " + Literals.quote(endpoint.sdkUrl(code.api()))
                        + ", apiKey: " + (endpoint.takesKey() ? "process.env." + variable : "\"none\"") + " }";
        return "// npm install " + name + "\n"
                + (endpoint.takesKey()
                        ? "// The key is read from the environment: " + variable + "\n"
                        : "")
                + "import " + type + " from \"" + name + "\";\n\nconst client = new " + type + "(" + options + ");\n\n";
    }

    private static String tail(Api api) {
        return switch (api) {
            case CHAT -> """

                    for await (const chunk of stream) {
                      process.stdout.write(chunk.choices[0]?.delta?.content ?? "");
                      if (chunk.usage) {
                        console.log("\\n", chunk.usage);
                      }
                    }
                    """;
            case RESPONSES -> """

                    for await (const event of stream) {
                      if (event.type === "response.output_text.delta") {
                        process.stdout.write(event.delta);
                      } else if (event.type === "response.completed") {
                        console.log("\\n", event.response.usage);
                      }
                    }
                    """;
            case MESSAGES -> """

                    for await (const event of stream) {
                      if (event.type === "message_start") {
                        console.log(event.message.usage);
                      } else if (event.type === "content_block_delta" && event.delta.type === "text_delta") {
                        process.stdout.write(event.delta.text);
                      }
                    }
                    console.log();
                    """;
        };
    }
}
