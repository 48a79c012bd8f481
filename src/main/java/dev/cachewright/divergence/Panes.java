package dev.cachewright.divergence;

import java.util.List;

/// Two requests as readable texts, part by part in the provider's order, with what differs in them.
public record Panes(List<Text> earlier, List<Text> later) {

    public Panes {
        earlier = List.copyOf(earlier);
        later = List.copyOf(later);
    }

    /// One part of a request.
    ///
    /// @param text what it says: the text of a message, the JSON of anything else
    /// @param shared so many first characters are the shared beginning of both requests
    /// @param changed what the other request does not have, in order
    public record Text(Part part, String text, int shared, List<Span> changed) {

        public Text {
            changed = List.copyOf(changed);
        }
    }

    /// Characters of a text, from `start` to before `end`; a place between two characters where these are the same.
    public record Span(int start, int end) {
    }
}
