package dev.cachewright.ui.workspace;

import dev.cachewright.recorder.Recorder;
import java.io.IOException;

/// The recorder of a window, while one runs. Once it is closed, none begins any more. Safe for all threads, and none of
/// it for that of the UI but the last [#close]: to end a recorder may take seconds.
final class RunningRecorder implements AutoCloseable {

    private Runnable end = () -> {
        // None runs.
    };
    private boolean isClosed;

    /// Starts a recorder.
    interface Start {

        Recorder start() throws IOException;
    }

    /// @throws IOException where its port cannot be had
    synchronized Recorder begin(Start start) throws IOException {
        if (isClosed) {
            throw new IOException("the window is closed");
        }
        end();
        Recorder begun = start.start();
        end = begun::close;
        return begun;
    }

    /// Ends it in order: what has passed is kept when this returns.
    synchronized void end() {
        end.run();
        end = () -> {
            // It has ended.
        };
    }

    @Override
    public synchronized void close() {
        isClosed = true;
        end();
    }
}
