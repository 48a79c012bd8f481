package dev.cachewright.format.log;

import dev.cachewright.format.body.UsageReader;
import dev.cachewright.format.log.part.FoundCall;
import dev.cachewright.format.log.part.LogFields;
import dev.cachewright.format.log.part.SessionLine.Message;
import dev.cachewright.format.log.part.SessionLine.Transcript;
import dev.cachewright.prompt.Api;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.BiConsumer;

/// Makes calls of the lines of Claude Code. A file of a session is kept as far as its order and its counts go, which is
/// little, until it ends: lines follow each other by their parents, wherever they stand.
final class Transcripts {

    private final BiConsumer<LogPlace, FoundCall> calls;
    private final Tallies passedOver;
    private final Set<String> told = new HashSet<>();
    private final List<Line> lines = new ArrayList<>();

    Transcripts(BiConsumer<LogPlace, FoundCall> calls, Tallies passedOver) {
        this.calls = calls;
        this.passedOver = passedOver;
    }

    private record Line(LogPlace place, Transcript held) {

        private String call() {
            return held.message().map(Message::key).orElse("");
        }
    }

    void add(LogPlace place, Transcript line) {
        lines.add(new Line(place, line));
    }

    /// Hands on the calls of a file. A session that goes on in another file repeats what it had: that is told once.
    void end() {
        Map<String, Line> byId = new HashMap<>();
        lines.stream().filter(line -> !line.held().id().isEmpty())
                .forEach(line -> byId.putIfAbsent(line.held().id(), line));
        SequencedMap<String, List<Line>> parts = new LinkedHashMap<>();
        for (Line line : inOrder(byId)) {
            if (!line.call().isEmpty()) {
                parts.computeIfAbsent(line.call(), _ -> new ArrayList<>()).add(line);
            }
        }
        parts.forEach((key, all) -> {
            if (told.add(key)) {
                calls.accept(all.getFirst().place(), call(all, byId));
            } else {
                passedOver.add("calls that an earlier file has told", all.getFirst().place());
            }
        });
        lines.clear();
    }

    /// Each line after its parent, and those of one parent as they stand.
    private List<Line> inOrder(Map<String, Line> byId) {
        Map<String, List<Line>> children = new HashMap<>();
        List<Line> roots = new ArrayList<>();
        for (Line line : lines) {
            boolean isChild = byId.containsKey(line.held().parent()) && !line.held().parent().equals(line.held().id());
            (isChild ? children.computeIfAbsent(line.held().parent(), _ -> new ArrayList<>()) : roots).add(line);
        }
        List<Line> ordered = new ArrayList<>(lines.size());
        Deque<Line> next = new ArrayDeque<>(roots);
        while (!next.isEmpty()) {
            Line line = next.pop();
            ordered.add(line);
            List<Line> after = children.remove(line.held().id());
            if (after != null) {
                after.reversed().forEach(next::push);
            }
        }
        // What is left follows itself, which no session does.
        children.values().forEach(ordered::addAll);
        return ordered;
    }

    private static FoundCall call(List<Line> parts, Map<String, Line> byId) {
        Transcript first = parts.getFirst().held();
        Transcript last = parts.getLast().held();
        Message message = last.message().orElseThrow();
        // Its request went out when the line before it was written.
        Optional<Instant> sent = Optional.ofNullable(byId.get(first.parent())).flatMap(before -> before.held().at())
                .filter(at -> first.at().filter(at::isAfter).isEmpty());
        return new FoundCall(first.form()).at(sent.or(first::at)).total(LogFields.between(sent, last.at()))
                .provider(message.model().contains("anthropic.") ? "bedrock" : "anthropic")
                .api(Optional.of(Api.MESSAGES)).model(message.model()).usage(UsageReader.read(message.usage()))
                .conversation(first.conversation()).id(message.id());
    }
}
