package dev.cachewright.recorder;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EndpointsTest {

    @ParameterizedTest
    @CsvSource({"/v1/chat/completions, chat", "/v1/responses, responses", "/v1/messages, messages",
            "/v1/messages?beta=true, messages", "/api/v1/chat/completions, chat", "/openai/v1/responses/, responses",
            "/v1beta/openai/chat/completions, chat",
            "/openai/deployments/mine/chat/completions?api-version=2024-10-21, chat",
            "/anthropic/v1/messages, messages"})
    void callsAreToldByTheEndOfTheirPath(String target, String api) {
        assertThat(Endpoints.api(target).orElseThrow().word()).isEqualTo(api);
    }

    @ParameterizedTest
    @CsvSource({"/", "/v1", "/v1/models", "/v1/completions", "/v1/responses/resp_1", "/v1/responses/input_tokens",
            "/v1/messages/count_tokens", "/v1/messages/batches", "/v1/embeddings", "/v1/files?path=/v1/responses",
            "/messages", "/v1/threads/t/messages"})
    void otherPathsAreNoCalls(String target) {
        assertThat(Endpoints.api(target)).isEmpty();
    }
}
