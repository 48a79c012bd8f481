package dev.cachewright.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.cachewright.prompt.template.Growth;
import dev.cachewright.prompt.text.InputException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What a template reaches, and how far it goes.
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class TemplateReachTest {

    private static String render(String template, Map<String, Object> row) {
        var text = new StringBuilder();
        Template.of(template).render("b", new Row(row), Growth.ofRows(),
                piece -> text.append(((Piece.Text) piece).segment().text()));
        return text.toString();
    }

    private static InputException refused(String template, Map<String, Object> row) {
        InputException refused = catchThrowableOfType(InputException.class, () -> render(template, row));
        assertThat(refused).as(template).isNotNull();
        return refused;
    }

    @ParameterizedTest
    @ValueSource(strings = {"{{#each t}}x{{@key}}{{this}}{{/each}}", "{{#each n}}x{{/each}}", "{{#each b}}x{{/each}}",
            "{{#if true}}{{t.bytes}}{{t.class}}{{t.length}}{{t.empty}}{{n.class}}{{/if}}",
            "{{#if true}}{{l.class}}{{l.empty}}{{l.size}}{{m.class}}{{m.empty}}{{b.class}}{{/if}}",
            "{{#with t}}{{bytes}}{{isEmpty}}{{/with}}", "{{#if t.bytes}}x{{/if}}", "{{#each l}}{{bytes}}{{/each}}",
            "{{lookup t \"bytes\"}}{{lookup l \"class\"}}{{lookup m \"class\"}}"})
    void nothingOfJavaIsBehindAValue(String template) {
        Map<String, Object> row = Map.of("t", "text", "n", 7, "b", true, "l", List.of("a"), "m", Map.of("k", "v"));

        assertThat(render(template, row)).isEmpty();
    }

    @Test
    void whatRendersStillDoes() {
        Map<String, Object> row = Map.of("l", List.of("a", "b"), "m", Map.of("k", "v"), "o",
                List.of(Map.of("c", Map.of("d", "e"))));

        assertThat(render("{{#each l as |x i|}}{{i}}{{x}}{{#unless @last}},{{/unless}}{{/each}}", row)).isEqualTo(
                "0a,1b");
        assertThat(render("{{#each m}}{{@key}}={{this}}{{/each}}{{#with m}}{{k}}{{/with}}", row)).isEqualTo("k=vv");
        assertThat(render("{{#each o}}{{c.d}}{{../m.k}}{{/each}}{{lookup l 1}}{{lookup m \"k\"}}", row)).isEqualTo(
                "evbv");
        assertThat(render("{{lookup m k}}{{lookup l 5}}", Map.of("m", Map.of("k", "v"), "k", "k", "l", List.of())))
                .isEqualTo("v");
        assertThat(render("{{#each none}}x{{else}}none{{/each}}{{#if l.[1]}}{{l.[1]}}{{/if}}", row))
                .isEqualTo("noneb");
        assertThat(render("{{#m}}{{k}}{{/m}}{{#l}}{{this}}{{/l}}{{^none}}no{{/none}}", row)).isEqualTo("vabno");
    }

    @ParameterizedTest
    @ValueSource(strings = {"log t", "precompile t", "block \"x\"", "partial \"x\"", "embedded t", "i18n t", "i18nJs t",
            "json (log t)", "#log t}}{{/log", "> x", "#> x}}{{/x", "#*inline \"x\"}}{{/inline", "* x", "=<% %>=",
            "~> x"})
    void whatDoesNotRenderIsRefusedWithItsPlace(String tag) {
        InputException refused = refused("ab\ncd {{" + tag + "}}", Map.of("t", "text"));

        assertThat(refused.line()).as(refused.getMessage()).isEqualTo(2);
        assertThat(refused.column()).isBetween(4, 14);
    }

    @Test
    void aPartialWithinThePromptIsRefused() {
        InputException refused = refused("{{#*inline \"a\"}}{{> a}}{{/inline}}\n{{> a}}", Map.of());

        assertThat(refused).hasMessageContaining("a file of its own");
        assertThat(List.of(refused.line(), refused.column())).containsExactly(1, 1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {{#if a}}  | {{/if}}
            {{#a}}     | {{/a}}
            {{^a}}     | {{/a}}
            {{~#if a}} | {{~/if}}
            {{#if a}}x{{else if b}} | {{/if}}
            """)
    void aHundredSectionsAreTheMost(String opens, String closes) {
        int levels = opens.contains("else") ? 2 : 1;
        int most = 100 / levels;

        assertThat(render(opens.repeat(most) + "x" + closes.repeat(most), Map.of("a", true, "b", true))).isNotNull();
        InputException refused = refused(opens.repeat(600) + closes.repeat(600), Map.of());
        assertThat(refused.line()).isEqualTo(1);
        assertThat(refused.column()).isEqualTo(most * opens.length() + 1);
    }

    @Test
    void aChainOfConditionsIsAsDeepAsItIsLong() {
        String chain = "{{#if a}}x" + "{{else if b}}y".repeat(99);

        assertThat(render(chain + "{{/if}}", Map.of("a", 1))).isEqualTo("x");
        assertThat(refused(chain + "{{else if b}}y{{/if}}", Map.of())).hasMessageContaining("100 sections");
    }

    @Test
    void aTagGoesAHundredLevelsDeep() {
        String name = "a" + ".a".repeat(99);

        assertThat(render("{{" + name + "}}{{#if " + name + "}}{{/if}}", Map.of("a", "x"))).isEmpty();
        assertThat(refused("x {{a" + ".a".repeat(3_000) + "}}", Map.of()).column()).isEqualTo(3);
        assertThat(refused("x {{#if a" + "/a".repeat(3_000) + "}}{{/if}}", Map.of()).column()).isEqualTo(3);
        assertThat(refused("x {{json " + "(json ".repeat(3_000) + "}}", Map.of()).column()).isEqualTo(3);
        assertThat(render("{{#ifEquals a \"" + ".".repeat(3_000) + "\"}}{{/ifEquals}}", Map.of("a", "x"))).isEmpty();
    }

    @Test
    void loopsMakeAMillionPasses() {
        List<Integer> ten = Collections.nCopies(10, 1);
        String nested = "{{#each @root.ten}}".repeat(6) + "x" + "{{/each}}".repeat(6);

        assertThat(refused("a\n" + nested.replace("x", "{{#each @root.ten}}x{{/each}}"), Map.of("ten", ten)))
                .hasMessageContaining("a million passes")
                .satisfies(refused -> assertThat(refused.line()).isEqualTo(2));
        assertThat(render("{{#each l}}x{{/each}}", Map.of("l", Collections.nCopies(500_000, 1)))).hasSize(500_000);
    }

    /// What one row may take, two hundred of them may not.
    @Test
    void rowsTogetherMakeTwentyMillionPasses() {
        Map<String, Object> row = Map.of("l", Collections.nCopies(1_900, 1));
        Prompt prompt = Prompt.of(
                List.of(Block.of("a", Role.USER, Kind.DYNAMIC, "{{#each l}}{{#if no}}" + "x".repeat(9_990)
                        + "{{/if}}{{/each}}")),
                Settings.of("m", Api.CHAT));
        Growth rows = Growth.ofRows();

        IntStream.range(0, 20).forEach(_ -> Renderer.render(prompt, new Row(row), rows));
        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> IntStream.range(0, 2).forEach(_ -> Renderer.render(prompt, new Row(row), rows)))
                .withMessageContaining("With all its rows").satisfies(refused -> assertThat(refused.blockId())
                        .isEqualTo("a"));
    }

    @Test
    void aSectionThatIsNeverClosedIsToldWhereItIsOpened() {
        InputException refused = refused("a {{#if b}}x{{/if}}\n{{#if c}} {{#each d}} {{/each}} {{^}} x", Map.of());

        assertThat(refused).hasMessage("The section opened here is never closed");
        assertThat(List.of(refused.line(), refused.column())).containsExactly(2, 1);
    }

    /// Each takes the engine 50 microseconds; without logic there is no engine, and a million are taken.
    @Test
    void logicComesWith150ThousandTags() {
        assertThat(render("{{v}}".repeat(200_000), Map.of())).isEmpty();
        InputException refused = refused("{{v}}\n".repeat(150_000) + "{{! }}", Map.of());

        assertThat(refused).hasMessageContaining("more than 150,000 tags");
        assertThat(List.of(refused.line(), refused.column())).containsExactly(150_001, 1);
    }

    @Test
    void valuesMakeABlockTwentyMillionCharactersLong() {
        Map<String, Object> row = Map.of("t", "x".repeat(999_000));
        String many = IntStream.range(0, 21).mapToObj(_ -> "{{t}}").collect(Collectors.joining("\n"));

        InputException plain = refused(many, row);
        assertThat(List.of(plain.line(), plain.column())).containsExactly(21, 1);
        InputException logic = refused(many + "{{! }}", row);
        assertThat(logic.line()).isEqualTo(21);
        assertThat(logic).hasMessage(plain.getMessage());
        String written = "{{#each l}}{{json ../t}}{{/each}}";
        assertThat(render(written, Map.of("t", "x".repeat(999_000), "l", Collections.nCopies(20, 1)))).isNotEmpty();
        assertThat(refused(written, Map.of("t", "x".repeat(999_000), "l", Collections.nCopies(21, 1))))
                .hasMessage(plain.getMessage());
    }

    @ParameterizedTest
    @ValueSource(chars = {'\uFDD0', '\uFDD1', '\uFDD2', '\uFDD3', '\uFDD4', '\uFDD5', '\uFDD6'})
    void charactersThatAreNoTextAreNamed(char mark) {
        InputException inText = refused("a\nb" + mark + "{{! }}", Map.of());
        assertThat(inText).hasMessageContaining("U+FDD" + (mark - '\uFDD0'));
        assertThat(List.of(inText.line(), inText.column())).containsExactly(2, 2);
        assertThat(refused("{{! }}{{q}}", Map.of("q", List.of("a" + mark))))
                .hasMessageStartingWith("The value of \"q\"");
        assertThat(render("b" + mark + "{{q}}", Map.of("q", "a" + mark))).isEqualTo("b" + mark + "a" + mark);
    }
}
