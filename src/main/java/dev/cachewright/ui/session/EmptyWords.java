package dev.cachewright.ui.session;

import dev.cachewright.ui.workspace.Workspace;
import dev.cachewright.words.Texts;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;

/// What is said while a session has no calls: what is waited for, or what can be done.
record EmptyWords(String title, String hint) {

    static ObservableValue<EmptyWords> of(Workspace workspace) {
        return Bindings.createObjectBinding(() -> now(workspace), workspace.runs().runningProperty(),
                workspace.runs().elsewhereProperty(), workspace.watch().watchingProperty(),
                workspace.watch().elsewhereProperty());
    }

    private static EmptyWords now(Workspace workspace) {
        if (workspace.watch().isWatching() && !workspace.watch().elsewhereProperty().get()) {
            return new EmptyWords(Texts.get("session.watching"), Texts.get("session.watching-hint"));
        }
        return workspace.runs().isRunning() && !workspace.runs().elsewhereProperty().get()
                ? new EmptyWords(Texts.get("session.waiting"), Texts.get("session.waiting-hint"))
                : new EmptyWords(Texts.get("session.empty"), Texts.get("session.empty-hint"));
    }
}
