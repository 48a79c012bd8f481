package dev.cachewright.format.body;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.cache.request.SentRequest;
import dev.cachewright.format.json.RawJson;
import dev.cachewright.prompt.Api;
import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.Kind;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.Renderer;
import dev.cachewright.prompt.Role;
import dev.cachewright.prompt.Row;
import dev.cachewright.prompt.Settings;
import dev.cachewright.provider.Simulators;
import dev.cachewright.store.PromptDocument;
import dev.cachewright.store.Samples;
import dev.cachewright.token.request.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RequestBodyWriterTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden/body");
    private static final PromptDocument SUPPORT = Samples.open("support-agent");

    @ParameterizedTest
    @EnumSource
    void theSupportSampleIsWrittenAsRecorded(Api api) throws IOException {
        assertThat(body(api, 1).json() + "\n").isEqualTo(Files.readString(GOLDEN.resolve("support-" + api.word()
                + ".json")));
    }

    @ParameterizedTest
    @EnumSource
    void whatRowsShareIsTheBeginningOfTheirBodies(Api api) {
        Place end = Simulators.ANALYST
                .countRows(prompt(api), SUPPORT.values(), Simulators.ANALYST.destination("gpt-5.4"))
                .prefix().end();
        RequestBody first = body(api, 0);
        int offset = first.offsetOf(end);

        assertThat(first.json().substring(0, offset)).endsWith("The customer is a");
        for (int row = 1; row < SUPPORT.values().rows().size(); row++) {
            RequestBody other = body(api, row);
            assertThat(other.offsetOf(end)).isEqualTo(offset);
            assertThat(other.json()).startsWith(first.json().substring(0, offset));
        }
    }

    @Test
    void everyPlaceOfABlockStandsInTheBody() {
        String text = "Say \"hi\"\n\tto É, 中 and \\ with \u0001 — then stop.";
        Prompt prompt = Prompt.of(List.of(Block.of("first", Role.SYSTEM, Kind.STATIC, text),
                Block.of("second", Role.SYSTEM, Kind.STATIC, text).withJoined(true),
                Block.of("last", Role.USER, Kind.DYNAMIC, "{{name}}" + text)), Settings.of("m", Api.CHAT));
        RequestBody body = RequestBodyWriter.write(SentRequest.of(Renderer.render(prompt,
                new Row(Map.of("name", "\"A\""))), Optional.empty()), false);

        for (String id : List.of("first", "second")) {
            int start = body.offsetOf(new Place(id, 0));
            for (int at = 0; at <= text.length(); at++) {
                String quoted = body.json().substring(start, body.offsetOf(new Place(id, at)));
                assertThat(RawJson.text('"' + quoted + '"')).hasValue(text.substring(0, at));
            }
        }
        assertThat(body.json().substring(body.offsetOf(new Place("last", 0)))).startsWith("\\\"A\\\"Say");
        assertThat(body.json().substring(body.offsetOf(new Place("last", 8)))).startsWith("Say \\\"hi");
        assertThat(body.offsetOf(new Place("nowhere", 3))).isZero();
    }

    @Test
    void toolsStandWithTheirOwnOffset() {
        RequestBody body = body(Api.RESPONSES, 0);
        String tools = SUPPORT.opened().blocks().getFirst().text();

        assertThat(body.json().substring(body.offsetOf(new Place("tools", 0)))).startsWith(tools.strip());
        assertThat(body.json().substring(body.offsetOf(new Place("tools", 10)))).startsWith(tools.substring(10, 60));
    }

    private static Prompt prompt(Api api) {
        return SUPPORT.opened().withSettings(SUPPORT.opened().settings().withApi(api));
    }

    private static RequestBody body(Api api, int row) {
        return RequestBodyWriter.write(SentRequest.of(Renderer.render(prompt(api), SUPPORT.values().row(row)),
                Optional.empty()), true);
    }
}
