package dev.cachewright.store;

import dev.cachewright.prompt.text.LineDifference;
import java.nio.file.Path;

/// How a file on disk differs from what the window holds of it.
///
/// @param lines those of the window are removed, those on disk are added
public record FileDifference(Path file, LineDifference lines) {

    static FileDifference of(Path file, String mine, String onDisk) {
        return new FileDifference(file, LineDifference.of(mine, onDisk));
    }
}
