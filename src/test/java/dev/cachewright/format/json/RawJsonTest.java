package dev.cachewright.format.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.cachewright.prompt.text.InputException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RawJsonTest {

    private static final List<String> VALUES = List.of("1", "-0.50e3", "12345678901234567890", "true", "null", "\"\"",
            "\"a \\\"b\\\" \\u00e9 { ] é 😀\"", "[ 1,\n 2 ]", "{\"a\" : {\"b\": [ ] } }", "[]", "{ }");

    @Test
    void fieldsKeepTheTextOfTheirValues() {
        assertThat(RawJson.fields(" {\"b\" : 1.50 , \"a\":[1,  2],\"c\": \"x\\ty\" }\n")).containsExactly(
                Map.entry("b", "1.50"), Map.entry("a", "[1,  2]"), Map.entry("c",
                        "\"x\\ty\""));
        assertThat(RawJson.elements("[ {\"a\" : 1} ,2,\n\"z\"]")).containsExactly("{\"a\" : 1}", "2", "\"z\"");
    }

    @Test
    void everyValueKeepsItsTextWhereverItStands() {
        var random = new Random(7);
        for (int round = 0; round < 60; round++) {
            // Beyond 32 KB the parser reads in pieces; the padding moves their borders through the values.
            String padding = "\"" + "é".repeat(random.nextInt(40_000)) + "\"";
            var fields = new LinkedHashMap<String, String>();
            fields.put("padding", padding);
            for (int i = 0; i < 12; i++) {
                fields.put("f" + i, VALUES.get(random.nextInt(VALUES.size())));
            }
            String json = RawJson.object(fields);

            assertThat(RawJson.fields(json)).isEqualTo(fields);
            assertThat(RawJson.elements("[" + String.join(" ,\n", fields.values()) + "]")).isEqualTo(List.copyOf(fields
                    .values()));
        }
    }

    @Test
    void saysWhereTextIsNoJson() {
        assertFault(() -> RawJson.fields("{\n  \"a\": 1,\n  b: 2}"), 3, 3);
        assertFault(() -> RawJson.fields("{\"a\": [1,\n 2"), 2, 3);
        assertFault(() -> RawJson.fields("[1]"), 1, 1);
        assertFault(() -> RawJson.fields(""), 1, 1);
        assertFault(() -> RawJson.elements("[1 2]"), 1, 4);
        assertFault(() -> RawJson.tree("\n  nope"), 2, 3);
        assertFault(() -> RawJson.tree(" "), 1, 1);
    }

    @Test
    void nothingFollowsAValue() {
        assertFault(() -> RawJson.fields("{} {}"), 1, 4);
        assertFault(() -> RawJson.elements("[]\n]"), 2, 1);
        assertFault(() -> RawJson.tree("[1]\n2"), 2, 1);
    }

    @Test
    void faultsSpeakToPeople() {
        assertThatExceptionOfType(InputException.class).isThrownBy(() -> RawJson.tree("[1] 2"))
                .withMessage("Nothing may follow the JSON value");
        assertThatExceptionOfType(InputException.class).isThrownBy(() -> RawJson.fields("{\"a\": [1"))
                .withMessage("This is not valid JSON: The text ends before the list is closed");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            {"a": [}     ; Unexpected '}': ']' should be here
            {"a": [1,]}  ; Unexpected character ']': a value should be here
            {"a" []}     ; A colon is missing before '['
            {"a": tru}   ; Unexpected word 'tru': a value should be here
            {'a': 1}     ; Unexpected character ''': a name in double quotes should be here
            {"a": "\\q"} ; There is no escape \\q
            {"a": "TAB"} ; A control character in a text has to be escaped with a backslash
            {"a": 1      ; The text ends before the object is closed
            [1           ; The text ends before the list is closed
            ["a          ; The text ends within a value
            """)
    void faultsAreSaidWithoutTheParsersOwnWords(String json, String words) {
        assertThatExceptionOfType(InputException.class).isThrownBy(() -> RawJson.tree(json.replace("TAB", "\t")))
                .withMessage("This is not valid JSON: " + words);
    }

    private static void assertFault(ThrowingCallable read, int line, int column) {
        assertThatExceptionOfType(InputException.class).isThrownBy(read)
                .satisfies(fault -> assertThat(List.of(fault.line(), fault.column())).containsExactly(line, column));
    }
}
