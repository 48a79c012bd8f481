package dev.cachewright.ui.traffic;

import dev.cachewright.format.log.LogProgress;
import dev.cachewright.format.traffic.TrafficReading;
import java.nio.file.Path;
import java.util.List;

/// Reads logs on disk; takes as long as they are.
@FunctionalInterface
public interface TrafficReader {

    /// @throws dev.cachewright.store.FileProblem where there is nothing at one of the places
    TrafficReading read(List<Path> places, LogProgress progress);
}
