package dev.cachewright.prompt.changing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.prompt.changing.ChangedPlace.Form;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangedPlaceTest {

    private static Optional<ChangedPlace> of(String before, String now) {
        int at = 0;
        while (at < before.length() && at < now.length() && before.charAt(at) == now.charAt(at)) {
            at++;
        }
        return ChangedPlace.of(before, at, now, at);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Fassung vom 28. November 2026 | Fassung vom 29. November 2026 | TIME | 28. November 2026
            le 28 février 2026 à Lyon | le 27 février 2026 à Lyon | TIME | 28 février 2026
            el 28 de noviembre de 2026 | el 29 de noviembre de 2026 | TIME | 28 de noviembre de 2026
            今天是2026年11月28日。 | 今天是2026年11月29日。 | TIME | 2026年11月28日
            order no 17 of today | order no 18 of today | ID | no 17
            https://a.example/b?sig=1 | https://a.example/b?sig=2 | SIGNED_ADDRESS | https://a.example/b?sig=1
            """)
    void aFormIsEnoughWhereTwoTextsDiffer(String before, String now, Form form, String found) {
        assertThat(of(before, now)).hasValueSatisfying(place -> {
            assertThat(place.form()).isEqualTo(form);
            assertThat(place.before()).isEqualTo(found);
        });
    }

    @Test
    void otherTextHasNoForm() {
        assertThat(of("Be brief and kind.", "Be brief and fair.")).isEmpty();
        assertThat(of("https://a.example/b?x=1", "https://a.example/c?x=1")).isEmpty();
    }
}
