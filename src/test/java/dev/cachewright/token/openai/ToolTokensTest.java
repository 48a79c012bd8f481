package dev.cachewright.token.openai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.prompt.Api;
import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.Kind;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.Renderer;
import dev.cachewright.prompt.Role;
import dev.cachewright.prompt.Row;
import dev.cachewright.prompt.Settings;
import dev.cachewright.token.JtokkitTokenizer;
import dev.cachewright.token.TextCounter;
import dev.cachewright.token.encoding.Encoding;
import dev.cachewright.token.encoding.Tokenizer;
import dev.cachewright.token.part.Framing;
import dev.cachewright.token.request.RequestCounter;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Tools as recorded servers counted them: each row is a call of one user message with these functions.
class ToolTokensTest {

    private static final Tokenizer TOKENIZER = new JtokkitTokenizer(Encoding.O200K_BASE);
    private static final Framing PLAIN = Framing.plain();
    private static final Framing REASONING = Framing.reasoning();

    private static String function(String name, String description, String properties) {
        return "{\"name\":\"" + name + "\",\"description\":\"" + description + "\",\"parameters\":{\"type\":\"object\","
                + "\"properties\":{" + properties + "},\"additionalProperties\":false}}";
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', textBlock = """
            get_weather         | `city`    | CHAT      | false | 30
            get_weather_in_city | `city`    | CHAT      | false | 32
            get_model_name      | ``        | CHAT      | false | 25
            get_capital         | `country` | CHAT      | false | 31
            get_weather         | `city`    | RESPONSES | false | 24
            get_capital         | `country` | RESPONSES | false | 25
            get_meaning_of_life | ``        | RESPONSES | false | 22
            get_user_country    | ``        | RESPONSES | false | 19
            get_file            | ``        | CHAT      | true  | 105
            get_file            | ``        | RESPONSES | true  | 23
            get_capital         | `country` | RESPONSES | true  | 30
            """, delimiter = '|')
    void oneFunctionCountsAsRecorded(String name, String property, Api api, boolean reasons, int tokens) {
        String properties = property.isEmpty() ? "" : "\"" + property + "\":{\"type\":\"string\"}";

        assertThat(cost("[" + function(name, "", properties) + "]", api, reasons)).isEqualTo(tokens);
    }

    @ParameterizedTest
    @CsvSource({"CHAT,138", "RESPONSES,56"})
    void twoDescribedFunctionsCountAsRecorded(Api api, int tokens) {
        String tools = "[" + function("get_weather", "Get weather for a city", "\"city\":{\"type\":\"string\"}") + ","
                + function("get_time", "Get time in a timezone", "\"timezone\":{\"type\":\"string\"}") + "]";

        assertThat(cost(tools, api, true)).isEqualTo(tokens);
    }

    /// What the tools add to a request with one message.
    private static int cost(String tools, Api api, boolean reasons) {
        Block user = Block.of("q", Role.USER, Kind.STATIC, "Hello");
        Block block = Block.of("t", Role.TOOLS, Kind.STATIC, tools);
        var counter = new RequestCounter(new TextCounter(TOKENIZER), reasons ? REASONING : PLAIN);
        var settings = Settings.of("m", api);
        int with = counter.count(Renderer.render(Prompt.of(List.of(block, user), settings), Row.empty())).total();
        return with - counter.count(Renderer.render(Prompt.of(List.of(user), settings), Row.empty())).total();
    }
}
