package dev.cachewright.prompt.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.prompt.text.Text;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What handlebars.js 4.7.8 renders, with `N` for a line break.
class WhiteSpaceTest {

    private static final Map<String, Object> ROW = Map.of("a", "A", "list", List.of("x", "y"));

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            `N{{#if a}}NxN{{else}}NyN{{/if}}N z`                 | `NxN z`
            `{{#if a}}NxN{{/if}}`                                | `xN`
            `  {{#if a}}  N  x{{/if}} y`                         | `  x y`
            `p {{#if a}}NxN{{/if}}Nz`                            | `p NxNz`
            `pN{{~#if a}}Nx{{/if}}`                              | `px`
            `{{#if no}}x{{else if a}} N y N {{else}}z{{/if}}N w` | ` N y N  w`
            `{{#if no}}NxN{{else if a~}} N y N {{~else}}z{{/if}}` | `y`
            `{{#if no}}x{{else if no}}y{{else~}} N z N {{~/if}} w` | `z w`
            `{{#if no}}x{{^}} N z {{/if}}`                       | ` N z `
            `{{^no}} NbN{{/no}}N c`                              | `bN c`
            `xN  {{! c }}  Ny`                                   | `xNy`
            `x {{! c }}  Ny`                                     | `x   Ny`
            `x  {{~! c ~}}  Ny`                                  | `xy`
            `x  {{~!-- c }} --~}} N y`                           | `xy`
            `{{! c }}N{{! d }}Nz`                                | `z`
            `N  {{! c }}{{! d }}Nz`                              | `N  Nz`
            `{{#each list~}} N {{this}} N {{~/each}}`            | `xy`
            `{{#each list}}N{{this}}N{{/each}}Nz`                | `xNyNz`
            `x {{~{a}~}} y {{~&a}} z`                            | `xAyA z`
            `\\\\{{a}} N {{~a}}`                                 | `\\AA`
            """)
    void isThatOfHandlebars(String template, String text) {
        assertThat(render(template.replace("N", "\n"))).isEqualTo(text.replace("N", "\n"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            `  {{> p}}Nz`    | `  1N  2Nz`
            `x {{> p}}Nz`    | `x 1N2NNz`
            `x  {{~> p~}} Nz` | `x1N2Nz`
            """)
    void ofAPartialIsThatOfHandlebars(String template, String text) {
        assertThat(render(template.replace("N", "\n"))).isEqualTo(text.replace("N", "\n"));
    }

    private static String render(String template) {
        Text text = Text.of(template);
        return new HandlebarsEngine(text, text.found().tags(), Partials.of(Map.of("p", "1\n2\n")))
                .render(ROW, Growth.ofRows().ofBlock()).stream().map(piece -> ((Rendered.Text) piece).text())
                .collect(Collectors.joining());
    }
}
