package dev.cachewright.format.divergence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.analysis.Destination;
import dev.cachewright.analysis.Divergence;
import dev.cachewright.cache.request.SentRequest;
import dev.cachewright.format.body.RequestBodyWriter;
import dev.cachewright.prompt.Api;
import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.Kind;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.Renderer;
import dev.cachewright.prompt.Role;
import dev.cachewright.prompt.Row;
import dev.cachewright.prompt.Settings;
import dev.cachewright.provider.Simulators;
import dev.cachewright.token.request.Parting;
import dev.cachewright.token.request.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestDivergenceTest {

    private static final Destination GPT = Simulators.ANALYST.destination("gpt-5.4");
    private static final String TOOLS = "[{\"type\": \"function\", \"name\": \"find\", \"parameters\": {}}]";

    private static RequestDivergence.Side side(Prompt prompt, Row row) {
        SentRequest sent = GPT.requests().of(Renderer.render(prompt, row));
        return new RequestDivergence.Side(GPT.count(sent).tokens(), RequestBodyWriter.write(sent, false).json());
    }

    private static Divergence between(Prompt earlier, Prompt later) {
        return RequestDivergence.of(side(earlier, Row.empty()), side(later, Row.empty()));
    }

    private static Prompt prompt(Block... blocks) {
        return Prompt.of(List.of(blocks), Settings.of("gpt-5.4", Api.RESPONSES));
    }

    private static Block block(String id, Role role, String text) {
        return Block.of(id, role, Kind.STATIC, text);
    }

    @Test
    void aChangedWordIsFoundInBlockAndBody() {
        Prompt earlier = prompt(block("rules", Role.SYSTEM, "Be kind."),
                block("ask", Role.USER, "Where is\nthe parcel?"));
        Prompt later = earlier.with("ask", block -> block.withText("Where is\nthe package?"));

        Divergence found = between(earlier, later);

        assertThat(found).isEqualTo(new Divergence(found.commonTokens(), "input_changed", new Place("ask", 15),
                new Divergence.BodyPlace("/input/1/content", 15), "parcel?", "package?"));
        assertThat(found.commonTokens()).isPositive();
    }

    @Test
    void identicalRequestsHaveAllTokensInCommon() {
        Prompt prompt = prompt(block("rules", Role.SYSTEM, "Be kind."));

        assertThat(between(prompt, prompt)).isEqualTo(new Divergence(side(prompt, Row.empty()).tokens().total(), "",
                new Place("", 0), Divergence.BodyPlace.NONE, "", ""));
    }

    @Test
    void requestsToDifferentModelsShareNothing() {
        Prompt prompt = prompt(block("rules", Role.SYSTEM, "Be kind."));
        Divergence found = between(prompt, prompt.withSettings(prompt.settings().withModel("gpt-5.5")));

        assertThat(found).extracting(Divergence::commonTokens, Divergence::reason, Divergence::block,
                Divergence::before, Divergence::now).containsExactly(0, "model_changed", "", "gpt-5.4", "gpt-5.5");
    }

    @Test
    void changedToolsAreNamedWithTheirBlock() {
        Prompt earlier = prompt(block("tools", Role.TOOLS, TOOLS), block("rules", Role.SYSTEM, "Be kind."));
        Divergence found = between(earlier,
                earlier.with("tools", block -> block.withText(TOOLS.replace("find", "seek"))));

        assertThat(found).extracting(Divergence::reason, Divergence::block, Divergence::before, Divergence::now)
                .containsExactly("tools_changed", "tools", "find", "seek");
        assertThat(found.body()).isEqualTo(new Divergence.BodyPlace("/tools/0/name", 0));
    }

    @Test
    void aLongerRequestDivergesWhereTheShorterOneEnds() {
        Prompt earlier = prompt(block("rules", Role.SYSTEM, "Be kind."));
        Divergence found = between(earlier, prompt(block("rules", Role.SYSTEM, "Be kind."),
                block("ask", Role.USER, "Where is it?")));

        assertThat(found.place()).isEqualTo(new Place("ask", 0));
        assertThat(found.body().path()).isEqualTo("/input/1");
    }

    @Test
    void aValueIsNamedByItsTag() {
        Prompt prompt = prompt(block("ask", Role.USER, "I am {{name}}."));
        Divergence found = RequestDivergence.of(side(prompt, new Row(Map.of("name", "Ada"))),
                side(prompt, new Row(Map.of("name", "Grace"))));

        assertThat(found).extracting(Divergence::place, Divergence::before, Divergence::now)
                .containsExactly(new Place("ask", 5), "Ada.", "Grace.");
    }

    /// Texts and bodies are compared by different code: they must find the same words, and the same place.
    @ParameterizedTest
    @EnumSource(names = {"CHAT", "RESPONSES"})
    void textAndBodyAgreeOnRandomEdits(Api api) {
        var random = new Random(17);
        for (int round = 0; round < 200; round++) {
            Prompt earlier = random(random, api);
            Block chosen = earlier.blocks().get(random.nextInt(earlier.blocks().size()));
            int at = random.nextInt(chosen.content().length());
            Prompt later = earlier.with(chosen.id(), block -> block.withContent(
                    block.content().replace(at, 1, random.nextBoolean() ? "Q" : "\n")));
            if (later.equals(earlier)) {
                continue;
            }
            RequestDivergence.Side one = side(earlier, Row.empty());
            RequestDivergence.Side two = side(later, Row.empty());

            Divergence found = RequestDivergence.of(one, two);
            Parting parting = two.tokens().partingFrom(one.tokens(), found.commonTokens()).orElseThrow();

            assertThat(parting).isEqualTo(new Parting(new Place(chosen.id(), at), found.before(), found.now()));
            assertThat(found.place()).isEqualTo(parting.place());
        }
    }

    private static Prompt random(Random random, Api api) {
        var blocks = new ArrayList<Block>();
        for (int i = 0; i < 1 + random.nextInt(4); i++) {
            Role role = i == 0 ? Role.SYSTEM : Role.USER;
            var text = new StringBuilder("x");
            random.ints(40, 0, 5).forEach(pick -> text.append("ab é\n".charAt(pick)));
            blocks.add(block("b" + i, role, text.toString()).withJoined(i > 1 && random.nextBoolean()));
        }
        return Prompt.of(blocks, Settings.of("gpt-5.4", api));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 5, 11})
    void aWordEndsAtWhiteSpace(int offset) {
        assertThat(Parting.wordAt("alpha beta gamma", offset)).isEqualTo(offset == 11 ? "gamma" : "alpha");
    }
}
