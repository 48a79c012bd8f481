package dev.cachewright.provider.openai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.format.json.RawJson;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ChatMessageTest {

    private static String joined(String... deltas) {
        var message = new ChatMessage();
        Stream.of(deltas).map(RawJson::tree).forEach(message::add);
        return message.json();
    }

    @Test
    void textComesTogether() {
        assertThat(joined("{\"role\":\"assistant\",\"content\":\"\"}", "{\"content\":\"Hel\"}", "{\"content\":\"lo\"}"))
                .isEqualTo("{\"role\":\"assistant\",\"content\":\"Hello\"}");
    }

    @Test
    void callsOfToolsKeepTheirArgumentsToTheByte() {
        assertThat(joined("{\"tool_calls\":[{\"index\":0,\"id\":\"c1\",\"type\":\"function\",\"function\":"
                + "{\"name\":\"a\",\"arguments\":\"\"}}]}",
                "{\"tool_calls\":[{\"index\":0,\"function\":{\"arguments\":\"{\\\"x\\\":\"}}]}",
                "{\"tool_calls\":[{\"index\":1,\"id\":\"c2\",\"function\":{\"name\":\"b\",\"arguments\":\"{}\"}}]}",
                "{\"tool_calls\":[{\"index\":0,\"function\":{\"arguments\":\"  1.0}\"}}]}"))
                .isEqualTo("{\"role\":\"assistant\",\"content\":null,\"tool_calls\":[{\"id\":\"c1\",\"type\":"
                        + "\"function\",\"function\":{\"name\":\"a\",\"arguments\":\"{\\\"x\\\":  1.0}\"}},"
                        + "{\"id\":\"c2\",\"type\":\"function\",\"function\":{\"name\":\"b\",\"arguments\":\"{}\"}}]}");
    }

    @Test
    void reasoningOfOtherServersIsKept() {
        assertThat(joined("{\"reasoning_content\":\"Hm\"}", "{\"content\":\"Yes\"}"))
                .isEqualTo("{\"role\":\"assistant\",\"content\":\"Yes\",\"reasoning_content\":\"Hm\"}");
    }
}
