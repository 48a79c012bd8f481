package dev.cachewright.ui.shell;

import dev.cachewright.ui.document.DocumentActions;
import dev.cachewright.ui.fx.Views;
import dev.cachewright.ui.traffic.TrafficParts;
import dev.cachewright.ui.traffic.TrafficView;
import dev.cachewright.ui.traffic.TrafficViewModel;
import dev.cachewright.words.Texts;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;

/// The dialog of traffic: opened by its command, or by logs that are opened or dropped.
final class TrafficWindow {

    private final TrafficParts parts;
    private final StageDialogs dialogs;

    TrafficWindow(TrafficParts parts, StageDialogs dialogs, DocumentActions documents) {
        this.parts = parts;
        this.dialogs = dialogs;
        documents.logs().lead(parts.isLog(), this::show);
    }

    void ask() {
        show(List.of());
    }

    /// @param logs read at once; none waits for the user to choose some
    private void show(List<Path> logs) {
        try (var model = new TrafficViewModel(parts)) {
            if (!logs.isEmpty()) {
                model.read(logs);
            }
            var doors = new TrafficView.Doors(dialogs::chooseLogs, dialogs::chooseTrafficPage);
            var loaded = Views.load(new TrafficView(model, ZoneId.systemDefault(), doors));
            dialogs.showNote(Texts.get("traffic.title"), loaded.root());
            loaded.view().close();
        }
    }
}
