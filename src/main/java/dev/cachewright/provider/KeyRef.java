package dev.cachewright.provider;

/// Which key a server is sent, without the key: under which name it is kept, and the one server that may have it.
///
/// @param profile the profile that it was entered for; empty where no key is sent
/// @param origin scheme, host and port of the only server that is sent it
/// @param variable the environment variable that stands in for it; empty where none does
public record KeyRef(String profile, String origin, String variable) {

    private static final KeyRef NONE = new KeyRef("", "", "");

    /// For servers that are never sent a key.
    public static KeyRef none() {
        return NONE;
    }

    public boolean isNone() {
        return profile.isEmpty() || origin.isEmpty();
    }

    /// The name under which it is kept. The server is a part of it: a profile whose address is edited to another server
    /// has no key until one is entered for that.
    public String entry() {
        return profile + " @ " + origin;
    }
}
