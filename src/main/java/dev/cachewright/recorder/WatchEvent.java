package dev.cachewright.recorder;

import dev.cachewright.analysis.TokenRange;
import dev.cachewright.session.Call;
import dev.cachewright.session.Exchange;

/// What happens while an application is watched; told one after the other.
public sealed interface WatchEvent {

    /// A call has ended.
    ///
    /// @param input tokens as counted
    /// @param key the same characters for the same key within one watch; empty where the call had none
    record Ended(Call call, Exchange exchange, TokenRange input, String key) implements WatchEvent {
    }

    /// The disk does not take calls; those that wait for it are in memory.
    ///
    /// @param reason in the words of the disk
    record DiskRefused(String reason, int waiting) implements WatchEvent {
    }

    /// Calls have passed that are not in the session.
    ///
    /// @param calls how many so far, for this reason
    record Missed(Gap gap, long calls) implements WatchEvent {
    }
}
