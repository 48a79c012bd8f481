package dev.cachewright.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.analysis.Analyst;
import dev.cachewright.app.BundledCatalog;
import dev.cachewright.catalog.Catalog;
import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.Values;
import dev.cachewright.provider.Simulators;
import dev.cachewright.store.PromptDocument;
import dev.cachewright.store.Samples;
import dev.cachewright.ui.editor.EditorViewModel;
import dev.cachewright.ui.forecast.ForecastStripViewModel;
import dev.cachewright.ui.request.RequestViewModel;
import dev.cachewright.ui.session.SessionViewModel;
import dev.cachewright.ui.shell.CacheSettingsViewModel;
import dev.cachewright.ui.shell.FooterViewModel;
import dev.cachewright.ui.workspace.PromptModel;
import dev.cachewright.ui.workspace.Workspace;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.beans.property.SimpleStringProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// How often the window asks the catalogue, with everything that listens in place.
class KeystrokeTest {

    private final Catalog catalog = BundledCatalog.read();
    private final AtomicInteger lookUps = new AtomicInteger();
    private final WorkspaceFixture fixture = WorkspaceFixture.over(new Analyst(() -> {
        lookUps.incrementAndGet();
        return catalog;
    }, Simulators.TOKENIZERS));
    private final PromptModel prompt = fixture.workspace().prompt();

    @BeforeEach
    void openTheSample() {
        Workspace workspace = fixture.workspace();
        new EditorViewModel(prompt, workspace.analysis());
        new ForecastStripViewModel(workspace.analysis(),
                InstantSource.system());
        new FooterViewModel(prompt, workspace.analysis(), workspace.preferences(), new SimpleStringProperty(""));
        new CacheSettingsViewModel(prompt, workspace.analysis());
        new RequestViewModel(workspace.analysis(), workspace.runs(), fixture.background());
        new SessionViewModel(workspace);
        prompt.open(Samples.open("support-agent"));
        prompt.edit(prompt.getPrompt().with("policy", block -> block.withBreakpoint(true)));
        lookUps.set(0);
    }

    @Test
    void aLetterWith24RowsMakesOneLookUp() {
        assertThat(prompt.getValues().rows()).hasSize(24);

        prompt.edit(typed(prompt.getPrompt()));

        assertThat(lookUps).hasValue(1);
        assertThat(fixture.workspace().analysis().getAnalysis().orElseThrow().prompt()).isEqualTo(prompt.getPrompt());
    }

    @Test
    void openingAnotherDocumentIsOneAnalysisWhicheverRowIsShown() {
        prompt.showRow(3);
        lookUps.set(0);

        prompt.open(Samples.open("classic-experiment"));

        assertThat(lookUps).hasValue(1);
        assertThat(prompt.getRow()).isZero();
    }

    @Test
    void anotherDataSetIsOneAnalysis() {
        prompt.showRow(3);
        Values less = new Values("less", prompt.getValues().columns(), prompt.getValues().rows().subList(0, 2));
        lookUps.set(0);

        prompt.useValues(less);

        assertThat(lookUps).hasValue(1);
        assertThat(fixture.workspace().analysis().getAnalysis().orElseThrow().variables().unused()).isEmpty();
    }

    @Test
    void whoHearsOfAPartReadsTheOthersAsOfTheSameMoment() {
        PromptDocument other = Samples.open("classic-experiment");
        prompt.showRow(3);
        var seen = new AtomicInteger();
        prompt.valuesProperty().subscribe((before, now) -> {
            assertThat(prompt.getPrompt()).isEqualTo(other.opened());
            assertThat(prompt.getRow()).isZero();
            seen.incrementAndGet();
        });

        prompt.open(other);

        assertThat(seen).hasValue(1);
    }

    @Test
    void aCallLooksUpItsDestinationOnceForAllItsRows() {
        fixture.willAnswer("Yes.", 1_448, 0);

        fixture.workspace().runs().send();

        // The analysis before the call knows where it goes; the one after it is of a warmer cache.
        assertThat(lookUps).hasValue(1);
    }

    private static Prompt typed(Prompt before) {
        return before.with("policy", (Block block) -> block.withContent(block.content().replace(5, 0, "x")));
    }
}
