package dev.cachewright.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.prompt.Api;
import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.Kind;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.Renderer;
import dev.cachewright.prompt.Role;
import dev.cachewright.prompt.Row;
import dev.cachewright.prompt.Settings;
import dev.cachewright.prompt.Values;
import dev.cachewright.provider.Simulators;
import dev.cachewright.token.request.Place;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StaticPrefixesTest {

    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
    private static final Destination GPT = Simulators.ANALYST.destination("gpt-4o");
    private static final List<String> PARTS = List.of("a", "the ", " of", "\n", "\n\n", "é", "日本", "😀", "\u0301",
            "1", "234", "'s", "  ", ".", "{{{{", "\\", "WORD", "\t", "-->", "");

    private static Prompt prompt(Block... blocks) {
        return Prompt.of(List.of(blocks), Settings.of("gpt-4o", Api.CHAT));
    }

    private static Block system(String id, String text) {
        return Block.of(id, Role.SYSTEM, Kind.STATIC, text);
    }

    private static Row row(String q) {
        return new Row(Map.of("q", q));
    }

    private static Values values(String... questions) {
        return new Values("v", List.of("q"), Stream.of(questions).map(StaticPrefixesTest::row).toList());
    }

    private static StaticPrefix of(Prompt prompt, Values values) {
        return Simulators.ANALYST.analyse(AnalysisInput.of(prompt, values, NOW)).prefix();
    }

    private static int total(Prompt prompt, Row row) {
        return GPT.countAsIs(Renderer.render(prompt, row)).tokens().total();
    }

    private static int shared(Prompt prompt, Row one, Row other) {
        int[] first = ids(prompt, one);
        int[] second = ids(prompt, other);
        int shared = 0;
        while (shared < Math.min(first.length, second.length) && first[shared] == second[shared]) {
            shared++;
        }
        return shared;
    }

    private static int[] ids(Prompt prompt, Row row) {
        return GPT.counter().count(Renderer.render(prompt, row)).ids().toArray();
    }

    private static String random(Random random, int most) {
        var text = new StringBuilder();
        int parts = random.nextInt(most + 1);
        for (int i = 0; i < parts; i++) {
            text.append(PARTS.get(random.nextInt(PARTS.size())));
        }
        return text.toString();
    }

    @Test
    void aPromptWithoutVariablesIsStaticToItsEnd() {
        Prompt prompt = prompt(system("a", "Be kind."), Block.of("b", Role.USER, Kind.STATIC, "Hello"));

        StaticPrefix prefix = of(prompt, Values.none());

        int ids = ids(prompt, Row.empty()).length;
        assertThat(List.of(prefix.tokens(), prefix.stable())).containsExactly(ids, ids);
    }

    @Test
    void rowsThatAllSayTheSameAreStaticAndNotStable() {
        Prompt prompt = prompt(system("a", "Be kind."), Block.of("b", Role.USER, Kind.DYNAMIC, "Hello {{q}}."));

        StaticPrefix prefix = of(prompt, values("you", "you"));

        assertThat(prefix.tokens()).isEqualTo(ids(prompt, row("you")).length);
        assertThat(prefix.stable()).isLessThan(prefix.tokens());
    }

    @Test
    void oneRowSaysNothingOfOthers() {
        Prompt prompt = prompt(system("a", "Be kind."), Block.of("b", Role.USER, Kind.DYNAMIC, "{{q}}"));

        StaticPrefix one = of(prompt, values("you"));

        assertThat(one.tokens()).isEqualTo(one.stable());
        assertThat(one.end()).isEqualTo(new Place("b", 0));
    }

    @Test
    void aVariableInTheFirstBlockLeavesLittle() {
        Prompt prompt = prompt(system("a", "{{q}} Be kind."), Block.of("b", Role.USER, Kind.STATIC, "Hello"));

        assertThat(of(prompt, values("one", "two")).end()).isEqualTo(new Place("a", 0));
    }

    @Test
    void anEditedValueOfOneRowMovesTheEnd() {
        Prompt prompt = prompt(system("a", "For {{q}}: be kind."));

        int near = of(prompt, values("one two three", "four")).tokens();
        int far = of(prompt, values("one two three", "one two four")).tokens();

        assertThat(far).isEqualTo(near + 2);
    }

    @Test
    void toolsAreStaticWhateverTheirBracesSay() {
        Block tools = Block.of("t", Role.TOOLS, Kind.STATIC, "[{\"type\":\"function\",\"function\":{\"name\":\"f\","
                + "\"description\":\"{{q}}\",\"parameters\":{\"type\":\"object\",\"properties\":{}}}}]");

        StaticPrefix prefix = of(prompt(tools, system("a", "Be kind.")), Values.none());

        assertThat(prefix.tokens()).isEqualTo(prefix.stable())
                .isEqualTo(ids(prompt(tools, system("a", "Be kind.")), Row.empty()).length);
    }

    @Test
    void thePrefixIsNoLongerThanTheRequest() {
        Prompt prompt = prompt(system("a", "{{q}}"));

        assertThat(of(prompt, values("", "")).tokens()).isLessThanOrEqualTo(total(prompt, row("")));
    }

    /// Whatever rows that were not loaded bring, the stable tokens stay.
    @Test
    void noOtherValueChangesWhatIsStable() {
        var random = new Random(5);
        int longest = 0;
        for (int round = 0; round < 120; round++) {
            Prompt prompt = prompt(system("a", "Begin. " + random(random, 3) + "x"),
                    system("b", "y" + random(random, 2).replace("{{", "") + "{{q}}" + "z").withJoined(true));
            Row shown = row(random(random, 3));
            StaticPrefix prefix = of(prompt.with("a", block -> block.withText(block.text().replace("{{", "(("))),
                    new Values("v", List.of("q"), List.of(shown)));
            Prompt safe = prompt.with("a", block -> block.withText(block.text().replace("{{", "((")));
            for (int other = 0; other < 12; other++) {
                assertThat(shared(safe, shown, row(random(random, 4)))).isGreaterThanOrEqualTo(prefix.stable());
            }
            longest = Math.max(longest, prefix.stable());
        }
        assertThat(longest).isGreaterThan(8);
    }

    @Test
    void countedRowsAreThoseOfTheAnalysis() {
        Prompt prompt = prompt(system("a", "Be kind to {{q}}."));
        Values values = values("Ada", "Grace", "Ada L.");

        CountedRows rows = Simulators.ANALYST.countRows(prompt, values, GPT);

        assertThat(rows.prefix()).isEqualTo(of(prompt, values));
        assertThat(rows.rows()).extracting(row -> row.tokens().total()).containsExactly(total(prompt, row("Ada")),
                total(prompt, row("Grace")), total(prompt, row("Ada L.")));
        var one = new ArrayList<>(Simulators.ANALYST.countRows(prompt, Values.none(), GPT).rows());
        assertThat(one).hasSize(1);
    }
}
