package dev.cachewright.format.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.cachewright.prompt.text.InputException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/// JSON whose parts keep their exact text: what the cache sees is bytes, so nothing is written anew that was only read.
public final class RawJson {

    /// Digits of a number; one that no count can have is still a number, and not a fault of all that is around it.
    private static final int LONGEST_NUMBER = 100_000;
    /// Characters of a text: as many as an answer can have that is read at all.
    private static final int LONGEST_TEXT = 64 << 20;
    private static final JsonMapper JSON = JsonMapper
            .builder(JsonFactory.builder().streamReadConstraints(StreamReadConstraints.builder()
                    .maxNumberLength(LONGEST_NUMBER).maxStringLength(LONGEST_TEXT).build()).build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

    private RawJson() {
    }

    /// The fields of a JSON object by name, each value as its exact text.
    ///
    /// @throws InputException with line and column where the text is not a JSON object
    public static SequencedMap<String, String> fields(String json) {
        var fields = new LinkedHashMap<String, String>();
        try (JsonParser parser = JSON.createParser(json)) {
            expect(parser, JsonToken.START_OBJECT, "a JSON object");
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                fields.put(name, slice(parser, json));
            }
            expectEnd(parser);
        } catch (IOException e) {
            throw unreadable(e, json);
        }
        return fields;
    }

    /// The elements of a JSON array, each as its exact text.
    ///
    /// @throws InputException with line and column where the text is not a JSON array
    public static List<String> elements(String json) {
        var elements = new ArrayList<String>();
        try (JsonParser parser = JSON.createParser(json)) {
            expect(parser, JsonToken.START_ARRAY, "a JSON array");
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                elements.add(slice(parser, json));
            }
            expectEnd(parser);
        } catch (IOException e) {
            throw unreadable(e, json);
        }
        return elements;
    }

    /// The object with the value of one field changed, and every other character as it is; the same text where it has
    /// no such field.
    ///
    /// @throws InputException with line and column where the text is not a JSON object
    public static String withField(String json, String name, UnaryOperator<String> change) {
        try (JsonParser parser = JSON.createParser(json)) {
            expect(parser, JsonToken.START_OBJECT, "a JSON object");
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean isFound = parser.currentName().equals(name);
                parser.nextToken();
                int from = (int) parser.currentTokenLocation().getCharOffset();
                String value = slice(parser, json);
                if (isFound) {
                    return json.substring(0, from) + change.apply(value) + json.substring(from + value.length());
                }
            }
            return json;
        } catch (IOException e) {
            throw unreadable(e, json);
        }
    }

    /// The array with its last element changed, and every other character as it is; the same text where it is empty.
    ///
    /// @throws InputException with line and column where the text is not a JSON array
    public static String withLast(String json, UnaryOperator<String> change) {
        List<String> elements = elements(json);
        if (elements.isEmpty()) {
            return json;
        }
        String last = elements.getLast();
        int from = json.lastIndexOf(last);
        return json.substring(0, from) + change.apply(last) + json.substring(from + last.length());
    }

    /// The text of a JSON string; empty where the value is not a string.
    public static Optional<String> text(String json) {
        // An object may be large, and need not be read to know that it is no string.
        if (isObject(json)) {
            return Optional.empty();
        }
        if (isPlain(json)) {
            return Optional.of(json.substring(1, json.length() - 1));
        }
        JsonNode node = tree(json);
        return node.isTextual() ? Optional.of(node.textValue()) : Optional.empty();
    }

    /// Whether it is a string that means what stands between its quotes.
    private static boolean isPlain(String json) {
        int last = json.length() - 1;
        if (last < 1 || json.charAt(0) != '"' || json.charAt(last) != '"') {
            return false;
        }
        for (int i = 1; i < last; i++) {
            char c = json.charAt(i);
            if (c < ' ' || c == '"' || c == '\\') {
                return false;
            }
        }
        return true;
    }

    /// The value as a tree, for looking at it.
    ///
    /// @throws InputException with line and column where the text is not JSON
    public static JsonNode tree(String json) {
        try {
            JsonNode tree = JSON.readTree(json);
            if (tree.isMissingNode()) {
                throw new InputException("Expected a JSON value, found nothing", 1, 1);
            }
            return tree;
        } catch (JsonProcessingException e) {
            throw unreadable(e, json);
        }
    }

    /// A parser of the text; it takes whatever the other readers take.
    public static JsonParser parser(String json) throws IOException {
        return JSON.createParser(json);
    }

    /// A parser of a part of a text in UTF-8.
    public static JsonParser parser(byte[] utf8, int from, int length) throws IOException {
        return JSON.createParser(utf8, from, length);
    }

    /// A parser of a stream of UTF-8 that others close.
    public static JsonParser parser(InputStream utf8) throws IOException {
        return JSON.createParser(utf8).disable(JsonParser.Feature.AUTO_CLOSE_SOURCE);
    }

    /// A value of a row as a tree: text, numbers, booleans, lists and maps of these.
    public static JsonNode value(Object value) {
        return JSON.valueToTree(value);
    }

    /// `text` as a JSON string with its quotes.
    public static String quote(String text) {
        try {
            return JSON.writeValueAsString(text);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The object with these fields, each value as it is.
    public static String object(SequencedMap<String, String> fields) {
        return fields.entrySet().stream().map(field -> quote(field.getKey()) + ": " + field.getValue())
                .collect(Collectors.joining(", ", "{", "}"));
    }

    /// A fault in one field of an object, or in one element of the array there, as it is in the whole text.
    ///
    /// @param index of the element; -1 for the field's whole value
    public static InputException placed(InputException fault, String json, String field, int index) {
        try (JsonParser parser = JSON.createParser(json)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME && !parser.currentName().equals(field)) {
                parser.nextToken();
                parser.skipChildren();
            }
            parser.nextToken();
            for (int i = 0; i <= index; i++) {
                parser.nextToken();
                if (i < index) {
                    parser.skipChildren();
                }
            }
            JsonLocation at = parser.currentTokenLocation();
            return fault.line() == 0
                    ? new InputException(fault.getMessage(), at.getLineNr(), at.getColumnNr())
                    : fault.shifted(at.getLineNr() - 1, at.getColumnNr() - 1);
        } catch (IOException e) {
            throw unreadable(e, json);
        }
    }

    /// A fault at the object or array that a JSON pointer names; without a place where there is none.
    public static InputException placedAt(String pointer, String json, String message) {
        try (JsonParser parser = JSON.createParser(json)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token.isStructStart() && parser.getParsingContext().pathAsPointer().toString().equals(pointer)) {
                    JsonLocation at = parser.currentTokenLocation();
                    return new InputException(message, at.getLineNr(), at.getColumnNr());
                }
            }
            return new InputException(message, 1, 1);
        } catch (IOException e) {
            throw unreadable(e, json);
        }
    }

    public static boolean isObject(String json) {
        return json.stripLeading().startsWith("{");
    }

    public static boolean isArray(String json) {
        return json.stripLeading().startsWith("[");
    }

    /// The exact text of the value that the parser is at; it stands at its end then.
    public static String slice(JsonParser parser, String json) throws IOException {
        int from = (int) parser.currentTokenLocation().getCharOffset();
        parser.skipChildren();
        // A scalar is read to its end only when it is asked for.
        parser.getText();
        return json.substring(from, (int) parser.currentLocation().getCharOffset());
    }

    private static void expect(JsonParser parser, JsonToken token, String what) throws IOException {
        if (parser.nextToken() != token) {
            JsonLocation at = parser.currentTokenLocation();
            throw new InputException("Expected " + what + " here", at.getLineNr(), Math.max(1, at.getColumnNr()));
        }
    }

    private static void expectEnd(JsonParser parser) throws IOException {
        if (parser.nextToken() != null) {
            JsonLocation at = parser.currentTokenLocation();
            throw new InputException("Nothing may follow the JSON value", at.getLineNr(), at.getColumnNr());
        }
    }

    /// What a parser says of `json`, in a sentence with its place.
    public static InputException unreadable(IOException e, String json) {
        if (e instanceof StreamConstraintsException) {
            JsonLocation at = endOfReadable(json);
            return new InputException("The JSON is nested too deeply, or one of its values is too long",
                    at.getLineNr(), at.getColumnNr());
        }
        if (e instanceof JsonProcessingException fault && fault.getLocation() != null) {
            JsonLocation at = fault.getLocation();
            if (fault instanceof MismatchedInputException) {
                return new InputException("Nothing may follow the JSON value", at.getLineNr(), at.getColumnNr());
            }
            return new InputException("This is not valid JSON: " + JsonFault.words(fault),
                    at.getLineNr(), at.getColumnNr());
        }
        throw new UncheckedIOException(e);
    }

    /// Where a parser stops; the fault itself does not say where it was.
    private static JsonLocation endOfReadable(String json) {
        try (JsonParser parser = JSON.createParser(json)) {
            JsonLocation first = parser.currentLocation();
            try {
                while (parser.nextToken() != null) {
                    parser.getText();
                }
                return first;
            } catch (StreamConstraintsException _) {
                return parser.currentLocation();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
