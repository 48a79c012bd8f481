package dev.cachewright.ui.traffic;

import dev.cachewright.format.log.LogProgress;
import dev.cachewright.format.recover.FamilyCalls;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Reads the requests of one family out of logs on disk; takes about twice as long as reading them.
@FunctionalInterface
public interface FamilyReader {

    /// The family by its number; empty where the logs have it no longer.
    ///
    /// @throws dev.cachewright.store.FileProblem where there is nothing at one of the places, or what can be read once only
    Optional<FamilyCalls> read(List<Path> places, int family, LogProgress progress);
}
