package dev.cachewright.ui.watch;

import dev.cachewright.provider.BaseUrl;
import dev.cachewright.provider.ProviderException;
import dev.cachewright.recorder.WatchAddresses;
import dev.cachewright.ui.fx.Subscriptions;
import dev.cachewright.ui.workspace.WatchModel;
import dev.cachewright.ui.workspace.WatchSetup;
import dev.cachewright.ui.workspace.WatchSetup.Target;
import dev.cachewright.words.Sentence;
import dev.cachewright.words.Texts;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;

/// What is to be watched, as it is typed, and how applications reach what is watched.
public final class WatchViewModel implements AutoCloseable {

    private static final int LAST_PORT = 65_535;

    private final WatchModel watch;
    private final ObjectProperty<Target> target = new SimpleObjectProperty<>(this, "target", Target.ALL);
    private final StringProperty baseUrl = new SimpleStringProperty(this, "baseUrl", "");
    private final StringProperty port = new SimpleStringProperty(this, "port", "");
    private final BooleanProperty withoutTexts = new SimpleBooleanProperty(this, "withoutTexts");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper startable = new ReadOnlyBooleanWrapper();
    private final ObservableValue<String> summary;
    private final Subscriptions subscriptions = new Subscriptions();

    public WatchViewModel(WatchModel watch) {
        this.watch = watch;
        WatchSetup last = watch.getSetup();
        target.set(last.target());
        baseUrl.set(last.baseUrl());
        port.set(last.port() == 0 ? "" : String.valueOf(last.port()));
        withoutTexts.set(!last.keepsBodies());
        this.summary = watch.watchingProperty()
                .map(now -> now.map(addresses -> summary(addresses, watch.getSetup())).orElse(""));
        // What the last watch failed for is said until something else is tried.
        subscriptions.add(target.subscribe((_, _) -> check()));
        subscriptions.add(baseUrl.subscribe((_, _) -> check()));
        subscriptions.add(port.subscribe((_, _) -> check()));
        subscriptions.add(watch.busyProperty().subscribe(this::check));
        check();
        subscriptions.add(watch.problemProperty().subscribe(now -> now.ifPresent(problem::set)));
    }

    private static String summary(WatchAddresses addresses, WatchSetup setup) {
        String kept = Texts.get(setup.keepsBodies() ? "watch.keeps-texts" : "watch.keeps-no-texts");
        return addresses.servers().size() > 1
                ? Texts.format("watch.running-all", String.valueOf(addresses.port()), kept)
                : Texts.format("watch.running-one", addresses.servers().getFirst().name(),
                        addresses.servers().getFirst().baseUrl(), kept);
    }

    private void check() {
        String wrong = wrong();
        problem.set(wrong);
        boolean isTyped = target.get() != Target.SERVER || !baseUrl.get().isBlank();
        startable.set(wrong.isEmpty() && isTyped && !watch.busyProperty().get());
    }

    /// Why what is typed cannot be used; empty where it can, or is still to be typed.
    private String wrong() {
        if (number(port.get()).isEmpty()) {
            return Texts.format("watch.no-port", port.get().strip());
        }
        if (target.get() != Target.SERVER || baseUrl.get().isBlank()) {
            return "";
        }
        try {
            BaseUrl.checked(baseUrl.get());
            return "";
        } catch (ProviderException e) {
            return Sentence.of(e.getMessage());
        }
    }

    /// A port; nothing stands for a free one.
    private static Optional<Integer> number(String text) {
        String stripped = text.strip();
        if (stripped.isEmpty()) {
            return Optional.of(0);
        }
        return Optional.of(stripped).filter(digits -> digits.matches("\\d{1,5}")).map(Integer::valueOf)
                .filter(number -> number <= LAST_PORT);
    }

    void start() {
        if (startable.get()) {
            problem.set("");
            watch.start(new WatchSetup(target.get(), baseUrl.get().strip(), number(port.get()).orElse(0),
                    !withoutTexts.get()));
        }
    }

    void stop() {
        watch.stop();
    }

    /// How the servers can be reached; empty while nothing is watched.
    ObservableValue<Optional<WatchAddresses>> watchingProperty() {
        return watch.watchingProperty();
    }

    List<AddressLine> settings() {
        return watch.watchingProperty().get().map(AddressLine::settings).orElse(List.of());
    }

    List<AddressLine> baseUrls() {
        return watch.watchingProperty().get().map(AddressLine::baseUrls).orElse(List.of());
    }

    ObjectProperty<Target> targetProperty() {
        return target;
    }

    StringProperty baseUrlProperty() {
        return baseUrl;
    }

    /// As it is typed; empty for a free one.
    StringProperty portProperty() {
        return port;
    }

    BooleanProperty withoutTextsProperty() {
        return withoutTexts;
    }

    /// Whether a watch can be started as it is typed.
    ReadOnlyBooleanProperty startableProperty() {
        return startable.getReadOnlyProperty();
    }

    /// Why a watch cannot be started, or did not begin.
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    public String getProblem() {
        return problem.get();
    }

    /// What is watched and what is kept of it.
    public ObservableValue<String> summaryProperty() {
        return summary;
    }

    public String getSummary() {
        return summary.getValue();
    }

    @Override
    public void close() {
        subscriptions.close();
    }
}
