package dev.cachewright.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VariablesTest {

    private static final Settings SETTINGS = Settings.of("m", Api.CHAT);

    private static Prompt prompt(Map<String, Object> defaults, String... texts) {
        List<Block> blocks = Arrays.stream(texts).map(text -> Block.of("b" + Arrays.asList(texts).indexOf(text),
                Role.USER, Kind.STATIC, text)).toList();
        return new Prompt(blocks, SETTINGS, defaults);
    }

    private static Values values(List<String> columns, Row... rows) {
        return new Values("v.csv", columns, List.of(rows));
    }

    private static Variables of(Values values, String... texts) {
        return Variables.of(prompt(Map.of(), texts), values);
    }

    @Test
    void theyAreNamedInTheOrderOfTheirFirstUse() {
        assertThat(of(Values.none(), "{{b}} {{a}}", "{{a}} {{c}}").used()).containsExactly("b", "a", "c");
    }

    @Test
    void aPromptWithoutTagsHasNone() {
        assertThat(of(Values.none(), "plain \\{{a}} {{! {{b}} }}"))
                .isEqualTo(new Variables(List.of(), List.of(), List.of()));
    }

    @Test
    void oneThatARowLacksIsMissing() {
        Values values = values(List.of("a", "b"), new Row(Map.of("a", 1, "b", 2)), new Row(Map.of("a", 1)));

        assertThat(of(values, "{{a}} {{b}}")).isEqualTo(new Variables(List.of("a", "b"), List.of("b"), List.of()));
    }

    @Test
    void oneWithADefaultIsNotMissing() {
        Prompt prompt = prompt(Map.of("b", "usual"), "{{a}} {{b}}");

        assertThat(Variables.of(prompt, Values.none())).isEqualTo(
                new Variables(List.of("a", "b"), List.of("a"), List.of()));
    }

    @Test
    void whatTheCallerKnowsIsMissingUnlessARowGivesIt() {
        Values flat = values(List.of("@state.n"), new Row(Map.of("@state.n", 1)));
        Values deep = values(List.of("@state"), new Row(Map.of("@state", Map.of("n", 1))));

        assertThat(of(Values.none(), "{{@state.n}} {{#if @auth.mail}}x{{/if}}").missing()).containsExactly("@state.n",
                "@auth.mail");
        assertThat(of(flat, "{{@state.n}}")).isEqualTo(new Variables(List.of("@state.n"), List.of(), List.of()));
        assertThat(of(deep, "{{@state.n}}")).isEqualTo(new Variables(List.of("@state.n"), List.of(), List.of()));
    }

    @Test
    void whatIsNoValueIsNone() {
        assertThat(of(Values.none(), "{{history}} {{~history~}} {{section \"the top end\"}} {{#each @root.l}}{{@index}}"
                + "{{@first}}{{@key}}{{/each}}").used()).containsExactly("l");
        assertThat(of(Values.none(), "{{#ifEquals (lookup m k) \"a gold star\"}}{{/ifEquals}}").used())
                .containsExactly("m", "k");
    }

    @Test
    void anEmptyValueIsGiven() {
        assertThat(of(values(List.of("a"), new Row(Map.of("a", ""))), "{{a}}").missing()).isEmpty();
    }

    @Test
    void aColumnThatNoBlockUsesIsUnused() {
        assertThat(of(values(List.of("a", "x", "y"), new Row(Map.of("a", 1))), "{{a}}").unused())
                .containsExactly("x", "y");
    }

    @Test
    void aColumnIsUsedByAPathThatBeginsWithIt() {
        Values values = values(List.of("order"), new Row(Map.of("order", Map.of("id", 1))));

        assertThat(of(values, "{{order.id}}")).isEqualTo(new Variables(List.of("order.id"), List.of(), List.of()));
    }

    @Test
    void aStepThatTheMapOfARowLacksIsMissing() {
        Values values = values(List.of("order"), new Row(Map.of("order", Map.of())));

        assertThat(of(values, "{{order.id}}").missing()).containsExactly("order.id");
    }

    @Test
    void conditionsAndLoopsUseTheirParameters() {
        assertThat(of(Values.none(), "{{#if a}}{{b}}{{else}}{{c}}{{/if}}{{#each d}}{{inner}}{{this}}{{/each}}").used())
                .containsExactly("a", "b", "c", "d");
    }

    @Test
    void furtherConditionsUseTheirParametersAndTheOtherBranchIsOutside() {
        assertThat(of(Values.none(), "{{#if a}}1{{else if b}}2{{~ else ifEquals c \"x\"}}3{{/if}}").used())
                .containsExactly("a", "b", "c");
        assertThat(of(Values.none(), "{{#each a}}{{x}}{{else}}{{b}}{{/each}}{{#with c}}{{x}}{{^}}{{d}}{{/with}}"
                + "{{^each e}}{{f}}{{/each}}{{#if g}}{{else each h}}{{x}}{{/if}}{{i}}").used())
                .containsExactly("a", "b", "c", "d", "e", "f", "g", "h", "i");
    }

    @Test
    void helpersUseWhatTheyAreGivenAndNotTheirTexts() {
        assertThat(of(Values.none(), "{{#ifEquals a \"x\"}}1{{/ifEquals}}{{json b indent=c}}{{#unless d}}{{/unless}}")
                .used()).containsExactly("a", "b", "c", "d");
    }

    @Test
    void wordsOfTheLanguageAreNoVariables() {
        assertThat(of(Values.none(), "{{#if true}}{{this}}{{else}}{{/if}}{{role \"user\"}}{{#each list}}{{/each}}")
                .used()).containsExactly("list");
    }

    @Test
    void bracesInToolsNameNone() {
        Prompt prompt = Prompt.of(List.of(Block.of("t", Role.TOOLS, Kind.STATIC, "[\"{{a}}\"]")), SETTINGS);

        assertThat(Variables.of(prompt, Values.none()).used()).isEmpty();
    }
}
