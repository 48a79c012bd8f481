package dev.cachewright.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.prompt.VariableEdits.Stretch;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class VariableEditsTest {

    private static final String TEXT = "Current time: 07:55. Session 8f3a; again 8f3a.";

    private static Prompt prompt(String text) {
        return Prompt.of(List.of(Block.of("s", Role.SYSTEM, Kind.STATIC, text)), Settings.of("gpt-4o", Api.CHAT));
    }

    private static Stretch of(String word) {
        int start = TEXT.indexOf(word);
        return new Stretch("s", start, start + word.length());
    }

    @Test
    void aVariableIsNamedAfterTheWordBeforeItAndTheTextIsItsDefault() {
        Prompt made = VariableEdits.make(prompt(TEXT), List.of(of("07:55"), of("8f3a"),
                new Stretch("s", TEXT.lastIndexOf("8f3a"), TEXT.lastIndexOf("8f3a") + 4)));

        assertThat(made.blocks().getFirst().text())
                .isEqualTo("Current time: {{time}}. Session {{session}}; again {{session}}.");
        assertThat(made.defaults()).isEqualTo(Map.of("time", "07:55", "session", "8f3a"));
        assertThat(Renderer.render(made, new Row(Map.of())).messages().getFirst().segments().stream()
                .map(segment -> segment.text().toString()).collect(Collectors.joining())).isEqualTo(TEXT);
    }

    @Test
    void aNameThatIsTakenGetsANumber() {
        Prompt taken = prompt("{{time}} and time 07:55").withDefault("time", "x");

        assertThat(VariableEdits.make(taken, List.of(new Stretch("s", 18, 23))).blocks().getFirst().text())
                .isEqualTo("{{time}} and time {{time2}}");
    }

    @Test
    void tagsToolsAndNothingBecomeNoVariable() {
        Prompt tagged = prompt("a {{b}} c");
        assertThat(VariableEdits.make(tagged, List.of(new Stretch("s", 0, 9)))).isSameAs(tagged);
        assertThat(VariableEdits.make(tagged, List.of(new Stretch("s", 1, 1)))).isSameAs(tagged);
        assertThat(VariableEdits.canMake(tagged, new Stretch("gone", 0, 1))).isFalse();
    }
}
