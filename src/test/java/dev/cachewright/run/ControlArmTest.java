package dev.cachewright.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.analysis.Destination;
import dev.cachewright.format.body.RequestBodyReader;
import dev.cachewright.format.body.RequestBodyWriter;
import dev.cachewright.prompt.Api;
import dev.cachewright.prompt.Renderer;
import dev.cachewright.prompt.Request;
import dev.cachewright.prompt.Row;
import dev.cachewright.provider.Simulators;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ControlArmTest {

    private static final Destination GPT = Simulators.ANALYST.destination("gpt-5.4");

    /// What comes before the first token of a user's own: the frame that vendors put around tools, without an end at
    /// which a cache could keep it.
    private static final int FRAME = 600;

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "CHAT | {\"model\":\"gpt-5.4\",\"messages\":[{\"role\":\"system\",\"content\":\"Be brief\"},{\"role\":\"user\",\"content\":\"Hi\"}]}",
            "CHAT | {\"model\":\"gpt-5.4\",\"messages\":[{\"role\":\"user\",\"content\":[{\"type\":\"text\",\"text\":\"Hi\"}]}]}",
            "CHAT | {\"model\":\"gpt-5.4\",\"tools\":[{\"type\":\"function\",\"function\":{\"name\":\"f\",\"parameters\":{\"type\":\"object\"}}}],\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]}",
            "RESPONSES | {\"model\":\"gpt-5.4\",\"tools\":[{\"type\":\"function\",\"name\":\"f\",\"description\":\"Finds\",\"parameters\":{\"type\":\"object\"}}],\"instructions\":\"Be brief\",\"input\":\"Hi\"}",
            "RESPONSES | {\"model\":\"gpt-5.4\",\"input\":[{\"role\":\"user\",\"content\":[{\"type\":\"input_text\",\"text\":\"Hi\"}]}],\"text\":{\"format\":{\"type\":\"json_schema\",\"name\":\"s\",\"schema\":{\"type\":\"object\",\"properties\":{}}}}}",
            "MESSAGES | {\"model\":\"claude-opus-5\",\"max_tokens\":9,\"tools\":[{\"name\":\"f\",\"input_schema\":{\"type\":\"object\"}}],\"system\":\"Be brief\",\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]}"})
    void nothingIsSharedWithTheRequestOrWithAnotherControlCall(Api api, String body) {
        Request request = Renderer.render(RequestBodyReader.read(body, api), Row.empty());
        Request one = ControlArm.of(request, "k1a2-1");
        Request other = ControlArm.of(request, "z9y8-2");

        assertThat(shared(request, one)).isLessThan(FRAME);
        assertThat(shared(one, other)).isLessThan(FRAME);
        assertThat(RequestBodyWriter.write(GPT.requests().of(one), false).json()).contains("k1a2-1");
    }

    private static int shared(Request a, Request b) {
        return GPT.countAsIs(a).tokens().commonPrefix(GPT.countAsIs(b).tokens());
    }
}
