package dev.cachewright.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.cachewright.prompt.template.Growth;
import dev.cachewright.prompt.text.InputException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Templates that only the engine can render.
class LogicTest {

    private static List<Piece> pieces(String template, Map<String, Object> row) {
        var pieces = new ArrayList<Piece>();
        Template.of(template).render("b", new Row(row), Growth.ofRows(), pieces::add);
        return pieces;
    }

    private static String render(String template, Map<String, Object> row) {
        return pieces(template, row).stream().map(piece -> switch (piece) {
            case Piece.Text text -> text.segment().text();
            case Piece.NewMessage next -> "<" + next.role().word() + ">";
            case Piece.Section _ -> "";
            case Piece.Media media -> "<" + media.address().text() + " " + media.contentType() + ">";
        }).collect(Collectors.joining());
    }

    @Test
    void aConditionLooksAtTheValue() {
        String template = "{{#if a}}yes{{else}}no{{/if}}";

        assertThat(render(template, Map.of("a", "x"))).isEqualTo("yes");
        assertThat(render(template, Map.of("a", ""))).isEqualTo("no");
        assertThat(render(template, Map.of("a", 0))).isEqualTo("no");
        assertThat(render(template, Map.of("a", 1))).isEqualTo("yes");
        assertThat(render(template, Map.of("a", false))).isEqualTo("no");
        assertThat(render(template, Map.of("a", List.of()))).isEqualTo("no");
        assertThat(render(template, Map.of())).isEqualTo("no");
    }

    @Test
    void unlessIsItsOpposite() {
        assertThat(render("{{#unless a}}no{{/unless}}", Map.of())).isEqualTo("no");
        assertThat(render("{{#unless a}}no{{/unless}}", Map.of("a", "x"))).isEmpty();
    }

    @Test
    void equalTextsAreToldFromOthers() {
        String template = "{{#ifEquals tier \"gold\"}}first{{else}}second{{/ifEquals}}";

        assertThat(render(template, Map.of("tier", "gold"))).isEqualTo("first");
        assertThat(render(template, Map.of("tier", "silver"))).isEqualTo("second");
        assertThat(render("{{#unlessEquals a b}}differ{{/unlessEquals}}", Map.of("a", "x", "b", "y")))
                .isEqualTo("differ");
        assertThat(render("{{#unlessEquals a b}}differ{{/unlessEquals}}", Map.of("a", "x", "b", "x"))).isEmpty();
    }

    @Test
    void aLoopGoesOverAList() {
        assertThat(render("{{#each list}}{{@index}}={{this}} {{/each}}", Map.of("list", List.of("a", "b"))))
                .isEqualTo("0=a 1=b ");
    }

    @Test
    void aLoopOverMapsReadsTheirFields() {
        var orders = List.of(Map.of("id", "1", "of", Map.of("city", "Kiel")), Map.of("id", "2"));

        assertThat(render("{{#each orders}}{{id}}:{{of.city}};{{/each}}", Map.of("orders", orders)))
                .isEqualTo("1:Kiel;2:;");
    }

    @Test
    void jsonWritesEveryKindOfValue() {
        var value = new LinkedHashMap<String, Object>();
        value.put("text", "say \"hi\"\\\n\r\t\u0001é");
        value.put("number", 1.5);
        value.put("zero", 0);
        value.put("yes", true);
        value.put("none", null);
        value.put("list", List.of("a", Map.of("b", 2)));

        assertThat(render("{{json value}}", Map.of("value", value))).isEqualTo(
                "{\"text\":\"say \\\"hi\\\"\\\\\\n\\r\\t\\u0001é\",\"number\":1.5,\"zero\":0,\"yes\":true,"
                        + "\"none\":null,\"list\":[\"a\",{\"b\":2}]}");
    }

    @Test
    void aNumberThatIsNoneIsText() {
        assertThat(render("{{json a}} {{a}}", Map.of("a", Double.NaN))).isEqualTo("\"NaN\" NaN");
    }

    @Test
    void rolesPartTheTextIntoMessages() {
        assertThat(render("{{role \"system\"}}Be kind.{{role \"user\"}}{{q}}{{role \"model\"}}", Map.of("q", "Why?")))
                .isEqualTo("<system>Be kind.<user>Why?<assistant>");
    }

    @Test
    void aRoleMayComeFromAValue() {
        assertThat(render("{{role who}}Hi.", Map.of("who", "tool"))).isEqualTo("<tool>Hi.");
    }

    @Test
    void historyIsAPlaceAfterWhichTheModelSpeaksAndSectionsAreNothing() {
        assertThat(render("a{{history}}b{{section \"code\"}}c", Map.of())).isEqualTo("a<assistant>bc");
    }

    @Test
    void commentsAreNothing() {
        assertThat(render("a{{! one }}b{{!-- two }} --}}c", Map.of())).isEqualTo("abc");
    }

    @Test
    void textBeforeTheFirstTagKeepsItsPlaceAndTheRestStandsThere() {
        List<Segment> segments = pieces("Hello {{#if a}}dear {{a}}{{/if}} end", Map.of("a", "Ada")).stream()
                .map(Piece.Text.class::cast).map(Piece.Text::segment).toList();

        assertThat(segments.getFirst()).isEqualTo(new Segment("b", dev.cachewright.prompt.text.Text.of("Hello "), 0,
                false));
        assertThat(segments.stream().skip(1)).allMatch(segment -> segment.isValue() && segment.start() == 6);
        assertThat(segments.stream().map(Segment::text).collect(Collectors.joining())).isEqualTo("Hello dear Ada end");
    }

    @Test
    void numbersAreEqualAsNumbers() {
        String template = "{{#ifEquals count 3}}three{{else}}another{{/ifEquals}}";

        assertThat(render(template, Map.of("count", 3))).isEqualTo("three");
        assertThat(render(template, Map.of("count", 3.0))).isEqualTo("three");
        assertThat(render(template, Map.of("count", "3"))).isEqualTo("another");
        assertThat(render("{{#ifEquals a b}}same{{/ifEquals}}", Map.of("a", 0, "b", 0.0))).isEqualTo("same");
    }

    @Test
    void theEngineAndTheQuickWayAgreeOnEveryKindOfValue() {
        String template = "a {{x}} b \\{{no}} {{y.z}}{{none}} c";
        for (Object value : List.of("1 < 2", "", 0, 1, 2.50, 1e9, -3L, true, false, List.of(), List.of("p", 2),
                List.of("a", List.of("b", 0, false)), Map.of("k", List.of("v", 1)))) {
            Map<String, Object> row = Map.of("x", value, "y", Map.of("z", value));

            assertThat(render(template + "{{! engine }}", row)).isEqualTo(render(template, row));
        }
    }

    @Test
    void valuesKeepTheirTypes() {
        assertThat(render("{{#ifEquals 5 \"5\"}}same{{else}}other{{/ifEquals}}", Map.of())).isEqualTo("other");
        assertThat(render("{{#each l}}{{json this}} {{/each}}", Map.of("l", List.of(1, "1", true)))).isEqualTo(
                "1 \"1\" true ");
        assertThat(render("{{#ifEquals l l}}same{{/ifEquals}}{{#ifEquals l k}}same{{else}}other{{/ifEquals}}",
                Map.of("l", List.of(1), "k", List.of(1)))).isEqualTo("sameother");
    }

    @Test
    void theStateIsReachedEverywhere() {
        Map<String, Object> row = Map.of("@state.n", 1, "@state", Map.of("m", 2), "l", List.of("x"));

        assertThat(render("{{@state.n}}{{#each l}}{{@state.m}}{{/each}}{{json this}}", row)).isEqualTo(
                "12{\"l\":[\"x\"]}");
        assertThat(render("{{@state.m}}{{@state.n}}", row)).isEqualTo("21");
    }

    @Test
    void namesAreFoundInTheInnermostValuesAlone() {
        assertThat(render("{{#each l}}{{a}}{{../a}}{{@root.a}}{{/each}}{{#with m}}{{a}}{{/with}}",
                Map.of("a", "A", "l", List.of("x"), "m", Map.of("b", 1)))).isEqualTo("AA");
    }

    @Test
    void anUnknownHelperIsAProblemForTheAuthor() {
        assertThat(catchThrowableOfType(InputException.class, () -> render("{{nonsense a b}}", Map.of("a", "x"))))
                .isNotNull().message().startsWith("The template cannot be ");
    }

    @Test
    void aSectionThatIsClosedByAnotherNameIsAProblem() {
        InputException problem = catchThrowableOfType(InputException.class,
                () -> Template.of("one\n{{#if a}}\n{{/each}}").check());

        assertThat(problem).hasMessageStartingWith("The template cannot be read: ");
        assertThat(problem.line()).isPositive();
    }

    @Test
    void theFirstTagOfLogicIsWhereRowsBeginToDiffer() {
        assertThat(Template.of("ab {{! note }} {{#if c}}d{{/if}}").firstDynamicOffset()).isEqualTo(15);
        assertThat(Template.of("ab \\{{c}}").firstDynamicOffset()).isEqualTo(9);
    }
}
