package dev.cachewright.format.log.part;

import java.time.Instant;
import java.util.Optional;

/// A line of a session of an agent, where several lines make a call.
public sealed interface SessionLine {

    /// A line of Claude Code.
    ///
    /// @param id of the line, and `parent` the one that it follows; empty where its form has none
    /// @param conversation its session, and the agent within it
    /// @param message of the answer that it holds a part of
    record Transcript(String form, String id, String parent, String conversation, Optional<Instant> at,
            Optional<Message> message) implements SessionLine {
    }

    /// An answer, or a part of one.
    ///
    /// @param key shared by the lines of one call
    /// @param usage as JSON
    record Message(String key, String id, String model, String usage) {
    }

    /// A line of Codex.
    sealed interface Rollout extends SessionLine {
    }

    /// How a rollout begins.
    record Session(String id, String provider) implements Rollout {
    }

    /// The model from here on.
    record Context(String model) implements Rollout {
    }

    /// Something that the next request sends.
    record Input(Optional<Instant> at) implements Rollout {
    }

    /// The tokens of the call that has just ended.
    ///
    /// @param last of this call, `total` of all so far, both as JSON; empty where it is not told
    record Tokens(Optional<Instant> at, String last, String total) implements Rollout {
    }
}
