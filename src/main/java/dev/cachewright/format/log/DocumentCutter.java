package dev.cachewright.format.log;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonEOFException;
import dev.cachewright.format.json.RawJson;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/// Cuts JSON documents into their records: the elements of an array, of the lists in an export, or one object after the
/// other. A document is never held whole.
final class DocumentCutter {

    /// Lists of records, however deep they stand: HAR, OTLP, traces.
    private static final Set<String> LISTS = Set.of("entries", "resourceSpans", "resource_spans", "scopeSpans",
            "scope_spans", "instrumentationLibrarySpans", "spans", "observations");
    /// What else APIs call a list that is all they answer.
    private static final Set<String> OUTER_LISTS = Set.of("data", "runs", "results", "items", "calls", "requests",
            "logs");
    private static final String HAR = "log";
    private static final int TOGETHER = 1 << 18;

    private final Tape tape;
    private final JsonParser parser;
    private final Consumer<Cut> to;
    private final List<Cut.Piece> pieces = new ArrayList<>();
    private int weight;
    private long recordLine;

    private DocumentCutter(InputStream in, Consumer<Cut> to) throws IOException {
        this.tape = new Tape(in);
        this.parser = RawJson.parser(tape);
        this.to = to;
    }

    /// Cuts all there is. What is no JSON any more ends the log.
    static void cut(InputStream in, Consumer<Cut> to) throws IOException {
        var cutter = new DocumentCutter(in, to);
        try (cutter.parser) {
            for (JsonToken token = cutter.parser.nextToken(); token != null; token = cutter.parser.nextToken()) {
                cutter.value(token, true);
            }
            cutter.handOn();
        } catch (JsonEOFException _) {
            cutter.fail("cut off");
        } catch (JsonProcessingException _) {
            cutter.fail("not valid JSON");
        } catch (IOException e) {
            cutter.handOn();
            throw e;
        }
    }

    /// Whether an object with these fields holds records rather than being one.
    static boolean isAround(Map<String, String> fields) {
        for (Map.Entry<String, String> field : fields.entrySet()) {
            if (isList(field.getKey(), field.getValue())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isList(String field, String json) {
        return LISTS.contains(field) && RawJson.isArray(json) || field.equals(HAR) && RawJson.isObject(json);
    }

    private void fail(String why) {
        handOn();
        to.accept(new Cut.Fault(why, recordLine, 0));
    }

    private void value(JsonToken token, boolean isOuter) throws IOException {
        recordLine = parser.currentTokenLocation().getLineNr() - 1L;
        if (token == JsonToken.START_OBJECT) {
            object(isOuter);
        } else if (token == JsonToken.START_ARRAY) {
            elements();
        } else {
            add(parser.currentTokenLocation().getByteOffset());
        }
    }

    private void elements() throws IOException {
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            if (token == JsonToken.START_OBJECT) {
                value(token, false);
            } else {
                recordLine = parser.currentTokenLocation().getLineNr() - 1L;
                add(parser.currentTokenLocation().getByteOffset());
            }
        }
    }

    private void object(boolean isOuter) throws IOException {
        long start = parser.currentTokenLocation().getByteOffset();
        long line = recordLine;
        boolean isRecord = true;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken token = parser.nextToken();
            boolean isArray = token == JsonToken.START_ARRAY
                    && (LISTS.contains(name) || isOuter && OUTER_LISTS.contains(name));
            if (isArray || isOuter && name.equals(HAR) && token == JsonToken.START_OBJECT) {
                isRecord = false;
                value(token, false);
            } else {
                parser.skipChildren();
            }
            if (!isRecord) {
                tape.forget(parser.currentTokenLocation().getByteOffset());
            }
        }
        if (isRecord) {
            recordLine = line;
            add(start);
        }
    }

    /// Adds the value that began at an offset, and ends here at the latest.
    private void add(long start) throws IOException {
        parser.skipChildren();
        parser.finishToken();
        long end = parser.currentLocation().getByteOffset();
        tape.slice(start, end).ifPresentOrElse(bytes -> {
            pieces.add(new Cut.Piece(bytes, recordLine));
            weight += bytes.length;
        }, () -> {
            handOn();
            to.accept(new Cut.Fault("a record of more than 64 MB", recordLine, 0));
        });
        tape.forget(end);
        if (weight >= TOGETHER) {
            handOn();
        }
    }

    private void handOn() {
        if (!pieces.isEmpty()) {
            to.accept(new Cut.Records(List.copyOf(pieces)));
            pieces.clear();
            weight = 0;
        }
    }
}
