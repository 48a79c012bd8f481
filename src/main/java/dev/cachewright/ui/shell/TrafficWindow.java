package dev.cachewright.ui.shell;

import dev.cachewright.ui.document.DocumentActions;
import dev.cachewright.ui.fx.Subscriptions;
import dev.cachewright.ui.fx.Unexpected;
import dev.cachewright.ui.fx.Views;
import dev.cachewright.ui.traffic.PromptDoor;
import dev.cachewright.ui.traffic.TrafficParts;
import dev.cachewright.ui.traffic.TrafficView;
import dev.cachewright.ui.traffic.TrafficViewModel;
import dev.cachewright.ui.workspace.Workspace;
import dev.cachewright.words.Texts;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The window of traffic beside the main one: opened by its command, or by logs that are opened or dropped. There is one
/// at a time, so that the families stay in view while the prompt behind one is mended.
final class TrafficWindow {

    private static final double WIDTH = 960;
    private static final double HEIGHT = 700;

    private final TrafficParts parts;
    private final SideWindow window;
    private final DocumentActions documents;
    private final Workspace workspace;
    /// Copies of sessions that were shown.
    private final List<SessionLog> logs = new ArrayList<>();
    private final Consumer<String> failed;
    private Optional<TrafficViewModel> shown = Optional.empty();

    /// @param failed tells why the calls of the session cannot be shown
    TrafficWindow(TrafficParts parts, SideWindow window, DocumentActions documents, Workspace workspace,
            Consumer<String> failed) {
        this.failed = failed;
        this.parts = parts;
        this.window = window;
        this.documents = documents;
        this.workspace = workspace;
        documents.logs().lead(parts.holdsCalls(), this::show);
    }

    void ask() {
        show(List.of());
    }

    /// The calls of the session, as far as they are by now.
    void showSession() {
        var log = new SessionLog(workspace);
        log.write(parts.background()).onDone(file -> {
            show(List.of(file));
            logs.add(log);
        }).onFailure(Throwable.class, failure -> failed.accept(Unexpected.words(failure, IOException.class)));
    }

    /// @param logs read in the place of what is shown; none leaves that as it is
    private void show(List<Path> logs) {
        if (!window.isOpen()) {
            open();
        }
        window.toFront();
        if (!logs.isEmpty()) {
            shown.ifPresent(model -> model.read(logs));
        }
    }

    private void open() {
        var model = new TrafficViewModel(parts, door());
        var choosers = new LogChoosers(window::window);
        var loaded = Views.load(new TrafficView(model, ZoneId.systemDefault(),
                new TrafficView.Doors(choosers::files, choosers::folder, choosers::page)));
        var subscriptions = new Subscriptions();
        subscriptions.add(TextSize.follow(loaded.root(), workspace.preferences()));
        shown = Optional.of(model);
        window.show(Texts.get("traffic.title"), loaded.root(), WIDTH, HEIGHT, () -> {
            shown = Optional.empty();
            subscriptions.close();
            loaded.view().close();
            model.close();
            logs.forEach(SessionLog::delete);
            logs.clear();
        });
    }

    /// The main window is in front while it asks for unsaved changes, and once it shows the prompt.
    private PromptDoor door() {
        return making -> {
            if (workspace.prompt().isDirty()) {
                window.mainToFront();
            }
            documents.openMade(taker -> {
                window.toFront();
                making.accept((document, pace) -> {
                    window.mainToFront();
                    taker.accept(document, pace);
                });
            });
        };
    }
}
