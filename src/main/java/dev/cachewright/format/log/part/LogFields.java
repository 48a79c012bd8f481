package dev.cachewright.format.log.part;

import dev.cachewright.format.json.RawJson;
import dev.cachewright.format.record.RecordedTime;
import dev.cachewright.prompt.text.InputException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SequencedMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// The fields of an object in a log, each as its exact JSON. One that is `null` is as good as none.
public final class LogFields {

    private static final LogFields NONE = new LogFields(new LinkedHashMap<>(), () -> "{}");

    private final SequencedMap<String, String> all;
    private final Supplier<String> whole;

    private LogFields(SequencedMap<String, String> all, Supplier<String> whole) {
        this.all = all;
        this.whole = whole;
    }

    /// The fields of an object in UTF-8.
    ///
    /// @throws InputException where it is none
    public static LogFields of(byte[] utf8) {
        return new LogFields(RawJson.fields(utf8), () -> new String(utf8, StandardCharsets.UTF_8));
    }

    /// Fields that were gathered.
    public static LogFields of(SequencedMap<String, String> fields) {
        return new LogFields(fields, () -> RawJson.object(fields));
    }

    /// The fields of an object; of one that was written as a text too; none where it is something else.
    public static LogFields of(String json) {
        if (RawJson.isObject(json)) {
            return new LogFields(RawJson.fields(json), () -> json);
        }
        String inner = json.startsWith("\"") ? RawJson.text(json).orElse("") : "";
        try {
            return RawJson.isObject(inner) ? new LogFields(RawJson.fields(inner), () -> inner) : NONE;
        } catch (InputException _) {
            return NONE;
        }
    }

    /// All fields, `null` among them.
    public SequencedMap<String, String> all() {
        return all;
    }

    /// The object as it stands in the log.
    public String json() {
        return whole.get();
    }

    /// Whether all of these are there.
    public boolean has(String... names) {
        return Stream.of(names).noneMatch(name -> json(name).isEmpty());
    }

    /// Whether one of these is there.
    public boolean hasAny(String... names) {
        return Stream.of(names).anyMatch(name -> json(name).isPresent());
    }

    /// The value as JSON.
    public Optional<String> json(String name) {
        String value = all.get(name);
        return value == null || value.equals("null") ? Optional.empty() : Optional.of(value);
    }

    /// The text of the first of these fields that has one; empty where none has.
    public String text(String... names) {
        return Stream.of(names).map(this::ownText).filter(text -> !text.isEmpty()).findFirst().orElse("");
    }

    private String ownText(String name) {
        String value = all.getOrDefault(name, "");
        return value.startsWith("\"") ? RawJson.text(value).orElse("") : "";
    }

    /// Whether the text of a field is one of these.
    public boolean is(String name, String... texts) {
        return List.of(texts).contains(text(name));
    }

    /// Whether the field is `true`, also as a text.
    public boolean isTrue(String name) {
        return all.getOrDefault(name, "").replace("\"", "").equalsIgnoreCase("true");
    }

    /// A whole number, also one that was written as a text; empty where there is none.
    public OptionalLong count(String... names) {
        for (String name : names) {
            String value = all.getOrDefault(name, "").replace("\"", "");
            if (value.matches("\\d{1,18}")) {
                return OptionalLong.of(Long.parseLong(value));
            }
        }
        return OptionalLong.empty();
    }

    /// The fields of the object in a field; none where there is no object.
    public LogFields object(String name) {
        return json(name).map(LogFields::of).orElse(NONE);
    }

    /// Whether the value is an object or a list.
    public boolean isContainer(String name) {
        String value = all.getOrDefault(name, "");
        return RawJson.isObject(value) || RawJson.isArray(value);
    }

    /// The elements of the list in a field.
    public List<String> list(String name) {
        String value = all.getOrDefault(name, "");
        return RawJson.isArray(value) ? RawJson.elements(value) : List.of();
    }

    /// The time in the first of these fields that is there.
    ///
    /// @throws InputException where it is no time
    public Optional<Instant> time(String... names) {
        return Stream.of(names).filter(name -> json(name).filter(value -> !value.equals("\"\"")).isPresent())
                .findFirst().map(name -> RecordedTime.read(name, all.get(name)));
    }

    /// How long something took that a field tells, in parts of a second.
    ///
    /// @param perSecond how many of its units make a second
    public Optional<Duration> duration(String name, double perSecond) {
        String value = all.getOrDefault(name, "").replace("\"", "");
        if (!value.matches("\\d{1,12}(\\.\\d{1,18})?")) {
            return Optional.empty();
        }
        return Optional.of(Duration.ofNanos(Math.round(Double.parseDouble(value) / perSecond * 1e9)));
    }

    /// From one time to another; unknown where one is, or where they stand the wrong way round.
    public static Optional<Duration> between(Optional<Instant> from, Optional<Instant> to) {
        return from.flatMap(start -> to.filter(end -> !end.isBefore(start)).map(end -> Duration.between(start, end)));
    }
}
