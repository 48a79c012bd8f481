package dev.cachewright.run;

import dev.cachewright.analysis.CountedRequest;
import dev.cachewright.session.PromptMark;
import dev.cachewright.session.Purpose;
import java.time.Instant;

/// What the calls of a run send, by their index in it. Asked again for a call that is sent again.
public interface CallRequests {

    /// @param at when it is sent
    CountedRequest request(int index, Instant at);

    /// What it is made for. The first token of one for control is one that no other call has, so that nothing of it can be
    /// read.
    Purpose purpose(int index);

    /// Whether each call is like the one before it, so that a vendor that compares calls can be asked what differs.
    default boolean followEachOther() {
        return true;
    }

    /// Counted tokens of the static prefix that its forecast promises.
    int prefix(int index);

    /// The prompt that it is of.
    PromptMark mark(int index);
}
