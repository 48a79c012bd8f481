package dev.cachewright.format.body;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ToolOrderTest {

    private static final String TOOLS = """
            [
              {"type": "function", "name": "search"},
              {"name": "lookup",  "type": "function"}
            ]""";

    @Test
    void toolsAreSortedWithTheirExactTextsAndWhatIsBetweenThem() {
        assertThat(ToolOrder.byName(TOOLS)).isEqualTo("""
                [
                  {"name": "lookup",  "type": "function"},
                  {"type": "function", "name": "search"}
                ]""");
        assertThat(ToolOrder.byName(ToolOrder.byName(TOOLS))).isEqualTo(ToolOrder.byName(TOOLS));
    }

    @Test
    void whatIsNoArrayStaysAsItIs() {
        assertThat(ToolOrder.byName("{\"name\": 1}")).isEqualTo("{\"name\": 1}");
        assertThat(ToolOrder.byName("[{\"name\"")).isEqualTo("[{\"name\"");
    }

    @Test
    void anotherOrderIsNoOtherSet() {
        assertThat(ToolOrder.differs(TOOLS, ToolOrder.byName(TOOLS))).isTrue();
        assertThat(ToolOrder.differs(TOOLS, TOOLS)).isFalse();
        assertThat(ToolOrder.differs(TOOLS, "[{\"name\": \"lookup\"}]")).isFalse();
    }
}
