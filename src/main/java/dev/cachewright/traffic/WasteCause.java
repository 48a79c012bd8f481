package dev.cachewright.traffic;

import java.util.Locale;

/// Why a call read less than an earlier one had sent of its text.
public enum WasteCause {

    /// Text that changes from call to call stands before text that does not.
    VOLATILE_TEXT,
    /// A tool came, went or reads otherwise.
    TOOLS_CHANGED,
    /// The same tools came in another order.
    TOOLS_REORDERED,
    /// The schema of the answer differs.
    SCHEMA_CHANGED,
    /// An earlier message of a conversation was changed, dropped or put together with others.
    HISTORY_EDITED,
    /// The model, or a setting that belongs to the prefix.
    SETTING_CHANGED,
    /// The `prompt_cache_key`.
    KEY_CHANGED,
    /// What was stored was kept no longer.
    EXPIRED,
    /// The call that stores it had not been answered.
    PARALLEL_COLD,
    /// What repeats is shorter than the rules ask for.
    BELOW_THRESHOLD,
    /// No breakpoint ends what repeats.
    NO_BREAKPOINT,
    /// The first call of its family, which later ones read from.
    COLD,
    /// By the published rules it should have been read.
    PROVIDER_UNEXPLAINED;

    /// The words in `--json`.
    public String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /// Whether it lies between what was read and what the best layout would have read at the same times.
    public boolean isBetween() {
        return switch (this) {
            case EXPIRED, PARALLEL_COLD, COLD, BELOW_THRESHOLD -> false;
            default -> true;
        };
    }
}
