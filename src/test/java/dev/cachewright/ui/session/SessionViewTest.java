package dev.cachewright.ui.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.ui.FxToolkit;
import dev.cachewright.ui.SampleCalls;
import dev.cachewright.ui.Snapshots;
import dev.cachewright.ui.WorkspaceFixture;
import dev.cachewright.ui.fx.Theme;
import dev.cachewright.ui.fx.Views;
import dev.cachewright.ui.kit.EmptyState;
import dev.cachewright.ui.kit.chart.CallChart;
import dev.cachewright.words.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.TableView;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;

class SessionViewTest {

    private final WorkspaceFixture fixture = WorkspaceFixture.restoring(SampleCalls.warm(1_000)).openSample();
    private final Stage stage = FxToolkit.call(() -> Snapshots.show(
            Views.load(new SessionView(new SessionViewModel(fixture.workspace()), () -> {
            }, command -> {
            })).root(), 600, 800,
            Theme.Appearance.LIGHT));

    @Test
    void barAndRowAreChosenTogether() {
        FxToolkit.frames(2);
        FxToolkit.run(() -> table().getSelectionModel().clearAndSelect(4));
        assertThat(FxToolkit.call(() -> chart().getSelectedIndex())).isEqualTo(4);
        FxToolkit.run(() -> chart().setSelectedIndex(9));
        assertThat(FxToolkit.call(() -> table().getSelectionModel().getSelectedIndex())).isEqualTo(9);
        FxToolkit.run(stage::close);
    }

    @Test
    void theNewestRowComesIntoViewWhole() {
        FxToolkit.frames(2);
        FxToolkit.run(() -> fixture.willAnswer("Hello", 1_507, 0).workspace().runs().send());
        FxToolkit.frames(3);
        assertThat(FxToolkit.call(() -> rowsWhollyInSight(table()))).contains(1_000);
        FxToolkit.run(stage::close);
    }

    @Test
    void aRowThatWasChosenBeforeComesIntoViewWhole() {
        FxToolkit.run(stage::close);
        fixture.workspace().session().selectedProperty()
                .set(Optional.of(fixture.workspace().session().getSession().calls().getLast()));
        Stage later = FxToolkit.call(() -> Snapshots.show(
                Views.load(new SessionView(new SessionViewModel(fixture.workspace()), () -> {
                }, command -> {
                })).root(), 600, 800,
                Theme.Appearance.LIGHT));
        FxToolkit.frames(6);
        TableView<?> shown = (TableView<?>) later.getScene().lookup(".table-view");
        assertThat(FxToolkit.call(() -> rowsWhollyInSight(shown))).contains(999);
        FxToolkit.run(later::close);
    }

    @Test
    void aNewSessionLeavesNothingChosen() {
        FxToolkit.run(() -> {
            var start = (ButtonBase) stage.getScene().getRoot().lookupAll(".session-head .icon-button").stream()
                    .filter(button -> button.getAccessibleText().equals(Texts.get("session.new"))).findFirst()
                    .orElseThrow();
            start.requestFocus();
            start.fire();

            assertThat(fixture.workspace().session().getSession().calls()).isEmpty();
            assertThat(stage.getScene().getFocusOwner()).isSameAs(stage.getScene().getRoot());
            stage.close();
        });
    }

    @Test
    void anEmptySessionSaysThatAnAnswerIsWaitedFor() {
        FxToolkit.run(stage::close);
        var empty = new WorkspaceFixture().openSample();
        var pane = FxToolkit.call(() -> new SessionPane(new SessionViewModel(empty.workspace()),
                new SimpleBooleanProperty(), StackPane::new, command -> {
                }));
        var seen = new ArrayList<String>();
        seen.add(title(pane));
        empty.beforeTheEnd(() -> seen.add(title(pane)));

        FxToolkit.run(() -> empty.workspace().runs().send());

        assertThat(seen).containsExactly("No calls yet", "Waiting for the first answer");
    }

    /// What is under way belongs to the session before: the notice above the tabs says so.
    @Test
    void aNewSessionDuringASeriesWaitsForNothing() {
        FxToolkit.run(stage::close);
        var begun = new WorkspaceFixture().openSample();
        var pane = FxToolkit.call(() -> new SessionPane(new SessionViewModel(begun.workspace()),
                new SimpleBooleanProperty(), StackPane::new, command -> {
                }));
        var seen = new ArrayList<String>();
        begun.beforeTheEnd(() -> {
            begun.workspace().startSession();
            seen.add(title(pane));
        });

        FxToolkit.run(() -> begun.workspace().runs().send());

        assertThat(seen).containsExactly("No calls yet");
    }

    private static String title(SessionPane pane) {
        return ((EmptyState) pane.lookup(".empty-state")).getTitle();
    }

    private List<Integer> rowsWhollyInSight(TableView<?> table) {
        double bottom = table.localToScene(table.getBoundsInLocal()).getMaxY();
        return table.lookupAll(".table-row-cell").stream().filter(Node::isVisible)
                .filter(row -> row.localToScene(row.getBoundsInLocal()).getMaxY() <= bottom + 1)
                .map(row -> ((IndexedCell<?>) row).getIndex()).toList();
    }

    private TableView<?> table() {
        return (TableView<?>) stage.getScene().lookup(".table-view");
    }

    private CallChart chart() {
        return (CallChart) stage.getScene().lookup(".call-chart");
    }
}
