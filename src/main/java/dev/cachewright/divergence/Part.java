package dev.cachewright.divergence;

/// A part of a request as people see it.
///
/// @param role of a message, in the word of the wire; empty for others
/// @param number of the message in its list, from 1 on; 0 for others
/// @param name of a tool or a setting, the type of an item that is no text; empty for others
public record Part(Kind kind, String role, int number, String name) {

    /// Where in the provider's order a part stands.
    public enum Kind {
        SETTING, TOOL, SCHEMA, INSTRUCTIONS, MESSAGE
    }

    public static Part setting(String name) {
        return new Part(Kind.SETTING, "", 0, name);
    }

    public static Part tool(String name) {
        return new Part(Kind.TOOL, "", 0, name);
    }
}
