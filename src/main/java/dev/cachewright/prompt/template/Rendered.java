package dev.cachewright.prompt.template;

/// What a template renders to, piece by piece.
public sealed interface Rendered {

    /// Characters.
    ///
    /// @param start where they begin in the template; for what comes from a tag, where the tag begins
    /// @param isValue whether they come from a tag rather than from the author's text
    record Text(String text, int start, boolean isValue) implements Rendered {
    }

    /// The next piece belongs to a new message.
    ///
    /// @param role the word of its role
    record NewMessage(String role) implements Rendered {
    }

    /// The conversation goes here.
    record History() implements Rendered {
    }

    /// A part of the message ends here, and another begins.
    record Section() implements Rendered {
    }

    /// A picture or another file.
    ///
    /// @param url its address, or itself as a `data:` URL
    /// @param contentType empty where the template gives none
    /// @param start where the tag begins
    record Media(String url, String contentType, int start) implements Rendered {
    }
}
