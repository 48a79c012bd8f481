package dev.cachewright.format.log.part;

import java.util.Optional;

/// What a record of a log is.
public sealed interface Finding {

    /// A call.
    ///
    /// @param joinId what its answer is found by in another file; empty where the record holds all there is
    record Call(FoundCall call, String joinId) implements Finding {

        public Call(FoundCall call) {
            this(call, "");
        }
    }

    /// An answer whose request may stand in another file.
    ///
    /// @param failure why the call failed, where it did
    record Answer(FoundCall call, String joinId, Optional<String> failure) implements Finding {
    }

    /// A line of a session, of which several make a call.
    record Line(SessionLine line) implements Finding {
    }

    /// Something that was read and is no call that reached a model.
    ///
    /// @param why in words of which there are few
    record PassedOver(String why) implements Finding {
    }

    /// Something that cannot be read.
    ///
    /// @param why in words of which there are few
    record Unread(String why) implements Finding {
    }
}
