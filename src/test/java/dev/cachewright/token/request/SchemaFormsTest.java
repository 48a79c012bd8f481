package dev.cachewright.token.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.cache.request.SentRequest;
import dev.cachewright.format.body.RequestBodyReader;
import dev.cachewright.format.body.RequestBodyWriter;
import dev.cachewright.prompt.Api;
import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.Kind;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.Renderer;
import dev.cachewright.prompt.Request;
import dev.cachewright.prompt.Role;
import dev.cachewright.prompt.Row;
import dev.cachewright.prompt.Settings;
import dev.cachewright.token.SharedTokenizers;
import dev.cachewright.token.TextCounter;
import dev.cachewright.token.encoding.Encoding;
import dev.cachewright.token.part.Framing;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A schema counts as what is sent of it, in whichever form the prompt has it.
class SchemaFormsTest {

    private static final TextCounter TEXTS = SharedTokenizers.ALL.counterOf(Encoding.O200K_BASE);
    private static final String SCHEMA = """
            {"type": "object", "properties": {"answer": {"type": "string"}}, "required": ["answer"]}""";

    private static RequestTokens count(Request request) {
        return new RequestCounter(TEXTS, Framing.plain()).count(request);
    }

    @ParameterizedTest
    @CsvSource({"CHAT, gpt-4o", "RESPONSES, gpt-4o", "MESSAGES, claude-sonnet-4-5"})
    void theSchemaAloneCountsAsTheFormThatIsSent(Api api, String model) {
        for (String text : List.of(SCHEMA, "{\"name\": \"output\", \"schema\": " + SCHEMA + "}")) {
            Prompt prompt = Prompt.of(List.of(Block.of("s", Role.SCHEMA, Kind.STATIC, text), Block.of("q", Role.USER,
                    Kind.STATIC, "Hi")), Settings.of(model, api));
            Request request = Renderer.render(prompt, Row.empty());
            String body = RequestBodyWriter.write(SentRequest.of(request, Optional.empty()), false).json();
            Request sent = Renderer.render(RequestBodyReader.read(body, api), Row.empty());

            assertThat(count(request).total()).isEqualTo(count(sent).total());
            assertThat(count(request).isExact()).isEqualTo(api != Api.MESSAGES);
        }
    }
}
