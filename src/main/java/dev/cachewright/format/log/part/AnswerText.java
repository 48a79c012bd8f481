package dev.cachewright.format.log.part;

import dev.cachewright.format.body.UsageReader;
import dev.cachewright.format.json.RawJson;
import dev.cachewright.prompt.text.InputException;
import dev.cachewright.session.Usage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// The answer of a server as a log keeps it: one JSON object, or the events of a stream.
///
/// @param usage what it reported
/// @param id of the answer; empty where it has none
/// @param model that answered; empty where it does not say
public record AnswerText(Usage usage, String id, String model) {

    private static final String USAGE = "usage";
    private static final List<String> WITHIN = List.of("response", "message", "metadata");
    private static final List<String> USAGES = List.of(USAGE, "usageMetadata", "timings");
    private static final String DATA = "data:";

    /// An answer of which nothing is known.
    public static AnswerText unknown() {
        return new AnswerText(Usage.unknown(), "", "");
    }

    /// Of a text that is either form.
    public static AnswerText of(String text) {
        try {
            return RawJson.isObject(text) ? ofObject(text) : ofEvents(text.lines().toList());
        } catch (InputException _) {
            return unknown();
        }
    }

    /// Of one answer as JSON.
    public static AnswerText ofObject(String json) {
        var found = new Gathered();
        found.take(LogFields.of(json));
        return found.answer();
    }

    /// Of a stream's lines. The usage of Claude stands in its first event, and what changes of it in a later one.
    public static AnswerText ofEvents(List<String> lines) {
        var found = new Gathered();
        for (String line : lines) {
            String event = line.startsWith(DATA) ? line.substring(DATA.length()).strip() : line.strip();
            // Most events are pieces of text: these need not be read.
            boolean isOfUse = event.startsWith("{") && (event.contains("usage") || event.contains("\"timings\"")
                    || event.contains("\"response\"") || event.contains("\"id\"") && found.isEmpty());
            if (isOfUse) {
                found.takeEvent(event);
            }
        }
        return found.answer();
    }

    /// What the events have said so far.
    private static final class Gathered {

        private final SequencedMap<String, String> usage = new LinkedHashMap<>();
        private String id = "";
        private String model = "";

        private boolean isEmpty() {
            return id.isEmpty() && usage.isEmpty();
        }

        private void takeEvent(String json) {
            try {
                take(LogFields.of(json));
            } catch (InputException _) {
                // A stream that was cut off ends in the middle of an event; what came before it counts.
                return;
            }
        }

        private void take(LogFields event) {
            USAGES.stream().filter(name -> RawJson.isObject(event.json(name).orElse(""))).findFirst()
                    .ifPresent(name -> event.object(name).all().forEach((field, value) -> {
                        if (!value.equals("null")) {
                            usage.put(field, value);
                        }
                    }));
            id = id.isEmpty() ? event.text("id", "responseId") : id;
            model = model.isEmpty() ? event.text("model", "modelVersion") : model;
            for (String inner : WITHIN) {
                if (event.has(inner)) {
                    take(event.object(inner));
                }
            }
        }

        private AnswerText answer() {
            return new AnswerText(usage.isEmpty() ? Usage.unknown() : UsageReader.read(RawJson.object(usage)), id,
                    model);
        }
    }
}
