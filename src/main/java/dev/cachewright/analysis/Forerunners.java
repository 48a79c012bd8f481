package dev.cachewright.analysis;

import dev.cachewright.cache.request.ContentEnd;
import dev.cachewright.token.request.FlatTokens;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
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

    /// Older requests are asked only where no later one has the prefix: what a run of yesterday stored is no promise for
    /// the steps of today's.
    private static final Duration LATELY = Duration.ofHours(1);

    private final Deque<Known> latest = new ArrayDeque<>();

    /// A request of which its tokens and the ends of its blocks are remembered.
    private record Known(FlatTokens tokens, List<ContentEnd> ends, Instant at) {
    }

    /// What should be the same.
    ///
    /// @param tokens from the beginning on; all of a request without a forerunner
    /// @param isNew whether there is no forerunner
    record Prefix(int tokens, boolean isNew) {
    }

    /// The prefix of the next request.
    ///
    /// @param threshold the fewest tokens that are reused
    Prefix next(FlatTokens tokens, List<ContentEnd> ends, int threshold, Instant at) {
        var request = new Known(tokens, ends, at);
        List<Known> lately = latest.stream().filter(earlier -> earlier.at().isAfter(at.minus(LATELY))).toList();
        boolean isEnough = lately.stream().anyMatch(earlier -> shared(earlier, request) >= Math.max(1, threshold));
        Prefix prefix = prefixOf(request, threshold, isEnough ? lately : List.copyOf(latest));
        latest.addFirst(request);
        if (latest.size() > KEPT) {
            latest.removeLast();
        }
        return prefix;
    }

    private static Prefix prefixOf(Known request, int threshold, List<Known> before) {
        int total = request.tokens().total();
        Optional<Known> nearest = before.stream()
                .max(Comparator.comparing(earlier -> shared(earlier, request)));
        int shared = nearest.map(earlier -> shared(earlier, request)).orElse(0);
        if (shared >= total || shared > 0 && shared >= nearest.get().tokens().total()) {
            return new Prefix(shared, false);
        }
        int expected = before.stream().mapToInt(earlier -> expected(earlier, request)).max().orElse(0);
        if (expected > shared) {
            return new Prefix(expected, false);
        }
        boolean isNew = shared < BEGINNING || shared < threshold && isInInstructions(request, shared);
        return new Prefix(isNew ? total : shared, isNew);
    }

    private static int shared(Known earlier, Known request) {
        return request.tokens().commonPrefix(earlier.tokens(), 0);
    }

    /// How far a version of an earlier request should be the same; 0 where the two are of different prompts.
    private static int expected(Known earlier, Known request) {
        int shared = shared(earlier, request);
        if (isInInstructions(request, shared)) {
            int end = instructions(request);
            return areAlike(earlier.tokens(), shared, instructions(earlier), request.tokens(), shared, end) ? end : 0;
        }
        // The last message of a request is its question, and changes.
        int history = historyEnd(earlier.ends());
        return shared < history
                && areAlike(earlier.tokens(), shared, history, request.tokens(), shared, request.tokens().total())
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

    /// Whether much of the one text is in the other.
    private static boolean areAlike(FlatTokens one, int oneFrom, int oneTo, FlatTokens other, int from, int to) {
        int oneEnd = Math.min(oneTo, oneFrom + LOOKED_AT) - RUN;
        if (oneEnd < oneFrom + RUN) {
            return false;
        }
        Set<Long> runs = new HashSet<>();
        for (int i = from; i <= Math.min(to, from + 2 * LOOKED_AT) - RUN; i++) {
            runs.add(runAt(other, i));
        }
        int common = 0;
        for (int i = oneFrom; i <= oneEnd; i++) {
            common += runs.contains(runAt(one, i)) ? 1 : 0;
        }
        return common >= ALIKE * (oneEnd - oneFrom + 1);
    }

    private static long runAt(FlatTokens tokens, int start) {
        long run = 0;
        for (int i = start; i < start + RUN; i++) {
            run = run * 1_000_003 + tokens.idAt(i);
        }
        return run;
    }
}
