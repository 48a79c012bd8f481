package dev.cachewright.analysis;

import dev.cachewright.cache.MissReason;
import dev.cachewright.catalog.InputSplit;
import dev.cachewright.catalog.Money;
import java.util.Optional;

/// What is computed for a call before it is sent.
///
/// @param split the input as the rules say it will be read
/// @param cost of the input; empty where the model has no price
/// @param promised cached tokens that the static prefix gives a warm call
/// @param reason why less than promised is forecast
/// @param word the vendor's own word for what changed (`tools_changed`); empty where nothing did
/// @param changedIn the block in which the request leaves the nearest earlier one; empty where it does not
/// @param isSure whether the time since the last use leaves no doubt about what is still kept
public record CallForecast(InputSplit split, Optional<Money> cost, long promised, MissReason reason, String word,
        String changedIn, boolean isSure) {

    /// A forecast that nothing makes doubtful and no setting changed.
    public CallForecast(InputSplit split, Optional<Money> cost, long promised, MissReason reason, String changedIn) {
        this(split, cost, promised, reason, "", changedIn, true);
    }
}
