package dev.cachewright.ui.request;

import dev.cachewright.analysis.Analysis;
import dev.cachewright.analysis.Outlook;
import dev.cachewright.cache.request.SentRequest;
import dev.cachewright.format.body.RequestBody;
import dev.cachewright.format.body.RequestBodyWriter;
import dev.cachewright.prompt.text.InputException;
import dev.cachewright.ui.fx.Background;
import dev.cachewright.ui.fx.Latest;
import dev.cachewright.ui.fx.Subscriptions;
import dev.cachewright.ui.fx.Unexpected;
import dev.cachewright.ui.workspace.AnalysisModel;
import dev.cachewright.ui.workspace.RunModel;
import dev.cachewright.words.HiddenCharacters;
import dev.cachewright.words.Numbers;
import dev.cachewright.words.RefusalWords;
import dev.cachewright.words.Texts;
import dev.cachewright.words.ThresholdWords;
import dev.cachewright.words.TokenWords;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;

/// The body of the next call, written in the background while the tab is in view.
public final class RequestViewModel implements AutoCloseable {

    private final AnalysisModel analysis;
    private final ObservableValue<UnaryOperator<SentRequest>> sending;
    private final Latest writing;
    private final BooleanProperty watched = new SimpleBooleanProperty(this, "watched", true);
    private final ReadOnlyObjectWrapper<Tinted> body = new ReadOnlyObjectWrapper<>(Tinted.nothing());
    private final ReadOnlyStringWrapper about = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper tint = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper tinted = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper notSent = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper empty = new ReadOnlyBooleanWrapper(true);
    private final Subscriptions subscriptions = new Subscriptions();

    public RequestViewModel(AnalysisModel analysis, RunModel runs, Background background) {
        this.analysis = analysis;
        this.sending = runs.sending();
        this.writing = new Latest(background);
        tinted.bind(body.map(shown -> shown.cachedLength() > 0));
        subscriptions.add(analysis.analysisProperty().subscribe(this::write));
        subscriptions.add(analysis.problemProperty().subscribe(this::showProblem));
        subscriptions.add(watched.subscribe(this::write));
        subscriptions.add(sending.subscribe(now -> write()));
    }

    /// A body, hidden characters escaped, whose first `cachedLength` characters are the cached part.
    public record Tinted(String json, int cachedLength) {

        static Tinted nothing() {
            return new Tinted("", 0);
        }
    }

    private void write() {
        Optional<Analysis> now = analysis.getAnalysis();
        empty.set(now.isEmpty());
        if (now.isEmpty()) {
            writing.cancel();
            body.set(Tinted.nothing());
            about.set("");
            tint.set("");
            notSent.set("");
        } else if (watched.get()) {
            var asSent = sending.getValue();
            writing.submit(() -> Written.of(now.get(), asSent), this::show, this::fail);
        }
    }

    private void show(Written written) {
        about.set(written.about());
        tint.set(written.tint());
        notSent.set(written.notSent());
        body.set(written.body());
        showProblem(analysis.problemProperty().get());
    }

    private void fail(Throwable failure) {
        problem.set(Texts.format("request.unwritable", Unexpected.words(failure, InputException.class)));
    }

    private void showProblem(Optional<InputException> found) {
        problem.set(found.map(exception -> Texts.format("request.unrendered", exception.getMessage())).orElse(""));
    }

    /// What one analysis gives to show.
    private record Written(Tinted body, String about, String tint, String notSent) {

        static Written of(Analysis analysis, UnaryOperator<SentRequest> asSent) {
            RequestBody body = RequestBodyWriter.write(asSent.apply(analysis.sent()), true);
            int cacheable = analysis.standing().isOutOfReach() ? 0
                    : analysis.outlook().map(Outlook::cacheable).orElse(0);
            int end = cacheable == 0 ? 0 : body.offsetOf(analysis.tokens().placeAfter(
                    analysis.estimate().positionOf(cacheable, analysis.tokens().size())));
            String size = Texts.format("request.size", body.json().getBytes(StandardCharsets.UTF_8).length);
            String about = Texts.format("request.about", analysis.prompt().settings().api().endpoint(), size);
            String cached = body.json().substring(0, Math.min(end, body.json().length()));
            return new Written(new Tinted(HiddenCharacters.escaped(body.json()),
                    HiddenCharacters.escaped(cached).length()), about,
                    tint(analysis, cacheable), notSent(analysis.sent()));
        }

        private static String notSent(SentRequest sent) {
            String reasons = sent.refused().stream().map(RefusalWords::of).distinct()
                    .collect(Collectors.joining("; "));
            return reasons.isEmpty() ? "" : Texts.format("request.not-sent", reasons);
        }

        private static String tint(Analysis analysis, int cacheable) {
            if (cacheable > 0) {
                return Texts.format("request.tinted", TokenWords.about(analysis, Numbers.count(cacheable)));
            }
            return analysis.outlook().map(outlook -> ThresholdWords.nothing(analysis, outlook))
                    .orElseGet(() -> Texts.get("request.no-rules"));
        }
    }

    /// Whether the body is to be kept up to date; the shell turns it off while the tab is not in view.
    public BooleanProperty watchedProperty() {
        return watched;
    }

    public ReadOnlyObjectProperty<Tinted> bodyProperty() {
        return body.getReadOnlyProperty();
    }

    /// Endpoint and size.
    public ReadOnlyStringProperty aboutProperty() {
        return about.getReadOnlyProperty();
    }

    public String getAbout() {
        return about.get();
    }

    /// What the tint means.
    public ReadOnlyStringProperty tintProperty() {
        return tint.getReadOnlyProperty();
    }

    public String getTint() {
        return tint.get();
    }

    /// Whether any part is tinted.
    public ReadOnlyBooleanProperty tintedProperty() {
        return tinted.getReadOnlyProperty();
    }

    public boolean isTinted() {
        return tinted.get();
    }

    /// Which cache fields of the prompt are left out, and why; empty where none are.
    public ReadOnlyStringProperty notSentProperty() {
        return notSent.getReadOnlyProperty();
    }

    public String getNotSent() {
        return notSent.get();
    }

    /// Why the body shown is not that of the current prompt; empty where it is.
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    public String getProblem() {
        return problem.get();
    }

    public ReadOnlyBooleanProperty emptyProperty() {
        return empty.getReadOnlyProperty();
    }

    public boolean isEmpty() {
        return empty.get();
    }

    @Override
    public void close() {
        subscriptions.close();
        writing.cancel();
    }
}
