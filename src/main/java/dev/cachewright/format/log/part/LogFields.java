package dev.cachewright.format.log.part;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.cachewright.format.json.Bytes;
import dev.cachewright.format.json.RawJson;
import dev.cachewright.format.record.RecordedTime;
import dev.cachewright.prompt.text.InputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The fields of an object in a log, each as its exact JSON. One that is `null` is as good as none.
public final class LogFields {

    /// Fields that hold whole requests, as `Envelope` knows them.
    private static final Set<String> REQUESTS = Set.of("request", "body", "params", "request_body", "requestBody");
    private static final LogFields NONE = new LogFields(new LinkedHashMap<>(), () -> "{}", Map.of());

    private static final Pattern COUNT = Pattern.compile("-?\\d{1,18}");
    private static final Pattern SPAN = Pattern.compile("\\d{1,12}(\\.\\d{1,18})?");

    private final SequencedMap<String, String> all;
    private final Supplier<String> whole;
    private final Map<String, BodyGlance> glances;

    private LogFields(SequencedMap<String, String> all, Supplier<String> whole, Map<String, BodyGlance> glances) {
        this.all = all;
        this.whole = whole;
        this.glances = glances;
    }

    /// The fields of an object in UTF-8. Requests in it are glanced at in passing.
    ///
    /// @throws IOException where it is no object, or something follows it
    public static LogFields of(byte[] utf8, int from, int length) throws IOException {
        var fields = new LinkedHashMap<String, String>();
        var glances = new HashMap<String, BodyGlance>();
        try (JsonParser parser = RawJson.parser(utf8, from, length)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new JsonParseException(parser, "no object");
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                boolean isRequest = parser.nextToken() == JsonToken.START_OBJECT && REQUESTS.contains(name);
                int start = (int) parser.currentTokenLocation().getByteOffset();
                BodyGlance glance = isRequest ? BodyGlance.in(parser) : BodyGlance.NOTHING;
                parser.skipChildren();
                parser.finishToken();
                int end = (int) parser.currentLocation().getByteOffset();
                boolean isAscii = Bytes.isAscii(utf8, from + start, from + end);
                fields.put(name, Bytes.text(utf8, from + start, from + end, isAscii));
                if (isRequest) {
                    glances.put(name, glance.ofAscii(isAscii));
                }
            }
            if (parser.nextToken() != null) {
                throw new JsonParseException(parser, "something follows");
            }
        }
        return new LogFields(fields, () -> new String(utf8, from, length, StandardCharsets.UTF_8), glances);
    }

    /// Fields that were gathered.
    public static LogFields of(SequencedMap<String, String> fields) {
        return new LogFields(fields, () -> RawJson.object(fields), Map.of());
    }

    /// The fields of an object; of one that was written as a text too; none where it is something else.
    public static LogFields of(String json) {
        if (RawJson.isObject(json)) {
            return new LogFields(RawJson.fields(json), () -> json, Map.of());
        }
        String inner = json.startsWith("\"") ? RawJson.text(json).orElse("") : "";
        try {
            return RawJson.isObject(inner) ? new LogFields(RawJson.fields(inner), () -> inner, Map.of()) : NONE;
        } catch (InputException _) {
            return NONE;
        }
    }

    /// All fields, `null` among them.
    public SequencedMap<String, String> all() {
        return all;
    }

    /// A glance at the request with this text, which may stand in one of the fields.
    public BodyGlance glance(String body) {
        return glances.entrySet().stream().filter(seen -> body.equals(all.get(seen.getKey()))).map(Map.Entry::getValue)
                .findFirst().orElseGet(() -> BodyGlance.of(body));
    }

    /// The object as it stands in the log.
    public String json() {
        return whole.get();
    }

    /// Whether all of these are there.
    public boolean has(String... names) {
        for (String name : names) {
            if (!isThere(name)) {
                return false;
            }
        }
        return true;
    }

    /// Whether one of these is there.
    public boolean hasAny(String... names) {
        for (String name : names) {
            if (isThere(name)) {
                return true;
            }
        }
        return false;
    }

    private boolean isThere(String name) {
        String value = all.get(name);
        return value != null && !value.equals("null");
    }

    /// The value as JSON.
    public Optional<String> json(String name) {
        String value = all.get(name);
        return value == null || value.equals("null") ? Optional.empty() : Optional.of(value);
    }

    /// The text of the first of these fields that has one; empty where none has.
    public String text(String... names) {
        for (String name : names) {
            String text = ownText(name);
            if (!text.isEmpty()) {
                return text;
            }
        }
        return "";
    }

    private String ownText(String name) {
        String value = all.getOrDefault(name, "");
        return value.startsWith("\"") ? RawJson.text(value).orElse("") : "";
    }

    /// Whether the text of a field is one of these.
    public boolean is(String name, String... texts) {
        return all.containsKey(name) && List.of(texts).contains(text(name));
    }

    /// Whether the field is `true`, also as a text.
    public boolean isTrue(String name) {
        return all.getOrDefault(name, "").replace("\"", "").equalsIgnoreCase("true");
    }

    /// A whole number, a negative one too, also one that was written as a text; empty where there is none.
    public OptionalLong count(String... names) {
        for (String name : names) {
            String value = all.getOrDefault(name, "").replace("\"", "");
            if (!value.isEmpty() && COUNT.matcher(value).matches()) {
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

    public boolean isArray(String name) {
        return RawJson.isArray(all.getOrDefault(name, ""));
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
        if (value.isEmpty() || !SPAN.matcher(value).matches()) {
            return Optional.empty();
        }
        return Optional.of(Duration.ofNanos(Math.round(Double.parseDouble(value) / perSecond * 1e9)));
    }

    /// From one time to another; unknown where one is, or where they stand the wrong way round.
    public static Optional<Duration> between(Optional<Instant> from, Optional<Instant> to) {
        return from.flatMap(start -> to.filter(end -> !end.isBefore(start)).map(end -> Duration.between(start, end)));
    }
}
