package dev.cachewright.journey;

import dev.cachewright.app.Core;
import dev.cachewright.app.Workbench;
import dev.cachewright.settings.PreferencesFile;
import dev.cachewright.store.sessions.SqliteSessionStore;
import dev.cachewright.ui.FxToolkit;
import dev.cachewright.ui.document.Dialogs;
import dev.cachewright.ui.fx.Theme;
import dev.cachewright.ui.shell.StageDialogs;
import javafx.scene.Scene;
import javafx.stage.Stage;

/// The real window with all its panes, open on a core.
public final class Window implements AutoCloseable {

    private final Core core;
    private final Stage stage = new Stage();
    private final Workbench workbench;
    private final Scene scene;

    private Window(Core core, Dialogs dialogs) {
        this.core = core;
        var theme = new Theme();
        workbench = new Workbench(core, new Workbench.Place(new PreferencesFile(core.folders().preferencesFile()),
                new SqliteSessionStore(core.folders().sessions()), dialogs, new StageDialogs(() -> stage, theme)),
                theme);
        scene = workbench.scene(1440, 900);
        workbench.figures().forEach(Runnable::run);
        workbench.showPanes();
        stage.setScene(scene);
        stage.show();
    }

    /// @param core is closed with the window
    public static Window on(Core core, Dialogs dialogs) {
        return FxToolkit.call(() -> new Window(core, dialogs));
    }

    Core core() {
        return core;
    }

    public Workbench workbench() {
        return workbench;
    }

    public Scene scene() {
        return scene;
    }

    Stage stage() {
        return stage;
    }

    @Override
    public void close() {
        FxToolkit.run(() -> {
            stage.hide();
            workbench.close();
        });
        core.close();
    }
}
