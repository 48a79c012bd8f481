package dev.cachewright.ui.values;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.prompt.Row;
import dev.cachewright.prompt.Values;
import dev.cachewright.ui.SamplePrompt;
import dev.cachewright.ui.WorkspaceFixture;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ValuesViewModelTest {

    private final WorkspaceFixture fixture = new WorkspaceFixture().openSample();
    private final List<String> asked = new ArrayList<>();
    private final ValuesViewModel model = new ValuesViewModel(fixture.workspace().prompt(),
            fixture.workspace().analysis(), () -> asked.add("file"));

    @Test
    void theRowsAreWalkedToTheirEnds() {
        assertThat(model.isFirst()).isTrue();
        model.previous();
        assertThat(model.getPlace()).isEqualTo("cases.csv · row 1 of 24");
        model.next();
        assertThat(model.getPlace()).isEqualTo("cases.csv · row 2 of 24");
        assertThat(model.isFirst()).isFalse();
        model.useRow(23);
        assertThat(model.isLast()).isTrue();
        model.next();
        assertThat(fixture.workspace().prompt().getRow()).isEqualTo(23);
    }

    @Test
    void columnsThatNoBlockUsesAreNamed() {
        assertThat(model.getUnused()).isEqualTo("Unused column: region");
        assertThat(model.getMissing()).isEmpty();
    }

    @Test
    void aFileWithAHeadOnlyIsSaidToHaveNoRows() {
        fixture.workspace().prompt().useValues(new Values("some.csv", List.of("tier", "other"), List.of()));

        assertThat(model.getUnused()).isEqualTo("some.csv names columns and has no rows: add a line for each request.");
    }

    @Test
    void variablesWithoutAValueAreNamed() {
        var one = new Values("some.csv", List.of("tier"), List.of(new Row(Map.of("tier", "gold"))));
        fixture.workspace().prompt().useValues(one);

        assertThat(model.getMissing()).isEqualTo("Not every row gives a value for customer, question. Add columns, "
                + "or defaults in the prompt file.");
    }

    @Test
    void withoutAFileItAsksForOne() {
        fixture.open("none", SamplePrompt.prompt(), Values.none());

        assertThat(model.isEmpty()).isTrue();
        assertThat(model.getPlace()).isEmpty();
        assertThat(model.getMissing()).startsWith("No value for tier, customer, question. Choose a file");
        model.next();
        assertThat(fixture.workspace().prompt().getRow()).isZero();
        model.chooseFile();
        assertThat(asked).containsExactly("file");
    }

    @Test
    void aCellIsOneLineAndADashWhereTheRowHasNothing() {
        var row = new Row(Map.of("text", "one\ntwo", "list", List.of(1, 2), "long", "x".repeat(1_000)));

        assertThat(ValuesViewModel.cell(row, "text")).isEqualTo("one↵ two");
        assertThat(ValuesViewModel.cell(row, "list")).isEqualTo("[1, 2]");
        assertThat(ValuesViewModel.cell(row, "gone")).isEqualTo("–");
        assertThat(ValuesViewModel.cell(row, "long")).hasSize(401);
    }
}
