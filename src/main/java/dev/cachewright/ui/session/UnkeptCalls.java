package dev.cachewright.ui.session;

import dev.cachewright.ui.fx.Subscriptions;
import dev.cachewright.ui.workspace.SessionModel;
import dev.cachewright.words.Texts;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// The calls that are shown and not on disk, in words, and the way to save them.
public final class UnkeptCalls {

    private final Runnable saveCopy;
    private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper("");

    UnkeptCalls(SessionModel session, Runnable saveCopy, Subscriptions subscriptions) {
        this.saveCopy = saveCopy;
        subscriptions
                .add(session.unkeptProperty().subscribe(lost -> words.set(lost.map(UnkeptCalls::words).orElse(""))));
    }

    private static String words(SessionModel.Unkept lost) {
        return Texts.format("session.not-kept", lost.calls(), lost.number(), lost.reason());
    }

    void saveCopy() {
        saveCopy.run();
    }

    /// Empty where all calls are kept.
    public ReadOnlyStringProperty wordsProperty() {
        return words.getReadOnlyProperty();
    }

    public String getWords() {
        return words.get();
    }
}
