package dev.cachewright.session;

/// The prompt that a session is of.
///
/// @param name as people see it; empty where it is not known
/// @param path of its file, absolute; empty where it has none
public record PromptSource(String name, String path) {

    private static final PromptSource UNKNOWN = new PromptSource("", "");

    /// Of sessions that an earlier version kept.
    public static PromptSource unknown() {
        return UNKNOWN;
    }

    /// Whether both may be the same prompt: the same file, or, where one of them has none, the same name. One that is not
    /// known may be any.
    public boolean isSame(PromptSource other) {
        boolean isKnown = !name.isEmpty() && !other.name.isEmpty();
        return !isKnown || (path.isEmpty() || other.path.isEmpty() ? name.equals(other.name) : path.equals(other.path));
    }
}
