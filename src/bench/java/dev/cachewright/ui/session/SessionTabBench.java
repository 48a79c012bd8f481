package dev.cachewright.ui.session;

import dev.cachewright.session.Call;
import dev.cachewright.session.Session;
import dev.cachewright.ui.FxToolkit;
import dev.cachewright.ui.SampleCalls;
import dev.cachewright.ui.Snapshots;
import dev.cachewright.ui.WorkspaceFixture;
import dev.cachewright.ui.fx.Theme;
import dev.cachewright.ui.fx.Views;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.stage.Stage;

/// Opens the session tab on many calls, sorts, searches and scrolls its table, and prints how long the UI thread worked
/// at each. Arguments: numbers of calls.
public final class SessionTabBench {

    private static final int ROUNDS = 5;
    private static final int SCROLLS = 200;
    private static final int MORE = 40;

    private SessionTabBench() {
    }

    public static void main(String[] arguments) {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        for (String argument : arguments) {
            for (int round = 1; round <= ROUNDS; round++) {
                System.out.printf("%n== %s calls, round %d%n", argument, round);
                new SessionTabBench().run(Integer.parseInt(argument));
            }
        }
        System.exit(0);
    }

    private void run(int calls) {
        List<Call> made = IntStream.rangeClosed(1, calls).mapToObj(number -> number % 733 == 400
                ? SampleCalls.unexpected(number)
                : number % 997 == 500 ? SampleCalls.failed(number) : SampleCalls.warmCall(number)).toList();
        var fixture = WorkspaceFixture.restoring(new Session("bench", made)).openSample();
        var models = new ArrayList<SessionViewModel>();
        timed("rows and bars", () -> models.add(new SessionViewModel(fixture.workspace())));
        Stage stage = FxToolkit.call(() -> {
            long start = processorTime();
            var opened = Snapshots.show(Views.load(new SessionView(models.getFirst(), () -> {
            }, command -> {
            })).root(), 600, 900,
                    Theme.Appearance.LIGHT);
            opened.getScene().snapshot(null);
            print("view, to the picture", start);
            return opened;
        });
        FxToolkit.frames(10);
        TableView<?> table = (TableView<?>) stage.getScene().lookup(".table-view");
        TextField search = (TextField) stage.getScene().lookup(".call-filter .text-field");
        ComboBox<?> verdicts = (ComboBox<?>) stage.getScene().lookup(".call-filter .combo-box");
        timed("sort by cost", () -> {
            table.getSortOrder().setAll(List.of());
            sort(table, 7);
        });
        timed("search", () -> search.setText("unexplained"));
        timed("clear the search", search::clear);
        timed("filter by verdict", () -> verdicts.getSelectionModel().select(1));
        timed("all again", () -> verdicts.getSelectionModel().select(0));
        for (int i = 0; i < MORE; i++) {
            fixture.willAnswer("Hello", 1_507, 0);
        }
        timed(MORE + " more calls", () -> IntStream.range(0, MORE).forEach(i -> fixture.workspace().runs().send()));
        timed("choose another", () -> fixture.workspace().session().selectedProperty().set(Optional.of(made.get(5))));
        scroll(stage, table, calls);
        FxToolkit.run(stage::close);
    }

    private static <R> void sort(TableView<R> table, int column) {
        table.getSortOrder().setAll(List.of(table.getColumns().get(column)));
    }

    private void scroll(Stage stage, TableView<?> table, int calls) {
        double[] worst = {0};
        double[] sum = {0};
        for (int i = 0; i < SCROLLS; i++) {
            int row = (int) ((long) calls * i / SCROLLS);
            FxToolkit.run(() -> {
                long start = processorTime();
                table.scrollTo(row);
                stage.getScene().getRoot().layout();
                double millis = (processorTime() - start) / 1e6;
                worst[0] = Math.max(worst[0], millis);
                sum[0] += millis;
            });
        }
        System.out.printf(Locale.ROOT, "%-22s %.1f ms, at most %.1f ms%n", "scroll the table", sum[0] / SCROLLS,
                worst[0]);
    }

    /// On the UI thread, with the layout that follows.
    private static void timed(String what, Runnable action) {
        FxToolkit.run(() -> {
            long start = processorTime();
            action.run();
            print(what, start);
        });
        long start = FxToolkit.call(SessionTabBench::processorTime);
        FxToolkit.frames(2);
        FxToolkit.run(() -> print("  two frames after it", start));
    }

    private static void print(String what, long start) {
        System.out.printf(Locale.ROOT, "%-22s %.1f ms%n", what, (processorTime() - start) / 1e6);
    }

    /// The time that the thread itself has worked, whatever else the machine does.
    private static long processorTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
