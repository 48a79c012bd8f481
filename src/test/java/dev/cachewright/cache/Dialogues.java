package dev.cachewright.cache;

import dev.cachewright.cache.request.ContentEnd;
import dev.cachewright.cache.request.RequestContent;
import dev.cachewright.cache.state.Partition;
import dev.cachewright.cache.state.Partitions;
import dev.cachewright.catalog.Correction;
import dev.cachewright.prompt.CacheSettings;
import dev.cachewright.prompt.Role;
import dev.cachewright.token.request.FlatTokens;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/// Random conversations that grow, are edited, repeated and cut, with breakpoints that come and go.
final class Dialogues {

    private static final Role[] ROLES = {Role.USER, Role.ASSISTANT, Role.TOOL, Role.USER, Role.TOOL, Role.DEVELOPER};
    private static final List<String> KEYS = List.of("", "", "", "k");

    /// A block of a conversation.
    record Turn(Role role, List<Integer> tokens, boolean isLast, int positions, String mark) {
    }

    /// A request as lists.
    record Dialogue(List<Turn> turns, String key, CacheSettings wishes, Duration answersAfter) {

        List<Integer> tokens() {
            return turns.stream().flatMap(turn -> turn.tokens().stream()).toList();
        }

        CacheRequest request() {
            return request(Partitions.same(Partition.of("m", key)));
        }

        CacheRequest request(Partitions partitions) {
            var ends = new ArrayList<ContentEnd>();
            int position = 0;
            int message = 0;
            for (Turn turn : turns) {
                position += turn.tokens().size();
                var end = new ContentEnd("b" + ends.size(), turn.role(), message, turn.isLast(), position,
                        turn.positions(), true, false, Optional.empty());
                ends.add(turn.mark() == null ? end : end.marked(turn.mark()));
                message += turn.isLast() ? 1 : 0;
            }
            int[] ids = tokens().stream().mapToInt(Integer::intValue).toArray();
            return new CacheRequest(partitions, FlatTokens.of(ids),
                    new RequestContent(ends, Set.of(), wishes), ids.length, answersAfter, Correction.NONE);
        }
    }

    private final Random random;
    private final int longest;
    private final List<String> lifetimes;
    private final List<Dialogue> made = new ArrayList<>();

    /// @param longest tokens of a block
    /// @param lifetimes of breakpoints, empty for the request's own
    Dialogues(long seed, int longest, List<String> lifetimes) {
        this.random = new Random(seed);
        this.longest = longest;
        this.lifetimes = lifetimes;
    }

    /// The next one, often a change of one of those before.
    Dialogue next(List<String> modes, double marked) {
        List<Turn> turns = new ArrayList<>();
        if (!made.isEmpty() && random.nextInt(8) > 0) {
            Dialogue before = made.get(made.size() - 1 - random.nextInt(Math.min(made.size(), 6)));
            turns.addAll(before.turns());
            change(turns);
        }
        for (int i = turns.isEmpty() ? 3 : random.nextInt(3); i > 0; i--) {
            turns.add(turn(turns.isEmpty() ? Role.SYSTEM : ROLES[random.nextInt(ROLES.length)]));
        }
        if (random.nextInt(3) == 0) {
            turns.replaceAll(turn -> new Turn(turn.role(), turn.tokens(), turn.isLast(), turn.positions(),
                    mark(marked)));
        }
        var dialogue = new Dialogue(List.copyOf(turns), KEYS.get(random.nextInt(KEYS.size())),
                new CacheSettings(modes.get(random.nextInt(modes.size())), "", "", ""),
                Duration.ofSeconds(random.nextInt(4) == 0 ? random.nextInt(90) : 0));
        made.add(dialogue);
        return dialogue;
    }

    /// Seconds until the next request: mostly few, at times more than any lifetime.
    Duration pause() {
        return Duration.ofSeconds(random.nextInt(10) == 0 ? random.nextInt(8_000) : random.nextInt(60));
    }

    private void change(List<Turn> turns) {
        int index = random.nextInt(turns.size());
        Turn turn = turns.get(index);
        switch (random.nextInt(7)) {
            case 0 -> turns.set(index, withTokens(turn, edited(turn.tokens())));
            case 1 -> turns.subList(index + (index == 0 ? 1 : 0), turns.size()).clear();
            case 2 -> turns.add(index, turn(turn.role()));
            case 3 -> turns.set(index, new Turn(turn.role(), turn.tokens(), turn.isLast(), turn.positions(),
                    mark(0.6)));
            case 4 -> {
                var longer = new ArrayList<>(turn.tokens());
                longer.addAll(tokens());
                turns.set(index, withTokens(turn, longer));
            }
            default -> {
                // The same again, or with more turns behind.
            }
        }
    }

    private List<Integer> edited(List<Integer> tokens) {
        var changed = new ArrayList<>(tokens);
        changed.set(random.nextInt(changed.size()), random.nextInt(5));
        return changed;
    }

    private static Turn withTokens(Turn turn, List<Integer> tokens) {
        return new Turn(turn.role(), tokens, turn.isLast(), turn.positions(), turn.mark());
    }

    private Turn turn(Role role) {
        return new Turn(role, tokens(), random.nextInt(5) > 0, 1 + random.nextInt(3), mark(0.25));
    }

    private List<Integer> tokens() {
        return random.ints(1 + random.nextInt(longest), 0, 5).boxed().toList();
    }

    private String mark(double share) {
        return random.nextDouble() < share ? lifetimes.get(random.nextInt(lifetimes.size())) : null;
    }
}
