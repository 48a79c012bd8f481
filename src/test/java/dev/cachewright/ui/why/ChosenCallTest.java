package dev.cachewright.ui.why;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.session.Session;
import dev.cachewright.ui.SampleCalls;
import dev.cachewright.ui.WorkspaceFixture;
import java.io.IOException;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class ChosenCallTest {

    private final PromptBlocks noBlocks = new PromptBlocks() {
        @Override
        public UnaryOperator<String> names() {
            return UnaryOperator.identity();
        }

        @Override
        public boolean has(String id) {
            return false;
        }

        @Override
        public void show(String id, int offset) {
            throw new AssertionError("there is no block");
        }
    };

    private WhyViewModel over(WorkspaceFixture fixture) {
        var why = new WhyViewModel(fixture.background(), noBlocks);
        new ChosenCall(fixture.workspace(), why);
        return why;
    }

    @Test
    void theChosenCallIsComparedWithTheOneBeforeIt() {
        Session session = SampleCalls.twelve();
        WorkspaceFixture fixture = WorkspaceFixture.restoring(session).openSample();
        WhyViewModel why = over(fixture);
        why.watchedProperty().set(true);
        fixture.workspace().session().selectedProperty().set(Optional.of(session.calls().get(4)));

        Question asked = why.questionProperty().get().orElseThrow();
        assertThat(asked.later().name()).isEqualTo("Call 5");
        assertThat(asked.others()).extracting(Sent::name).containsExactly("Call 1", "Call 2", "Call 3", "Call 4");
        assertThat(why.chosenProperty().get()).isEqualTo(3);
    }

    @Test
    void theNewestCallIsComparedWhereNoneIsChosen() {
        WorkspaceFixture fixture = WorkspaceFixture.restoring(SampleCalls.twelve()).openSample();
        WhyViewModel why = over(fixture);
        why.watchedProperty().set(true);

        assertThat(why.questionProperty().get().orElseThrow().later().name()).isEqualTo("Call 12");
    }

    @Test
    void aSessionThatChangesOtherwiseLeavesTheChosenCallAlone() throws IOException {
        Session session = SampleCalls.twelve();
        WorkspaceFixture fixture = WorkspaceFixture.restoring(session).openSample();
        WhyViewModel why = over(fixture);
        why.watchedProperty().set(true);
        fixture.workspace().session().selectedProperty().set(Optional.of(session.calls().get(4)));
        Question asked = why.questionProperty().get().orElseThrow();
        fixture.workspace().sessions().rename(fixture.store().list().getFirst(), "Night run");

        assertThat(fixture.workspace().session().getSession().name()).isEqualTo("Night run");
        assertThat(why.questionProperty().get().orElseThrow()).isSameAs(asked);
    }

    @Test
    void nothingIsAskedWhileNobodyLooks() {
        assertThat(over(WorkspaceFixture.restoring(SampleCalls.twelve()).openSample()).questionProperty().get())
                .isEmpty();
    }

    @Test
    void theFirstCallHasNothingToBeComparedWith() {
        Session session = SampleCalls.twelve();
        WorkspaceFixture fixture = WorkspaceFixture.restoring(session).openSample();
        WhyViewModel why = over(fixture);
        why.watchedProperty().set(true);
        fixture.workspace().session().selectedProperty().set(Optional.of(session.calls().getFirst()));

        assertThat(why.isEmpty()).isTrue();
    }
}
