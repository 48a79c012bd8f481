package dev.cachewright.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.prompt.Values;
import dev.cachewright.ui.WorkspaceFixture;
import dev.cachewright.ui.workspace.PromptModel;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EmptyValuesTest {

    private final WorkspaceFixture fixture = new WorkspaceFixture().openSample();
    private final PromptModel prompt = fixture.workspace().prompt();
    private final List<EmptyValues.Question> asked = new ArrayList<>();
    private EmptyValues.Answer answer = EmptyValues.Answer.NOTHING;
    private final EmptyValues values = new EmptyValues(fixture.workspace(), question -> {
        asked.add(question);
        return answer;
    });

    private void nameAVariableWithoutValue() {
        prompt.edit(prompt.getPrompt().with("question", block -> block.withText("{{more}}")));
    }

    @Test
    void nothingIsAskedWhereEveryVariableHasAValue() {
        assertThat(values.mayBeSent(false)).isTrue();
        assertThat(values.mayBeSent(true)).isTrue();
        assertThat(asked).isEmpty();
    }

    @Test
    void aVariableWithoutAValueIsAskedForBeforeItIsSent() {
        nameAVariableWithoutValue();
        prompt.showRow(2);

        assertThat(values.mayBeSent(false)).isFalse();
        assertThat(values.mayBeSent(true)).isFalse();

        assertThat(asked).containsExactly(
                new EmptyValues.Question("support-agent.prompt", List.of("more"), EmptyValues.Rows.ONE, 3),
                new EmptyValues.Question("support-agent.prompt", List.of("more"), EmptyValues.Rows.ALL, 3));
    }

    @Test
    void whereThereAreNoRowsNoneIsNamed() {
        nameAVariableWithoutValue();
        prompt.useValues(Values.none());

        values.mayBeSent(false);

        assertThat(asked).extracting(EmptyValues.Question::rows).containsExactly(EmptyValues.Rows.NONE_THERE);
    }

    @Test
    void whatWasAgreedToIsNotAskedAgain() {
        nameAVariableWithoutValue();
        answer = EmptyValues.Answer.SEND;

        assertThat(values.mayBeSent(false)).isTrue();
        assertThat(values.mayBeSent(false)).isTrue();

        assertThat(asked).hasSize(1);
    }
}
