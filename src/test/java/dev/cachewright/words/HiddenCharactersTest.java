package dev.cachewright.words;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.format.json.RawJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HiddenCharactersTest {

    @ParameterizedTest
    @ValueSource(strings = {"\u001B", "\u009B", "\u007F", "\u061C", "\u200B", "\u200E", "\u200F", "\u2028", "\u202A",
            "\u202E", "\u2066", "\u2069", "\uFEFF"})
    void whatSteersATextIsASignInIt(String character) {
        assertThat(HiddenCharacters.masked("a" + character + "b")).isEqualTo("a\uFFFDb");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\tb\r\n", "👩\u200D💻", "می\u200Cخواهم", "co\u00ADop", "é שלום 漢字 \u00A0"})
    void whatScriptsAreWrittenWithStays(String text) {
        assertThat(HiddenCharacters.masked(text)).isEqualTo(text);
        assertThat(HiddenCharacters.escaped(text)).isEqualTo(text);
    }

    @Test
    void escapedJsonSaysTheSame() {
        String json = "{\"a\": \"x\u202Ey\u007F\"}";

        assertThat(HiddenCharacters.escaped(json)).isEqualTo("{\"a\": \"x\\u202ey\\u007f\"}");
        assertThat(RawJson.tree(HiddenCharacters.escaped(json))).isEqualTo(RawJson.tree(json));
    }
}
