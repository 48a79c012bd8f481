package dev.cachewright.words;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.cache.request.Refusal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RefusalWordsTest {

    @ParameterizedTest
    @EnumSource
    void everyReasonHasWords(Refusal.Reason reason) {
        String words = RefusalWords.of(new Refusal(reason, "a", "12h", List.of("30m", "1h")));

        assertThat(words).isNotBlank().doesNotContain("{", "}");
    }

    @Test
    void wordsNameWhatWasAskedAndWhatWouldBeTaken() {
        assertThat(RefusalWords.of(new Refusal(Refusal.Reason.TTL_UNKNOWN, "", "2h", List.of("5m", "1h"))))
                .isEqualTo("“2h” is not a lifetime of this model: use 5m, 1h");
    }

    @ParameterizedTest
    @CsvSource({"30m, 30 min", "12h, 12 h", "m, m", "soon, soon", "'', ''", "7d, 7d"})
    void lifetimesAreReadable(String ttl, String words) {
        assertThat(RefusalWords.lifetime(ttl)).isEqualTo(words);
    }
}
