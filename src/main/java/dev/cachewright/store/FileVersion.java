package dev.cachewright.store;

import java.nio.file.Path;
import java.util.Optional;

/// An earlier version of files.
public interface FileVersion {

    /// What people call it.
    String name();

    /// Why there is nothing to compare a file with, in a sentence: it is new, or no version of it is kept; empty where
    /// there is one.
    Optional<String> whyNothing(Path file);

    /// The files as they were.
    FileBytes files();
}
