package dev.cachewright.parting;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cachewright.analysis.CallForecast;
import dev.cachewright.analysis.CountedRequest;
import dev.cachewright.analysis.Destination;
import dev.cachewright.analysis.Divergence;
import dev.cachewright.analysis.Replayer;
import dev.cachewright.catalog.RuleSet;
import dev.cachewright.format.body.RequestBodyReader;
import dev.cachewright.format.divergence.RequestDivergence;
import dev.cachewright.prompt.Api;
import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.Renderer;
import dev.cachewright.prompt.Row;
import dev.cachewright.provider.Simulators;
import dev.cachewright.token.encoding.Encoding;
import dev.cachewright.token.encoding.TokenList;
import dev.cachewright.token.request.RequestTokens;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Two requests that differ in one place share nothing after it, whatever the place holds; equal ones share all.
///
/// Where they part is told by comparing ids one by one with a request that has something else there, and with the count
/// of a request that ends before it.
class PartingTest {

    private static final int CASES = 40;
    private static final Instant START = Instant.parse("2026-11-23T09:00:00Z");
    /// Signs around a part of a request that others share: the widest is a call's.
    private static final int FRAME = 60;
    /// The same around all tools: Claude's hidden prompt.
    private static final int TOOLS = 700;
    private static final List<RuleSet> RULES = Stream.of("openai-classic", "openai-grid", "openai-breakpoint",
            "anthropic", "longest-prefix", "block-16", "block-64", "none").map(RuleSet::of).flatMap(Optional::stream)
            .toList();

    @ParameterizedTest
    @CsvSource({"CHAT, gpt-4o, 1", "CHAT, gpt-5.1, 2", "CHAT, gpt-5.6-sol, 3", "CHAT, o3, 11", "RESPONSES, gpt-4o, 4",
            "RESPONSES, gpt-5.5, 5", "RESPONSES, gpt-5.6-sol, 6", "MESSAGES, claude-sonnet-4-5, 7",
            "MESSAGES, claude-opus-4-8, 8", "MESSAGES, gpt-4o, 9", "CHAT, claude-sonnet-4-5, 10"})
    void nothingAfterAChangeIsShared(Api api, String model, long seed) {
        var random = new Random(seed);
        var bodies = new RandomBodies(random);
        long read = 0;
        for (int i = 0; i < CASES; i++) {
            Change change = new Changes(random, api).of(bodies.next(api, model));
            String name = "case " + i + ": " + change.path() + shortened(change.before(), change) + " ->"
                    + shortened(change.after(), change);
            int shared = checkTokens(api, model, change, name);
            checkDifference(api, model, change, shared, name);
            read += checkForecasts(api, model, change, shared, name);
        }
        assertThat(read).isPositive();
    }

    private static String shortened(ObjectNode body, Change change) {
        String value = body.at(change.path()).toString();
        return " " + value.substring(0, Math.min(300, value.length()));
    }

    private static int checkTokens(Api api, String model, Change change, String name) {
        RequestTokens before = count(api, model, change.before()).tokens();
        RequestTokens after = count(api, model, change.after()).tokens();
        int shared = before.commonPrefix(after);
        int start = sharedIds(before, count(api, model, change.foreign()).tokens());
        int within = Simulators.TOKENIZERS.of(Encoding.O200K_BASE).count(change.within());

        assertThat(shared).as(name).isEqualTo(sharedIds(before, after)).isLessThan(before.total());
        assertThat(shared).as(name).isBetween(
                start - earlier(change),
                start + (change.isText() ? 2 * within + FRAME : 0));
        assertThat(shared).as(name + " after the count before it")
                .isLessThanOrEqualTo(count(api, model, change.cut()).tokens().total() + 2 * within
                        + (change.path().startsWith("/tools") ? TOOLS : FRAME));
        return shared;
    }

    /// How much before its text a change may part: all of a tool's definition is compared at its beginning, texts beside
    /// each other are one, and a token may reach over the border.
    private static int earlier(Change change) {
        if (change.isReplaced()) {
            return Integer.MAX_VALUE / 2;
        }
        return change.path().startsWith("/tools") ? FRAME : change.isText() ? 2 : 0;
    }

    private static void checkDifference(Api api, String model, Change change, int shared, String name) {
        Divergence found = RequestDivergence.of(side(api, model, change.before()), side(api, model, change.after()));

        assertThat(found.commonTokens()).as(name).isEqualTo(shared);
        assertThat(found.reason()).as(name).isNotEmpty();
        assertThat(found.body().path()).as(name).startsWith(change.path());
        String list = api == Api.RESPONSES ? "input" : "messages";
        if (change.path().startsWith("/" + list + "/")) {
            int index = Integer.parseInt(change.path().split("/")[2]);
            List<String> before = blocks(api, upTo(change.after(), list, index));
            List<String> with = blocks(api, upTo(change.after(), list, index + 1));
            assertThat(with.subList(before.size(), with.size())).as(name).contains(found.block());
        }
    }

    private static List<String> blocks(Api api, ObjectNode body) {
        return RequestBodyReader.read(body.toString(), api).blocks().stream().map(Block::id).toList();
    }

    private static ObjectNode upTo(ObjectNode body, String list, int end) {
        ObjectNode copy = body.deepCopy();
        while (copy.get(list).size() > end) {
            ((ArrayNode) copy.get(list)).remove(copy.get(list).size() - 1);
        }
        return copy;
    }

    private static RequestDivergence.Side side(Api api, String model, ObjectNode body) {
        return new RequestDivergence.Side(count(api, model, body).tokens(), body.toString());
    }

    private static long checkForecasts(Api api, String model, Change change, int shared, String name) {
        long read = 0;
        for (Optional<RuleSet> rules : Stream.concat(Stream.of(Optional.<RuleSet>empty()), RULES.stream().map(
                Optional::of)).toList()) {
            var replayer = new Replayer(Simulators.ANALYST, rules);
            Destination destination = replayer.destination(model);
            replayer.next(count(destination, api, change.before()), START, OptionalLong.empty(), Optional.empty());
            CallForecast next = replayer
                    .next(count(destination, api, change.after()), START.plusSeconds(5), OptionalLong.empty(),
                            Optional.empty())
                    .orElseThrow().forecast();
            assertThat(next.split().cached()).as(name + " by " + rules)
                    .isLessThanOrEqualTo(destination.correction().typical(shared));
            read += next.split().cached();
        }
        return read;
    }

    private static CountedRequest count(Api api, String model, ObjectNode body) {
        return count(Simulators.ANALYST.destination(model), api, body);
    }

    private static CountedRequest count(Destination destination, Api api, ObjectNode body) {
        return destination.countAsIs(Renderer.render(RequestBodyReader.read(body.toString(), api), Row.empty()));
    }

    private static int sharedIds(RequestTokens one, RequestTokens other) {
        TokenList a = one.ids();
        TokenList b = other.ids();
        int shared = 0;
        while (shared < Math.min(a.size(), b.size()) && a.get(shared) == b.get(shared)) {
            shared++;
        }
        boolean isReply = shared == a.size() || shared == b.size();
        return isReply ? one.commonPrefix(other) : shared;
    }
}
