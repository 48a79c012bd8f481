package dev.cachewright.ui.layouts;

import dev.cachewright.experiment.Layout;
import dev.cachewright.experiment.LayoutForecast;
import dev.cachewright.experiment.Layouts;
import dev.cachewright.prompt.Values;
import dev.cachewright.provider.Profile;
import dev.cachewright.run.experiment.ExperimentPlan;
import dev.cachewright.ui.fx.Latest;
import dev.cachewright.ui.fx.Subscriptions;
import dev.cachewright.ui.fx.Unexpected;
import dev.cachewright.ui.workspace.Workspace;
import dev.cachewright.words.Texts;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/// A measurement of layouts: what is chosen for it, what it is likely to cost, how far it has come, and what was found.
public final class MeasureViewModel implements AutoCloseable {

    private final Workspace workspace;
    private final MeasureChoices choices = new MeasureChoices();
    private final Measuring measuring;
    private final Latest estimating;
    private final BooleanProperty open = new SimpleBooleanProperty(this, "open");
    private final ReadOnlyObjectWrapper<Optional<MeasureEstimate>> estimate = new ReadOnlyObjectWrapper<>(
            Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Measurement>> measured = new ReadOnlyObjectWrapper<>(
            Optional.empty());
    private final ReadOnlyStringWrapper obstacle = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper outdated = new ReadOnlyStringWrapper("");
    private final Subscriptions subscriptions = new Subscriptions();
    private List<Forecasted> offered = List.of();
    private Values values = Values.none();

    MeasureViewModel(Workspace workspace, LayoutParts parts) {
        this.workspace = workspace;
        this.measuring = new Measuring(workspace, parts);
        this.estimating = new Latest(parts.background());
        choices.follow(workspace.preferences().profileInUse());
        choices.all().forEach(each -> subscriptions.add(each.subscribe((_, _) -> check())));
        subscriptions.add(open.subscribe((_, _) -> check()));
        subscriptions.add(workspace.runs().runningProperty().subscribe((_, _) -> check()));
    }

    /// Takes the layouts that can be measured now, the first one first.
    void offer(List<Forecasted> found, Values rows) {
        offered = found;
        values = rows;
        if (found.isEmpty()) {
            measuring.drop();
            measured.set(Optional.empty());
            problem.set("");
            open.set(false);
        }
        outdated.set(measured.get().filter(each -> !each.isOf(layouts())).isPresent()
                ? Texts.get("measure.outdated")
                : "");
        choices.follow(workspace.preferences().profileInUse());
        check();
    }

    private List<Layout> layouts() {
        return offered.stream().map(Forecasted::layout).toList();
    }

    private Optional<Layouts> counted() {
        List<LayoutForecast> forecasts = offered.stream().flatMap(each -> each.forecast().stream()).toList();
        return forecasts.size() < 2 || forecasts.size() < offered.size()
                ? Optional.empty()
                : Optional.of(new Layouts(forecasts));
    }

    private void check() {
        if (!open.get()) {
            return;
        }
        Optional<Layouts> counted = counted();
        obstacle.set(counted.map(this::obstacle).orElseGet(() -> Texts.get("measure.not-counted")));
        if (counted.isEmpty() || !obstacle.get().isEmpty()) {
            estimating.cancel();
            estimate.set(Optional.empty());
            return;
        }
        ExperimentPlan plan = plan();
        Instant now = workspace.now();
        estimating.submit(() -> new MeasureEstimate(plan, counted.get().with(plan.each(now)).costWithControl()),
                found -> estimate.set(Optional.of(found)), failure -> obstacle.set(Unexpected.words(failure)));
    }

    private String obstacle(Layouts counted) {
        if (workspace.runs().isRunning()) {
            return Texts.get("measure.busy");
        }
        Profile profile = workspace.preferences().profileInUse();
        return MeasureObstacle.of(counted, profile, choices.limit().isPresent(), workspace.now()).orElse("");
    }

    private ExperimentPlan plan() {
        return choices.plan(layouts(), values, workspace.preferences().profileInUse(), workspace.preferences().get()
                .outputLimit());
    }

    /// Makes the calls, where they can be made and none are under way.
    void start() {
        check();
        if (obstacle.get().isEmpty() && measuring.progressProperty().get().isEmpty() && open.get()) {
            measured.set(Optional.empty());
            problem.set("");
            outdated.set("");
            measuring.start(plan(), this::show, problem::set);
        }
    }

    private void show(Measurement found) {
        measured.set(Optional.of(found));
        problem.set(String.join("\n", found.failures()));
        offer(offered, values);
    }

    /// Ends the calls; what was measured by then is shown.
    void stop() {
        measuring.stop();
    }

    MeasureChoices choices() {
        return choices;
    }

    /// Whether its form is in view.
    BooleanProperty openProperty() {
        return open;
    }

    /// What it is likely to take; empty while that is not known.
    ReadOnlyObjectProperty<Optional<MeasureEstimate>> estimateProperty() {
        return estimate.getReadOnlyProperty();
    }

    /// How far it has come; empty while nothing is measured.
    ReadOnlyObjectProperty<Optional<MeasureProgress>> progressProperty() {
        return measuring.progressProperty();
    }

    ReadOnlyObjectProperty<Optional<Measurement>> measuredProperty() {
        return measured.getReadOnlyProperty();
    }

    /// Why it cannot be begun, and what to do; empty where it can.
    public ReadOnlyStringProperty obstacleProperty() {
        return obstacle.getReadOnlyProperty();
    }

    public String getObstacle() {
        return obstacle.get();
    }

    /// What failed, in the words of the server where it said some.
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    public String getProblem() {
        return problem.get();
    }

    /// Says that what was measured is no longer what is shown above; empty where it is.
    public ReadOnlyStringProperty outdatedProperty() {
        return outdated.getReadOnlyProperty();
    }

    public String getOutdated() {
        return outdated.get();
    }

    @Override
    public void close() {
        subscriptions.close();
        estimating.cancel();
        measuring.drop();
    }
}
