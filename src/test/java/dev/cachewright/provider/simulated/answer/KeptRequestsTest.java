package dev.cachewright.provider.simulated.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.format.json.RawJson;
import dev.cachewright.prompt.Api;
import dev.cachewright.provider.Simulators;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KeptRequestsTest {

    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

    private final Answers answers = new Answers(Optional.empty(), Simulators.ANALYST, Simulators.TOKENIZERS, () -> NOW,
            new Delays(0), 0);
    private final KeptRequests kept = new KeptRequests(answers, () -> NOW);

    private void keep(String id, String text) {
        String json = "{\"model\": \"gpt-5.6-sol\", \"input\": \"" + text + "\"}";
        kept.keep(id, answers.ask(RawJson.tree(json), json, Api.RESPONSES),
                new CacheAccount.InputUse(1, Optional.empty()), Set.of());
    }

    @Test
    void theLatestThousandAreKept() {
        for (int i = 0; i <= 1_000; i++) {
            keep("resp_" + i, "Hi");
        }

        assertThat(kept.find("resp_0", Api.RESPONSES)).isEmpty();
        assertThat(kept.find("resp_1", Api.RESPONSES)).isPresent();
        assertThat(kept.find("resp_1000", Api.RESPONSES)).isPresent();
        assertThat(kept.find("resp_1000", Api.MESSAGES)).isEmpty();
    }

    @Test
    void longOnesAreKeptUpToASize() {
        for (int i = 0; i < 5; i++) {
            keep("resp_" + i, "word ".repeat(1_000_000));
        }

        assertThat(kept.find("resp_1", Api.RESPONSES)).isEmpty();
        assertThat(kept.find("resp_2", Api.RESPONSES)).isPresent();
        assertThat(kept.find("resp_4", Api.RESPONSES)).isPresent();
    }
}
