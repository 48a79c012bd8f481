package dev.cachewright.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RowTest {

    @Test
    void aValueIsFoundByItsName() {
        assertThat(new Row(Map.of("a", 1)).at("a")).contains(1);
        assertThat(new Row(Map.of("a", 1)).at("b")).isEmpty();
    }

    @Test
    void aPathLeadsThroughMaps() {
        var row = new Row(Map.of("a", Map.of("b", Map.of("c", "deep"))));

        assertThat(row.at("a.b.c")).contains("deep");
        assertThat(row.at("a.b")).contains(Map.of("c", "deep"));
    }

    @Test
    void aPathEndsWhereAStepIsMissing() {
        var row = new Row(Map.of("a", Map.of("b", "text")));

        assertThat(row.at("a.x.c")).isEmpty();
        assertThat(row.at("a.b.c")).isEmpty();
        assertThat(row.at("x.b")).isEmpty();
    }

    @Test
    void aColumnWhoseNameHasADotWinsOverAPath() {
        var row = new Row(Map.of("a.b", "column", "a", Map.of("b", "path")));

        assertThat(row.at("a.b")).contains("column");
    }

    @Test
    void anEmptyTextIsAValueAndNullIsNone() {
        var values = new HashMap<String, Object>();
        values.put("empty", "");
        values.put("none", null);

        assertThat(new Row(values).at("empty")).contains("");
        assertThat(new Row(values).at("none")).isEmpty();
    }

    @Test
    void theRowWinsOverDefaults() {
        assertThat(new Row(Map.of("a", 1, "b", 2)).over(Map.of("b", 20, "c", 30)))
                .isEqualTo(new Row(Map.of("a", 1, "b", 2, "c", 30)));
    }

    @Test
    void anEmptyValueOfTheRowWinsToo() {
        assertThat(new Row(Map.of("a", "")).over(Map.of("a", "default")).at("a")).contains("");
    }

    @Test
    void withoutDefaultsItIsTheSameRow() {
        var row = new Row(Map.of("a", 1));

        assertThat(row.over(Map.of())).isSameAs(row);
    }

    @Test
    void itKeepsTheOrderOfItsValuesAndNobodyChangesThem() {
        var values = new LinkedHashMap<String, Object>();
        values.put("z", 1);
        values.put("a", 2);
        var row = new Row(values);
        values.put("later", 3);

        assertThat(row.values().keySet()).containsExactly("z", "a");
        assertThatThrownBy(() -> row.values().put("b", 1)).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void valuesGiveTheRowAtAnIndexAndAnEmptyOneElsewhere() {
        var row = new Row(Map.of("a", 1));
        var values = new Values("v.csv", List.of("a"), List.of(row));

        assertThat(List.of(values.row(0), values.row(1), values.row(-1)))
                .containsExactly(row, Row.empty(), Row.empty());
    }

    @Test
    void valuesWithoutRowsStandForOneRequest() {
        assertThat(Values.none().isEmpty()).isTrue();
        assertThat(Values.none().rowsOrEmpty()).containsExactly(Row.empty());
        assertThat(Values.none().rows()).isEmpty();
    }

    @Test
    void valuesWithRowsAreNotEmpty() {
        var values = new Values("v.csv", List.of("a"), List.of(Row.empty(), Row.empty()));

        assertThat(values.isEmpty()).isFalse();
        assertThat(values.rowsOrEmpty()).hasSize(2);
    }
}
