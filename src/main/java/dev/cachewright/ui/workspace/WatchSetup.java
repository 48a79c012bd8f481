package dev.cachewright.ui.workspace;

import dev.cachewright.recorder.WatchedServer;
import dev.cachewright.words.Texts;
import java.util.List;
import java.util.function.Supplier;

/// What is watched, and what is kept of it.
///
/// @param baseUrl of the one server that is watched; not looked at where there are others
/// @param port where the recorder listens; 0 for a free one
/// @param keepsBodies whether texts are kept, or only counts, hashes and places
public record WatchSetup(Target target, String baseUrl, int port, boolean keepsBodies) {

    /// Which servers are watched.
    public enum Target {
        /// All that are known, each under a path of its own.
        ALL,
        /// The simulator of this program.
        SIMULATOR,
        /// The one with a base URL.
        SERVER
    }

    /// All servers, at a free port, with their texts.
    static WatchSetup usual() {
        return new WatchSetup(Target.ALL, "", 0, true);
    }

    /// @param simulatorUrl may start the simulator
    /// @throws dev.cachewright.provider.ProviderException where the base URL is none that can be called
    List<WatchedServer> servers(Supplier<String> simulatorUrl) {
        return switch (target) {
            case ALL -> WatchedServer.known();
            case SIMULATOR ->
                List.of(new WatchedServer(Texts.get("watch.simulator-name"), simulatorUrl.get(), ""));
            case SERVER -> List.of(WatchedServer.at(baseUrl));
        };
    }
}
