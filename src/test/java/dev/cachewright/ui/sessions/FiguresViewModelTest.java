package dev.cachewright.ui.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.session.Call;
import dev.cachewright.session.Session;
import dev.cachewright.ui.SampleCalls;
import dev.cachewright.ui.WorkspaceFixture;
import java.io.IOException;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class FiguresViewModelTest {

    private final WorkspaceFixture fixture = WorkspaceFixture.restoring(SampleCalls.twelve()).openSample();

    @Test
    void theHalvesOfTheShownSessionStandSideBySide() {
        var model = new FiguresViewModel(fixture.workspace(), "", ZoneOffset.UTC);

        assertThat(line(model, "Answered calls")).isEqualTo("6 | 5");
        assertThat(line(model, "Hit rate")).isEqualTo("69.5% of 6 calls | 66.7% of 5 calls");
        assertThat(line(model, "Forecast met")).isEqualTo("6 of 6, 100.0% | 5 of 5, 100.0%");
        assertThat(line(model, "Written tokens")).isEqualTo("– | –");
        assertThat(line(model, "First token, cold")).isEqualTo("812 ms, 95% within 812 ms, 1 call | 806 ms, "
                + "95% within 806 ms, 1 call");
        assertThat(model.getSaid()).startsWith("No difference in the time to the first token of warm calls is proven");
    }

    @Test
    void anotherSessionIsReadFromTheDisk() throws IOException {
        for (Call call : SampleCalls.warm(40).calls()) {
            fixture.store().append(Session.started("many"), call, SampleCalls.EXCHANGE);
        }
        var model = new FiguresViewModel(fixture.workspace(), "many", ZoneOffset.UTC);

        assertThat(line(model, "Answered calls")).isEqualTo("11 | 40");
        assertThat(line(model, "Cold later than warm by")).isEqualTo("– | –");
        assertThat(model.choices()).extracting(SideChoice::toString).hasSize(4).last().asString().contains("40 calls");

        model.firstProperty().set(model.choices().get(2));
        assertThat(line(model, "Answered calls")).isEqualTo("5 | 40");
    }

    private static String line(FiguresViewModel model, String label) {
        List<FiguresViewModel.Line> found = model.linesProperty().get().stream()
                .filter(line -> line.label().equals(label)).toList();
        assertThat(found).hasSize(1);
        return found.getFirst().first() + " | " + found.getFirst().second();
    }
}
