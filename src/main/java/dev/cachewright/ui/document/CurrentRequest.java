package dev.cachewright.ui.document;

import dev.cachewright.analysis.Destination;
import dev.cachewright.cache.request.SentRequest;
import dev.cachewright.prompt.Renderer;
import dev.cachewright.prompt.text.InputException;
import dev.cachewright.ui.workspace.Draft;
import dev.cachewright.ui.workspace.Workspace;
import dev.cachewright.words.Texts;
import java.util.concurrent.Callable;

/// The request of the shown row as the next call would send it, made of what is open at this moment.
public final class CurrentRequest {

    private final Workspace workspace;

    public CurrentRequest(Workspace workspace) {
        this.workspace = workspace;
    }

    /// What makes the request; it may take long, and throws [InputException] where there is none.
    public Callable<SentRequest> current() {
        Draft draft = workspace.prompt().getDraft();
        Destination destination = workspace.analysis().destination();
        return () -> {
            if (draft.prompt().blocks().isEmpty()) {
                throw new InputException(Texts.get("document.no-request"), 0, 0);
            }
            return destination.requests().of(Renderer.render(draft.prompt(), draft.values().row(draft.row())));
        };
    }
}
