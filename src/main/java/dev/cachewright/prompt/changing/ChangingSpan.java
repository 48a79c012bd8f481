package dev.cachewright.prompt.changing;

/// Text that looks as if it changed from call to call, as UTF-16 offsets.
///
/// The span is what changes, without the word that tells it: `8f3a-22c1` of `Session 8f3a-22c1`.
public record ChangingSpan(int start, int end, Kind kind) {

    /// What the text looks like.
    public enum Kind {
        /// A day without a time.
        DATE,
        /// A moment or a time of day.
        TIME,
        /// Seconds, or parts of seconds, since 1970.
        EPOCH, UUID, HASH,
        /// A name made for one session, request, trace and the like.
        ID,
        /// The number of a turn, call, attempt and the like.
        COUNTER,
        /// Text that is random on purpose.
        NONCE, SIGNED_ADDRESS,
        /// A folder or file for temporary use, with a random part in its name.
        PATH
    }
}
