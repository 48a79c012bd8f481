package dev.cachewright.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.cache.request.SentRequest;
import dev.cachewright.format.body.RequestBodyReader;
import dev.cachewright.format.body.RequestBodyWriter;
import dev.cachewright.format.json.RawJson;
import dev.cachewright.prompt.Api;
import dev.cachewright.prompt.Renderer;
import dev.cachewright.prompt.Row;
import dev.cachewright.provider.Profile;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutputLimitTest {

    private static String limited(String body, Api api, Profile.Kind kind) {
        SentRequest sent = SentRequest.of(Renderer.render(RequestBodyReader.read(body, api), Row.empty()),
                Optional.empty());
        return RawJson.tree(RequestBodyWriter.write(OutputLimit.of(sent, 77, kind), false).json()).toString();
    }

    @ParameterizedTest
    @CsvSource({"CHAT, messages, OPENAI, max_completion_tokens", "CHAT, messages, COMPATIBLE, max_tokens",
            "RESPONSES, input, OPENAI, max_output_tokens", "MESSAGES, messages, SIMULATOR, max_tokens"})
    void aRequestWithoutALimitIsGivenOne(Api api, String input, Profile.Kind kind, String field) {
        assertThat(limited("{\"model\":\"m\",\"" + input + "\":[{\"role\":\"user\",\"content\":\"Hi\"}]}", api, kind))
                .contains("\"" + field + "\":77").containsOnlyOnce("_tokens");
    }

    @ParameterizedTest
    @CsvSource({"CHAT, messages, max_completion_tokens", "CHAT, messages, max_tokens",
            "RESPONSES, input, max_output_tokens", "MESSAGES, messages, max_tokens"})
    void aRequestKeepsItsOwn(Api api, String input, String field) {
        assertThat(limited("{\"model\":\"m\",\"" + input + "\":[{\"role\":\"user\",\"content\":\"Hi\"}],\"" + field
                + "\":5}", api, Profile.Kind.COMPATIBLE)).contains("\"" + field + "\":5").containsOnlyOnce("_tokens");
    }
}
