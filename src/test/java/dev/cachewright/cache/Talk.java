package dev.cachewright.cache;

import dev.cachewright.cache.request.ContentEnd;
import dev.cachewright.cache.request.RequestContent;
import dev.cachewright.catalog.Correction;
import dev.cachewright.prompt.CacheSettings;
import dev.cachewright.prompt.Role;
import dev.cachewright.token.request.FlatTokens;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/// A request of blocks of so many tokens, for tests of the rules. Blocks of the same text have the same tokens.
final class Talk {

    private final List<ContentEnd> ends = new ArrayList<>();
    private final List<Integer> ids = new ArrayList<>();
    private Map<String, String> sent = Map.of("model", "m");
    private CacheSettings wishes = CacheSettings.none();
    private int prefix = -1;
    private Duration answersAfter = Duration.ZERO;

    static Talk talk() {
        return new Talk();
    }

    /// A message of its own.
    Talk say(Role role, int tokens, String text) {
        add(text, tokens);
        ends.add(ContentEnd.of(text, role, ends.size(), ids.size()));
        return this;
    }

    /// Blocks of one token each, named by their number, up to the block with this one.
    Talk blocksTo(int number) {
        for (int i = ends.size() + 1; i <= number; i++) {
            say(Role.USER, 100, "block " + i);
        }
        return this;
    }

    /// Tokens behind the last end: the frame of the reply.
    Talk rest(int tokens) {
        add("rest", tokens);
        return this;
    }

    /// A breakpoint behind the last block.
    Talk mark(String ttl) {
        ends.set(ends.size() - 1, ends.getLast().marked(ttl));
        return this;
    }

    Talk mark() {
        return mark("");
    }

    /// A breakpoint behind a block that was said before.
    Talk markAfter(int block) {
        ends.set(block - 1, ends.get(block - 1).marked());
        return this;
    }

    /// The last block does not end its message.
    Talk inside() {
        ContentEnd end = ends.getLast();
        ends.set(ends.size() - 1, new ContentEnd(end.blockId(), end.role(), end.message(), false, end.position(),
                end.positions(), end.isCacheable(), end.isServerResult(), end.mark()));
        return this;
    }

    /// The last block is the result of a tool that runs on the server.
    Talk serverResult() {
        ContentEnd end = ends.getLast();
        ends.set(ends.size() - 1, new ContentEnd(end.blockId(), end.role(), end.message(), end.isLast(),
                end.position(), end.positions(), end.isCacheable(), true, end.mark()));
        return this;
    }

    /// The last block counts as so many positions; automatic caching may end behind it or not.
    Talk as(int positions, boolean isCacheable) {
        ContentEnd end = ends.getLast();
        ends.set(ends.size() - 1, new ContentEnd(end.blockId(), end.role(), end.message(), end.isLast(),
                end.position(), positions, isCacheable, end.isServerResult(), end.mark()));
        return this;
    }

    Talk with(String path, String value) {
        var more = new HashMap<>(sent);
        more.put(path, value);
        sent = Map.copyOf(more);
        return this;
    }

    Talk mode(String mode) {
        wishes = new CacheSettings(mode, wishes.ttl(), "", wishes.retention());
        return this;
    }

    Talk ttl(String ttl) {
        wishes = new CacheSettings(wishes.mode(), ttl, "", wishes.retention());
        return this;
    }

    Talk retention(String retention) {
        wishes = new CacheSettings(wishes.mode(), wishes.ttl(), "", retention);
        return this;
    }

    /// Only so many tokens belong to the static prefix.
    Talk staticTo(int tokens) {
        prefix = tokens;
        return this;
    }

    Talk answeredAfter(Duration time) {
        answersAfter = time;
        return this;
    }

    CacheRequest to(CacheRules rules) {
        int[] tokens = ids.stream().mapToInt(Integer::intValue).toArray();
        return new CacheRequest(rules.partitions(sent),
                FlatTokens.of(tokens), new RequestContent(ends, Set.of(), wishes),
                prefix < 0 ? tokens.length : prefix, answersAfter, Correction.NONE);
    }

    private void add(String text, int tokens) {
        IntStream.range(0, tokens).forEach(i -> ids.add((text + i).hashCode()));
    }
}
