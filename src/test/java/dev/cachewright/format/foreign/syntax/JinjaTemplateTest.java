package dev.cachewright.format.foreign.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.cachewright.prompt.Api;
import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.Kind;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.Renderer;
import dev.cachewright.prompt.Role;
import dev.cachewright.prompt.Row;
import dev.cachewright.prompt.Segment;
import dev.cachewright.prompt.Settings;
import dev.cachewright.prompt.Template;
import dev.cachewright.prompt.text.InputException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Templates of Jinja render to what Jinja makes of them, white space included.
class JinjaTemplateTest {

    private static final Row ROW = new Row(Map.of("yes", true, "no", "", "tool", "saw", "people",
            List.of(Map.of("name", "Ana"), Map.of("name", "Bo")), "order", Map.of("city", "Rome")));

    private static String rendered(String jinja) {
        var tags = new ForeignTags();
        String coded = Template.escape(tags.checked(Dialect.JINJA.coded(jinja, tags)));
        Prompt prompt = tags.restored(Prompt.of(List.of(Block.of("user", Role.USER, Kind.STATIC, coded)),
                Settings.of("", Api.CHAT)));
        return Renderer.render(prompt, ROW).messages().stream().flatMap(message -> message.segments().stream())
                .map(Segment::text).map(Object::toString).collect(Collectors.joining());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '>', quoteCharacter = '`', ignoreLeadingAndTrailingWhitespace = false, value = {
            "Is the {{ tool }} there?>Is the saw there?",
            "{{order.city}}>Rome",
            "{% if yes %}a{% else %}b{% endif %}>a",
            "{% if no %}a{% elif yes %}b{% else %}c{% endif %}>b",
            "{% if no %}a{% elif no %}b{% else %}c{% endif %}.>c.",
            "{% if not no %}a{% endif %}>a",
            "{% if not yes %}a{% else %}b{% endif %}>b",
            "{% for p in people %}{{p.name}},{% endfor %}>Ana,Bo,",
            "{% for p in people %}{% if p.name %}{{ p.name }} {% endif %}{% endfor %}>Ana Bo ",
            "a{# said nowhere #}b>ab",
            "a {%- if yes -%} b {%- endif -%} c>abc",
            "a {{- tool -}} b>asawb",
            "{ {% if yes %}{{tool}}{% endif %} }>{ saw }",
            "{\"a\": {{tool}}}>{\"a\": saw}",
            "back\\{{tool}}>back\\saw",
            "back\\\\{% if yes %}x{% endif %}>back\\\\x"})
    void rendersAsJinjaDoes(String jinja, String wanted) {
        assertThat(rendered(jinja)).isEqualTo(wanted);
    }

    @Test
    void theLineBreakAfterATagAloneOnItsLineStays() {
        assertThat(rendered("a\n{% if yes %}\nb\n{% endif %}\nc")).isEqualTo("a\n\nb\n\nc");
    }

    @Test
    void whiteSpaceBesideSuchATagIsLostAndTold() {
        var tags = new ForeignTags();
        Dialect.JINJA.coded("a\n  {% if yes %}\nb{% endif %}", tags);

        assertThat(tags.lost()).containsExactly("white space beside tags that are alone on their lines");
    }

    @Test
    void severalTagsThatFillALineKeepItsBreakToo() {
        assertThat(rendered(
                "{% for p in people %}- {{ p.name }}\n{% endfor %}{% if no %}\nx{% elif yes %}\ny\n{% endif %}"))
                .isEqualTo("- Ana\n- Bo\n\ny\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '>', quoteCharacter = '`', value = {
            "{{ tool | upper }}>1>Only a name can stand here",
            "`x\n  {% if a == 1 %}{% endif %}`>2>Only a name can stand here",
            "{{ this.x }}>1>Only a name can stand here",
            "{% set x = 1 %}>1>A prompt file has no equal of {% set %}",
            "{% endif %}>1>This endif belongs to no if",
            "{% for p in people %}{% endif %}>1>This endif belongs to no if",
            "{% if a %}{% endfor %}>1>This endfor belongs to no for",
            "{% else %}>1>This else belongs to no if",
            "`{% for p in people %}\nx`>2>A section is never ended before here: add {% endfor %}",
            "{% for a in people %}{% for b in a.all %}{{a.name}}{% endfor %}{% endfor %}>1>\"a\" belongs to an outer loop",
            "{{ tool >1>The tag opened here is never closed",
            "{{ history }}>1>Only a name can stand here",
            "`{% if role %}x{% endif %}`>1>A variable cannot be called \"role\" beside sections",
            "`{% if a %}\n}{% endif %}}`>2>A brace stands directly after a tag",
            "{{{tool}}}>1>Only a name can stand here"})
    void whatHasNoEqualIsRefusedWithItsLine(String jinja, int line, String message) {
        assertThatExceptionOfType(InputException.class).isThrownBy(() -> rendered(jinja)).satisfies(fault -> {
            assertThat(fault.getMessage()).startsWith(message);
            assertThat(fault.line()).isEqualTo(line);
        });
    }
}
