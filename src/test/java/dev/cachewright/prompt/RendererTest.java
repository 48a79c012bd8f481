package dev.cachewright.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.cachewright.prompt.text.InputException;
import dev.cachewright.prompt.text.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RendererTest {

    private static final Settings SETTINGS = Settings.of("gpt-5.4", Api.CHAT);

    private static Block system(String id, String text) {
        return Block.of(id, Role.SYSTEM, Kind.STATIC, text);
    }

    private static Block user(String id, String text) {
        return Block.of(id, Role.USER, Kind.STATIC, text);
    }

    private static Prompt prompt(Block... blocks) {
        return Prompt.of(List.of(blocks), SETTINGS);
    }

    private static Request render(Block... blocks) {
        return Renderer.render(prompt(blocks), Row.empty());
    }

    private static Request render(Map<String, Object> row, Block... blocks) {
        return Renderer.render(prompt(blocks), new Row(row));
    }

    private static Segment written(String blockId, String text, int start) {
        return new Segment(blockId, Text.of(text), start, false);
    }

    private static Segment value(String blockId, String text, int start) {
        return new Segment(blockId, Text.of(text), start, true);
    }

    private static Message message(Role role, Segment... segments) {
        return new Message(role, Form.TEXT, List.of(segments));
    }

    @Test
    void eachBlockIsAMessageOfItsRole() {
        assertThat(render(system("a", "Be kind."), user("b", "Hi."), Block.of("c", Role.ASSISTANT, Kind.STATIC, "Ho.")))
                .isEqualTo(new Request(List.of(message(Role.SYSTEM, written("a", "Be kind.", 0)),
                        message(Role.USER, written("b", "Hi.", 0)),
                        message(Role.ASSISTANT, written("c", "Ho.", 0))), SETTINGS));
    }

    @Test
    void aPromptWithoutBlocksIsARequestWithoutMessages() {
        assertThat(render()).isEqualTo(new Request(List.of(), SETTINGS));
    }

    @Test
    void blocksOfOneRoleThatAreNotJoinedStayApart() {
        assertThat(render(user("a", "One."), user("b", "Two.")).messages()).extracting(Message::text)
                .containsExactly("One.", "Two.");
    }

    @Test
    void joinedBlocksMakeOneMessageWithNothingBetweenThem() {
        assertThat(render(system("a", "One."), system("b", "Two.").withJoined(true),
                system("c", "Three.").withJoined(true)).messages()).containsExactly(
                        message(Role.SYSTEM, written("a", "One.", 0), written("b", "Two.", 0),
                                written("c", "Three.", 0)));
    }

    @Test
    void aJoinedBlockBehindAnotherRoleBeginsAMessage() {
        assertThat(render(system("a", "One."), user("b", "Two.").withJoined(true)).messages()).containsExactly(
                message(Role.SYSTEM, written("a", "One.", 0)), message(Role.USER, written("b", "Two.", 0)));
    }

    @Test
    void theFirstBlockBeginsAMessageAlsoWhereItIsJoined() {
        assertThat(render(user("a", "One.").withJoined(true)).messages())
                .containsExactly(message(Role.USER, written("a", "One.", 0)));
    }

    @Test
    void toolsBetweenJoinedBlocksDoNotPartThem() {
        assertThat(render(system("a", "One."), Block.of("t", Role.TOOLS, Kind.STATIC, "[]"),
                system("b", "Two.").withJoined(true)).messages()).containsExactly(
                        message(Role.TOOLS, written("t", "[]", 0)),
                        message(Role.SYSTEM, written("a", "One.", 0), written("b", "Two.", 0)));
    }

    @Test
    void toolsAndSchemaComeFirstWhereverTheyStand() {
        assertThat(render(user("u", "Hi."), Block.of("s", Role.SCHEMA, Kind.STATIC, "{}"),
                Block.of("t", Role.TOOLS, Kind.STATIC, "[]")).messages()).extracting(Message::role)
                .containsExactly(Role.TOOLS, Role.SCHEMA, Role.USER);
    }

    @Test
    void bracesInToolsAreNoTags() {
        Request request = render(Map.of("x", "wrong"), Block.of("t", Role.TOOLS, Kind.STATIC, "[\"{{x}}\"]"));

        assertThat(request.tools()).contains("[\"{{x}}\"]");
    }

    @Test
    void valuesAreSegmentsThatStandAtTheirTag() {
        assertThat(render(Map.of("name", "Ada"), user("a", "Dear {{name}}, hello")).messages()).containsExactly(
                message(Role.USER, written("a", "Dear ", 0), value("a", "Ada", 5), written("a", ", hello", 13)));
    }

    @Test
    void aValueThatTheRowDoesNotGiveIsNothing() {
        assertThat(render(user("a", "Dear {{name}}!")).messages())
                .containsExactly(message(Role.USER, written("a", "Dear ", 0), written("a", "!", 13)));
    }

    @Test
    void anEmptyValueIsNoSegment() {
        assertThat(render(Map.of("name", ""), user("a", "Dear {{name}}!")).messages())
                .containsExactly(message(Role.USER, written("a", "Dear ", 0), written("a", "!", 13)));
    }

    @Test
    void aBlockThatRendersToNothingKeepsItsMessage() {
        assertThat(render(user("a", "{{name}}"), user("b", "Hi.")).messages()).containsExactly(
                message(Role.USER, written("a", "", 0)), message(Role.USER, written("b", "Hi.", 0)));
    }

    @Test
    void anEmptyBlockIsOneEmptySegment() {
        assertThat(render(user("a", "")).messages()).containsExactly(message(Role.USER, written("a", "", 0)));
    }

    @Test
    void anEmptyBlockInTheMiddleOfAMessageLeavesItWhole() {
        assertThat(render(system("a", "One."), system("b", "").withJoined(true), system("c", "Two.").withJoined(true))
                .messages()).extracting(Message::text).containsExactly("One.Two.");
    }

    @Test
    void aDefaultStandsInForARowThatDoesNotGiveTheValue() {
        var prompt = new Prompt(List.of(user("a", "{{city}}, {{day}}")), SETTINGS, Map.of("city", "Kiel", "day", "?"));

        assertThat(Renderer.render(prompt, new Row(Map.of("day", "Monday"))).messages()).extracting(Message::text)
                .containsExactly("Kiel, Monday");
    }

    @Test
    void numbersBooleansAndListsAreWrittenAsText() {
        var row = new LinkedHashMap<String, Object>();
        row.put("count", 3);
        row.put("ratio", 2.5);
        row.put("yes", true);
        row.put("list", List.of("a", 1, List.of(false)));

        assertThat(render(row, user("a", "{{count}} {{ratio}} {{yes}} {{list}}")).messages())
                .extracting(Message::text).containsExactly("3 2.5 true a,1,false");
    }

    @Test
    void aDottedNameIsAPathIntoTheRow() {
        assertThat(render(Map.of("order", Map.of("id", 7)), user("a", "Order {{order.id}}, {{order.none}}."))
                .messages()).extracting(Message::text).containsExactly("Order 7, .");
    }

    @Test
    void tagsInAValueAreNotRead() {
        assertThat(render(Map.of("a", "{{b}}", "b", "wrong"), user("x", "{{a}} and {{#if b}}{{a}}{{/if}}")).messages())
                .extracting(Message::text).containsExactly("{{b}} and {{b}}");
    }

    @Test
    void markupInAValueIsNotEscaped() {
        assertThat(render(Map.of("a", "<b> & \"c\""), user("x", "{{a}}{{! with the engine }} {{a}}")).messages())
                .extracting(Message::text).containsExactly("<b> & \"c\" <b> & \"c\"");
    }

    @Test
    void aRoleTagBeginsAMessageInTheMiddleOfABlock() {
        Request request = render(Map.of("q", "Why?"), system("a", "Be kind.{{role \"user\"}}{{q}}"));

        assertThat(request.messages()).extracting(Message::role).containsExactly(Role.SYSTEM, Role.USER);
        assertThat(request.messages()).extracting(Message::text).containsExactly("Be kind.", "Why?");
    }

    @Test
    void whatATagBeginsIsNoMessageWhereItIsBlank() {
        Request request = render(Map.of("q", ""),
                system("a", "Be kind.\n{{history}}\n{{role \"tool\"}} {{q}}\n{{role \"user\"}}Why?"));

        assertThat(request.messages()).extracting(Message::role).containsExactly(Role.SYSTEM, Role.USER);
        assertThat(request.messages()).extracting(Message::text).containsExactly("Be kind.\n", "Why?");
    }

    @Test
    void whatFollowsTheConversationIsTheModels() {
        assertThat(render(user("a", "Hi.{{history}}Ho.")).messages()).extracting(Message::role)
                .containsExactly(Role.USER, Role.ASSISTANT);
        assertThat(render(user("a", "{{history}}")).messages()).isEmpty();
    }

    @Test
    void aBlankSectionIsNotSent() {
        assertThat(render(user("a", "One\n{{section \"x\"}}\n{{section \"y\"}}\nTwo")).messages())
                .extracting(Message::text).containsExactly("One\n\nTwo");
        assertThat(render(user("a", "One"), user("b", "{{section \"x\"}}\n").withJoined(true)).messages())
                .singleElement().satisfies(message -> {
                    assertThat(message.text()).isEqualTo("One");
                    assertThat(message.segments()).extracting(Segment::blockId).containsExactly("a", "b");
                });
    }

    @Test
    void theModelRoleOfDotpromptIsTheAssistant() {
        assertThat(render(user("a", "Hi.{{role \"model\"}}Ho.")).messages()).extracting(Message::role)
                .containsExactly(Role.USER, Role.ASSISTANT);
    }

    @Test
    void anUnknownRoleIsSaidWithItsBlock() {
        InputException problem = catchThrowableOfType(InputException.class,
                () -> render(user("first", "Hi."), user("second", "{{role \"king\"}}Ho.")));

        assertThat(problem).hasMessage("Unknown role \"king\": use system, user, model or tool");
        assertThat(problem.blockId()).isEqualTo("second");
    }

    @Test
    void aTagThatIsNeverClosedIsSaidWithBlockLineAndColumn() {
        InputException problem = catchThrowableOfType(InputException.class,
                () -> render(user("first", "Hi.\n"), user("second", "one\ntwo {{three")));

        assertThat(problem.blockId()).isEqualTo("second");
        assertThat(problem.line()).isEqualTo(2);
        assertThat(problem.column()).isEqualTo(5);
        assertThat(problem).hasMessage(
                "The tag opened here is never closed: add \"}}\", or write \"\\{{\" for plain braces");
    }

    @Test
    void logicThatIsNeverClosedIsSaidWithItsBlock() {
        InputException problem = catchThrowableOfType(InputException.class,
                () -> render(user("a", "one\n{{#if b}}two")));

        assertThat(problem.blockId()).isEqualTo("a");
        assertThat(problem.line()).isEqualTo(2);
        assertThat(problem).hasMessage("The section opened here is never closed");
    }

    @Test
    void anItemIsAMessageOfItsOwn() {
        Block item = user("i", "{\"type\":\"image\"}").withForm(Form.ITEM).withJoined(true);

        assertThat(render(user("a", "One."), item, user("b", "Two.").withJoined(true)).messages()).containsExactly(
                message(Role.USER, written("a", "One.", 0)),
                new Message(Role.USER, Form.ITEM, List.of(written("i", "{\"type\":\"image\"}", 0))),
                message(Role.USER, written("b", "Two.", 0)));
    }

    @Test
    void anItemThatRendersToNothingIsNotSent() {
        Block item = user("i", "{{turn}}").withForm(Form.ITEM);

        assertThat(render(user("a", "One."), item, user("b", "Two.")).messages()).containsExactly(
                message(Role.USER, written("a", "One.", 0)), message(Role.USER, written("b", "Two.", 0)));
    }

    @Test
    void instructionsAreAMessageOfTheirOwn() {
        assertThat(render(system("a", "Be kind.").withForm(Form.INSTRUCTIONS), system("b", "Be brief.").withJoined(
                true)).messages()).extracting(Message::form).containsExactly(Form.INSTRUCTIONS, Form.TEXT);
    }

    @Test
    void aMessageWithOnePartIsOneOfParts() {
        assertThat(render(user("a", "One.").withForm(Form.PART), user("b", "Two.").withJoined(true)).messages())
                .containsExactly(new Message(Role.USER, Form.PART,
                        List.of(written("a", "One.", 0), written("b", "Two.", 0))));
    }

    @Test
    void theFormOfAMessageEndsWithIt() {
        assertThat(render(user("a", "One.").withForm(Form.PART), user("b", "Two.")).messages())
                .extracting(Message::form).containsExactly(Form.PART, Form.TEXT);
    }

    @Test
    void breakpointsComeInTheOrderInWhichTheirBlocksAreSent() {
        Request request = render(user("a", "One.").withBreakpoint("1h"), user("b", "Two."),
                Block.of("t", Role.TOOLS, Kind.STATIC, "[]").withBreakpoint(true));

        assertThat(request.breakpoints()).containsExactly(new Breakpoint("t", ""), new Breakpoint("a", "1h"));
    }

    @Test
    void aRequestKnowsItsBreakpointToolsSchemaAndConversation() {
        Request request = render(user("u", "Hi.").withBreakpoint("5m"), Block.of("s", Role.SCHEMA, Kind.STATIC, "{}"),
                Block.of("t", Role.TOOLS, Kind.STATIC, "[]"));

        assertThat(request.breakpointsByBlock()).containsExactly(Map.entry("u", new Breakpoint("u", "5m")));
        assertThat(request.tools()).contains("[]");
        assertThat(request.schema()).contains("{}");
        assertThat(request.conversation()).containsExactly(message(Role.USER, written("u", "Hi.", 0)));
        assertThat(render(user("u", "Hi.")).tools()).isEmpty();
        assertThat(render(user("u", "Hi.")).schema()).isEmpty();
    }

    @Test
    void everyCharacterOfTheAuthorKnowsWhereItStandsInItsBlock() {
        String first = "One {{a}} \\{{two}} {{b}}.";
        String second = "Three{{c}} four\n";
        Request request = render(Map.of("a", "1", "b", "{{2}}"), system("x", first), system("y", second).withJoined(
                true));

        var places = new ArrayList<String>();
        for (Segment segment : request.messages().getFirst().segments()) {
            String template = segment.blockId().equals("x") ? first : second;
            for (int i = 0; i < segment.length() && !segment.isValue(); i++) {
                assertThat(template.charAt(segment.templateOffset(i))).isEqualTo(segment.text().charAt(i));
                places.add(segment.blockId() + segment.templateOffset(i));
            }
        }
        assertThat(places).doesNotHaveDuplicates().hasSize("One  {{two}} .Three four\n".length());
    }

    @Test
    void renderingTwiceGivesEqualRequests() {
        Block[] blocks = {system("a", "Be {{how}}."), user("b", "{{#each list}}{{this}};{{/each}}")};
        Map<String, Object> row = Map.of("how", "kind", "list", List.of("x", "y"));

        assertThat(render(row, blocks)).isEqualTo(render(row, blocks)).hasSameHashCodeAs(render(row, blocks));
        assertThat(render(row, blocks).messages()).extracting(Message::text).containsExactly("Be kind.", "x;y;");
    }
}
