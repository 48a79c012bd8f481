package dev.cachewright.format.body;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DiagnosisTest {

    @Test
    void bothVendorsAreRead() {
        assertThat(
                Diagnosis.read("{\"type\":\"cache_miss\",\"reason\":\"tools_changed\",\"cache_missed_tokens\":1280}"))
                .contains(new Diagnosis("cache_miss", "tools_changed"));
        assertThat(
                Diagnosis.read("{\"cache_miss_reason\":{\"type\":\"system_changed\",\"cache_missed_input_tokens\":9}}"))
                .contains(new Diagnosis("", "system_changed"));
        assertThat(Diagnosis.read("{\"type\":\"cache_hit\"}").map(Diagnosis::words)).contains("cache_hit");
    }

    @Test
    void whatSaysNothingIsNone() {
        assertThat(Diagnosis.read("")).isEmpty();
        assertThat(Diagnosis.read("{\"cache_miss_reason\":null}")).isEmpty();
        assertThat(Diagnosis.read("[1")).isEmpty();
    }
}
