package dev.cachewright.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.github.jknack.handlebars.EscapingStrategy;
import com.github.jknack.handlebars.Handlebars;
import dev.cachewright.prompt.template.Growth;
import dev.cachewright.prompt.text.InputException;
import dev.cachewright.prompt.text.Text;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateTest {

    private static final Row ROW = new Row(
            Map.of("a", "one", "b", "", "c", Map.of("d", "deep"), "list", List.of("x", "y"), "n", 7, "yes", true));

    @Test
    void plainTemplatesRenderAsHandlebarsDoes() throws IOException {
        var handlebars = new Handlebars().with(EscapingStrategy.NOOP).prettyPrint(true);
        String[] parts = {"text ", "{{a}}", "{{ b }}", "{{c.d}}", "\n", "{", "}", " ", "ü", "{{n}}", "a}}b",
                "{{missing}}"};
        var random = new Random(3);
        for (int round = 0; round < 2_000; round++) {
            var text = new StringBuilder();
            for (int i = 0; i < 6; i++) {
                String part = parts[random.nextInt(parts.length)];
                // Three braces in a row are another tag.
                boolean glues = text.toString().endsWith("{") && part.startsWith("{") || text.toString().endsWith("}")
                        && part.startsWith("}");
                text.append(glues ? " " : "").append(part);
            }
            String expected = handlebars.compileInline(text.toString()).apply(ROW.values());
            assertThat(render(text.toString())).as(text.toString()).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{{#if yes}}A{{else}}B{{/if}}", "x\n{{#each list}}\n- {{this}}\n{{/each}}\ny",
            "{{! note }}\nfoo", "a\n  {{! note }}  \nb", "{{!-- a }} b --}}\r\nfoo", "foo\n{{! last }}"})
    void logicRendersAsHandlebarsDoes(String text) throws IOException {
        var handlebars = new Handlebars().with(EscapingStrategy.NOOP).prettyPrint(true);

        assertThat(render(text)).isEqualTo(handlebars.compileInline(text).apply(ROW.values()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{{! @block id=a kind=static }}\nfoo\n", "foo\n{{!-- @block id=a --}}\nbar",
            "foo\r\n{{! @block id=a }}\r\nbar", "foo\n{{! @block id=a }}"})
    void aBlockMarkOnItsOwnLineLeavesNothingBehind(String text) {
        assertThat(render(text)).isEqualTo(text.replaceFirst("\\{\\{![^}]*}}(\r\n|\n)?", ""));
    }

    @Test
    void escapedBracesAreText() {
        assertThat(render("say \\{{a}} or {{a}}")).isEqualTo("say {{a}} or one");
        assertThat(render(Template.escape("{{x}} and {{y}}"))).isEqualTo("{{x}} and {{y}}");
    }

    @Test
    void ofTwoBackslashesBeforeATagOneIsText() {
        assertThat(render("a\\\\{{a}}")).isEqualTo("a\\one");
        assertThat(render("a\\\\{{a}}{{! by the engine }}")).isEqualTo("a\\one");
        assertThat(render("\\\\\\{{a}}\n{{#if yes}}\\\\{{a}}{{/if}}")).isEqualTo("\\\\one\n\\one");
    }

    @Test
    void escapedTextRendersToItself() {
        var random = new Random(11);
        for (int round = 0; round < 3_000; round++) {
            var text = new StringBuilder();
            int length = random.nextInt(14);
            for (int i = 0; i < length; i++) {
                text.append("{{{}}\\\\ab !-#\"\n".charAt(random.nextInt(15)));
            }

            String escaped = Template.escape(text.toString());

            assertThat(render(escaped)).as(escaped).isEqualTo(text.toString());
            assertThat(Template.of(escaped).isDynamic()).as(escaped).isFalse();
        }
    }

    @Test
    void everyLiteralCharacterKnowsItsPlace() {
        String text = "ab \\{{ cd {{a}} ef";
        for (Segment segment : segments(text)) {
            for (int i = 0; i < segment.text().length() && !segment.isValue(); i++) {
                assertThat(text.charAt(segment.templateOffset(i))).isEqualTo(segment.text().charAt(i));
            }
        }
        assertThat(segments(text)).extracting(Segment::isValue).containsExactly(false, false, false, true, false);
    }

    @Test
    void valuesInsideLogicAreToldFromTheAuthorsText() {
        assertThat(segments("Hi {{#if yes}}dear {{a}}{{/if}}!")).filteredOn(segment -> !segment.isValue())
                .extracting(Segment::text).containsExactly("Hi ");
    }

    @Test
    void namesTheVariablesARowMustGive() {
        assertThat(Template.of("{{a}} {{#if b}}{{c}}{{/if}} {{#each d}}{{e}}{{/each}} {{json f}} {{a}}").variables())
                .containsExactly("a", "b", "c", "d", "f");
    }

    @Test
    void whatIsHalfTypedCanBeLookedAtAndNotRendered() {
        Template template = Template.of("{{a}} and {{b");

        assertThat(template.isDynamic()).isTrue();
        assertThat(template.variables()).containsExactly("a");
        assertThatExceptionOfType(InputException.class).isThrownBy(template::check)
                .satisfies(e -> assertThat(e.column()).isEqualTo(11));
        assertThat(Block.of("x", Role.USER, Kind.STATIC, "now {{").effectiveKind()).isEqualTo(Kind.STATIC);
    }

    @Test
    void jsonWithClosingBracesIsLeftAlone() {
        assertThat(render("{\"a\":{\"b\":{}}}")).isEqualTo("{\"a\":{\"b\":{}}}");
    }

    private static List<Segment> segments(String text) {
        var segments = new ArrayList<Segment>();
        Template.of(text).render("b", ROW, Growth.ofRows(), piece -> {
            if (piece instanceof Piece.Text part) {
                segments.add(part.segment());
            }
        });
        return segments;
    }

    private static String render(String text) {
        return segments(text).stream().map(Segment::text).reduce("", String::concat);
    }

    /// Else each row would have the engine read it again.
    @Test
    void aTextIsReadOnce() {
        Text text = Text.of("{{#if a}}{{b}}{{/if}}");

        assertThat(Template.of(text)).isSameAs(Template.of(text));
    }
}
