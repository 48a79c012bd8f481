package dev.cachewright.traffic;

import java.util.Locale;

/// Why a call read less than an earlier one had stored of its text.
public enum Cause {

    VOLATILE_TEXT, TOOLS_CHANGED, TOOLS_REORDERED, SCHEMA_CHANGED, HISTORY_EDITED, SETTING_CHANGED, KEY_CHANGED,
    EXPIRED,
    PARALLEL_COLD, BELOW_THRESHOLD, NO_BREAKPOINT, COLD, PROVIDER_UNEXPLAINED;

    /// The words in `--json`.
    public String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /// Whether another layout of the same calls at the same times would have read what was lost.
    public boolean isOfLayout() {
        return this != EXPIRED && this != PARALLEL_COLD && this != COLD && this != PROVIDER_UNEXPLAINED;
    }
}
