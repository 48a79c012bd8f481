package dev.cachewright.format.foreign.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.cachewright.prompt.Api;
import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.Kind;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.Role;
import dev.cachewright.prompt.Settings;
import dev.cachewright.prompt.Template;
import dev.cachewright.prompt.text.InputException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DialectTest {

    private static String block(Dialect dialect, String text) {
        var tags = new ForeignTags();
        String coded = Template.escape(tags.checked(dialect.coded(text, tags)));
        return tags.restored(Prompt.of(List.of(Block.of("user", Role.USER, Kind.STATIC, coded)),
                Settings.of("", Api.CHAT))).blocks().getFirst().text();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '>', quoteCharacter = '`', value = {
            "LITERAL>{{x}}>\\{{x}}",
            "NAMES>{{ x }} {{a.b}}>{{x}} {{a.b}}",
            "NAMES>{{x y}} {{#if x}}>\\{{x y}} \\{{#if x}}",
            "NAMES>{{{{ {{x}}>\\{{\\{{ {{x}}",
            "NAMES>\\{{x}}>\\\\{{x}}",
            "F_STRING>{x} {{a}}>{{x}} {a}",
            "F_STRING>{{{{x}}}}>\\{{x}}",
            "F_STRING>{{\"a\": {x}}}>{\"a\": {{x}}}"})
    void variablesBecomeTagsAndBracesStayText(Dialect dialect, String text, String block) {
        assertThat(block(dialect, text)).isEqualTo(block);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '>', quoteCharacter = '`', value = {
            "F_STRING>a {x:3}>3",
            "F_STRING>a {}>3",
            "F_STRING>a } b>3",
            "F_STRING>{{{x}}}>1",
            "NAMES>a {{history}}>3",
            "F_STRING>a {true}>3",
            "NAMES>{{{x}}}>1"})
    void whatAPromptFileCannotHoldIsRefused(Dialect dialect, String text, int column) {
        assertThatExceptionOfType(InputException.class).isThrownBy(() -> block(dialect, text))
                .satisfies(fault -> assertThat(fault.column()).isEqualTo(column));
    }

    @Test
    void aCharacterThatStandsForTagsIsNoText() {
        assertThatExceptionOfType(InputException.class).isThrownBy(() -> block(Dialect.LITERAL, "a\n\uFDE0"))
                .satisfies(fault -> assertThat(List.of(fault.line(), fault.column())).containsExactly(2, 1));
    }
}
