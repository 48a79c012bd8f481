package dev.cachewright.token.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.format.body.RequestBodyReader;
import dev.cachewright.prompt.Api;
import dev.cachewright.prompt.Renderer;
import dev.cachewright.prompt.Row;
import dev.cachewright.token.SharedTokenizers;
import dev.cachewright.token.TextCounter;
import dev.cachewright.token.encoding.Encoding;
import dev.cachewright.token.part.Framing;
import org.junit.jupiter.api.Test;

/// What is not text parts two requests at its place, and nothing else does.
class IdentityTest {

    private static final TextCounter TEXTS = SharedTokenizers.ALL.counterOf(Encoding.O200K_BASE);

    private static RequestTokens count(String body, Api api) {
        return new RequestCounter(TEXTS, Framing.plain())
                .count(Renderer.render(RequestBodyReader.read(body, api), Row.empty()));
    }

    private static String picture(String url) {
        return "{'messages':[{'role':'user','content':[{'type':'text','text':'Look at this'},{'type':'image_url',"
                .replace('\'', '"') + "\"image_url\":{\"url\":\"" + url + "\"}},"
                + "{'type':'text','text':'What is it?'}]}]}".replace('\'', '"');
    }

    private static String tool(String parameters) {
        return "{\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}],\"tools\":[{\"type\":\"function\","
                + "\"function\":{\"name\":\"a\",\"parameters\":" + parameters + "}}]}";
    }

    private static String answerTo(String id) {
        return "{\"input\":\"Go on\",\"instructions\":\"Be brief\",\"previous_response_id\":\"" + id + "\"}";
    }

    @Test
    void textBeforeAnotherPictureStaysShared() {
        RequestTokens one = count(picture("https://a/1"), Api.CHAT);
        RequestTokens other = count(picture("https://a/2"), Api.CHAT);

        int before = 3 + TEXTS.tokenizer().count("Look at this");
        assertThat(one.commonPrefix(other)).isEqualTo(before);
        assertThat(one.commonPrefix(count(picture("https://a/1"), Api.CHAT))).isEqualTo(one.total());
    }

    @Test
    void aPictureAtTheEndPartsWhatFollowsIt() {
        String body = "{\"messages\":[{\"role\":\"user\",\"content\":[{\"type\":\"image_url\",\"image_url\":\"%s\"}]}]}";
        RequestTokens one = count(body.formatted("x"), Api.CHAT);

        assertThat(one.commonPrefix(count(body.formatted("y"), Api.CHAT))).isEqualTo(3);
    }

    @Test
    void toolsThatDifferInWhatIsNotWrittenPartAtTheTool() {
        String a = tool("{\"type\":\"object\",\"properties\":{\"x\":{\"type\":\"integer\"}}}");
        String b = tool("{\"properties\":{\"x\":{\"type\":\"integer\"}},\"type\":\"object\"}");
        RequestTokens one = count(a, Api.CHAT);
        RequestTokens other = count(b, Api.CHAT);

        assertThat(one.total()).isEqualTo(other.total());
        assertThat(one.commonPrefix(other)).isLessThan(one.messageEnds().getFirst());
        assertThat(one.commonPrefix(count(a, Api.CHAT))).isEqualTo(one.total());
    }

    @Test
    void anotherAnswerBeforePartsAfterTheInstructions() {
        RequestTokens one = count(answerTo("resp_1"), Api.RESPONSES);

        assertThat(one.commonPrefix(count(answerTo("resp_2"), Api.RESPONSES)))
                .isEqualTo(one.messageEnds().getFirst());
    }

    /// The text of both outputs is one, whose tokens come before the picture's.
    @Test
    void aPictureInOneOfSeveralOutputsPartsBeforeItsText() {
        String body = "[{'role':'user','content':'Hi'},{'role':'assistant','content':null,'tool_calls':["
                + "{'id':'1','type':'function','function':{'name':'a','arguments':'{}'}},"
                + "{'id':'2','type':'function','function':{'name':'b','arguments':'{}'}}]},"
                + "{'role':'tool','tool_call_id':'1','content':[{'type':'image_url','image_url':{'url':'%s'}},"
                + "{'type':'text','text':'A long way to the river and back'}]},"
                + "{'role':'tool','tool_call_id':'2','content':'b'}]";
        String json = "{\"messages\":" + body.replace('\'', '"') + "}";
        RequestTokens one = count(json.formatted("x"), Api.CHAT);

        assertThat(one.commonPrefix(count(json.formatted("y"), Api.CHAT))).isEqualTo(one.messageEnds().get(1));
    }

    /// One is counted as text, the other in the server's own form.
    @Test
    void textBeforeAPictureStaysSharedWhereATextReplacesIt() {
        String one = picture("https://a/1");
        String other = one.replace("\"type\":\"image_url\",\"image_url\":{\"url\":\"https://a/1\"}",
                "\"type\":\"text\",\"text\":\" closely\"");

        assertThat(count(one, Api.CHAT).commonPrefix(count(other, Api.CHAT)))
                .isEqualTo(3 + TEXTS.tokenizer().count("Look at this"));
    }
}
