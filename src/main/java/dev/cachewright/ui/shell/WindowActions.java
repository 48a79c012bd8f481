package dev.cachewright.ui.shell;

import dev.cachewright.ui.document.DocumentActions;
import dev.cachewright.ui.fx.Theme;

/// What the window itself does for its commands.
interface WindowActions {

    DocumentActions documents();

    /// Sends the shown row; the tab in front stays.
    void send();

    /// Asks how a series is to run, and runs it.
    void askSeries();

    /// Has the server count the request that is shown, and tells the difference.
    ///
    /// @param isKept whether the difference becomes a correction of the model
    void countOnServer(boolean isKept);

    /// Shows the servers and their keys, to be changed.
    void showServers();

    /// Asks where figures of calls are sent to.
    void askTelemetry();

    /// Asks for the logs of an application, and shows what its calls read and missed.
    void askLogs();

    /// Shows what the calls of the session read and missed.
    void showTraffic();

    /// Shows the layouts of the prompt beside each other.
    void compareLayouts();

    /// Keeps the prompt as it is now among them.
    void keepVariant();

    /// Asks for an application to watch; while one is watched, shows how it reaches its servers.
    void watch();

    /// Shows the sessions on disk.
    void showSessions();

    /// Shows all figures of the session, beside those of another or of its halves.
    void showFigures();

    /// Opens one of the header's lists: `profile`, `model` or `row`.
    void choose(String what);

    /// Asks for a model that the list lacks.
    void askModel();

    void showCacheSettings();

    void showKeys();

    void showCommands();

    /// Light, dark, or as the system; kept for the next start.
    void useTheme(Theme.Appearance appearance);

    /// Brings a pane at the right to the front.
    void showTab(String key);
}
