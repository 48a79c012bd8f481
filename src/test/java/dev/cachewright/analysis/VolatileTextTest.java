package dev.cachewright.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.prompt.Api;
import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.Kind;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.Role;
import dev.cachewright.prompt.Settings;
import dev.cachewright.prompt.VariableEdits.Stretch;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VolatileTextTest {

    private static List<String> found(String text) {
        Prompt prompt = Prompt.of(List.of(Block.of("s", Role.SYSTEM, Kind.STATIC, text)),
                Settings.of("gpt-4o", Api.CHAT));
        return VolatileText.in(prompt).stream().map(place -> text.substring(place.start(), place.end())).toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Current time: 2026-11-28T07:55:12Z. Hello | 2026-11-28T07:55:12Z
            It is 2026-11-28 07:55 now | 2026-11-28 07:55
            Today is Monday, 23 November 2026, 09:41. | Monday, 23 November 2026, 09:41
            Request 3f2504e0-4f89-11d3-9a0c-0305e82c3301 | 3f2504e0-4f89-11d3-9a0c-0305e82c3301
            trace 4bf92f3577b34da6a3ce929d0e0e4736 end | 4bf92f3577b34da6a3ce929d0e0e4736
            at 1764316512 sharp | 1764316512
            """)
    void timesAndIdsAreFound(String text, String wanted) {
        assertThat(found(text)).containsExactly(wanted);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Valid since 2024-01-01.", "Call 0800 123456 between 9:00 and 17:00.", "Order FH-1234567",
            "Items may be returned within 30 days.", "deadbeefdeadbeefdeadbeefdeadbeef is hex of letters alone"})
    void whatStaysTheSameIsNot(String text) {
        assertThat(found(text)).isEmpty();
    }

    @Test
    void theFirstMessageIsLookedAtWhereThereAreNoInstructions() {
        Block asked = Block.of("u", Role.USER, Kind.STATIC, "Current time: 09:41. Sort these.");
        Block later = Block.of("v", Role.USER, Kind.STATIC, "Current time: 09:42. Again.");
        Block told = Block.of("s", Role.SYSTEM, Kind.STATIC, "Be brief.");

        assertThat(VolatileText.in(Prompt.of(List.of(asked, later), Settings.of("gpt-4o", Api.CHAT))))
                .containsExactly(new Stretch("u", 14, 19));
        assertThat(VolatileText.in(Prompt.of(List.of(told, asked), Settings.of("gpt-4o", Api.CHAT)))).isEmpty();
    }

    @Test
    void atMostTwentyPlacesOfTheStartOfATextAreTold() {
        String line = "Session 8f3a-22c1\n";

        assertThat(found(line.repeat(30))).hasSize(20);
        assertThat(found("x".repeat(20_000) + "\n" + line)).isEmpty();
    }
}
