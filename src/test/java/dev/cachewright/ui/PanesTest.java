package dev.cachewright.ui;

import dev.cachewright.prompt.Row;
import dev.cachewright.prompt.Values;
import dev.cachewright.session.Session;
import dev.cachewright.ui.forecast.ForecastStripView;
import dev.cachewright.ui.forecast.ForecastStripViewModel;
import dev.cachewright.ui.fx.Views;
import dev.cachewright.ui.request.RequestView;
import dev.cachewright.ui.request.RequestViewModel;
import dev.cachewright.ui.response.ResponseView;
import dev.cachewright.ui.response.ResponseViewModel;
import dev.cachewright.ui.session.SessionPane;
import dev.cachewright.ui.session.SessionViewModel;
import dev.cachewright.ui.values.ValuesView;
import dev.cachewright.ui.values.ValuesViewModel;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Parent;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Test;

/// Every pane beside the blocks and the strip below them, in their real sizes, to be looked at.
class PanesTest {

    private static final double HEIGHT = 800;
    private static final double USUAL = 600;
    private static final double NARROW = 420;

    @Test
    void forecastStripLooksAsBeforeWarmColdAndWithoutRules() {
        strip("forecast-strip-cold", 820, 78, new WorkspaceFixture().openSample());
        WorkspaceFixture warm = new WorkspaceFixture().openSample().willAnswer("Hello", 1_842, 0);
        warm.workspace().runs().send();
        strip("forecast-strip-warm", 820, 78, warm);
        var changed = SamplePrompt.prompt();
        warm.workspace().prompt().edit(changed.with("policy", block -> block.withText("Be " + block.text())));
        strip("forecast-strip-changed", 820, 78, warm);
        strip("forecast-strip-narrow", NARROW, 132, warm);
        strip("forecast-strip-no-rules", 820, 78,
                new WorkspaceFixture().open("a", SamplePrompt.prompt("gpt-5.6-sol"), SamplePrompt.values()));
        strip("forecast-strip-empty", 820, 78, new WorkspaceFixture());
        List<Row> recorded = IntStream.range(0, 6).mapToObj(i -> new Row(Map.of("tier", "gold", "customer", "Ada",
                "question", "Where is parcel " + i + "?", "@body", Map.of("tools", List.of("tool " + i))))).toList();
        strip("forecast-strip-own-fields", 820, 110, new WorkspaceFixture().open("a", SamplePrompt.prompt(),
                new Values("rows.jsonl", List.of("tier", "customer", "question", "@body"), recorded)));
    }

    @Test
    void sessionLooksAsBeforeWithCallsAndEmpty() {
        WorkspaceFixture twelve = WorkspaceFixture.restoring(SampleCalls.twelve()).openSample();
        session("session-nothing-chosen", USUAL, twelve);
        choose(twelve, 8);
        session("session", USUAL, twelve);
        session("session-narrow", NARROW, twelve);
        choose(twelve, 12);
        session("session-failed", USUAL, twelve);
        session("session-empty", USUAL, new WorkspaceFixture());
        WorkspaceFixture parted = WorkspaceFixture.restoring(SampleCalls.parted()).openSample();
        choose(parted, 8);
        session("session-parts", USUAL, parted);
        session("session-parts-narrow", NARROW, parted);
        Session many = SampleCalls.warm(1_000);
        WorkspaceFixture thousand = WorkspaceFixture.restoring(many).openSample();
        choose(thousand, 1_000);
        session("session-thousand", USUAL, thousand);
    }

    @Test
    void responseLooksAsBeforeWithAnswerFailureAndEmpty() {
        String answer = "I am sorry that your parcel has not come. ".repeat(12) + "\n\n"
                + "I have opened a trace with the carrier and will write to you within two days. ".repeat(5);
        WorkspaceFixture answered = new WorkspaceFixture().openSample().willAnswer(answer, 1_842, 0);
        answered.workspace().runs().send();
        response("response", USUAL, answered);
        response("response-narrow", NARROW, answered);
        WorkspaceFixture failed = WorkspaceFixture.restoring(SampleCalls.twelve()).openSample();
        choose(failed, 12);
        response("response-failed", USUAL, failed);
        WorkspaceFixture running = new WorkspaceFixture().openSample().willAnswer(answer.substring(0, 200), 1_842, 0);
        ResponseViewModel model = new ResponseViewModel(running.workspace().prompt(), running.workspace().exchange(),
                running.workspace().runs());
        running.beforeTheEnd(() -> Snapshots.check("response-running", USUAL, HEIGHT,
                () -> Views.load(new ResponseView(model, running.workspace().conversation())).root())).workspace()
                .runs().send();
        response("response-empty", USUAL, new WorkspaceFixture());
    }

    @Test
    void valuesLookAsBeforeWithRowsAndEmpty() {
        WorkspaceFixture rows = new WorkspaceFixture().openSample();
        rows.workspace().prompt().showRow(2);
        values("values", USUAL, rows);
        values("values-narrow", NARROW, rows);
        WorkspaceFixture none = new WorkspaceFixture().open("a", SamplePrompt.prompt(), Values.none());
        values("values-empty", USUAL, none);
    }

    @Test
    void requestLooksAsBeforeWithItsCachedPartAndEmpty() {
        WorkspaceFixture sample = new WorkspaceFixture().openSample();
        request("request", USUAL, sample);
        request("request-narrow", NARROW, sample);
        var shorter = SamplePrompt.prompt().with("policy", block -> block.withText(SamplePrompt.policy(4)));
        request("request-short", USUAL, new WorkspaceFixture().open("a", shorter, SamplePrompt.values()));
        request("request-empty", USUAL, new WorkspaceFixture());
    }

    private static void choose(WorkspaceFixture fixture, int number) {
        fixture.workspace().session().selectedProperty()
                .set(Optional.of(fixture.workspace().session().getSession().calls().get(number - 1)));
    }

    private static void strip(String name, double width, double height, WorkspaceFixture fixture) {
        write(name, width, height, fixture,
                each -> Views.load(new ForecastStripView(new ForecastStripViewModel(each.workspace().analysis(),
                        InstantSource.fixed(WorkspaceFixture.NOW))))
                        .root());
    }

    private static void session(String name, double width, WorkspaceFixture fixture) {
        write(name, width, HEIGHT, fixture,
                each -> new SessionPane(new SessionViewModel(each.workspace()), new SimpleBooleanProperty(),
                        StackPane::new, command -> {
                        }));
    }

    private static void response(String name, double width, WorkspaceFixture fixture) {
        write(name, width, HEIGHT, fixture,
                each -> Views.load(new ResponseView(new ResponseViewModel(each.workspace().prompt(),
                        each.workspace().exchange(), each.workspace().runs()), each.workspace().conversation()))
                        .root());
    }

    private static void values(String name, double width, WorkspaceFixture fixture) {
        write(name, width, HEIGHT, fixture,
                each -> Views
                        .load(new ValuesView(new ValuesViewModel(each.workspace().prompt(), each.workspace().analysis(),
                                () -> {
                                    // No shell, no dialog.
                                })))
                        .root());
    }

    private static void request(String name, double width, WorkspaceFixture fixture) {
        write(name, width, HEIGHT, fixture, each -> Views
                .load(new RequestView(
                        new RequestViewModel(each.workspace().analysis(), each.workspace().runs(), each.background()),
                        _ -> {
                        }))
                .root());
    }

    private static void write(String name, double width, double height, WorkspaceFixture fixture,
            Function<WorkspaceFixture, Parent> root) {
        Snapshots.check(name, width, height, () -> root.apply(fixture));
    }
}
