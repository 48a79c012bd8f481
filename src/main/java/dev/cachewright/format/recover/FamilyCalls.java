package dev.cachewright.format.recover;

import dev.cachewright.analysis.Analyst;
import dev.cachewright.catalog.RuleSet;
import dev.cachewright.format.log.LogProgress;
import dev.cachewright.format.log.LogReport;
import dev.cachewright.format.log.LogStream;
import dev.cachewright.format.log.TrafficCall;
import dev.cachewright.format.log.TrafficLogs;
import dev.cachewright.format.traffic.RecordMaker;
import dev.cachewright.token.Tokenizers;
import dev.cachewright.token.encoding.Encoding;
import dev.cachewright.traffic.FamilyProfile;
import dev.cachewright.traffic.TrafficProfiler;
import dev.cachewright.traffic.TrafficRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;

/// The requests of one family of calls.
///
/// @param id as in the profile, from 1 on in the order of their first calls
/// @param name the beginning of its instructions, or of its first message
/// @param calls in the order of the log
/// @param more calls that were not taken, since there are too many
public record FamilyCalls(int id, String name, List<Recorded> calls, long more) {

    /// Calls that one prompt is made of at most.
    private static final int MOST_CALLS = 2_000;
    /// Characters of all requests that are taken.
    private static final long MOST_TEXT = 200L << 20;

    public FamilyCalls {
        calls = List.copyOf(calls);
    }

    /// What was found in logs: families of two calls or more.
    public record Found(LogReport log, List<FamilyCalls> families) {
    }

    /// Reads logs twice: once for the families, once for the requests. May take long: not on the UI thread.
    ///
    /// @param logs each of which can be opened again
    /// @param isWanted whether a family is, by its number
    public static Found read(List<LogStream> logs, Analyst analyst, Tokenizers tokenizers, IntPredicate isWanted,
            LogProgress progress) {
        var sorting = new Sorting(analyst, Optional.empty());
        var maker = new RecordMaker(tokenizers.of(Encoding.O200K_BASE));
        LogReport report = TrafficLogs.read(logs, maker::record, sorting::add, progress);
        Map<Integer, Taking> wanted = sorting.end(isWanted);
        var numbers = new Counter();
        var room = new Room();
        TrafficLogs.read(logs, call -> call, call -> sorting.taking(numbers.next(), wanted).ifPresent(
                taking -> taking.add(call, room)), progress);
        return new Found(report, wanted.values().stream().sorted(Comparator.comparingInt(taking -> taking.family.id()))
                .map(Taking::calls).toList());
    }

    /// The first reading.
    private static final class Sorting {

        private final Map<TrafficRecord, Long> waiting = new IdentityHashMap<>();
        private final Map<Long, FamilyProfile> families = new HashMap<>();
        private final Map<FamilyProfile, Long> sizes = new LinkedHashMap<>();
        private final Counter numbers = new Counter();
        private final TrafficProfiler profiler;

        Sorting(Analyst analyst, Optional<RuleSet> rules) {
            profiler = new TrafficProfiler(analyst, rules, this::sorted);
        }

        void add(TrafficRecord call) {
            long number = numbers.next();
            if (call.shape().isPresent()) {
                waiting.put(call, number);
            }
            profiler.add(call);
        }

        private void sorted(TrafficRecord call, FamilyProfile family) {
            Long number = waiting.remove(call);
            if (number != null && sizes.merge(family, 1L, Long::sum) <= MOST_CALLS) {
                families.put(number, family);
            }
        }

        Map<Integer, Taking> end(IntPredicate isWanted) {
            profiler.end();
            Map<Integer, Taking> wanted = new HashMap<>();
            sizes.forEach((family, size) -> {
                if (size > 1 && isWanted.test(family.id())) {
                    wanted.put(family.id(), new Taking(family, size));
                }
            });
            return wanted;
        }

        Optional<Taking> taking(long number, Map<Integer, Taking> wanted) {
            return Optional.ofNullable(families.get(number)).map(family -> wanted.get(family.id()));
        }
    }

    /// The second reading, of one family.
    private static final class Taking {

        private final FamilyProfile family;
        private final long size;
        private final List<Recorded> taken = new ArrayList<>();

        Taking(FamilyProfile family, long size) {
            this.family = family;
            this.size = size;
        }

        void add(TrafficCall call, Room room) {
            call.body().filter(body -> room.take(body.length())).ifPresent(body -> taken.add(new Recorded(body, call
                    .at(), call.place().toString())));
        }

        FamilyCalls calls() {
            return new FamilyCalls(family.id(), family.name(), taken, size - taken.size());
        }
    }

    /// The room that is left for requests.
    private static final class Room {

        private long left = MOST_TEXT;

        boolean take(int length) {
            left -= length;
            return left >= 0;
        }
    }

    private static final class Counter {

        private long count;

        long next() {
            return count++;
        }
    }
}
