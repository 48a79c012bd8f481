package dev.cachewright.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.cachewright.prompt.template.Partials;
import dev.cachewright.prompt.text.InputException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Texts that a template puts in by name.
class PartialsTest {

    private static final Map<String, Object> ROW = Map.of("who", "Ada", "order", Map.of("id", 7), "list",
            List.of("a", "b"));
    private static final Partials PARTIALS = Partials.of(Map.of("hi", "Hi {{who}}!", "two", "one\ntwo\n", "id",
            "#{{id}}{{who}}", "at", "{{@index}}{{this}}", "ask", "{{role \"user\"}}Why?", "endless", "x{{>endless}}",
            "wrong", "a\n{{#if who}}", "lacks", "{{> none}}", "state", "{{@state.n}}{{../who}}"));

    private static Block block(String template) {
        return Block.of("b", Role.SYSTEM, Kind.STATIC, template).withPartials(PARTIALS);
    }

    private static String render(String template) {
        return Renderer.render(Prompt.of(List.of(block(template)), Settings.of("m", Api.CHAT)), new Row(ROW)).messages()
                .stream().map(message -> message.role().word() + ":" + message.text()).collect(Collectors.joining("|"));
    }

    private static String refused(String template) {
        InputException refused = catchThrowableOfType(InputException.class, () -> render(template));
        return refused.line() + ":" + refused.column() + " " + refused.getMessage();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {{>hi}}                              | Hi Ada!
            {{ > "hi" }}                         | Hi Ada!
            {{> hi who="Bo"}}                    | Hi Bo!
            {{> hi who=list}}                    | Hi a,b!
            {{> id order}}                       | #7
            {{> id order who=who}}               | #7Ada
            {{#each list}}{{> at}}{{/each}}      | 0a1b
            {{#each list}}{{> id id=this}}{{/each}} | #a#b
            {{~> hi ~}}                          | Hi Ada!
            """)
    void aPartialRendersWithTheValuesThatItIsGiven(String template, String text) {
        assertThat(render(template)).isEqualTo("system:" + text);
    }

    @Test
    void aPartialAloneOnItsLineTakesTheIndentOfTheLine() {
        assertThat(render("list:\n  {{> two}}\nend")).isEqualTo("system:list:\n  one\n  two\nend");
        assertThat(render("list: {{> two}}\nend")).isEqualTo("system:list: one\ntwo\n\nend");
    }

    @Test
    void aPartialMayBeginAMessage() {
        assertThat(render("Be kind.\n{{> ask}}")).isEqualTo("system:Be kind.\n|user:Why?");
    }

    @Test
    void whatCannotBePutInSaysWhereItIsLookedFor() {
        assertThat(refused("a\nb {{> none}}")).isEqualTo("2:3 There is no partial \"none\": write its text into "
                + "_none.prompt beside the prompt, and open the prompt again");
        assertThat(refused("{{> common/none}}")).contains("common/_none.prompt");
        assertThat(refused("{{> lacks}}")).contains("_none.prompt");
        assertThat(refused("{{> wrong}}")).isEqualTo("1:1 In _wrong.prompt, line 2: The section opened here is never "
                + "closed");
    }

    @Test
    void onesThatGoOnWithoutEndAreRefused() {
        assertThat(refused("{{> endless}}")).startsWith("1:1 In _endless.prompt, line 1: More than 100 partials")
                .contains("\"endless\"");
    }

    @Test
    void onesThatUseEachOtherAreNamedOnceEach() {
        Block block = Block.of("b", Role.SYSTEM, Kind.STATIC, "{{> there}}").withPartials(Partials.of(Map.of("there",
                "{{>back}}", "back", "\n{{>there}}")));

        assertThat(catchThrowableOfType(InputException.class, () -> block.template().check()).getMessage())
                .startsWith("In _there.prompt, line 1: In _back.prompt, line 2: More than 100 partials");
    }

    @Test
    void oneWithoutValuesIsStatic() {
        assertThat(block("{{> two}}").effectiveKind()).isEqualTo(Kind.STATIC);
        assertThat(block("{{> hi who=\"Bo\"}}").template().isDynamic()).isTrue();
        assertThat(block("{{> hi}}").effectiveKind()).isEqualTo(Kind.DYNAMIC);
        assertThat(block("{{> two x=who}}").effectiveKind()).isEqualTo(Kind.DYNAMIC);
        assertThat(block("{{> endless}}").effectiveKind()).isEqualTo(Kind.STATIC);
    }

    @Test
    void itsVariablesAreThoseOfThePrompt() {
        assertThat(block("{{> hi}}").template().variables()).containsExactly("who");
        assertThat(block("{{> hi who=guest}}").template().variables()).containsExactly("guest");
        assertThat(block("{{> id order}}").template().variables()).containsExactly("order");
        assertThat(block("{{> state}}").template().variables()).containsExactly("@state.n");
        assertThat(block("{{> endless}}").template().variables()).isEmpty();
    }

    @Test
    void aNewBlockHasThePartialsOfTheOthers() {
        Prompt prompt = Prompt.of(List.of(block("a"), Block.of("new", Role.USER, Kind.STATIC, "{{> two}}")),
                Settings.of("m", Api.CHAT));

        assertThat(Renderer.render(prompt, Row.empty()).messages().getLast().text()).isEqualTo("one\ntwo\n");
    }
}
