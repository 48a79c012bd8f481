package dev.cachewright.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.cache.Dialogues.Dialogue;
import dev.cachewright.cache.Dialogues.Turn;
import dev.cachewright.cache.state.CacheState;
import dev.cachewright.catalog.CacheTerms;
import dev.cachewright.catalog.InputSplit;
import dev.cachewright.catalog.RuleSet;
import dev.cachewright.prompt.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The rules with breakpoints against a twin that keeps every stored token list, and follows the published words.
class BreakpointTwinTest {

    private static final Instant START = Instant.parse("2026-11-23T09:00:00Z");
    private static final int REQUESTS = 3_000;
    private static final int MINIMUM = 25;
    private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);

    /// What came up, so that a run in which nothing happens is found out.
    private static final class Seen {

        private long cached;
        private long written;
        private long longWritten;
        private int refused;
    }

    /// Where the twin reads and writes.
    private record Plan(TreeSet<Integer> reads, TreeMap<Integer, Duration> writes, boolean isRefused) {
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void openAiReadsAndWritesWhatTheTwinDoes(long seed) {
        var terms = new CacheTerms(RuleSet.Named.OPENAI_BREAKPOINT, MINIMUM, List.of("30m"), List.of(), 4, 6, 0);
        var dialogues = new Dialogues(seed, 12, List.of(""));

        Seen seen = compare(terms, dialogues, List.of("", "implicit", "explicit"), dialogue -> openAi(dialogue, 6));

        assertThat(seen.cached).isPositive();
        assertThat(seen.written).isPositive();
        assertThat(seen.longWritten).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 5, 6})
    void anthropicReadsAndWritesWhatTheTwinDoes(long seed) {
        var terms = new CacheTerms(RuleSet.Named.ANTHROPIC, MINIMUM, List.of("5m", "1h"), List.of(), 4, 5, 0);
        var dialogues = new Dialogues(seed, 12, List.of("", "5m", "1h"));

        Seen seen = compare(terms, dialogues, List.of("", "", "automatic"), dialogue -> anthropic(dialogue, 5));

        assertThat(seen.cached).isPositive();
        assertThat(seen.written).isGreaterThan(seen.longWritten);
        assertThat(seen.longWritten).isPositive();
        assertThat(seen.refused).isPositive();
    }

    private static Seen compare(CacheTerms terms, Dialogues dialogues, List<String> modes, Words words) {
        CacheRules rules = CacheRules.of(terms);
        var twin = new TwinCache();
        var seen = new Seen();
        CacheState state = CacheState.empty();
        Instant at = START;
        for (int i = 0; i < REQUESTS; i++) {
            Dialogue dialogue = dialogues.next(modes, 0.3);
            Plan plan = words.plan(dialogue);
            InputSplit expected = plan.isRefused()
                    ? InputSplit.uncached(dialogue.tokens().size())
                    : answer(twin, dialogue, plan, at);
            CacheStep step = rules.step(state, dialogue.request(), at);
            assertThat(step.outcome().split()).as("request %d", i).isEqualTo(expected);
            assertThat(step.outcome().reason() == MissReason.REFUSED).isEqualTo(plan.isRefused());
            state = step.state();
            seen.cached += expected.cached();
            seen.written += expected.written();
            seen.longWritten += expected.longWritten();
            seen.refused += plan.isRefused() ? 1 : 0;
            at = at.plus(dialogues.pause());
        }
        return seen;
    }

    private static InputSplit answer(TwinCache twin, Dialogue dialogue, Plan plan, Instant at) {
        List<Integer> tokens = dialogue.tokens();
        String key = dialogue.key();
        int read = plan.reads().descendingSet().stream()
                .filter(end -> twin.isReadable(tokens.subList(0, end), key, at)).findFirst().orElse(0);
        int last = read;
        int lastLong = read;
        for (var write : plan.writes().entrySet()) {
            if (write.getKey() >= MINIMUM) {
                last = Math.max(last, write.getKey());
                lastLong = write.getValue().equals(Duration.ofHours(1)) ? Math.max(lastLong, write.getKey()) : lastLong;
            }
        }
        if (read > 0) {
            twin.touch(tokens.subList(0, read), key, at);
        }
        plan.writes().forEach((end, kept) -> {
            if (end >= MINIMUM) {
                twin.store(tokens.subList(0, end), key, at, dialogue.answersAfter(), kept);
            }
        });
        return new InputSplit(read, last - read, tokens.size() - last, lastLong - read);
    }

    private static Plan openAi(Dialogue dialogue, int lookback) {
        List<Turn> turns = dialogue.turns();
        List<Integer> explicit = new ArrayList<>();
        List<Integer> endings = new ArrayList<>();
        int initial = 0;
        boolean isInitial = true;
        int position = 0;
        for (int i = 0; i < turns.size(); i++) {
            Turn turn = turns.get(i);
            position += turn.tokens().size();
            if (turn.mark() != null) {
                explicit.add(position);
            }
            boolean isInstruction = turn.role() == Role.SYSTEM || turn.role() == Role.DEVELOPER;
            isInitial &= isInstruction;
            Role next = i + 1 < turns.size() ? turns.get(i + 1).role() : null;
            boolean isInstructionNext = next == Role.SYSTEM || next == Role.DEVELOPER;
            if (turn.isLast() && isInitial && !isInstructionNext) {
                initial = position;
                endings.add(position);
            } else if (turn.isLast() && (turn.role() == Role.USER || turn.role() == Role.TOOL && next != Role.TOOL)) {
                endings.add(position);
            }
        }
        boolean isExplicit = dialogue.wishes().mode().equals("explicit");
        var reads = new TreeSet<Integer>();
        var writes = new TreeMap<Integer, Duration>();
        for (int i = 0; i < explicit.size(); i++) {
            int behind = explicit.size() - 1 - i;
            if (i < 2 || behind < lookback) {
                reads.add(explicit.get(i));
            }
            if (behind < (isExplicit || endings.isEmpty() ? 4 : 3)) {
                writes.put(explicit.get(i), HALF_AN_HOUR);
            }
        }
        if (!isExplicit && !endings.isEmpty()) {
            writes.put(endings.getLast(), HALF_AN_HOUR);
            reads.addAll(endings.subList(Math.max(0, endings.size() - 21), endings.size()));
            if (initial > 0) {
                reads.add(initial);
            }
        }
        return new Plan(reads, writes, false);
    }

    private static Plan anthropic(Dialogue dialogue, int lookback) {
        List<Turn> turns = dialogue.turns();
        boolean isAutomatic = dialogue.wishes().mode().equals("automatic");
        var marks = new TreeMap<Integer, String>();
        List<Integer> ends = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        int position = 0;
        int place = 0;
        for (Turn turn : turns) {
            position += turn.tokens().size();
            place += turn.positions();
            ends.add(position);
            places.add(place);
            if (turn.mark() != null) {
                marks.put(ends.size() - 1, turn.mark().isEmpty() ? "5m" : turn.mark());
            }
        }
        int last = turns.size() - 1;
        if (marks.size() > 4 || isAutomatic && (marks.size() == 4 || marks.getOrDefault(last, "5m").equals("1h"))) {
            return new Plan(new TreeSet<>(), new TreeMap<>(), true);
        }
        if (isAutomatic) {
            marks.put(last, "5m");
        }
        if (String.join(" ", marks.values()).contains("5m 1h")) {
            return new Plan(new TreeSet<>(), new TreeMap<>(), true);
        }
        var reads = new TreeSet<Integer>();
        var writes = new TreeMap<Integer, Duration>();
        marks.forEach((index, ttl) -> {
            writes.put(ends.get(index), ttl.equals("1h") ? Duration.ofHours(1) : Duration.ofMinutes(5));
            for (int i = index; i >= 0; i--) {
                if (places.get(i) > places.get(index) - lookback) {
                    reads.add(ends.get(i));
                }
            }
        });
        return new Plan(reads, writes, false);
    }

    /// The published words of one vendor.
    private interface Words {
        Plan plan(Dialogue dialogue);
    }
}
