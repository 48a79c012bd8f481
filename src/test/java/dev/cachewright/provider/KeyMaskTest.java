package dev.cachewright.provider;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyMaskTest {

    private static final String KEY = "sk-proj-Ab12Cd34Ef56Gh78";

    @ParameterizedTest
    @CsvSource(textBlock = """
            Incorrect API key: sk-proj-Ab12Cd34Ef56Gh78.,  Incorrect API key: [key].
            sk-proj-Ab12Cd34Ef56Gh78,                      [key]
            a character missing: sk-proj-Ab12Cd3Ef56Gh78,  a character missing: [key]
            one added: sk-proj-Ab12Cd34-Ef56Gh78!,         one added: [key]-[key]!
            its end: 34Ef56Gh78,                           its end: [key]
            twice sk-proj-Ab12Cd34Ef56Gh78 Ab12Cd34,       twice [key] [key]
            sk-proj is a common beginning,                 sk-proj is a common beginning
            """)
    void aKeyIsStruckAlsoWhereACharacterIsMissing(String text, String shown) {
        assertThat(new KeyMask(KEY).hide(text)).isEqualTo(shown);
    }

    @Test
    void aKeyInPiecesIsStruckFromItsEighthCharacterOn() {
        var mask = new KeyMask(KEY);
        var shown = new StringBuilder();
        for (char letter : ("say " + KEY + " again").toCharArray()) {
            shown.append(mask.next(String.valueOf(letter)));
        }

        assertThat(shown.toString()).doesNotContain(KEY.substring(0, 8)).doesNotContain("Cd34").startsWith("say sk-")
                .endsWith(" again");
        assertThat(mask.next("nothing of it")).isEqualTo("nothing of it");
    }

    @Test
    void aShortKeyIsStruckWhereItStandsAsItIs() {
        assertThat(new KeyMask("abc").hide("the abc of it")).isEqualTo("the [key] of it");
        assertThat(new KeyMask("").hide("nothing to hide")).isEqualTo("nothing to hide");
    }
}
