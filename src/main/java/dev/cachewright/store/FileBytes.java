package dev.cachewright.store;

import java.io.IOException;
import java.nio.file.Path;

/// Where the bytes of files come from: the disk, or a version that a repository keeps.
@FunctionalInterface
public interface FileBytes {

    /// @throws java.nio.file.NoSuchFileException where there is no such file
    /// @throws dev.cachewright.prompt.text.InputException where it is none that can be read
    byte[] of(Path file) throws IOException;

    /// The files as they are on disk now.
    static FileBytes onDisk() {
        return TextFile::bytes;
    }
}
