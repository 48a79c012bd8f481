package dev.cachewright.cache.request;

import static dev.cachewright.cache.request.CacheTermsSamples.ANTHROPIC;
import static dev.cachewright.cache.request.CacheTermsSamples.BREAKPOINT;
import static dev.cachewright.cache.request.CacheTermsSamples.CLASSIC;
import static dev.cachewright.cache.request.CacheTermsSamples.GRID;
import static dev.cachewright.cache.request.CacheTermsSamples.LOCAL;
import static dev.cachewright.cache.request.CacheTermsSamples.UNKNOWN;
import static dev.cachewright.cache.request.CacheTermsSamples.mode;
import static dev.cachewright.cache.request.CacheTermsSamples.prompt;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.cache.request.Refusal.Reason;
import dev.cachewright.catalog.CacheTerms;
import dev.cachewright.prompt.Api;
import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.Breakpoint;
import dev.cachewright.prompt.CacheSettings;
import dev.cachewright.prompt.Form;
import dev.cachewright.prompt.Kind;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.Renderer;
import dev.cachewright.prompt.Role;
import dev.cachewright.prompt.Row;
import dev.cachewright.words.RefusalWords;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class BreakpointCheckTest {

    private static Block block(String id, Role role) {
        return Block.of(id, role, Kind.STATIC, "text");
    }

    private static Block marked(String id, Role role) {
        return block(id, role).withBreakpoint(true);
    }

    private static Block marked(String id, String ttl) {
        return block(id, Role.USER).withBreakpoint(ttl);
    }

    private static List<Reason> reasons(BreakpointCheck check) {
        return check.refusals().stream().map(Refusal::reason).toList();
    }

    private static BreakpointCheck check(Api api, Optional<CacheTerms> terms, Block... blocks) {
        return CacheTermsSamples.sent(prompt(api, CacheSettings.none(), blocks), terms).breakpoints();
    }

    private static List<String> sent(BreakpointCheck check) {
        return check.sent().stream().map(Breakpoint::blockId).toList();
    }

    static Stream<Arguments> modelsWithoutBreakpoints() {
        return Stream.of(Arguments.of(CLASSIC, Reason.MODEL_TAKES_NO_BREAKPOINTS),
                Arguments.of(GRID, Reason.MODEL_TAKES_NO_BREAKPOINTS),
                Arguments.of(LOCAL, Reason.SERVER_TAKES_NO_BREAKPOINTS));
    }

    @ParameterizedTest
    @MethodSource("modelsWithoutBreakpoints")
    void modelsWithoutBreakpointsAreSentNone(Optional<CacheTerms> terms, Reason reason) {
        BreakpointCheck check = check(Api.RESPONSES, terms, marked("a", Role.USER));

        assertThat(check.refusals()).containsExactly(Refusal.of(reason, "a"));
        assertThat(check.sent()).isEmpty();
        assertThat(check.slots()).isZero();
        assertThat(check.refusalOfNew("a")).contains(Refusal.of(reason, "a"));
    }

    @Test
    void modelsWithBreakpointsInTheOtherFormOfRequestsSayWhichItIs() {
        BreakpointCheck claude = check(Api.RESPONSES, ANTHROPIC, marked("a", Role.USER));
        BreakpointCheck openAi = check(Api.MESSAGES, BREAKPOINT, marked("a", Role.USER));

        assertThat(claude.refusals())
                .containsExactly(new Refusal(Reason.BREAKPOINT_OF_OTHER_API, "a", "", List.of("messages")));
        assertThat(openAi.refusals())
                .containsExactly(new Refusal(Reason.BREAKPOINT_OF_OTHER_API, "a", "", List.of("responses")));
        assertThat(claude.sent()).isEmpty();
        assertThat(reasons(check(Api.MESSAGES, CLASSIC, marked("a", Role.USER))))
                .containsExactly(Reason.SERVER_TAKES_NO_BREAKPOINTS);
    }

    @ParameterizedTest
    @CsvSource({"ASSISTANT, TEXT, RESPONSES, ASSISTANT_OUTPUT", "ASSISTANT, TEXT, CHAT, ASSISTANT_OUTPUT",
            "ASSISTANT, ITEM, CHAT, ASSISTANT_OUTPUT", "SYSTEM, INSTRUCTIONS, RESPONSES, INSTRUCTIONS",
            "TOOLS, TEXT, RESPONSES, TOOLS", "TOOLS, TEXT, CHAT, TOOLS", "SCHEMA, TEXT, CHAT, SCHEMA"})
    void openAiTakesNoneWhereItHasNoPlaceForThem(Role role, Form form, Api api, Reason reason) {
        BreakpointCheck check = check(api, BREAKPOINT, marked("a", role).withForm(form));

        assertThat(reasons(check)).containsExactly(reason);
        assertThat(check.sent()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"SYSTEM, TEXT, RESPONSES", "DEVELOPER, TEXT, CHAT", "USER, PART, RESPONSES", "USER, ITEM, CHAT",
            "TOOL, ITEM, RESPONSES", "SYSTEM, INSTRUCTIONS, CHAT"})
    void openAiTakesThemAfterWhatTheAuthorSays(Role role, Form form, Api api) {
        BreakpointCheck check = check(api, BREAKPOINT, marked("a", role).withForm(form));

        assertThat(check.refusals()).isEmpty();
        assertThat(sent(check)).containsExactly("a");
    }

    @Test
    void toolsThatAreAddedLaterTakeNone() {
        Block item = marked("a", Role.USER).withForm(Form.ITEM).withText("{\"type\" : \"additional_tools\"}");

        assertThat(reasons(check(Api.RESPONSES, BREAKPOINT, item))).containsExactly(Reason.ADDITIONAL_TOOLS);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            [{"type": "text", "text": "a"}, {"type": "thinking", "thinking": "b"}] | THINKING
            [{"type": "redacted_thinking", "data": "b"}]                           | THINKING
            [{"type": "thinking", "thinking": "b"}, {"type": "tool_use"}]          | -
            """)
    void anthropicTakesNoneAfterThinking(String content, Reason reason) {
        Block item = marked("a", Role.ASSISTANT).withForm(Form.ITEM).withText("{\"content\": " + content + "}");

        assertThat(reasons(check(Api.MESSAGES, ANTHROPIC, item))).isEqualTo(reason == null ? List.of()
                : List.of(reason));
    }

    @Test
    void emptyTextTakesNone() {
        Block dynamic = marked("a", Role.USER).withText("{{x}}");
        Prompt prompt = prompt(Api.MESSAGES, CacheSettings.none(), dynamic);

        assertThat(reasons(check(Api.RESPONSES, BREAKPOINT, dynamic.withText("")))).containsExactly(Reason.EMPTY_TEXT);
        assertThat(reasons(CacheTermsSamples.sent(prompt, ANTHROPIC).breakpoints()))
                .containsExactly(Reason.EMPTY_TEXT);
        assertThat(SentRequest.of(Renderer.render(prompt, new Row(Map.of("x", "1"))), ANTHROPIC).refusals()).isEmpty();
    }

    @Test
    void anthropicTakesThemAfterToolsAndAnswersButNotASchema() {
        BreakpointCheck check = check(Api.MESSAGES, ANTHROPIC, marked("reply", Role.ASSISTANT),
                marked("policy", Role.SYSTEM), marked("schema", Role.SCHEMA), marked("tools", Role.TOOLS));

        assertThat(reasons(check)).containsExactly(Reason.SCHEMA);
        assertThat(sent(check)).containsExactly("tools", "policy", "reply");
    }

    @Test
    void anthropicRefusesAFifth() {
        BreakpointCheck check = check(Api.MESSAGES, ANTHROPIC, marked("1", Role.USER), marked("2", Role.USER),
                marked("3", Role.USER), marked("4", Role.USER), block("free", Role.USER), marked("5", Role.USER));

        assertThat(check.refusals()).containsExactly(new Refusal(Reason.TOO_MANY, "5", "4", List.of()));
        assertThat(sent(check)).containsExactly("1", "2", "3", "4");
        assertThat(check.refusalOfNew("free")).map(Refusal::reason).contains(Reason.TOO_MANY);
        assertThat(check.slots()).isEqualTo(4);
    }

    @Test
    void anthropicWantsLongLifetimesFirst() {
        BreakpointCheck check = check(Api.MESSAGES, ANTHROPIC, marked("1", "1h"), marked("2", "5m"), marked("3", "1h"),
                marked("4", ""));

        assertThat(check.refusals()).containsExactly(Refusal.of(Reason.SHORT_BEFORE_LONG, "2"));
        assertThat(sent(check)).containsExactly("1", "3", "4");
    }

    @Test
    void automaticCachingComesLastInTheOrderOfLifetimes() {
        var automatic = new CacheSettings("automatic", "1h", "", "");
        Prompt prompt = prompt(Api.MESSAGES, automatic, marked("1", "5m"), marked("2", ""), block("3", Role.USER));

        assertThat(CacheTermsSamples.sent(prompt, ANTHROPIC).breakpoints().refusals())
                .containsExactly(Refusal.of(Reason.SHORT_BEFORE_LONG, "1"));
    }

    @Test
    void surplusBreakpointsAreSentAndOnlyNotWritten() {
        Block[] five = {marked("1", Role.USER), marked("2", Role.USER), marked("3", Role.USER), marked("4", Role.USER),
                marked("5", Role.USER)};
        BreakpointCheck implicit = check(Api.RESPONSES, BREAKPOINT, five);
        BreakpointCheck explicit = CacheTermsSamples.sent(prompt(Api.RESPONSES, mode("explicit"), five), BREAKPOINT)
                .breakpoints();

        assertThat(implicit.refusals()).containsExactly(new Refusal(Reason.NOT_WRITTEN, "1", "3", List.of()),
                new Refusal(Reason.NOT_WRITTEN, "2", "3", List.of()));
        assertThat(implicit.sent()).hasSize(5);
        assertThat(explicit.refusals()).containsExactly(new Refusal(Reason.NOT_WRITTEN, "1", "4", List.of()));
        assertThat(implicit.refusalOfNew("1")).isEmpty();
    }

    @Test
    void aLifetimeThatIsNotTakenIsLeftOutAlone() {
        BreakpointCheck openAi = check(Api.RESPONSES, BREAKPOINT, marked("1", "1h"));
        BreakpointCheck anthropic = check(Api.MESSAGES, ANTHROPIC, marked("1", "2h"));

        assertThat(openAi.refusalOf("1")).contains(new Refusal(Reason.BREAKPOINT_TTL, "1", "1h", List.of("30m",
                "12h")));
        assertThat(openAi.sent()).containsExactly(new Breakpoint("1", ""));
        assertThat(anthropic.refusalOf("1")).contains(new Refusal(Reason.BREAKPOINT_TTL, "1", "2h", List.of("5m",
                "1h")));
        assertThat(anthropic.sent()).containsExactly(new Breakpoint("1", ""));
    }

    @Test
    void aBreakpointOfOpenAiMayHaveItsOwnLifetime() {
        BreakpointCheck chat = check(Api.CHAT, BREAKPOINT, marked("1", "12h"));
        BreakpointCheck responses = check(Api.RESPONSES, BREAKPOINT, marked("1", "12h"));

        assertThat(chat.refusals()).isEmpty();
        assertThat(responses.refusals()).isEmpty();
        assertThat(responses.sent()).containsExactly(new Breakpoint("1", "12h"));
    }

    private static Block item(Role role, String json) {
        return block("a", role).withForm(Form.ITEM).withText(json);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"type": "text", "text": "", "cache_control": {"type": "ephemeral"}}          | EMPTY_TEXT
            {"type": "thinking", "thinking": "b", "cache_control": {"type": "ephemeral"}} | THINKING
            {"type": "text", "text": "b", "cache_control": {"type": "persistent"}}        | MARKER_UNKNOWN
            {"type": "text", "text": "b", "cache_control": {"type": "ephemeral", "ttl": "1d"}} | MARKER_TTL
            """)
    void whatAnthropicRefusesInsideAnItemIsSaidWithItsPlace(String part, Reason reason) {
        Block turn = item(Role.ASSISTANT,
                "{\"role\": \"assistant\", \"content\": [{\"type\": \"text\", \"text\": \"x\"},"
                        + part + ", {\"type\": \"tool_use\", \"id\": \"1\", \"name\": \"f\", \"input\": {}}]}");

        Refusal refusal = check(Api.MESSAGES, ANTHROPIC, turn).refusals().getFirst();

        assertThat(refusal.reason()).isEqualTo(reason);
        assertThat(refusal.part()).hasValue(2);
        assertThat(refusal.isLeftOut()).isFalse();
        assertThat(RefusalWords.line(refusal)).startsWith("the breakpoint on part 2 of “a” is refused by the server: ");
    }

    @Test
    void aToolThatIsLoadedLaterTakesNone() {
        String tools = "[{\"name\": \"f\", \"input_schema\": {}, \"defer_loading\": true%s}]";

        assertThat(reasons(check(Api.MESSAGES, ANTHROPIC, marked("a", Role.TOOLS).withText(tools.formatted("")))))
                .containsExactly(Reason.DEFERRED_TOOL);
    }

    @Test
    void markersInItemsCountToTheLimit() {
        String part = "{\"type\": \"text\", \"text\": \"x\", \"cache_control\": {\"type\": \"ephemeral\"}}";
        Block four = item(Role.USER, "{\"role\": \"user\", \"content\": [" + String.join(",", part, part, part, part)
                + "]}").withBreakpoint(true);
        BreakpointCheck check = check(Api.MESSAGES, ANTHROPIC, four, marked("b", Role.USER));

        assertThat(check.refusals()).containsExactly(new Refusal(Reason.TOO_MANY, "b", "4", List.of()));
        assertThat(check.count()).isEqualTo(4);
        assertThat(sent(check)).containsExactly("a");
    }

    @Test
    void aMarkerOfAnotherProviderIsSaid() {
        String json = "{\"role\": \"user\", \"content\": [{\"type\": \"text\", \"text\": \"x\", "
                + "\"cache_control\": {\"type\": \"ephemeral\"}}]}";

        for (Optional<CacheTerms> terms : List.of(CLASSIC, BREAKPOINT, LOCAL)) {
            BreakpointCheck check = check(Api.CHAT, terms, item(Role.USER, json));
            assertThat(reasons(check)).containsExactly(Reason.MARKER_NOT_READ);
            assertThat(check.count()).isZero();
        }
        assertThat(check(Api.CHAT, UNKNOWN, item(Role.USER, json)).refusals()).isEmpty();
    }

    @Test
    void unknownModelsAreSentAllThatARequestCanHold() {
        BreakpointCheck check = check(Api.RESPONSES, UNKNOWN, marked("tools", Role.TOOLS),
                marked("reply", Role.ASSISTANT), marked("ask", "1h"));

        assertThat(reasons(check)).containsExactly(Reason.TOOLS);
        assertThat(check.sent()).containsExactly(new Breakpoint("reply", ""), new Breakpoint("ask", "1h"));
    }
}
