package dev.cachewright.ui.shell;

import dev.cachewright.ui.document.DocumentActions;
import dev.cachewright.ui.fx.Subscriptions;
import dev.cachewright.ui.fx.Views;
import dev.cachewright.ui.layouts.LayoutParts;
import dev.cachewright.ui.layouts.LayoutsView;
import dev.cachewright.ui.layouts.LayoutsViewModel;
import dev.cachewright.ui.layouts.Variants;
import dev.cachewright.ui.workspace.Workspace;
import dev.cachewright.words.Texts;
import java.util.Optional;

/// The window of layouts beside the main one. There is one at a time, so that the prompt can be edited in view of the
/// others; the variants outlive it.
final class LayoutsWindow {

    private static final double WIDTH = 960;
    private static final double HEIGHT = 700;

    private final LayoutParts parts;
    private final StageDialogs dialogs;
    private final SideWindow window;
    private final DocumentActions documents;
    private final Workspace workspace;
    private final Variants variants;
    private Optional<LayoutsViewModel> shown = Optional.empty();

    LayoutsWindow(LayoutParts parts, StageDialogs dialogs, DocumentActions documents, Workspace workspace) {
        this.parts = parts;
        this.dialogs = dialogs;
        this.window = dialogs.beside();
        this.documents = documents;
        this.workspace = workspace;
        this.variants = new Variants(workspace.prompt());
    }

    /// Opens it, or brings it to the front.
    void show() {
        if (!window.isOpen()) {
            open();
        }
        window.toFront();
    }

    /// Keeps the open prompt as it is now, and shows that.
    void keep() {
        show();
        shown.ifPresent(LayoutsViewModel::keep);
    }

    private void open() {
        var model = new LayoutsViewModel(workspace, variants, parts);
        var loaded = Views.load(new LayoutsView(model, new LayoutsView.Doors(
                () -> documents.readBeside(variants::addFile),
                files -> files.forEach(file -> documents.readBeside(file, variants::addFile)),
                dialogs::askRemoveVariant)));
        var subscriptions = new Subscriptions();
        subscriptions.add(TextSize.follow(loaded.root(), workspace.preferences()));
        shown = Optional.of(model);
        window.show(Texts.get("layouts.title"), loaded.root(), WIDTH, HEIGHT, () -> {
            shown = Optional.empty();
            subscriptions.close();
            loaded.view().close();
            model.close();
        });
    }
}
