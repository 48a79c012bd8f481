package dev.cachewright.prompt;

/// What a template renders to, piece by piece.
public sealed interface Piece {

    /// Characters of the current message.
    record Text(Segment segment) implements Piece {
    }

    /// The next piece belongs to a new message of this role.
    record NewMessage(Role role) implements Piece {
    }

    /// Between two sections of the current message, of which one that is blank is none.
    record Section() implements Piece {
    }

    /// A picture or another file that belongs to the current message.
    ///
    /// @param address its URL
    /// @param contentType empty where the template gives none
    record Media(Segment address, String contentType) implements Piece {

        /// Whether its value is missing: then there is nothing to send.
        boolean isMissing() {
            return address.text().isBlank();
        }
    }
}
