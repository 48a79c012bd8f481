package dev.cachewright.format.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.cachewright.catalog.Money;
import dev.cachewright.prompt.text.InputException;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GateEntriesTest {

    private static PromptFile file(String entry) {
        return PromptFile.read("# licence\n---\nmodel: openai/gpt-5.4\n" + entry + "\n---\nHello");
    }

    @Test
    void allPartsOfABudgetAreRead() {
        assertThat(file("cachewright.budget: { staticPrefix: 1024, hitRate: 0.9, costPerCall: 0.002 }").budget())
                .isEqualTo(new Budget(OptionalInt.of(1024), OptionalDouble.of(0.9),
                        Optional.of(Money.ofDollars(new BigDecimal("0.002")))));
    }

    @Test
    void partsThatAreNotAskedForAreEmpty() {
        assertThat(file("cachewright.budget: { hitRate: 1 }").budget())
                .isEqualTo(new Budget(OptionalInt.empty(), OptionalDouble.of(1), Optional.empty()));
        assertThat(file("config: {}").budget()).isEqualTo(Budget.none());
    }

    @Test
    void anOptionStandsForItsPartAlone() {
        Budget option = new Budget(OptionalInt.of(5), OptionalDouble.empty(), Optional.empty());

        assertThat(option.or(file("cachewright.budget: { staticPrefix: 9, hitRate: 0.5 }").budget()))
                .isEqualTo(new Budget(OptionalInt.of(5), OptionalDouble.of(0.5), Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "cachewright.budget: { statixPrefix: 1 }|4|23|\"cachewright.budget\" has no \"statixPrefix\": use staticPrefix, hitRate or costPerCall",
            "cachewright.budget: { staticPrefix: 1.5 }|4|37|\"staticPrefix\" takes a whole number of tokens, not 1.5",
            "cachewright.budget: { hitRate: 90 }|4|32|\"hitRate\" takes a number from 0 to 1, 0.9 for 90 %, not 90",
            "cachewright.budget: { costPerCall: free }|4|36|\"costPerCall\" takes an amount in dollars, such as 0.002, not \"free\"",
            "cachewright.budget: 1024|4|21|\"cachewright.budget\" takes \"key: value\" pairs, such as { staticPrefix: 1024, hitRate: 0.9 }"})
    void aWrongBudgetIsRefusedAtItsPlace(String entry, int line, int column, String message) {
        PromptFile file = file(entry);

        InputException fault = catchThrowableOfType(InputException.class, file::budget);

        assertThat(fault).hasMessage(message);
        assertThat(fault.line() + ":" + fault.column()).isEqualTo(line + ":" + column);
    }

    @Test
    void columnsCountUnitsBeforeWideCharacters() {
        PromptFile file = file("cachewright.budget: { \"😀\": 1, nope: 2 }");

        InputException fault = catchThrowableOfType(InputException.class, file::budget);

        assertThat(fault.line() + ":" + fault.column()).isEqualTo("4:23");
        InputException ignored = catchThrowableOfType(InputException.class,
                () -> file("cachewright.ignore: [\"😀\", L15]").ignoredRules());
        assertThat(ignored.line() + ":" + ignored.column()).isEqualTo("4:22");
        InputException later = catchThrowableOfType(InputException.class,
                () -> file("x: \"😀\"\ncachewright.ignore: { a: \"😀\", b: 1 }").ignoredRules());
        assertThat(later.line() + ":" + later.column()).isEqualTo("5:21");
    }

    @Test
    void oneRuleOrSeveralAreIgnored() {
        assertThat(file("cachewright.ignore: [L15, L20]").ignoredRules()).containsExactly("L15", "L20");
        assertThat(file("cachewright.ignore: L15").ignoredRules()).containsExactly("L15");
        assertThat(file("cachewright.ignore:").ignoredRules()).isEmpty();
    }

    @Test
    void whatIsNoRuleIsRefusedAtItsPlace() {
        InputException fault = catchThrowableOfType(InputException.class,
                () -> file("cachewright.ignore:\n  - L15\n  - dates").ignoredRules());

        assertThat(fault.line() + ":" + fault.column() + " " + fault.getMessage()).isEqualTo(
                "6:5 \"cachewright.ignore\" takes names of rules, such as [L15, L20], not \"dates\"");
    }

    @Test
    void aRuleThatDoesNotExistIsRefused() {
        assertThat(catchThrowableOfType(InputException.class, () -> file("cachewright.ignore: L99").ignoredRules()))
                .hasMessageEndingWith("such as [L15, L20], not \"L99\"");
    }

    @Test
    void aFaultInABudgetKeepsNobodyFromOpeningThePrompt() {
        assertThat(file("cachewright.budget: nonsense").messages().blocks()).hasSize(1);
    }
}
