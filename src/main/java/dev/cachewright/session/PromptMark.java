package dev.cachewright.session;

/// Which prompt a call was made of.
///
/// @param name of the prompt, as people see it; empty where it is not known
/// @param edition tells one state of the prompt from another ([dev.cachewright.prompt.Edition]); empty where it is not
/// known
public record PromptMark(String name, String edition) {

    private static final PromptMark UNKNOWN = new PromptMark("", "");

    /// Of calls that an earlier version kept.
    public static PromptMark unknown() {
        return UNKNOWN;
    }
}
