package dev.cachewright.divergence;

/// Why two requests part.
///
/// @param name what it is about: a setting, a tool, a message; may be empty
/// @param before what the earlier request has, the number of messages where it has more of them; may be empty
/// @param now the same of the later one; may be empty
public record Cause(Kind kind, String name, String before, String now) {

    /// The most telling first. Down to [#ITEM_INSERTED] all are proven; a time and an id are told by their form.
    public enum Kind {
        MODEL_CHANGED, CACHE_KEY_CHANGED, SETTING_CHANGED, TOOLS_REORDERED, KEYS_REORDERED, LINE_ENDS, UNICODE_FORM,
        ITEM_DROPPED, COMPACTED, ITEM_INSERTED, TIME, ID, SIGNED_ADDRESS, TOOLS_CHANGED, SCHEMA_CHANGED,
        HISTORY_EDITED, BREAKPOINT_MOVED, BREAKPOINT_REMOVED, VALUE_CHANGED, TEXT_EDITED
    }

    public static Cause of(Kind kind) {
        return new Cause(kind, "", "", "");
    }
}
