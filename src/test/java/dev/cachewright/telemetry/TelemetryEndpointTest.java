package dev.cachewright.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.cachewright.prompt.text.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TelemetryEndpointTest {

    @ParameterizedTest
    @CsvSource({"http://localhost:4318, http://localhost:4318", "' https://otel.example/ ', https://otel.example",
            "https://otel.example/team/v1/traces, https://otel.example/team",
            "http://localhost:4318/v1/metrics/, http://localhost:4318", "HTTPS://Otel.example, https://Otel.example"})
    void anAddressIsThatOfTheCollector(String typed, String url) {
        assertThat(TelemetryEndpoint.checked(typed).url()).isEqualTo(url);
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost:4318", "grpc://localhost:4317", "http://", "http://a:b@localhost", "http://x y",
            "http://localhost:0", "http://localhost:70000", "http://localhost?key=1", "collector"})
    void whatIsNoAddressIsSaid(String typed) {
        assertThatExceptionOfType(InputException.class).isThrownBy(() -> TelemetryEndpoint.checked(typed))
                .withMessageStartingWith("This is not the address of a collector: write it as http://localhost:4318");
    }

    @Test
    void theUsualPortIsTheSameServer() {
        var one = TelemetryEndpoint.checked("https://OTEL.example/team");

        assertThat(one.isAtSameServer(TelemetryEndpoint.checked("https://otel.example:443"))).isTrue();
        assertThat(one.isAtSameServer(TelemetryEndpoint.checked("http://otel.example"))).isFalse();
    }
}
