package dev.cachewright.prompt;

/// What a template renders to, piece by piece.
public sealed interface Piece {

    /// Characters of the current message.
    record Text(Segment segment) implements Piece {
    }

    /// The next piece belongs to a new message of this role.
    record NewMessage(Role role) implements Piece {
    }
}
