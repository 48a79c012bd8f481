package dev.cachewright.token.openai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.token.JtokkitTokenizer;
import dev.cachewright.token.encoding.Encoding;
import dev.cachewright.token.encoding.Tokenizer;
import dev.cachewright.token.part.Band;
import org.junit.jupiter.api.Test;

class ListedTextTest {

    private static final Tokenizer TOKENIZER = new JtokkitTokenizer(Encoding.O200K_BASE);

    @Test
    void jsonStandsInTheListAsSuch() {
        assertThat(ListedText.of("{\"temperature\":\"72\u00b0F\",\"days\":[1,2]}").written())
                .isEqualTo("{\"temperature\": \"72\\u00b0F\", \"days\": [1, 2]}");
    }

    @Test
    void otherTextIsAString() {
        assertThat(ListedText.of("He said \"no\"").written()).isEqualTo("\"He said \\\"no\\\"\"");
        assertThat(ListedText.of("He said \"no\"").band(TOKENIZER)).isEqualTo(Band.EXACT);
    }

    @Test
    void signsBeyondAsciiMayBeEscapes() {
        Band band = ListedText.of("15 \u00b0C").band(TOKENIZER);

        assertThat(band.below()).isZero();
        assertThat(band.above()).isEqualTo(TOKENIZER.count("\"15 \\u00b0C\"") - TOKENIZER.count("\"15 \u00b0C\""));
    }
}
