package dev.cachewright.provider.simulated;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.format.json.RawJson;
import dev.cachewright.provider.Simulators;
import java.net.http.HttpResponse;
import java.util.Collections;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What Anthropic refuses, and in which words.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MessagesRefusalTest {

    private static final String TEXT = "{'type':'text','text':'Hello'}";
    private static final String MARKED = "{'type':'text','text':'Hello','cache_control':{'type':'ephemeral'}}";
    private static final String LONG = "{'type':'text','text':'Hello','cache_control':{'type':'ephemeral','ttl':'1h'}}";

    private final SimulatedServer server = Simulators.start();
    private final Http http = new Http(server);

    @AfterAll
    void stop() {
        http.close();
        server.close();
    }

    private HttpResponse<String> post(String path, String body, String... headers) {
        String[] all = new String[headers.length + 2];
        System.arraycopy(headers, 0, all, 0, headers.length);
        all[headers.length] = "anthropic-version";
        all[headers.length + 1] = "2023-06-01";
        return http.post(path, body.replace('\'', '"'), all);
    }

    private String refusal(String body) {
        HttpResponse<String> response = post("/messages", body);
        return response.statusCode() == 200
                ? "taken"
                : response.statusCode() + " " + RawJson.tree(response.body()).at("/error/message").asText();
    }

    private static String withContent(String content) {
        return "{'model':'claude-sonnet-5-5','max_tokens':9,'messages':[{'role':'user','content':" + content + "}]}";
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "{'max_tokens':9,'messages':[{'role':'user','content':'a'}]} | model: Field required",
            "{'model':'claude-sonnet-5-5','messages':[{'role':'user','content':'a'}]} | max_tokens: Field required",
            "{'model':'claude-sonnet-5-5','max_tokens':9} | messages: Field required",
            "{'model':'claude-sonnet-5-5','max_tokens':9,'messages':[]} | messages: at least one message is required",
            "{'model':'claude-sonnet-5-5','max_tokens':'9','messages':[{'role':'user','content':'a'}]} | max_tokens: Input should be a valid integer",
            "{'model':'claude-sonnet-5-5','max_tokens':-1,'messages':[{'role':'user','content':'a'}]} | max_tokens: Input should be greater than or equal to 0",
            "{'model':'claude-sonnet-5-5','max_tokens':9,'messages':[{'role':'tool','content':'a'}]} | messages.0.role: Input should be 'user', 'assistant' or 'system'",
            "{'model':'claude-sonnet-5-5','max_tokens':9,'messages':[{'role':'user'}]} | messages.0.content: Field required",
            "{'model':'claude-sonnet-5-5','max_tokens':9,'messages':[{'role':'user','content':'a','name':'b'}]} | messages.0.name: Extra inputs are not permitted",
            "{'model':'claude-sonnet-5-5','max_tokens':9,'messages':[{'role':'user','content':'a'}],'foo':1} | foo: Extra inputs are not permitted",
            "{'model':'claude-sonnet-5-5','max_tokens':9,'messages':[{'role':'user','content':'a'}],'prompt_cache_key':'k'} | prompt_cache_key: Extra inputs are not permitted",
            "{'model':'claude-sonnet-5-5','max_tokens':9,'messages':[{'role':'user','content':'a'}],'temperature':1.5} | temperature: range: 0..1",
            "{'model':'claude-sonnet-5-5','max_tokens':9,'messages':[{'role':'user','content':'a'}],'thinking':{'type':'enabled','budget_tokens':2000}} | max_tokens must be greater than thinking.budget_tokens.",
            "{'model':'claude-sonnet-5-5','max_tokens':9,'messages':[{'role':'user','content':'a'}],'tools':[{'type':'function','function':{'name':'f'}}]} | tools.0: Input tag 'function' found using 'type' does not match any of the expected tags: 'custom' and those of the server's own tools",
            "{'model':'claude-sonnet-5-5','max_tokens':9,'messages':[{'role':'user','content':'a'}],'tools':[{'name':'f'}]} | tools.0.custom.input_schema: Field required",
            "[] | The request body must be a JSON object.", "{ | The request body is not valid JSON."})
    void fieldsAreThoseOfMessages(String body, String words) {
        assertThat(refusal(body).replace('"', '\'').replace("`", "")).isEqualTo("400 " + words);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "[{'type':'text','text':'','cache_control':{'type':'ephemeral'}}," + TEXT
                    + "] | messages.0.content.0.text: cache_control cannot be set for empty text blocks",
            "[{'type':'text','text':''}] | messages: text content blocks must be non-empty",
            "'' | messages.0: all messages must have non-empty content except for the optional final assistant message",
            "[" + MARKED + "," + LONG
                    + "] | messages.0.content.1.cache_control.ttl: a ttl='1h' cache_control block must "
                    + "not come after a ttl='5m' cache_control block. Note that blocks are processed in the following "
                    + "order: tools, system, messages.",
            "[{'type':'text','text':'a','cache_control':{'type':'ephemeral','ttl':'2h'}}] | messages.0.content.0."
                    + "cache_control.ttl: Input should be '5m' or '1h'",
            "[{'type':'text','text':'a','cache_control':{'type':'lasting'}}] | messages.0.content.0.cache_control: Input "
                    + "tag does not match any of the expected tags: 'ephemeral'",
            "[{'type':'text','text':'a','prompt_cache_breakpoint':{'mode':'explicit'}}] | prompt_cache_breakpoint: Extra "
                    + "inputs are not permitted"})
    void breakpointsAreThoseThatTheRulesTake(String content, String words) {
        assertThat(refusal(withContent(content)).replace('"', '\'').replace("`", "")).isEqualTo("400 " + words);
    }

    @Test
    void fourBreakpointsAreTakenAndTheFifthIsNot() {
        String four = String.join(",", Collections.nCopies(4, MARKED));

        assertThat(refusal(withContent("[" + four + "]"))).isEqualTo("taken");
        assertThat(refusal(withContent("[" + four + "," + MARKED + "]"))).isEqualTo(
                "400 A maximum of 4 blocks with cache_control may be provided. Found 5.");
        assertThat(refusal(withContent("[" + LONG + "," + MARKED + "]"))).isEqualTo("taken");
    }

    @Test
    void automaticCachingTakesABreakpoint() {
        String automatic = "'cache_control':{'type':'ephemeral'},'max_tokens'";
        String four = String.join(",", Collections.nCopies(4, MARKED));

        assertThat(refusal(withContent("[" + MARKED + "," + TEXT + "]").replace("'max_tokens'", automatic)))
                .isEqualTo("taken");
        assertThat(refusal(withContent("[" + four + "," + TEXT + "]").replace("'max_tokens'", automatic)))
                .isEqualTo("400 A maximum of 4 blocks with cache_control may be provided. Found 5, with the automatic "
                        + "one.");
        assertThat(refusal(withContent("'a'").replace("'max_tokens'", "'cache_control':{'type':'x'},'max_tokens'")))
                .isEqualTo("400 cache_control: Input tag does not match any of the expected tags: 'ephemeral'");
    }

    @Test
    void fieldsOfABetaAreTakenWithItsHeader() {
        String body = withContent("'a'").replace("'max_tokens'", "'context_management':{'edits':[]},'max_tokens'");

        assertThat(refusal(body)).isEqualTo("400 context_management: Extra inputs are not permitted");
        assertThat(post("/messages", body, "anthropic-beta", "context-management-2025-06-27").statusCode()).isEqualTo(
                200);
    }

    @Test
    void countingTakesNothingThatIsAboutAnAnswer() {
        assertThat(post("/messages/count_tokens", withContent("'a'")).body()).contains(
                "max_tokens: Extra inputs are not permitted");
        assertThat(post("/messages/count_tokens", withContent("'a'").replace("'max_tokens':9,", "")).statusCode())
                .isEqualTo(200);
    }

    @Test
    void anUnknownPathAndAWrongMethodAreInTheVendorsForm() {
        assertThat(post("/messages/batches", "{}").body()).contains("\"type\":\"not_found_error\"");
        assertThat(http.send("GET", "/messages", "", "anthropic-version", "2023-06-01").statusCode()).isEqualTo(405);
    }
}
