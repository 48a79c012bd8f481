package dev.cachewright.format.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTimeTest {

    @Test
    void readsWhatAFormatterHasWritten() {
        var random = new Random(5);
        for (int i = 0; i < 5_000; i++) {
            int digits = random.nextInt(10);
            Instant time = Instant.ofEpochSecond(random.nextLong(253_402_300_799L),
                    digits == 0 ? 0 : random.nextInt((int) Math.pow(10, digits)) * (long) Math.pow(10, 9.0 - digits));
            var form = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss" + (digits == 0 ? "" : "." + "S".repeat(
                    digits)) + "'Z'").withZone(ZoneOffset.UTC);
            assertThat(PlainTime.of('"' + form.format(time) + '"')).contains(time);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"2026-11-28T09:41:07\"", "\"2026-11-28 09:41:07Z\"", "\"2026-11-28T09:41:07+01:00\"",
            "\"2026-02-30T09:41:07Z\"", "\"2026-11-28T24:00:00Z\"", "\"2026-11-28T09:60:07Z\"",
            "\"2026-11-28T09:41:07.Z\"", "\"2026-11-28T09:41:07.1234567890Z\"", "\"2026-11-28T09:41:07,5Z\"",
            "\"2026-11-28T09:41:07.5xZ\"", "1764322867", "\"\"", "null", "\"2026-11-28T09:4a:07Z\""})
    void leavesAllElseToOthers(String json) {
        assertThat(PlainTime.of(json)).isEmpty();
    }
}
