package dev.cachewright.cache;

import dev.cachewright.cache.request.ContentEnd;
import dev.cachewright.cache.state.Section;
import dev.cachewright.catalog.CacheTerms;
import dev.cachewright.prompt.Role;
import dev.cachewright.token.request.Place;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// OpenAI's rules from gpt-5.6 on: a prefix is stored at the end of the latest eligible message and at breakpoints, and
/// read only where one was stored, exact to the token.
///
/// Eligible are user messages, the last output of a group of tool outputs, and the last message of the developer
/// messages that begin the conversation. Source: OpenAI's prompt caching guide (2026-10); its predecessors said 50 and
/// 80 breakpoints to read at.
final class OpenAiBreakpointRules extends BreakpointRules {

    private static final String EXPLICIT = "explicit";
    /// Breakpoints at the beginning that are read at however many follow.
    private static final int FIRST = 2;
    /// Message endings before the latest eligible one that are read at in implicit mode.
    private static final int ENDINGS = 20;

    OpenAiBreakpointRules(CacheTerms terms) {
        super(Vendor.OPENAI, terms);
    }

    @Override
    Optional<List<Place>> places(CacheRequest request) {
        List<ContentEnd> ends = request.content().ends();
        if (ends.stream().anyMatch(end -> end.mark().filter(this::isUnknown).isPresent())) {
            return Optional.empty();
        }
        boolean isImplicit = !request.content().wishes().mode().equals(EXPLICIT);
        List<Integer> marked = indices(ends, (end, i) -> end.mark().isPresent());
        List<Integer> eligible = isImplicit ? indices(ends, (end, i) -> isEligible(ends, i)) : List.of();
        int slots = terms().slots() - (eligible.isEmpty() ? 0 : 1);
        Set<Integer> written = new HashSet<>(latest(marked, slots));
        written.addAll(latest(eligible, 1));
        Set<Integer> read = new HashSet<>(marked.subList(0, Math.min(FIRST, marked.size())));
        read.addAll(latest(marked, terms().lookback()));
        read.addAll(latest(eligible, 1 + ENDINGS));
        eligible.stream().filter(i -> ends.get(i).role().isInstruction()).forEach(read::add);
        String ttl = request.content().wishes().ttl().isEmpty() ? terms().ttls().getFirst()
                : request.content().wishes().ttl();
        var places = new ArrayList<Place>();
        for (int i = 0; i < ends.size(); i++) {
            if (written.contains(i) || read.contains(i) || marked.contains(i)) {
                ContentEnd end = ends.get(i);
                places.add(new Place(new Boundary(end.blockId(), end.position(),
                        end.role().isInstruction() ? Section.SYSTEM : Section.MESSAGES, end.mark().isPresent(),
                        written.contains(i), read.contains(i), end.position() <= request.prefix()),
                        end.mark().filter(own -> !own.isEmpty()).orElse(ttl)));
            }
        }
        return Optional.of(places);
    }

    /// Whether a marker asks for a lifetime that there is not.
    private boolean isUnknown(String ttl) {
        return !ttl.isEmpty() && !terms().ttls().contains(ttl);
    }

    private static boolean isEligible(List<ContentEnd> ends, int index) {
        ContentEnd end = ends.get(index);
        if (!end.isLast()) {
            return false;
        }
        Optional<Role> next = index + 1 < ends.size() ? Optional.of(ends.get(index + 1).role()) : Optional.empty();
        return switch (end.role()) {
            case USER -> true;
            case TOOL -> next.filter(role -> role == Role.TOOL).isEmpty();
            case SYSTEM, DEVELOPER -> next.filter(Role::isInstruction).isEmpty()
                    && ends.subList(0, index).stream().map(ContentEnd::role)
                            .allMatch(role -> !role.isMessage() || role.isInstruction());
            case TOOLS, SCHEMA, ASSISTANT -> false;
        };
    }

    private static List<Integer> indices(List<ContentEnd> ends, Test test) {
        var found = new ArrayList<Integer>();
        for (int i = 0; i < ends.size(); i++) {
            if (test.holds(ends.get(i), i)) {
                found.add(i);
            }
        }
        return found;
    }

    private static List<Integer> latest(List<Integer> indices, int count) {
        return indices.subList(Math.max(0, indices.size() - count), indices.size());
    }

    /// A question about one end of a request.
    private interface Test {
        boolean holds(ContentEnd end, int index);
    }
}
