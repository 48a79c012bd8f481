package dev.cachewright.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.prompt.Api;
import dev.cachewright.provider.CallEvent;
import dev.cachewright.provider.CallLimits;
import dev.cachewright.provider.Cancellation;
import dev.cachewright.provider.Extras;
import dev.cachewright.provider.ModelCall;
import dev.cachewright.provider.Provider;
import dev.cachewright.provider.Timeouts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExtendedProviderTest {

    private static final Timeouts TIMES = new Timeouts(Duration.ofSeconds(1), Duration.ofSeconds(20),
            Duration.ofSeconds(30));

    private final List<ModelCall> sent = new ArrayList<>();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"model": "m",  "n": 1 }  | {"seed": 7}             | {"model": "m",  "n": 1 , "seed": 7}
            {"model": "m", "seed": 1} | {"seed": 7, "user": {}} | {"model": "m", "seed": 1, "user": {}}
            {"model": "m", "seed": 1} | {"seed": 7}             | {"model": "m", "seed": 1}
            {"a": {"b": 1}}           | {}                      | {"a": {"b": 1}}
            {}                        | {"seed": 7}             | {"seed": 7}
            {"a": 1}                  | ''                      | {"a": 1}
            """)
    void extraFieldsComeAfterThoseOfTheRequestWhichStayAsTheyAre(String body, String extra, String wanted) {
        send(Extras.none().withBody(extra), new ModelCall(Api.CHAT, body, false));

        assertThat(sent.getFirst().body()).isEqualTo(wanted);
    }

    @Test
    void theTimesOfAProfileHoldUnlessTheCallAsksForOthers() {
        Extras extras = Extras.none().withTimeouts(TIMES);
        CallLimits asked = CallLimits.within(Duration.ofSeconds(5));
        send(extras, new ModelCall(Api.CHAT, "{}", false));
        send(extras, new ModelCall(Api.CHAT, "{}", false, asked));

        assertThat(sent).extracting(ModelCall::limits).containsExactly(
                new CallLimits(Duration.ofSeconds(20), Duration.ofSeconds(30)), asked);
    }

    private void send(Extras extras, ModelCall call) {
        try (var provider = new ExtendedProvider(new Recorder(), extras)) {
            provider.send(call, new Cancellation(), _ -> {
            });
        }
    }

    private final class Recorder implements Provider {

        @Override
        public void send(ModelCall call, Cancellation cancellation, Consumer<CallEvent> events) {
            sent.add(call);
        }

        @Override
        public void warmUp() {
            // Nothing to load.
        }

        @Override
        public void close() {
            // Nothing is held.
        }
    }
}
