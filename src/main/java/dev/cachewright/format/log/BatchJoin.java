package dev.cachewright.format.log;

import dev.cachewright.format.log.part.Finding;
import dev.cachewright.format.log.part.FoundCall;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/// Brings the requests of batches and their answers together by `custom_id`. An id that comes again is another call: the
/// first request with it gets the first answer.
///
/// Answers are small and are kept. Requests are large: one that waits for its answer is handed on without it where too
/// much would have to be kept.
final class BatchJoin {

    private static final long MOST_WAITING = 32L << 20;

    private final BiConsumer<LogPlace, FoundCall> calls;
    private final Tallies passedOver;
    private final Map<String, Deque<Placed<Finding.Answer>>> answers = new LinkedHashMap<>();
    private final Map<String, Deque<Placed<FoundCall>>> waiting = new LinkedHashMap<>();
    private final Map<String, Integer> gone = new HashMap<>();
    private long weight;

    BatchJoin(BiConsumer<LogPlace, FoundCall> calls, Tallies passedOver) {
        this.calls = calls;
        this.passedOver = passedOver;
    }

    private record Placed<V>(LogPlace place, V value) {
    }

    void request(LogPlace place, FoundCall call, String id) {
        Optional<Placed<Finding.Answer>> answer = take(answers, id);
        if (answer.isPresent()) {
            join(place, call, answer.get().value());
        } else {
            waiting.computeIfAbsent(id, _ -> new ArrayDeque<>()).add(new Placed<>(place, call));
            weight += weight(call);
            while (weight > MOST_WAITING) {
                handOnFirst();
            }
        }
    }

    void answer(LogPlace place, Finding.Answer answer) {
        Optional<Placed<FoundCall>> request = take(waiting, answer.joinId());
        if (request.isPresent()) {
            weight -= weight(request.get().value());
            join(request.get().place(), request.get().value(), answer);
        } else if (gone.merge(answer.joinId(), -1, Integer::sum) >= 0) {
            passedOver.add("answers too far behind their requests", place);
        } else {
            gone.remove(answer.joinId());
            answers.computeIfAbsent(answer.joinId(), _ -> new ArrayDeque<>()).add(new Placed<>(place, answer));
        }
    }

    /// Requests that have no answer by now are handed on without it.
    void endRequests() {
        while (!waiting.isEmpty()) {
            handOnFirst();
        }
    }

    /// What has found no other side is handed on as it is.
    void finish() {
        endRequests();
        answers.values().forEach(all -> all.forEach(each -> {
            if (each.value().failure().isPresent()) {
                passedOver.add(each.value().failure().get(), each.place());
            } else {
                calls.accept(each.place(), each.value().call());
            }
        }));
        answers.clear();
    }

    private void handOnFirst() {
        Iterator<Map.Entry<String, Deque<Placed<FoundCall>>>> all = waiting.entrySet().iterator();
        Map.Entry<String, Deque<Placed<FoundCall>>> first = all.next();
        Placed<FoundCall> request = first.getValue().remove();
        if (first.getValue().isEmpty()) {
            all.remove();
        }
        weight -= weight(request.value());
        gone.merge(first.getKey(), 1, Integer::sum);
        calls.accept(request.place(), request.value());
    }

    private void join(LogPlace place, FoundCall request, Finding.Answer answer) {
        if (answer.failure().isPresent()) {
            passedOver.add(answer.failure().get(), place);
            return;
        }
        calls.accept(place, request.answeredBy(answer.call()));
    }

    private static long weight(FoundCall call) {
        return call.body().map(String::length).orElse(0) + call.id().length();
    }

    private static <V> Optional<Placed<V>> take(Map<String, Deque<Placed<V>>> from, String id) {
        Optional<Placed<V>> first = Optional.ofNullable(from.get(id)).map(Deque::remove);
        from.computeIfPresent(id, (_, rest) -> rest.isEmpty() ? null : rest);
        return first;
    }
}
