package dev.cachewright.format.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cachewright.prompt.Template;
import dev.cachewright.prompt.text.InputException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Long runs of what a pattern could begin with: each begins once, not at every character.
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LongRunsTest {

    private static final int LONG = 1_000_000;

    @Test
    void ofBackslashesWithoutBraces() {
        String text = "{{ " + "\\".repeat(LONG);

        assertThat(Template.escape(text)).isEqualTo("\\" + text);
    }

    @Test
    void ofANameWithoutAValueInAMark() {
        BlockMark mark = BlockMark.of("! @block " + "a".repeat(LONG) + " id=x").orElseThrow();

        assertThat(mark.attributes()).isEqualTo(Map.of("id", "x"));
    }

    @Test
    void ofSpacesInASetting() {
        String text = "\"" + " ".repeat(LONG) + "\"";

        assertThat(SettingsWriter.map(Map.of("a", text))).isEqualTo("{\"a\": " + text + "}");
    }

    @Test
    void ofColumnsWithOneNameTwice() {
        String header = IntStream.range(0, 16_383).mapToObj(i -> "c" + i).collect(Collectors.joining(","));

        assertThat(ValuesReader.read("v.csv", header).columns()).hasSize(16_383);
        assertThatThrownBy(() -> ValuesReader.read("v.csv", header + ",c16382")).isInstanceOf(InputException.class)
                .hasMessageContaining("\"c16382\"");
    }

    @Test
    void ofTagsAndRowsEndAtAMillion() {
        assertThat(Template.of("{{a}}\n".repeat(LONG)).readableTags()).hasSize(LONG);
        assertThatThrownBy(() -> Template.of("{{a}}\n".repeat(LONG + 1)).readableTags())
                .isInstanceOfSatisfying(InputException.class, e -> assertThat(e.line()).isEqualTo(LONG + 1));
        assertThat(ValuesReader.read("v.csv", "q\n" + "1\n".repeat(LONG)).rows()).hasSize(LONG);
        for (String name : List.of("v.csv", "v.jsonl")) {
            String text = name.endsWith("csv") ? "q\n" + "1\n".repeat(LONG + 5) : "{}\n".repeat(LONG + 5);
            assertThatThrownBy(() -> ValuesReader.read(name, text)).isInstanceOfSatisfying(InputException.class,
                    e -> assertThat(e.line()).isBetween(LONG + 1, LONG + 2));
        }
    }
}
