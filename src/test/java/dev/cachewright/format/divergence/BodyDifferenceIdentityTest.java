package dev.cachewright.format.divergence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    @Test
    void markersAndConnectingIdsMakeNoDifference() {
        String call = "{'messages':[{'role':'assistant','content':null,'tool_calls':[{'id':'%1$s','type':'function',"
                + "'function':{'name':'a','arguments':'{}'}}]},{'content':'b','role':'tool','tool_call_id':'%2$s'}]}";
        String one = call.replace('\'', '"');

        assertThat(between(one.formatted("x", "x"), one.formatted("y", "y")).isNone()).isTrue();
        assertThat(between(one.formatted("x", "x"), one.formatted("x", "y")).path())
                .isEqualTo("/messages/1/tool_call_id");
        assertThat(between("{\"system\":[{\"type\":\"text\",\"text\":\"a\"}]}",
                "{\"system\":[{\"type\":\"text\",\"text\":\"a\",\"cache_control\":{\"type\":\"ephemeral\"}}]}")
                .isNone()).isTrue();
    }

    @Test
    void aResultAsTextOrListAndNoContentBesideCallsAreIdentical() {
        String result = "{\"messages\":[{\"role\":\"user\",\"content\":[{\"type\":\"tool_result\",\"tool_use_id\":\"1\","
                + "\"content\":%s}]}]}";
        String call = "{\"messages\":[{\"role\":\"assistant\",%s\"tool_calls\":[{\"id\":\"1\",\"type\":\"function\","
                + "\"function\":{\"name\":\"a\",\"arguments\":\"{}\"}}]}]}";

        assertThat(
                between(result.formatted("\"r\""), result.formatted("[{\"type\":\"text\",\"text\":\"r\"}]")).isNone())
                .isTrue();
        assertThat(between(call.formatted("\"content\":null,"), call.formatted("")).isNone()).isTrue();
        assertThat(between(call.formatted("\"content\":\"\","), call.formatted("")).isNone()).isTrue();
        assertThat(between(call.formatted("\"content\":\"a\","), call.formatted("")).isNone()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "service_tier":"auto" | "stream":true | identical |
            "parallel_tool_calls":true | "stream":true | identical |
            "text":{"format":{"type":"text"}} | "stream":true | identical |
            "conversation":"a" | "conversation":"b" | input_changed | /conversation
            "mcp_servers":[{"url":"a"}] | "stream":true | tools_changed | /mcp_servers
            "system":"s","tool_choice":{"type":"any"} | "system":"s" | messages_changed | /tool_choice
            "system":"s","tool_choice":{"type":"auto"} | "system":"s" | identical |
            "system":"s","speed":"fast" | "system":"s" | system_changed | /speed
            "system":"s","output_config":{"effort":"low"} | "system":"s" | messages_changed | /output_config/effort
            "system":"s","thinking":{"type":"disabled"} | "system":"s" | identical |
            "tool_choice":"required" | "tool_choice":"auto" | identical |
            """)
    void settingsThatBelongToThePrefixAreDifferences(String a, String b, String reason, String path) {
        String rest = ",\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]}";
        BodyDifference found = between("{" + a + rest, "{" + b + rest);

        assertThat(found.reason()).isEqualTo(reason);
        assertThat(found.path()).isEqualTo(path == null ? "" : path);
    }
}
