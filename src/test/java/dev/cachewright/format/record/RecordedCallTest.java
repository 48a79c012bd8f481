package dev.cachewright.format.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cachewright.prompt.Api;
import dev.cachewright.prompt.text.InputException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordedCallTest {

    private static final String BODY = "{\"model\": \"gpt-4o\", \"messages\": [{\"role\": \"user\", \"content\": \"Hi\"}]}";

    @Test
    void readsWhatARecordingNames() {
        RecordedCall call = RecordedCalls.read("{\"at\": \"2026-11-23T09:41:02Z\", \"endpoint\": "
                + "\"/v1/chat/completions\", \"model\": \"gpt-4o-mini\", \"request\": " + BODY
                + ", \"usage\": {\"prompt_tokens\": 8}}").calls().getFirst();

        assertThat(call.at()).contains(Instant.parse("2026-11-23T09:41:02Z"));
        assertThat(call.prompt().settings().model()).isEqualTo("gpt-4o-mini");
        assertThat(call.prompt().settings().api()).isEqualTo(Api.CHAT);
        assertThat(call.usage().input()).hasValue(8);
    }

    @Test
    void readsBatchLinesAndBareBodies() {
        List<RecordedCall> calls = RecordedCalls.read("{\"custom_id\": \"1\", \"method\": \"POST\", \"url\": "
                + "\"/v1/chat/completions\", \"body\": " + BODY + "}\n\n" + BODY + "\n").calls();

        assertThat(calls).hasSize(2).allSatisfy(call -> {
            assertThat(call.at()).isEmpty();
            assertThat(call.prompt().blocks()).hasSize(1);
            assertThat(call.usage().input()).isEmpty();
        });
    }

    @Test
    void secondsAreATimeToo() {
        assertThat(RecordedCalls.read("{\"at\": 1.5, \"request\": " + BODY + "}").calls().getFirst().at())
                .contains(Instant.ofEpochMilli(1_500));
    }

    @Test
    void faultsNameTheirLineWhereNothingCanBeRead() {
        assertThatThrownBy(() -> RecordedCalls.read("\n{\"at\": \"noon\", \"request\": " + BODY + "}"))
                .isInstanceOfSatisfying(InputException.class, e -> {
                    assertThat(e.line()).isEqualTo(2);
                    assertThat(e).hasMessageContaining("noon");
                });
        assertThatThrownBy(() -> RecordedCalls.read("\n\n{\"request\": ")).isInstanceOfSatisfying(
                InputException.class, e -> assertThat(e.line()).isEqualTo(3));
        assertThatThrownBy(() -> RecordedCalls.read("{\"endpoint\": \"/v1/embeddings\", \"request\": " + BODY + "}"))
                .hasMessageContaining("/v1/embeddings");
    }

    @Test
    void whatCannotBeReadIsPassedOverAndCounted() {
        RecordedCalls read = RecordedCalls.read(BODY + "\n{\"request\": \n" + BODY + "\nnonsense\n{\"at\": \"noon\", "
                + "\"request\": " + BODY + "}\n{\"a\": 1}\n{\"b\": 1}\n");

        assertThat(read.calls()).extracting(RecordedCall::line).containsExactly(1, 3);
        assertThat(read.unread()).extracting(RecordedCalls.Unread::firstLine).containsExactly(2, 4, 5, 6);
        assertThat(read.unread()).extracting(RecordedCalls.Unread::count).containsExactly(1, 1, 1, 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uFEFF%1$s\n%1$s", "%1$s\r\n%1$s\r\n", "[%1$s, %1$s]", "[\n  %1$s,\n  %1$s\n]\n",
            "%1$s,\n%1$s,\n", "%1$s %1$s"})
    void recordsStandInMoreThanOneWay(String form) {
        RecordedCalls read = RecordedCalls.read(form.formatted(BODY));

        assertThat(read.calls()).hasSize(2);
        assertThat(read.unread()).isEmpty();
    }

    @Test
    void objectsMayBePrintedOverSeveralLines() {
        String pretty = """
                {
                  "at": "2026-11-23T09:41:02Z",
                  "request": {
                    "model": "gpt-4o",
                    "messages": [
                      {"role": "user", "content": "A brace { and a \\"quote\\"."}
                    ]
                  }
                }
                """;

        RecordedCalls read = RecordedCalls.read(pretty + pretty + "{\n  \"request\": {\n" + pretty);

        assertThat(read.calls()).extracting(RecordedCall::line).containsExactly(1, 10, 21);
        assertThat(read.unread()).extracting(RecordedCalls.Unread::firstLine).containsExactly(19);
    }

    /// What programs and gateways write around a request.
    @ParameterizedTest
    @ValueSource(strings = {
            "{'timestamp': '2026-11-23T09:41:02Z', 'route': 'chat', 'request': BODY, 'usage': USAGE}",
            "{'at': 1795426862, 'request': BODY, 'response': {'id': 'x', 'usage': USAGE}}",
            "{'time': 1795426862000, 'request': BODY, 'response': {'body': {'usage': USAGE}}}",
            "{'startTime': '2026-11-23 09:41:02', 'model': 'gpt-4o', 'messages': [{'role': 'user', 'content': 'Hi'}], "
                    + "'response': {'usage': USAGE}, 'cache_hit': false, 'response_cost': 0.1}",
            "{'created_at': '2026-11-23T10:41:02+01:00', 'request_body': BODY, 'response_body': {'usage': USAGE}}",
            "{'at': '2026-11-23T09:41:02', 'request': BODY, 'response': {'usage_metadata': {'input_tokens': 8, "
                    + "'output_tokens': 1, 'input_token_details': {'cache_read': 5}}}}",
            "{'at': '2026-11-23T09:41:02Z', 'request': BODY, 'usage_metadata': {'input_tokens': 8, "
                    + "'input_token_details': {'cache_read': 5}}}",
            "{'at': '2026-11-23T09:41:02Z', 'request': BODY, 'output': {'usage': USAGE}}",
            "{'at': '2026-11-23T09:41:02Z', 'request': BODY, 'llm_output': {'token_usage': USAGE}}",
            "{'at': '2026-11-23T09:41:02Z', 'request': BODY, 'response': {'timings': {'cache_n': 5, 'prompt_n': 3}}}",
            "{'custom_id': 'a', 'timestamp': '2026-11-23T09:41:02Z', 'params': BODY, 'result': {'message': {'usage': "
                    + "USAGE}}}"})
    void theRequestItsTimeAndItsUsageAreFound(String line) {
        String json = line.replace("USAGE", "{'prompt_tokens': 8, 'prompt_tokens_details': {'cached_tokens': 5}}")
                .replace('\'', '"').replace("BODY", BODY);

        RecordedCall call = RecordedCalls.read(json).calls().getFirst();

        assertThat(call.at()).contains(Instant.parse("2026-11-23T09:41:02Z"));
        assertThat(call.prompt().settings().model()).isEqualTo("gpt-4o");
        assertThat(call.prompt().blocks()).hasSize(1);
        assertThat(call.prompt().settings().extra()).isEmpty();
        assertThat(call.usage().input()).hasValue(8);
        assertThat(call.usage().cached()).hasValue(5);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {'sessionId': 's', 'uuid': 'u', 'type': 'user', 'message': {}}                  | a session of Claude Code, not a request as it was sent
            {'timestamp': 't', 'type': 'response_item', 'payload': {}}                      | a session of Codex, not a request as it was sent
            {'traceId': 't', 'type': 'GENERATION', 'input': [], 'usageDetails': {}}         | an observation of Langfuse, not a request as it was sent
            {'request_id': 'r', 'call_type': 'acompletion', 'spend': 0.1, 'messages': {}}   | a spend log of LiteLLM, not a request as it was sent
            {'log': {'version': '1.2', 'entries': []}}                                      | a HAR file, not a request as it was sent
            {'id': 'r', 'run_type': 'llm', 'inputs': {}}                                    | a LangSmith run
            {'custom_id': 'a', 'response': {'body': {'usage': {'prompt_tokens': 1}}}}       | the output of a batch
            {'object': 'chat.completion', 'choices': [], 'usage': {'prompt_tokens': 1}}     | an answer of a server
            {'model': 'text-embedding-3-small', 'input': 'Hi'}                              | a request for embeddings
            {'contents': [{'parts': [{'text': 'Hi'}]}]}                                     | a request to Gemini
            """)
    void linesThatAreNoRequestAreNamed(String line, String what) {
        RecordedCalls read = RecordedCalls.read(BODY + "\n" + line.replace('\'', '"'));

        assertThat(read.calls()).hasSize(1);
        assertThat(read.unread()).hasSize(1);
        assertThat(read.unread().getFirst().why()).startsWith("This is " + what);
    }

    @ParameterizedTest
    @ValueSource(strings = {"'response': {'status_code': 429, 'body': {'error': {'message': 'rate'}}}",
            "'status': 500", "'error': {'type': 'overloaded_error'}", "'status': 'failure'",
            "'result': {'end': 'failed'}", "'response': {'error': 'timeout'}"})
    void callsThatFailedAreLeftOutAsTheyStoredNothing(String failure) {
        RecordedCalls read = RecordedCalls
                .read("{\"request\": " + BODY + ", " + failure.replace('\'', '"') + "}\n" + BODY);

        assertThat(read.calls()).extracting(RecordedCall::line).containsExactly(2);
        assertThat(read.unread().getFirst().why()).startsWith("This call failed (").endsWith("), and stored nothing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"'status': 200", "'status': 'success'", "'error': null", "'error': {}",
            "'result': {'end': 'cancelled'}", "'response': {'status': 'completed', 'error': null}"})
    void callsThatDidNotFailAreRead(String outcome) {
        assertThat(RecordedCalls.read("{\"request\": " + BODY + ", " + outcome.replace('\'', '"') + "}").calls())
                .hasSize(1);
    }

    @Test
    void spansAreNamed() {
        RecordedCalls read = RecordedCalls.read(BODY + "\n{\"traceId\": \"t\", \"spanId\": \"s\", \"attributes\": {}}\n"
                + "{\"gen_ai.prompt.0.role\": \"user\"}");

        assertThat(read.unread()).hasSize(1);
        assertThat(read.unread().getFirst().count()).isEqualTo(2);
        assertThat(read.unread().getFirst().why()).startsWith("These are OpenTelemetry spans");
    }

    @Test
    void aUsageThatIsInNoKnownFormIsTold() {
        RecordedCall call = RecordedCalls.read("{\"request\": " + BODY + ", \"usage\": {\"tokens\": 5}}").calls()
                .getFirst();

        assertThat(call.usage().unreadable()).containsExactly("usage {\"tokens\": 5}");
    }
}
