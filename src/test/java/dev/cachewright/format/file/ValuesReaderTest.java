package dev.cachewright.format.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.cachewright.prompt.Row;
import dev.cachewright.prompt.Values;
import dev.cachewright.prompt.text.InputException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesReaderTest {

    @ParameterizedTest
    @ValueSource(strings = {"name,text\nAda,\"a \"\"b\"\", c\"\n\nBob,\"1\n2\"\n",
            "\uFEFFname,text\nAda,\"a \"\"b\"\", c\"\nBob,\"1\n2\"",
            " name ,text \nAda,\"a \"\"b\"\", c\"\nBob,\"1\n2\"\n"})
    void csvHasAHeaderAndARowForEachRecord(String csv) {
        assertThat(ValuesReader.read("people.CSV", csv)).isEqualTo(new Values("people.CSV", List.of("name", "text"),
                List.of(new Row(Map.of("name", "Ada", "text", "a \"b\", c")),
                        new Row(Map.of("name", "Bob", "text", "1\n2")))));
    }

    @Test
    void windowsLineEndsSeparateRecordsAndStayWithinFields() {
        assertThat(ValuesReader.read("v.csv", "a,b\r\n1,\"x\r\ny\"\r\n").rows()).containsExactly(new Row(Map.of("a",
                "1", "b", "x\r\ny")));
    }

    @Test
    void aHeaderAloneHasNoRows() {
        assertThat(ValuesReader.read("v.csv", "a,b\n")).isEqualTo(new Values("v.csv", List.of("a", "b"), List.of()));
    }

    @Test
    void csvSaysWhichLineIsWrong() {
        assertFault("v.csv", "", 1, "The file is empty: its first line must name the columns");
        assertFault("v.csv", "a,b\n\"1\n1\",2\n\n3\n", 5, "This row has 1 fields, the first line names 2 columns");
        assertFault("v.csv", "a,b\n1,2,3\n", 2, "This row has 3 fields, the first line names 2 columns");
        assertFault("v.csv", "a,b\n1,2\n1,\"x\"y\n", 3,
                "This is not valid CSV: Unexpected character after closing quote: 'y' (0x79)");
        assertFault("v.csv", "a\n1\n\"2\n3\n", 3, "This is not valid CSV: Unclosed quoted field at end of input");
        assertFault("v.csv", "a,a\n1,2\n", 1, "Two columns have the name \"a\": give one of them another");
    }

    @Test
    void csvSaysWhichLimitARowPasses() {
        String wide = "a" + ",".repeat(16_384) + "\n";
        assertFault("v.csv", "a\n" + wide, 2,
                "This row has more than 16,384 fields, which is the most: give fewer columns");
        assertFault("v.csv", wide, 1, "This row has more than 16,384 fields, which is the most: give fewer columns");
        assertFault("v.csv", "a\n\"" + "x".repeat(17_000_000) + "\"\n", 2, "A field of this row has more than "
                + "16,777,216 characters, which is the most: shorten it, or close its quotes");
    }

    @Test
    void aNumberThatIsTooLargeIsNamed() {
        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> ValuesReader.read("v.jsonl", "{\"a\":1}\n{\"a\":[-1, {\"b\":1e400}]}"))
                .withMessageStartingWith("This number is too large").satisfies(fault -> {
                    assertThat(fault.line()).isEqualTo(2);
                    assertThat(fault.column()).isEqualTo(16);
                });
    }

    @Test
    void jsonLinesHoldNestedValues() {
        Values values = ValuesReader.read("v.ndjson",
                "\uFEFF{\"a\": {\"b\": [1, true, null, \"x\"]}, \"c\": 1.5}\r\n\n{\"d\": \"y\"}");

        assertThat(values).isEqualTo(new Values("v.ndjson", List.of("a", "c", "d"), List.of(
                new Row(Map.of("a", Map.of("b", Arrays.asList(1, true, null, "x")), "c", 1.5)),
                new Row(Map.of("d", "y")))));
    }

    @Test
    void onlyLineFeedsAndReturnsEndAJsonLine() {
        String text = "x\u2028y\u0085z";

        assertThat(ValuesReader.read("v.jsonl", "{\"a\": \"" + text + "\"}\n").rows()).containsExactly(new Row(Map.of(
                "a", text)));
    }

    @Test
    void jsonLinesSayWhichLineIsWrong() {
        assertFault("v.jsonl", "{\"a\":1}\n\n[1]\n", 3, "Each line must be a JSON object");
        assertFault("v.jsonl", "{\"a\":1}\n{\"a\":1} {\"a\":2}\n", 2, "Nothing may follow the JSON value");
        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> ValuesReader.read("v.jsonl", "{\"a\":1}\n{\"a\":}\n"))
                .satisfies(fault -> assertThat(List.of(fault.line(), fault.column())).containsExactly(2, 6));
    }

    private static void assertFault(String name, String text, int line, String message) {
        assertThatExceptionOfType(InputException.class).isThrownBy(() -> ValuesReader.read(name, text))
                .withMessage(message).satisfies(fault -> assertThat(fault.line()).isEqualTo(line));
    }
}
