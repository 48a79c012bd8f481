package dev.cachewright.format.foreign.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.cachewright.prompt.text.InputException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlTreeTest {

    private static void assertPlace(InputException fault, int line, int column) {
        assertThat(List.of(fault.line(), fault.column())).containsExactly(line, column);
    }

    @Test
    void valuesHaveTheTypesOfYaml() {
        assertThat(YamlTree.of("{a: 1, b: 0.50, c: true, d: yes, e: null, f: '1', g: 2026-11-02, h: 0x1F, i: [x]}")
                .root()).hasToString("{\"a\":1,\"b\":0.50,\"c\":true,\"d\":\"yes\",\"e\":null,\"f\":\"1\","
                        + "\"g\":\"2026-11-02\",\"h\":\"0x1F\",\"i\":[\"x\"]}");
    }

    @Test
    void anchorsAndMergedKeysAreFollowed() {
        assertThat(YamlTree.of("a: &x {k: 1, l: 2}\nb: *x\nc: {<<: *x, l: 3}").root())
                .hasToString("{\"a\":{\"k\":1,\"l\":2},\"b\":{\"k\":1,\"l\":2},\"c\":{\"k\":1,\"l\":3}}");
    }

    @Test
    void anchorsThatGrowWithoutEndAreRefused() {
        var text = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 10; i++) {
            text.append("a%d: &a%d [%s]\n".formatted(i, i, "*a%d, ".formatted(i - 1).repeat(10)));
        }
        assertThatExceptionOfType(InputException.class).isThrownBy(() -> YamlTree.of(text.toString()))
                .withMessageContaining("repeats its anchors");
    }

    @Test
    void anAnchorInsideItselfIsRefused() {
        assertThatExceptionOfType(InputException.class).isThrownBy(() -> YamlTree.of("a: &a [*a]"))
                .withMessageContaining("repeats its anchors");
    }

    @Test
    void aTreeThatIsTooDeepIsRefused() {
        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> YamlTree.of("[".repeat(500) + "]".repeat(500)))
                .withMessageContaining("nested too deeply");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "`a: \"x`|1|4|what is opened here is never closed",
            "`a: 1\n\tb: 2`|2|1|a tab: indent with spaces",
            "`a: 1\n---\nb: 2`|2|1|it holds several documents: keep one"})
    void whatIsNoYamlIsNamedWithItsPlace(String yaml, int line, int column, String words) {
        assertThatExceptionOfType(InputException.class).isThrownBy(() -> YamlTree.of(yaml)).satisfies(fault -> {
            assertThat(fault).hasMessage("This is not valid YAML: " + words);
            assertPlace(fault, line, column);
        });
    }

    @Test
    void faultsInTextsAreInTheirLine() {
        YamlTree tree = YamlTree.of("a:\n  - one\n  - |\n    two\n    three\n", 10);

        assertPlace(tree.fault("/a/0", "x"), 12, 5);
        assertPlace(tree.fault("/a/1", new InputException("x", 2, 3)), 15, 1);
        assertPlace(tree.fault("/a/7/b", "x"), 12, 3);
    }

    @Test
    void anEmptyTextIsNothing() {
        assertThat(YamlTree.of("# said\n").root().isMissingNode()).isTrue();
        assertPlace(YamlTree.of("").fault("/a", "x"), 1, 1);
    }
}
