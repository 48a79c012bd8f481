package dev.cachewright.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @ValueSource(strings = {"", "u:", "me:", "user:"})
    void aKeyInBase64IsStruckAlsoBehindAName(String name) {
        byte[] secret = (name + KEY).getBytes(StandardCharsets.UTF_8);
        for (var form : List.of(Base64.getEncoder(), Base64.getUrlEncoder().withoutPadding())) {
            String shown = new KeyMask(KEY).hide("Basic " + form.encodeToString(secret));

            assertThat(shown).startsWith("Basic ").contains("[key]");
            assertThat(shown.replace("[key]", "").length()).isLessThan("Basic ".length() + 14);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            t                        | {"prompt_tokens": 1, "tier": "fast"}     | {"prompt_tokens": 1, "tier": "fast"}
            token                    | {"prompt_tokens": 1, "a": "a token"}     | {"prompt_tokens": 1, "a": "a [key]"}
            1234                     | {"prompt_tokens": 12345, "a": "1234\\""} | {"prompt_tokens": 12345, "a": "[key]\\""}
            sk-proj-Ab12Cd34Ef56Gh78 | {"a": ["sk-proj-Ab12Cd34Ef56Gh78"]}      | {"a": ["[key]"]}
            sk-proj-Ab12Cd34Ef56Gh78 | {"sk-proj-Ab12Cd34Ef56Gh78" : 1}         | {"[key]" : 1}
            token                    | not "json                                | not "json
            sk-1234                  | {"sk-1234": 1}                           | {"[key]": 1}
            sk-proj-Ab12Cd34Ef56Gh78 | {"a": "\\u0073k-proj\\u002dAb12Cd34\\u0045f56Gh78"} | {"a": "[key]"}
            sk-proj-Ab12Cd34Ef56Gh78 | {"sk-proj-\\u0041b12Cd34Ef56Gh78": 1}    | {"[key]": 1}
            123456789012             | {"n": 123456789012, "m": 12}             | {"n": "[key]", "m": 12}
            token                    | {"a": "t\\u006fken\\x"}                | {"a": "t\\u006fken\\x"}
            """)
    void namesAndCountsOfJsonCanStillBeRead(String key, String json, String shown) {
        assertThat(new KeyMask(key).hideInJson(json)).isEqualTo(shown);
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
