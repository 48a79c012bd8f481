package dev.cachewright.prompt.template;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateFaultTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            found: 'each', expected: 'if'                                | {{#if}} is closed by {{/each}}
            found: 'EOF', expected: '{{/'                                | a section is never closed
            found: '}}', expected: 'no viable alternative at input '}}'' | "}}" cannot be here
            a helper is missing                                          | a helper is missing
            """)
    void theWordsOfTheGrammarAreNotShown(String reason, String words) {
        assertThat(TemplateFault.words(reason)).isEqualTo(words);
    }
}
