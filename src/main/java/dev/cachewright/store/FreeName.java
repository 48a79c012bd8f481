package dev.cachewright.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/// Names for files that are set aside.
public final class FreeName {

    private FreeName() {
    }

    /// The first name that no file has.
    ///
    /// @param name by number, from 1 on
    public static Path first(IntFunction<Path> name) {
        return IntStream.iterate(1, number -> number + 1).mapToObj(name).filter(path -> !Files.exists(path))
                .findFirst().orElseThrow();
    }
}
