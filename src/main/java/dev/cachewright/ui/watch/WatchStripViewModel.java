package dev.cachewright.ui.watch;

import dev.cachewright.recorder.Gap;
import dev.cachewright.recorder.WatchAddresses;
import dev.cachewright.recorder.WatchEvent;
import dev.cachewright.ui.workspace.SessionsModel;
import dev.cachewright.ui.workspace.WatchModel;
import dev.cachewright.words.Sentence;
import dev.cachewright.words.Texts;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;

/// That an application is watched, and what of it was not kept. Each text is empty where there is nothing to say.
public final class WatchStripViewModel {

    private final WatchModel watch;
    private final SessionsModel sessions;
    private final ObservableValue<String> going;
    private final ObservableValue<String> disk;
    private final ObservableValue<String> missed;

    public WatchStripViewModel(WatchModel watch, SessionsModel sessions) {
        this.watch = watch;
        this.sessions = sessions;
        this.going = Bindings.createStringBinding(this::words, watch.watchingProperty(), watch.callsProperty(),
                watch.busyProperty());
        this.disk = Bindings.createStringBinding(
                () -> watch.diskProperty().get().map(refused -> words(refused, watch.isWatching())).orElse(""),
                watch.diskProperty(), watch.watchingProperty());
        this.missed = watch.missedProperty().map(WatchStripViewModel::words);
    }

    private String words() {
        Optional<WatchAddresses> now = watch.watchingProperty().get();
        if (now.isEmpty()) {
            return "";
        }
        WatchAddresses addresses = now.get();
        String name = addresses.servers().size() > 1
                ? Texts.get("watch-strip.all")
                : addresses.servers().getFirst().name();
        String words = Texts.format("watch-strip.going", name, String.valueOf(addresses.port()),
                watch.callsProperty().get());
        return watch.busyProperty().get() ? Texts.format("watch-strip.ending", words) : words;
    }

    private static String words(WatchEvent.DiskRefused refused, boolean isWatching) {
        return Sentence.of(isWatching
                ? Texts.format("watch.disk", refused.reason())
                : Texts.format("watch.lost", refused.waiting(), refused.reason()));
    }

    private static String words(Map<Gap, Long> missed) {
        return missed.entrySet().stream().sorted(Map.Entry.comparingByKey()).map(gap -> Sentence
                .of(Texts.format("watch.missed." + gap.getKey().word(), gap.getValue())))
                .collect(Collectors.joining(" "));
    }

    void showCalls() {
        sessions.showWatched();
    }

    void stop() {
        watch.stop();
    }

    /// No longer says what was not kept.
    void forget() {
        watch.forget();
    }

    /// Whether the calls of the watch are not those that are shown.
    ObservableBooleanValue elsewhereProperty() {
        return watch.elsewhereProperty();
    }

    /// Whether calls of the watch are shown, so that there is something to say of them.
    ObservableBooleanValue tellingProperty() {
        return Bindings.createBooleanBinding(
                () -> watch.callsProperty().get() > 0 && !watch.elsewhereProperty().get(), watch.callsProperty(),
                watch.elsewhereProperty());
    }

    ObservableBooleanValue busyProperty() {
        return watch.busyProperty();
    }

    /// What is watched and where, and how many calls it has made.
    public ObservableValue<String> goingProperty() {
        return going;
    }

    public String getGoing() {
        return going.getValue();
    }

    /// Calls that are not on disk.
    public ObservableValue<String> diskProperty() {
        return disk;
    }

    public String getDisk() {
        return disk.getValue();
    }

    /// Calls that passed unrecorded.
    public ObservableValue<String> missedProperty() {
        return missed;
    }

    public String getMissed() {
        return missed.getValue();
    }
}
