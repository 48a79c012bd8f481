package dev.cachewright.format.body;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BodyDifferenceIdentityTest {

    private static BodyDifference between(String a, String b) {
        return BodyDifference.of(a, b);
    }

    @Test
    void aTextAndAListOfThatTextAreIdentical() {
        assertThat(between("{\"system\":\"Be brief\",\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]}",
                "{\"system\":[{\"type\":\"text\",\"text\":\"Be brief\"}],\"messages\":[{\"role\":\"user\","
                        + "\"content\":[{\"type\":\"text\",\"text\":\"Hi\"}]}]}")
                .isNone()).isTrue();
    }

    @Test
    void anInputTextAndItsMessageAreIdentical() {
        assertThat(between("{\"input\":\"Hi\"}",
                "{\"input\":[{\"type\":\"message\",\"role\":\"user\",\"content\":[{\"type\":\"input_text\","
                        + "\"text\":\"Hi\"}]}]}")
                .isNone()).isTrue();
    }

    @Test
    void twoTextsAreNotOne() {
        assertThat(between("{\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]}",
                "{\"messages\":[{\"role\":\"user\",\"content\":[{\"type\":\"text\",\"text\":\"H\"},"
                        + "{\"type\":\"text\",\"text\":\"i\"}]}]}")
                .isNone()).isFalse();
    }
}
