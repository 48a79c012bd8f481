package dev.cachewright.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.cache.Dialogues.Dialogue;
import dev.cachewright.cache.state.CacheState;
import dev.cachewright.catalog.CacheTerms;
import dev.cachewright.catalog.RuleSet;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The rules that reuse any common prefix against a twin that keeps every token list it has seen, and follows the
/// published words one token at a time.
class TwinTest {

    private static final Instant START = Instant.parse("2026-11-23T09:00:00Z");
    private static final int REQUESTS = 400;

    /// A request that the twin has seen.
    private record Past(List<Integer> tokens, String key, Instant at, Duration answersAfter) {

        private int shared(List<Integer> other) {
            int shared = 0;
            while (shared < Math.min(tokens.size(), other.size()) && tokens.get(shared).equals(other.get(shared))) {
                shared++;
            }
            return shared;
        }
    }

    @ParameterizedTest
    @CsvSource({"openai-classic, 1024, 0, 700", "openai-grid, 1024, 1536, 1500", "openai-grid, 1, 100, 900",
            "longest-prefix, 0, 0, 40", "block-16, 0, 0, 60", "block-64, 0, 0, 120", "none, 0, 0, 40",
            "deepseek, 0, 0, 400", "xai, 0, 0, 200", "groq, 0, 0, 200"})
    void readsWhatTheTwinReads(String name, int minimum, int hidden, int longest) {
        CacheRules rules = CacheRules
                .of(new CacheTerms(RuleSet.of(name).orElseThrow(), minimum, List.of(), List.of(), 0, 0,
                        hidden));
        var dialogues = new Dialogues(7, longest, List.of(""));
        List<Past> past = new ArrayList<>();
        CacheState state = CacheState.empty();
        long read = 0;
        Instant at = START;
        for (int i = 0; i < REQUESTS; i++) {
            Dialogue dialogue = dialogues.next(List.of(""), 0);
            CacheStep step = rules.step(state, dialogue.request(), at);
            int expected = twin(name, minimum, hidden, dialogue, past, at);
            assertThat(step.outcome().split().cached()).as("request %d", i).isEqualTo(expected);
            assertThat(step.outcome().split().input()).isEqualTo(dialogue.tokens().size());
            past.add(new Past(dialogue.tokens(), dialogue.key(), at, dialogue.answersAfter()));
            state = step.state();
            read += expected;
            at = at.plus(dialogues.pause());
        }
        assertThat(read > 0).as("something was read").isEqualTo(!name.equals("none"));
    }

    private static int twin(String name, int minimum, int hidden, Dialogue dialogue, List<Past> past, Instant at) {
        List<Integer> tokens = dialogue.tokens();
        List<Past> same = past.stream().filter(one -> one.key().equals(dialogue.key())).toList();
        List<Integer> shared = same.stream().map(one -> one.shared(tokens)).toList();
        for (int end = tokens.size(); end > 0; end--) {
            if (isReadable(name, end, tokens.size(), minimum, hidden)
                    && isLive(end, same, shared, kept(name), at)) {
                return name.equals("openai-grid") ? (end - end % 128) : end;
            }
        }
        return 0;
    }

    /// Whether a prefix of `end` tokens was stored, or used, recently enough.
    private static boolean isLive(int end, List<Past> past, List<Integer> shared, Duration kept, Instant at) {
        Instant from = Instant.MAX;
        Instant used = Instant.MIN;
        for (int i = 0; i < past.size(); i++) {
            if (shared.get(i) >= end) {
                Past one = past.get(i);
                boolean isThere = used.isAfter(Instant.MIN) && one.at().isBefore(used.plus(kept));
                Instant usable = one.at().plus(one.answersAfter());
                from = isThere && from.isBefore(usable) ? from : usable;
                used = one.at();
            }
        }
        return used.isAfter(Instant.MIN) && at.isBefore(used.plus(kept)) && !at.isBefore(from);
    }

    private static Duration kept(String name) {
        return switch (name) {
            case "openai-classic" -> Duration.ofMinutes(10);
            case "openai-grid", "deepseek" -> Duration.ofHours(24);
            case "groq" -> Duration.ofHours(2);
            case "xai" -> Duration.ofHours(1);
            default -> Duration.ofDays(365);
        };
    }

    private static boolean isReadable(String name, int end, int size, int minimum, int hidden) {
        return switch (name) {
            case "openai-classic" -> end >= 1_024 && (end - 1_024) % 128 == 0;
            case "openai-grid" -> end >= minimum && (end + hidden) % 2_048 == 0;
            case "longest-prefix" -> end < size;
            case "block-16" -> end % 16 == 0 && end < size;
            case "block-64" -> end % 64 == 0 && end < size;
            case "deepseek" -> end >= 256 && end % 128 == 0 && end < size;
            case "groq" -> end % 128 == 0 && end < size;
            case "xai" -> end >= 128 && end % 64 == 0 && end < size;
            default -> false;
        };
    }
}
