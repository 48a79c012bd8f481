package dev.cachewright.ui.shell;

import dev.cachewright.ui.fx.Views;
import dev.cachewright.ui.watch.WatchStripView;
import dev.cachewright.ui.watch.WatchStripViewModel;
import dev.cachewright.ui.watch.WatchView;
import dev.cachewright.ui.watch.WatchViewModel;
import dev.cachewright.ui.workspace.Workspace;
import dev.cachewright.words.Texts;
import java.util.Optional;
import javafx.scene.Parent;

/// The dialog in which an application is watched, beside the window, and the notice of it in the window.
final class WatchWindow {

    private final Workspace workspace;
    private final StageDialogs dialogs;
    private Optional<Runnable> toFront = Optional.empty();

    WatchWindow(Workspace workspace, StageDialogs dialogs) {
        this.workspace = workspace;
        this.dialogs = dialogs;
    }

    /// Opens the dialog, or brings it to the front.
    void show() {
        toFront.ifPresentOrElse(Runnable::run, this::open);
    }

    private void open() {
        var view = new WatchView(new WatchViewModel(workspace.watch()));
        toFront = Optional.of(dialogs.showBeside(Texts.get("watch.title"), Views.load(view).root(), () -> {
            toFront = Optional.empty();
            view.close();
        }));
        view.focusFirst();
    }

    /// @param session brings the calls of the session to the front
    /// @param traffic shows what they missed, and why
    Parent strip(Runnable session, Runnable traffic) {
        var model = new WatchStripViewModel(workspace.watch(), workspace.sessions());
        return Views.load(new WatchStripView(model, new WatchStripView.Doors(this::show, session, traffic))).root();
    }
}
