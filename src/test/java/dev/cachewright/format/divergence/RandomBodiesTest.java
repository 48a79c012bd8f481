package dev.cachewright.format.divergence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.divergence.Explanation;
import dev.cachewright.format.body.RequestBodyReader;
import dev.cachewright.parting.Change;
import dev.cachewright.parting.Changes;
import dev.cachewright.parting.RandomBodies;
import dev.cachewright.prompt.Api;
import dev.cachewright.prompt.Renderer;
import dev.cachewright.prompt.Row;
import dev.cachewright.provider.Simulators;
import dev.cachewright.token.request.RequestTokens;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Bodies with every kind of content, of which one place changed: the ids of both, one after the other, say how far they
/// are the same, and the path is that of the change.
class RandomBodiesTest {

    private static final int CASES = 30;

    @ParameterizedTest
    @CsvSource({"CHAT, gpt-4o, 1", "CHAT, gpt-5.1, 2", "CHAT, gpt-5.6-sol, 3", "RESPONSES, gpt-4o, 4",
            "RESPONSES, gpt-5.6-sol, 5", "MESSAGES, claude-sonnet-4-5, 6", "MESSAGES, claude-opus-4-8, 7"})
    void theChangeIsFound(Api api, String model, long seed) {
        var random = new Random(seed);
        var bodies = new RandomBodies(random);
        for (int i = 0; i < CASES; i++) {
            Change change = new Changes(random, api).of(bodies.next(api, model));
            String before = change.before().toString();
            String after = change.after().toString();
            String name = "seed " + seed + ", case " + i + ": " + change.path() + " " + change.before().at(change
                    .path()).toString().transform(text -> text.substring(0, Math.min(200, text.length()))) + " -> "
                    + change.after().at(change.path()).toString().transform(text -> text.substring(0, Math.min(200,
                            text.length())));
            Explanation found = Explainer.explain(side(model, before), side(model, after), Set.of(), Explained.AT);

            assertThat(found.divergence().commonTokens()).as(name).isEqualTo(common(ids(api, model, before),
                    ids(api, model, after)));
            if (found.parts()) {
                assertThat(found.findings().causes()).as(name).isNotEmpty();
                assertThat(related(found.later().body().path(), change.path())).as(name + " found at "
                        + found.later().body().path()).isTrue();
            }
        }
    }

    private static boolean related(String path, String other) {
        return path.startsWith(other) || other.startsWith(path);
    }

    private static Explainer.Side side(String model, String body) {
        return new Explainer.Side(body, List.of(), Simulators.ANALYST.destination(model));
    }

    private static int[] ids(Api api, String model, String body) {
        RequestTokens tokens = Simulators.ANALYST.destination(model)
                .countAsIs(Renderer.render(RequestBodyReader.read(body, api), Row.empty())).tokens();
        return IntStream.range(0, tokens.total()).map(tokens::idAt).toArray();
    }

    private static int common(int[] one, int[] other) {
        return (int) Stream.iterate(0, at -> at < Math.min(one.length, other.length) && one[at] == other[at],
                at -> at + 1).count();
    }
}
