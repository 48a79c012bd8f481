package dev.cachewright.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.prompt.Values;
import dev.cachewright.ui.WorkspaceFixture;
import dev.cachewright.ui.workspace.Workspace;
import org.junit.jupiter.api.Test;

class RunSeriesViewModelTest {

    @Test
    void summaryCountsOneCallAndMany() {
        Workspace workspace = new WorkspaceFixture().workspace();
        workspace.prompt().useValues(Values.none());
        var model = new RunSeriesViewModel(workspace.prompt(), workspace.preferences(), workspace.runs());

        assertThat(model.summaryProperty().get()).isEqualTo("1 call to Simulator");

        model.timesProperty().set(1_200);
        assertThat(model.summaryProperty().get()).isEqualTo("1,200 calls to Simulator");
    }
}
