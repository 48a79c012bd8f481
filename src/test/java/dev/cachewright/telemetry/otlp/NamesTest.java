package dev.cachewright.telemetry.otlp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.provider.Presets;
import dev.cachewright.provider.Profile;
import io.opentelemetry.semconv.ErrorAttributes;
import io.opentelemetry.semconv.ServerAttributes;
import io.opentelemetry.semconv.ServiceAttributes;
import io.opentelemetry.semconv.incubating.GenAiIncubatingAttributes;
import io.opentelemetry.semconv.incubating.GenAiIncubatingAttributes.GenAiProviderNameIncubatingValues;
import io.opentelemetry.semconv.incubating.GenAiIncubatingMetrics;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Names and types are those of the conventions, as OpenTelemetry releases them.
class NamesTest {

    @Test
    @SuppressWarnings("deprecation")
    void attributesOfGenAiAreThoseOfTheConvention() {
        assertThat(Names.OPERATION).isEqualTo(GenAiIncubatingAttributes.GEN_AI_OPERATION_NAME);
        assertThat(Names.PROVIDER).isEqualTo(GenAiIncubatingAttributes.GEN_AI_PROVIDER_NAME);
        assertThat(Names.MODEL).isEqualTo(GenAiIncubatingAttributes.GEN_AI_REQUEST_MODEL);
        assertThat(Names.STREAM).isEqualTo(GenAiIncubatingAttributes.GEN_AI_REQUEST_STREAM);
        assertThat(Names.RESPONSE_ID).isEqualTo(GenAiIncubatingAttributes.GEN_AI_RESPONSE_ID);
        assertThat(Names.FINISH_REASONS).isEqualTo(GenAiIncubatingAttributes.GEN_AI_RESPONSE_FINISH_REASONS);
        assertThat(Names.FIRST_CHUNK).isEqualTo(GenAiIncubatingAttributes.GEN_AI_RESPONSE_TIME_TO_FIRST_CHUNK);
        assertThat(Names.INPUT).isEqualTo(GenAiIncubatingAttributes.GEN_AI_USAGE_INPUT_TOKENS);
        assertThat(Names.OUTPUT).isEqualTo(GenAiIncubatingAttributes.GEN_AI_USAGE_OUTPUT_TOKENS);
        assertThat(Names.CACHE_READ).isEqualTo(GenAiIncubatingAttributes.GEN_AI_USAGE_CACHE_READ_INPUT_TOKENS);
        assertThat(Names.CACHE_CREATION).isEqualTo(GenAiIncubatingAttributes.GEN_AI_USAGE_CACHE_CREATION_INPUT_TOKENS);
        assertThat(Names.TOKEN_TYPE).isEqualTo(GenAiIncubatingAttributes.GEN_AI_TOKEN_TYPE);
        assertThat(CallAttributes.CHAT)
                .isEqualTo(GenAiIncubatingAttributes.GenAiOperationNameIncubatingValues.CHAT);
    }

    @Test
    void attributesOfServersAndErrorsAreThoseOfTheConvention() {
        assertThat(Names.ERROR).isEqualTo(ErrorAttributes.ERROR_TYPE);
        assertThat(Names.SERVER).isEqualTo(ServerAttributes.SERVER_ADDRESS);
        assertThat(Names.PORT).isEqualTo(ServerAttributes.SERVER_PORT);
        assertThat(Names.SERVICE).isEqualTo(ServiceAttributes.SERVICE_NAME);
        assertThat(Names.SERVICE_VERSION).isEqualTo(ServiceAttributes.SERVICE_VERSION);
    }

    @Test
    @SuppressWarnings("deprecation")
    void metricsAreThoseOfTheConvention() {
        assertThat(Names.TOKENS).isEqualTo(GenAiIncubatingMetrics.GEN_AI_CLIENT_TOKEN_USAGE_NAME);
        assertThat(Names.DURATION).isEqualTo(GenAiIncubatingMetrics.GEN_AI_CLIENT_OPERATION_DURATION_NAME);
        assertThat(Names.TIME_TO_FIRST_CHUNK)
                .isEqualTo(GenAiIncubatingMetrics.GEN_AI_CLIENT_OPERATION_TIME_TO_FIRST_CHUNK_NAME);
    }

    @Test
    @SuppressWarnings("deprecation")
    void providersHaveTheNamesOfTheConvention() {
        assertThat(Providers.of(Profile.openAi())).isEqualTo(GenAiProviderNameIncubatingValues.OPENAI);
        assertThat(Providers.of(Profile.anthropic())).isEqualTo(GenAiProviderNameIncubatingValues.ANTHROPIC);
        assertThat(of("azure")).isEqualTo(GenAiProviderNameIncubatingValues.AZURE_AI_OPENAI);
        assertThat(of("deepseek")).isEqualTo(GenAiProviderNameIncubatingValues.DEEPSEEK);
        assertThat(of("mistral")).isEqualTo(GenAiProviderNameIncubatingValues.MISTRAL_AI);
        assertThat(of("groq")).isEqualTo(GenAiProviderNameIncubatingValues.GROQ);
        assertThat(of("xai")).isEqualTo(GenAiProviderNameIncubatingValues.X_AI);
        assertThat(of("gemini")).isEqualTo(GenAiProviderNameIncubatingValues.GCP_GEMINI);
    }

    private static String of(String preset) {
        return Providers.of(Presets.all().stream().filter(each -> each.id().equals(preset)).findFirst().orElseThrow()
                .profile());
    }

    /// A server of one's own is named after the API that it speaks, also at the port of a program that is known.
    @ParameterizedTest
    @CsvSource({"http://127.0.0.1:8000/v1, openai", "https://gateway.example/v1, openai",
            "https://openrouter.ai/api/v1, openrouter"})
    void otherServersAreNamedAfterTheirApi(String baseUrl, String name) {
        assertThat(Providers.of(Profile.compatible(baseUrl, Optional.empty()))).isEqualTo(name);
    }
}
