package dev.cachewright.recorder;

import dev.cachewright.recorder.http.HttpHead;
import dev.cachewright.recorder.http.Tap;

/// What passes and is not looked at; a WebSocket to a path of calls is counted.
final class Unread implements Tap {

    private static final int SWITCHING = 101;

    private final boolean isOfCalls;
    private final Journal journal;

    /// @param isOfCalls whether the path is one of calls
    Unread(boolean isOfCalls, Journal journal) {
        this.isOfCalls = isOfCalls;
        this.journal = journal;
    }

    @Override
    public void request(byte[] bytes, int from, int to) {
        // Not looked at.
    }

    @Override
    public void sent(long nanos) {
        // Not looked at.
    }

    @Override
    public void answered(int status, HttpHead head, long nanos) {
        if (isOfCalls && status == SWITCHING) {
            journal.missed(Gap.WEB_SOCKET);
        }
    }

    @Override
    public void answer(byte[] bytes, int from, int to, long nanos) {
        // Not looked at.
    }

    @Override
    public void ended(Ending ending, long nanos) {
        // Not looked at.
    }
}
