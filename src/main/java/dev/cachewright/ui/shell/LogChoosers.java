package dev.cachewright.ui.shell;

import dev.cachewright.words.Texts;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/// Asks for logs, and where what they say is saved. No system has one dialog for files and folders, so there are two.
final class LogChoosers {

    private final Supplier<Window> owner;

    LogChoosers(Supplier<Window> owner) {
        this.owner = owner;
    }

    /// Logs to read; none where nothing was chosen.
    List<Path> files() {
        FileChooser chooser = StageDialogs.chooser(Optional.empty(), "dialog.logs", "dialog.logs-kind", "*.jsonl",
                "*.ndjson", "*.json", "*.log", "*.har", "*.gz", "*.zst");
        List<File> chosen = chooser.showOpenMultipleDialog(owner.get());
        return chosen == null ? List.of() : chosen.stream().map(File::toPath).toList();
    }

    /// A folder of logs.
    Optional<Path> folder() {
        var chooser = new DirectoryChooser();
        chooser.setTitle(Texts.get("dialog.log-folder"));
        return Optional.ofNullable(chooser.showDialog(owner.get())).map(File::toPath);
    }

    /// Where the page of traffic is saved.
    Optional<Path> page() {
        FileChooser chooser = StageDialogs.chooser(Optional.empty(), "dialog.save-page", "dialog.sessions.html",
                "*.html");
        chooser.setInitialFileName("traffic-report.html");
        return Optional.ofNullable(chooser.showSaveDialog(owner.get())).map(File::toPath);
    }
}
