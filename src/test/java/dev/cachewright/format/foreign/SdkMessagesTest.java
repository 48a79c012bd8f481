package dev.cachewright.format.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.format.foreign.syntax.Tree;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SdkMessagesTest {

    @ParameterizedTest
    @ValueSource(strings = {"[{\"role\":\"user\",\"content\":\"Hi\",\"providerOptions\":{}}]",
            "[{\"role\":\"user\",\"parts\":[{\"type\":\"text\",\"text\":\"Hi\"}]}]",
            "[{\"role\":\"assistant\",\"content\":[{\"type\":\"tool-call\",\"toolName\":\"a\"}]}]",
            "[{\"role\":\"user\",\"content\":[{\"type\":\"text\",\"text\":\"Hi\",\"providerOptions\":{}}]}]"})
    void areKnownByTheirOwnFields(String messages) {
        assertThat(SdkMessages.is(messages)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[{\"role\":\"user\",\"content\":\"say \\\"parts\\\"\"}]",
            "[{\"role\":\"assistant\",\"content\":[{\"type\":\"tool_use\",\"input\":{\"parts\":[],\"providerOptions\":1}}]}]"})
    void aRequestThatOnlySpeaksOfThemIsNone(String messages) {
        assertThat(SdkMessages.is(messages)).isFalse();
    }

    @Test
    void whatIsMeantForAnthropicIsNotSentToOthers() {
        var found = (Recognized.Foreign) SdkMessages.read(Tree.ofJson(
                "{\"model\":\"openai/gpt-5.4\",\"messages\":[{\"role\":\"user\",\"content\":\"Hi\",\"providerOptions\":"
                        + "{\"anthropic\":{\"cacheControl\":{\"type\":\"ephemeral\"}}}}]}"),
                "/messages");

        assertThat(found.prompt().blocks().getFirst().breakpoint()).isEmpty();
        assertThat(found.prompt().blocks().getFirst().text()).isEqualTo("Hi");
        assertThat(found.notes().getLast()).endsWith("providerOptions.anthropic.cacheControl.");
    }
}
