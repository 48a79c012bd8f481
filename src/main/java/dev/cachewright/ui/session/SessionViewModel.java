package dev.cachewright.ui.session;

import dev.cachewright.analysis.Analysis;
import dev.cachewright.chart.CallBar;
import dev.cachewright.prompt.Block;
import dev.cachewright.session.Call;
import dev.cachewright.session.Session;
import dev.cachewright.ui.fx.Subscriptions;
import dev.cachewright.ui.workspace.SessionModel;
import dev.cachewright.ui.workspace.Workspace;
import dev.cachewright.words.CallBars;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The calls of the session; a call that is added adds one row and one bar and leaves the others alone.
public final class SessionViewModel implements AutoCloseable {

    private final Workspace workspace;
    private final SessionModel session;
    private final CallWords words;
    private final SessionScope scope = new SessionScope();
    private final ObservableList<CallRow> rows = FXCollections.observableArrayList();
    private final ObservableList<CallBar> bars = FXCollections.observableArrayList();
    private final IntegerProperty selectedIndex = new SimpleIntegerProperty(this, "selectedIndex", -1);
    private final ReadOnlyLongWrapper threshold = new ReadOnlyLongWrapper();
    private final ReadOnlyBooleanWrapper empty = new ReadOnlyBooleanWrapper(true);
    private final ObservableValue<EmptyWords> emptyWords;
    private final ReadOnlyBooleanWrapper writing = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<CallDetails> details = new ReadOnlyObjectWrapper<>(CallDetails.none());
    private final Subscriptions subscriptions = new Subscriptions();
    private String shownId = "";

    public SessionViewModel(Workspace workspace) {
        this(workspace, ZoneId.systemDefault());
    }

    /// @param zone of the times in the table
    SessionViewModel(Workspace workspace, ZoneId zone) {
        this.workspace = workspace;
        this.session = workspace.session();
        this.emptyWords = EmptyWords.of(workspace);
        this.words = new CallWords(zone, this::blockName);
        subscriptions.add(session.sessionProperty().subscribe(this::show));
        subscriptions.add(session.selectedProperty().subscribe(this::showSelected));
        subscriptions.add(workspace.exchange().seenProperty().subscribe(seen -> showDetails()));
        subscriptions.add(workspace.explanation().explainedProperty().subscribe(found -> showDetails()));
        subscriptions.add(selectedIndex.subscribe(index -> select(index.intValue())));
        subscriptions.add(selectedIndex.subscribe(index -> {
            scope.choose(index.intValue());
            showThreshold();
        }));
        subscriptions.add(workspace.analysis().analysisProperty()
                .subscribe(analysis -> showThreshold()));
    }

    private void show(Session now) {
        List<Call> calls = now.calls();
        boolean isContinued = now.id().equals(shownId) && calls.size() >= rows.size();
        shownId = now.id();
        scope.show(calls);
        if (isContinued) {
            int from = rows.size();
            rows.addAll(calls.subList(from, calls.size()).stream().map(words::row).toList());
            bars.addAll(bars(calls, from));
        } else {
            selectedIndex.set(-1);
            rows.setAll(calls.stream().map(words::row).toList());
            bars.setAll(bars(calls, 0));
        }
        empty.set(calls.isEmpty());
        showThreshold();
        writing.set(calls.stream().anyMatch(call -> call.measurement().usage().written().orElse(0) > 0));
    }

    private List<CallBar> bars(List<Call> calls, int from) {
        return IntStream.range(from, calls.size()).mapToObj(i -> CallBars.of(calls.get(i), scope.changeAt(i))).toList();
    }

    private void showSelected(Optional<Call> call) {
        selectedIndex.set(call.map(this::indexOf).orElse(-1));
    }

    private void showDetails() {
        details.set(words.details(workspace.exchange().get(), workspace.explanation().explainedProperty().get()));
    }

    private void select(int index) {
        List<Call> calls = session.getSession().calls();
        Optional<Call> chosen = index >= 0 && index < calls.size() ? Optional.of(calls.get(index)) : Optional.empty();
        if (!chosen.map(Call::number).equals(session.selectedProperty().get().map(Call::number))) {
            session.selectedProperty().set(chosen);
        }
    }

    // Numbers rise within a session, as a rule by one.
    private int indexOf(Call call) {
        List<Call> calls = session.getSession().calls();
        int guess = Math.min(call.number(), calls.size()) - 1;
        for (int i = guess; i >= 0; i--) {
            if (calls.get(i).number() == call.number()) {
                return i;
            }
        }
        return -1;
    }

    private String blockName(String id) {
        return workspace.prompt().getPrompt().block(id).map(Block::name).orElse(id);
    }

    /// Of the model that is used now; calls of another one have another.
    private void showThreshold() {
        Optional<Analysis> analysis = workspace.analysis().getAnalysis();
        boolean isOfCalls = empty.get()
                || scope.model().equals(workspace.prompt().getPrompt().settings().model());
        threshold.set(analysis.filter(known -> isOfCalls).flatMap(Analysis::outlook)
                .map(outlook -> outlook.rules().threshold()).orElse(0));
    }

    /// Begins another session; the one that ends stays on disk.
    public void startNew() {
        workspace.startSession();
    }

    /// What is said while there are no calls.
    ObservableValue<EmptyWords> emptyWordsProperty() {
        return emptyWords;
    }

    /// Whether a call has written to the cache, which is then worth a column.
    ReadOnlyBooleanProperty writingProperty() {
        return writing.getReadOnlyProperty();
    }

    ObservableList<CallRow> rows() {
        return rows;
    }

    ObservableList<CallBar> bars() {
        return bars;
    }

    /// What the bar at this index says.
    String describe(int index) {
        return words.bar(session.getSession().calls().get(index), scope.changeAt(index));
    }

    CallHints hints() {
        return new CallHints(workspace, words);
    }

    /// The index of the chosen call, −1 without one; may be set.
    public IntegerProperty selectedIndexProperty() {
        return selectedIndex;
    }

    /// The figures, and which calls they are of.
    public SessionScope getScope() {
        return scope;
    }

    /// The threshold of the rules in force; 0 where there is none, or the calls in sight are of another model.
    public ReadOnlyLongProperty thresholdProperty() {
        return threshold.getReadOnlyProperty();
    }

    public long getThreshold() {
        return threshold.get();
    }

    public ReadOnlyBooleanProperty emptyProperty() {
        return empty.getReadOnlyProperty();
    }

    public boolean isEmpty() {
        return empty.get();
    }

    ReadOnlyObjectProperty<CallDetails> detailsProperty() {
        return details.getReadOnlyProperty();
    }

    @Override
    public void close() {
        subscriptions.close();
    }
}
