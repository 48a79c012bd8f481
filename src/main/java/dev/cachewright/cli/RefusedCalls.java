package dev.cachewright.cli;

import dev.cachewright.analysis.BoundThinking;
import dev.cachewright.analysis.CountedRequest;
import dev.cachewright.analysis.Destination;
import dev.cachewright.cache.request.Refusal;
import dev.cachewright.cache.request.Refusal.Reason;
import dev.cachewright.prompt.Request;
import dev.cachewright.session.Usage;
import dev.cachewright.words.FewWords;
import dev.cachewright.words.Numbers;
import dev.cachewright.words.RefusalWords;
import dev.cachewright.words.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What servers refuse of recorded calls that have no answer. One that was answered was not refused.
final class RefusedCalls {

    private final Map<String, List<Integer>> calls = new LinkedHashMap<>();
    private final BoundThinking thinking = new BoundThinking();

    void add(int number, Usage usage, Destination destination, CountedRequest counted) {
        Optional<String> bound = thinking.refusedIn(destination, counted);
        Request request = counted.request();
        if (usage.input().isEmpty()) {
            bound.ifPresent(block -> calls.computeIfAbsent(boundWords(block), key -> new ArrayList<>()).add(number));
            destination.requests().of(request).refusals().stream().filter(RefusedCalls::isRefused)
                    .map(RefusedCalls::words)
                    .forEach(words -> calls.computeIfAbsent(words, key -> new ArrayList<>()).add(number));
        }
    }

    /// Why the thinking in a block is refused.
    static String boundWords(String block) {
        return Texts.format("replay.bound-thinking", "refused", block);
    }

    private static boolean isRefused(Refusal refusal) {
        return !refusal.isHint() || isLifetime(refusal);
    }

    /// A lifetime that would be left out, and that stands in what was sent.
    private static boolean isLifetime(Refusal refusal) {
        return refusal.reason() == Reason.BREAKPOINT_TTL && !refusal.allowed().isEmpty();
    }

    private static String words(Refusal refusal) {
        return RefusalWords.lineOfSent(isLifetime(refusal)
                ? new Refusal(Reason.MARKER_TTL, refusal.blockId(), refusal.part(), refusal.value(), refusal.allowed())
                : refusal);
    }

    /// A line for each fault with the first call that has it.
    List<String> words() {
        return FewWords.lines(List.copyOf(calls.entrySet()), fault -> "call " + fault.getValue().getFirst()
                + (fault.getValue().size() == 1 ? "" : " and " + Numbers.count(fault.getValue().size() - 1L) + " more")
                + ": " + fault.getKey());
    }
}
