package dev.cachewright.format.divergence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.format.body.ConverseSample;
import org.junit.jupiter.api.Test;

class ConverseDifferenceTest {

    private static final String CONVERSE = ConverseSample.BODY;

    @Test
    void aCachePointMakesNoDifference() {
        String without = CONVERSE.replace("{\"text\": \"Be brief\"}, {\"cachePoint\": {\"type\": \"default\"}}",
                "{\"text\": \"Be brief\"}");

        assertThat(BodyDifference.of(without, CONVERSE).isNone()).isTrue();
        assertThat(BodyDifference.of(CONVERSE, CONVERSE.replace("Found", "Lost")).path())
                .isEqualTo("/messages/2/content/0/toolResult/content/0/text");
        assertThat(BodyDifference.of(CONVERSE, CONVERSE.replace("Finds", "Seeks")).reason()).isEqualTo(
                "tools_changed");
    }
}
