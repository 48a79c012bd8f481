package dev.cachewright.session;

import java.io.IOException;

/// What went out and came back in the calls of a session; not to be asked on the UI thread.
public interface Exchanges {

    /// @throws IOException where it cannot be read
    Exchange of(Call call) throws IOException;
}
