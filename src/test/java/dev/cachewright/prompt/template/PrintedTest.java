package dev.cachewright.prompt.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrintedTest {

    @ParameterizedTest
    @CsvSource({"2.0, 2", "2.5, 2.5", "1e9, 1000000000", "1e20, 100000000000000000000", "1e21, 1e+21",
            "-1.25e22, -1.25e+22", "0.000001, 0.000001", "1.5e-7, 1.5e-7", "1e-7, 1e-7", "-0.0, 0", "NaN, NaN"})
    void numbersArePrintedAsInJavaScript(double number, String text) {
        assertThat(Printed.of(number)).isEqualTo(text);
    }

    @Test
    void wholeNumbersKeepTheirDigits() {
        assertThat(Printed.of(new BigInteger("12345678901234567890123"))).isEqualTo("12345678901234567890123");
        assertThat(Json.write(Map.of("n", new BigInteger("12345678901234567890123")), 0))
                .isEqualTo("{\"n\":12345678901234567890123}");
    }

    @Test
    void listsArePrintedWithCommasAndMapsAreNot() {
        assertThat(Printed.of(List.of("a", List.of(1, true)))).isEqualTo("a,1,true");
        assertThat(Printed.of(Map.of("a", 1))).isEqualTo("[object Object]");
    }

    @Test
    void jsonIsIndentedAsInJavaScript() {
        assertThat(Json.write(Map.of("a", Arrays.asList(1, null, List.of(), Map.of("b", "c"))), 2))
                .isEqualTo("{\n  \"a\": [\n    1,\n    null,\n    [],\n    {\n      \"b\": \"c\"\n    }\n  ]\n}");
    }
}
