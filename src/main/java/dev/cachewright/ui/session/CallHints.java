package dev.cachewright.ui.session;

import dev.cachewright.session.Call;
import dev.cachewright.ui.workspace.Workspace;
import java.util.function.Consumer;

/// What is said of a row that is pointed at: why its call missed, with the text that differs, and what that cost.
final class CallHints {

    private final Workspace workspace;
    private final CallWords words;

    CallHints(Workspace workspace, CallWords words) {
        this.workspace = workspace;
        this.words = words;
    }

    /// Tells what is known at once, and the text that differs as soon as it is found; nothing of a call that went well.
    ///
    /// @param number of the call
    void tell(int number, Consumer<String> said) {
        workspace.session().getSession().calls().stream().filter(call -> call.number() == number)
                .filter(CallHints::isNews).findFirst().ifPresent(call -> {
                    said.accept(words.hint(call));
                    workspace.explanation().look(call, found -> said.accept(words.hint(found)));
                });
    }

    private static boolean isNews(Call call) {
        return call.verdict().isMiss() || call.isUnexpectedMiss();
    }
}
