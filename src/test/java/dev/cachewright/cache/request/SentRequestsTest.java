package dev.cachewright.cache.request;

import static dev.cachewright.cache.request.CacheTermsSamples.BREAKPOINT;
import static dev.cachewright.cache.request.CacheTermsSamples.CLASSIC;
import static dev.cachewright.cache.request.CacheTermsSamples.UNKNOWN;
import static dev.cachewright.cache.request.CacheTermsSamples.prompt;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.prompt.Api;
import dev.cachewright.prompt.Attributes;
import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.CacheSettings;
import dev.cachewright.prompt.Form;
import dev.cachewright.prompt.Kind;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.Renderer;
import dev.cachewright.prompt.Request;
import dev.cachewright.prompt.Role;
import dev.cachewright.prompt.Row;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SentRequestsTest {

    private static final Prompt ASKING = prompt(Api.RESPONSES, new CacheSettings("", "", "k", "24h"),
            Block.of("rules", Role.SYSTEM, Kind.STATIC, "Be kind.").withBreakpoint(true),
            Block.of("ask", Role.USER, Kind.DYNAMIC, "{{q}}").withBreakpoint(true));

    private static Request request(String question) {
        return Renderer.render(ASKING, new Row(Map.of("q", question)));
    }

    @Test
    void whatIsRefusedIsFoundOnceForAllRowsThatAskTheSame() {
        var requests = new SentRequests(BREAKPOINT);

        List<SentRequest> sent = IntStream.range(0, 24).mapToObj(i -> requests.of(request("Question " + i))).toList();

        assertThat(sent).extracting(SentRequest::breakpoints).allMatch(check -> check == sent.getFirst().breakpoints());
        assertThat(sent).extracting(SentRequest::cache).allMatch(check -> check == sent.getFirst().cache());
        assertThat(sent).extracting(one -> one.request().conversation().getLast().text()).doesNotHaveDuplicates();
    }

    @Test
    void aRowThatLeavesAMarkedBlockEmptyIsCheckedForItself() {
        var requests = new SentRequests(BREAKPOINT);

        assertThat(requests.of(request("a")).breakpoints().refusals()).isEmpty();
        assertThat(requests.of(request("")).breakpoints().refusals())
                .containsExactly(Refusal.of(Refusal.Reason.EMPTY_TEXT, "ask"));
        assertThat(requests.of(request("b")).breakpoints().refusals()).isEmpty();
    }

    @Test
    void whatIsSentHoldsNothingThatIsRefused() {
        SentRequest sent = SentRequest.of(request("a"), BREAKPOINT);

        assertThat(sent.request().settings().cache()).isEqualTo(new CacheSettings("", "", "k", ""));
        assertThat(sent.refused()).containsExactly(Refusal.ofSetting(Refusal.Reason.RETENTION_NOT_SUPPORTED, "24h",
                List.of()));
        assertThat(SentRequest.of(sent.request(), BREAKPOINT).request()).isEqualTo(sent.request());
    }

    @Test
    void otherCacheOptionsGoOutOnlyWhereThereAreOptions() {
        Request carrying = new Request(request("a").messages(), ASKING.settings().withExtra(Attributes.copyOf(
                Map.of(SentRequest.OPTIONS, "{\"prewarm\": true}", "seed", "7"))));

        assertThat(SentRequest.of(carrying, CLASSIC).request().settings().extra()).containsOnlyKeys("seed");
        assertThat(SentRequest.of(carrying, BREAKPOINT).request().settings().extra()).containsOnlyKeys("seed",
                SentRequest.OPTIONS);
        assertThat(SentRequest.of(carrying, UNKNOWN).request().settings().extra()).containsOnlyKeys("seed",
                SentRequest.OPTIONS);
    }

    @Test
    void theTypeOfAnItemIsThatOfItsContentNotOfWhatItQuotes() {
        Block call = Block.of("call", Role.ASSISTANT, Kind.STATIC, """
                {"role": "assistant", "content": [{"type": "tool_use", "id": "t", "name": "f",
                 "input": {"type": "deep_thinking"}}]}""").withForm(Form.ITEM)
                .withBreakpoint(true);
        Block quoting = call.withId("quoting").withRole(Role.USER)
                .withText("{\"role\": \"user\", \"content\": \"{\\\"type\\\": \\\"additional_tools\\\"}\"}");

        assertThat(CacheTermsSamples.sent(prompt(Api.MESSAGES, CacheSettings.none(), call), CacheTermsSamples.ANTHROPIC)
                .refusals()).isEmpty();
        assertThat(CacheTermsSamples.sent(prompt(Api.RESPONSES, CacheSettings.none(), quoting), BREAKPOINT).refusals())
                .isEmpty();
    }
}
