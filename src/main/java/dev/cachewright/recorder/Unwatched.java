package dev.cachewright.recorder;

import dev.cachewright.recorder.http.HttpHead;
import dev.cachewright.recorder.http.Tap;

/// What passes and is no call of a model.
final class Unwatched implements Tap {

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
        // Not looked at.
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
