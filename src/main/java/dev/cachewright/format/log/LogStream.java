package dev.cachewright.format.log;

import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalLong;

/// A log that can be read: a file, or what stands before a pipe.
///
/// @param name as places in it are to be told
/// @param bytes its size, where it is known
/// @param isRepeatable whether it can be opened more than once
/// @param isAgain whether it was given before, so that it is not read
public record LogStream(String name, OptionalLong bytes, Opener opener, boolean isRepeatable, boolean isAgain) {

    /// One that was not given before.
    public LogStream(String name, OptionalLong bytes, Opener opener, boolean isRepeatable) {
        this(name, bytes, opener, isRepeatable, false);
    }

    /// One that can be opened again.
    public LogStream(String name, OptionalLong bytes, Opener opener) {
        this(name, bytes, opener, true);
    }

    /// The same, given again.
    public LogStream again() {
        return new LogStream(name, OptionalLong.of(0), opener, isRepeatable, true);
    }

    /// Opens a log at its beginning.
    @FunctionalInterface
    public interface Opener {

        /// The text of the log, unpacked.
        InputStream open() throws IOException;
    }

    /// A stream that is unpacked while it is read, and knows how much of the packed file it has taken.
    public interface Packed {

        /// Bytes taken so far.
        long taken();
    }
}
