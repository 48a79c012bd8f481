package dev.cachewright.provider;

/// An answer in the server's own form, as far as it matters for the calls after it.
///
/// @param id by which the server knows the answer; empty where it gave none
/// @param items what the next request carries after the messages of this one, as a JSON array in the form of the API:
/// tool calls and reasoning byte for byte as they came; empty where it is not known
/// @param diagnosis what the server itself says of its cache, as JSON; empty where it was not asked or did not say
public record Reply(String id, String items, String diagnosis) {

    private static final Reply NONE = new Reply("", "", "");

    /// Nothing but its text is known.
    public static Reply none() {
        return NONE;
    }
}
