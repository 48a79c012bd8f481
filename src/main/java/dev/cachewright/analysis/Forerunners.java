package dev.cachewright.analysis;

import dev.cachewright.cache.request.ContentEnd;
import dev.cachewright.prompt.Role;
import dev.cachewright.token.request.FlatTokens;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// The latest requests to one model, and what of the next one should have been the same.
///
/// Recorded requests have no prompt that says what is static. What a request shares with the nearest of the latest ones
/// is taken for it, and more where the two differ in one place and go on with the same text: a clock in a system
/// prompt, tools in another order, a message that was rewritten.
final class Forerunners {

    /// Requests that share fewer tokens and no text are of different prompts.
    private static final int BEGINNING = 16;
    /// Conversations that take turns are told apart up to this number of them.
    private static final int KEPT = 8;
    /// Two texts are compared by their runs of so many tokens.
    private static final int RUN = 8;
    /// From this share of common runs on, one text is a version of the other.
    private static final double ALIKE = 0.5;
    /// More of a text says no more about it.
    private static final int LOOKED_AT = 4_096;
    /// How many runs of a text are looked for in another.
    private static final int SAMPLES = 512;
    /// Places so near to each other share their runs.
    private static final int ROUGHLY = 1_024;

    /// Older requests are asked only where no later one has the prefix: what a run of yesterday stored is no promise for
    /// the steps of today's.
    private static final Duration LATELY = Duration.ofHours(1);

    private final Deque<Known> latest = new ArrayDeque<>();

    /// A request that is remembered.
    ///
    /// @param ends of its blocks
    /// @param runs of its tokens by where they begin, roughly; found when they are first asked for
    private record Known(FlatTokens tokens, List<ContentEnd> ends, Instant at, Map<Integer, Set<Long>> runs) {

        /// The runs from there on, and a few before.
        private Set<Long> runsFrom(int from) {
            return runs.computeIfAbsent(from / ROUGHLY * ROUGHLY, start -> {
                Set<Long> found = new HashSet<>();
                for (int i = start; i <= Math.min(tokens.total(), start + 2 * LOOKED_AT) - RUN; i++) {
                    found.add(runAt(tokens, i));
                }
                return found;
            });
        }
    }

    /// An earlier request, and how many tokens it shares with this one.
    private record Near(Known earlier, int shared) {
    }

    /// What should be the same.
    ///
    /// @param tokens from the beginning on; all of a request without a forerunner
    /// @param answered the tokens up to the end of the answer to a forerunner that goes on here, which its server may have
    /// stored as well; the same number where none does
    /// @param isNew whether there is no forerunner, or none of the last hour
    /// @param changedAt how many tokens come before the place in which this request differs from one that it is a version
    /// of; empty where it is none
    /// @param at when the last forerunner was sent that goes on here; empty where none does
    record Prefix(int tokens, int answered, boolean isNew, OptionalInt changedAt, Optional<Instant> at) {

        private Prefix(int tokens, boolean isNew, OptionalInt changedAt) {
            this(tokens, tokens, isNew, changedAt, Optional.empty());
        }
    }

    /// The prefix of the next request.
    ///
    /// @param threshold the fewest tokens that are reused
    Prefix next(FlatTokens tokens, List<ContentEnd> ends, int threshold, Instant at) {
        var request = new Known(tokens, ends, at, new HashMap<>());
        List<Near> all = latest.stream().map(earlier -> new Near(earlier, tokens.commonPrefix(earlier.tokens(), 0)))
                .toList();
        List<Near> lately = all.stream().filter(near -> isLately(near.earlier(), at)).toList();
        boolean isEnough = lately.stream().anyMatch(near -> near.shared() >= Math.max(1, threshold));
        Prefix prefix = prefixOf(request, threshold, isEnough ? lately : all);
        latest.addFirst(request);
        if (latest.size() > KEPT) {
            latest.removeLast();
        }
        return prefix;
    }

    private static boolean isLately(Known earlier, Instant at) {
        return earlier.at().isAfter(at.minus(LATELY));
    }

    private static Prefix prefixOf(Known request, int threshold, List<Near> before) {
        int total = request.tokens().total();
        boolean isLong = before.stream().noneMatch(near -> isLately(near.earlier(), request.at()));
        Optional<Near> nearest = before.stream().max(Comparator.comparing(Near::shared));
        int shared = nearest.map(Near::shared).orElse(0);
        if (shared >= total || shared > 0 && shared >= nearest.get().earlier().tokens().total()) {
            return new Prefix(shared, answered(request, shared), isLong, OptionalInt.empty(),
                    nearest.map(near -> near.earlier().at()));
        }
        int expected = before.stream().mapToInt(near -> expected(near, request)).max().orElse(0);
        if (expected > shared) {
            return new Prefix(expected, isLong, OptionalInt.of(shared));
        }
        boolean isNew = shared < BEGINNING || shared < threshold && isInInstructions(request, shared);
        return new Prefix(isNew ? total : shared, isNew || isLong, OptionalInt.empty());
    }

    /// Where the assistant's message that follows so many tokens ends.
    private static int answered(Known request, int shared) {
        List<ContentEnd> after = request.ends().stream().filter(end -> end.position() > shared).toList();
        return after.isEmpty() || after.getFirst().role() != Role.ASSISTANT
                ? shared
                : after.stream().takeWhile(end -> end.message() == after.getFirst().message())
                        .mapToInt(ContentEnd::position).max().orElse(shared);
    }

    /// How far a version of an earlier request should be the same; 0 where the two are of different prompts.
    private static int expected(Near near, Known request) {
        Known earlier = near.earlier();
        int shared = near.shared();
        if (isInInstructions(request, shared)) {
            return isIn(request, earlier, shared, instructions(earlier)) ? instructions(request) : 0;
        }
        // The last message of a request is its question, and changes.
        int history = historyEnd(earlier.ends());
        return shared < history && isIn(request, earlier, shared, history)
                ? Math.min(historyEnd(request.ends()), history)
                : 0;
    }

    private static boolean isInInstructions(Known request, int position) {
        return position < instructions(request);
    }

    /// Where tools and instructions end.
    private static int instructions(Known request) {
        int end = 0;
        for (ContentEnd next : request.ends()) {
            if (next.role().isMessage() && !next.role().isInstruction()) {
                return end;
            }
            end = next.position();
        }
        return end;
    }

    /// Where the messages before the last one end.
    private static int historyEnd(List<ContentEnd> ends) {
        int last = ends.isEmpty() ? 0 : ends.getLast().message();
        return ends.stream().filter(end -> end.message() < last).mapToInt(ContentEnd::position).max().orElse(0);
    }

    /// Whether much of a part of an earlier request is in this one, after what both begin with.
    private static boolean isIn(Known request, Known earlier, int from, int to) {
        int end = Math.min(to, from + LOOKED_AT) - RUN;
        if (end < from + RUN) {
            // Too little follows to be compared: a word at the end of a text that is otherwise the same.
            return from >= ALIKE * to;
        }
        Set<Long> runs = request.runsFrom(from);
        int step = Math.ceilDiv(end - from + 1, SAMPLES);
        int looked = 0;
        int common = 0;
        for (int i = from; i <= end; i += step) {
            looked++;
            common += runs.contains(runAt(earlier.tokens(), i)) ? 1 : 0;
        }
        return common >= ALIKE * looked;
    }

    private static long runAt(FlatTokens tokens, int start) {
        long run = 0;
        for (int i = start; i < start + RUN; i++) {
            run = run * 1_000_003 + tokens.idAt(i);
        }
        return run;
    }
}
