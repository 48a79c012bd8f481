package dev.cachewright.cache;

import dev.cachewright.cache.request.AnthropicMarks;
import dev.cachewright.cache.request.ContentEnd;
import dev.cachewright.cache.state.Section;
import dev.cachewright.catalog.CacheTerms;
import dev.cachewright.prompt.CacheSettings;
import dev.cachewright.token.request.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Anthropic's rules: a prefix is stored at each of at most four breakpoints, and read at the latest place that is at
/// most 20 positions before one of them and where one was stored.
///
/// The order is tools, system, messages. Automatic caching puts one more breakpoint after the last block that can
/// carry one. A request that the API answers with 400, for a fifth breakpoint or one on thinking or empty text, stores
/// and reads nothing. Source: Anthropic's prompt caching page (2026-09).
final class AnthropicRules extends BreakpointRules {

    private static final String AUTOMATIC = "automatic";

    AnthropicRules(CacheTerms terms) {
        super(Vendor.ANTHROPIC, terms);
    }

    @Override
    Optional<List<Place>> places(CacheRequest request) {
        List<ContentEnd> ends = request.content().ends();
        CacheSettings wishes = request.content().wishes();
        var automatic = automatic(ends, wishes).map(i -> Map.entry(i, ttl("", wishes)));
        AnthropicMarks checked = AnthropicMarks.of(marks(ends, wishes), automatic, terms().slots());
        if (checked.isRefused() || ends.stream().anyMatch(this::isMarkedWrongly)) {
            return Optional.empty();
        }
        Map<Integer, String> marks = withServerResults(ends, checked.accepted());
        boolean[] isRead = read(ends, marks);
        var places = new ArrayList<Place>();
        Section section = Section.TOOLS;
        for (int i = 0; i < ends.size(); i++) {
            ContentEnd end = ends.get(i);
            section = sectionOf(end, section);
            if (isRead[i] || marks.containsKey(i)) {
                places.add(new Place(new Boundary(end.blockId(), end.position(), section, end.mark().isPresent(),
                        marks.containsKey(i), isRead[i], end.position() <= request.prefix()),
                        marks.getOrDefault(i, ttl("", wishes))));
            }
        }
        return Optional.of(places);
    }

    /// Where there is any breakpoint, the server sets one of five minutes after each result of its own tools.
    private Map<Integer, String> withServerResults(List<ContentEnd> ends, Map<Integer, String> marks) {
        var all = new TreeMap<>(marks);
        for (int i = 0; i < ends.size() && !marks.isEmpty(); i++) {
            if (ends.get(i).isServerResult()) {
                all.putIfAbsent(i, terms().ttls().getFirst());
            }
        }
        return all;
    }

    private boolean isMarkedWrongly(ContentEnd end) {
        return end.mark().filter(ttl -> !end.isCacheable() || !ttl.isEmpty() && !terms().ttls().contains(ttl))
                .isPresent();
    }

    /// The lifetimes of the breakpoints by the index of their end.
    private Map<Integer, String> marks(List<ContentEnd> ends, CacheSettings wishes) {
        var marks = new TreeMap<Integer, String>();
        for (int i = 0; i < ends.size(); i++) {
            int index = i;
            ends.get(i).mark().ifPresent(ttl -> marks.put(index, ttl(ttl, wishes)));
        }
        return marks;
    }

    private static Optional<Integer> automatic(List<ContentEnd> ends, CacheSettings wishes) {
        if (!wishes.mode().equals(AUTOMATIC)) {
            return Optional.empty();
        }
        for (int i = ends.size() - 1; i >= 0; i--) {
            if (ends.get(i).isCacheable()) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    private String ttl(String own, CacheSettings wishes) {
        String wish = own.isEmpty() ? wishes.ttl() : own;
        return wish.isEmpty() ? terms().ttls().getFirst() : wish;
    }

    /// Which ends are at most so many positions before a breakpoint, which is the first of them itself.
    private boolean[] read(List<ContentEnd> ends, Map<Integer, String> marks) {
        int[] positions = new int[ends.size()];
        for (int i = 0; i < ends.size(); i++) {
            positions[i] = (i == 0 ? 0 : positions[i - 1]) + ends.get(i).positions();
        }
        boolean[] isRead = new boolean[ends.size()];
        for (int mark : marks.keySet()) {
            for (int i = mark; i >= 0 && positions[mark] - positions[i] < terms().lookback(); i--) {
                isRead[i] = true;
            }
        }
        return isRead;
    }

    private static Section sectionOf(ContentEnd end, Section before) {
        if (!end.role().isMessage()) {
            return Section.TOOLS;
        }
        return end.role().isInstruction() && before != Section.MESSAGES ? Section.SYSTEM : Section.MESSAGES;
    }
}
