package dev.cachewright.analysis;

import dev.cachewright.cache.MissReason;
import dev.cachewright.catalog.InputSplit;
import dev.cachewright.catalog.Money;
import dev.cachewright.token.part.Band;
import dev.cachewright.token.request.RequestTokens;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What is computed for a call before it is sent.
///
/// @param split the input as the rules say it will be read
/// @param cost of the input; empty where the model has no price
/// @param promised cached tokens that the static prefix gives a warm call
/// @param reason why less than promised is forecast
/// @param changed where the request diverges from the nearest earlier one, where that is the reason
/// @param certainty how far what is measured may lie from it
public record CallForecast(InputSplit split, Optional<Money> cost, long promised, MissReason reason, Divergence changed,
        Certainty certainty) {

    /// A certain forecast of an exact count.
    ///
    /// @param changedIn the block in which the request diverges from the nearest earlier one; empty where it does not
    public CallForecast(InputSplit split, Optional<Money> cost, long promised, MissReason reason, String changedIn) {
        this(split, cost, promised, reason, changedIn.isEmpty() ? Divergence.NONE : Divergence.inBlock("", changedIn),
                Certainty.FULL);
    }

    /// The block in which the request diverges from the nearest earlier one; empty where it does not.
    public String changedIn() {
        return changed.block();
    }

    /// Whether anything was forecast: the rules of the cache are known.
    public boolean isKnown() {
        return reason != MissReason.NO_RULES;
    }

    /// Whether the time since the last use leaves no doubt about what is still kept.
    public boolean isSure() {
        return certainty.isSure();
    }

    /// Whether the prefix is counted as too short and may yet reach the threshold, because the count is an estimate.
    public boolean isPerhapsBelow() {
        return reason == MissReason.BELOW_THRESHOLD && !certainty.band().isExact();
    }

    /// Whether more is read than the static prefix promises: the text after it is that of an earlier call.
    public boolean isBeyondPrefix() {
        return split.cached() > promised;
    }

    /// This forecast with another place where the text differs.
    CallForecast changedIn(Divergence place) {
        return new CallForecast(split, cost, promised, reason, place, certainty);
    }

    /// This forecast with a reason that names nothing in the request.
    CallForecast because(MissReason other) {
        return new CallForecast(split, cost, promised, other, Divergence.NONE, certainty);
    }

    /// This forecast where the text differs after so many tokens.
    CallForecast changedAt(int common, RequestTokens tokens) {
        return new CallForecast(split, cost, promised, MissReason.PREFIX_CHANGED, new Divergence(common, "",
                tokens.placeAfter(common + 1), Divergence.BodyPlace.NONE, "", ""), certainty);
    }

    /// This forecast where so much would have been read of what is kept no longer.
    CallForecast expired(long kept) {
        return new CallForecast(split, cost, Math.max(promised, kept), MissReason.EXPIRED, Divergence.NONE, certainty);
    }

    /// This forecast with a band that reaches so many cached tokens.
    CallForecast upTo(long most) {
        Band band = certainty.band();
        return most <= split.cached() + band.above()
                ? this
                : new CallForecast(split, cost, promised, reason, changed, new Certainty(
                        new Band(band.below(), Math.toIntExact(most - split.cached())), certainty.isSure(),
                        certainty.ends(), certainty.age()));
    }

    /// How certain a forecast is.
    ///
    /// @param band of the cached tokens, where the count is an estimate or the rules leave them open
    /// @param isSure whether the time since the last use leaves no doubt about what is still kept
    /// @param ends the numbers of cached tokens that the request can read, as it looks for breakpoints; empty where any
    /// shorter prefix can be read too
    /// @param age of what it reads, or would read had it not expired; empty where nothing was stored
    public record Certainty(Band band, boolean isSure, List<Long> ends, Optional<Age> age) {

        /// Fully certain: an exact count, and no doubt about what is still kept.
        public static final Certainty FULL = new Certainty(Band.EXACT, true);

        public Certainty {
            ends = List.copyOf(ends);
        }

        /// Of rules by which any prefix can be read.
        public Certainty(Band band, boolean isSure) {
            this(band, isSure, List.of());
        }

        /// Of something that is not known to be stored.
        public Certainty(Band band, boolean isSure, List<Long> ends) {
            this(band, isSure, ends, Optional.empty());
        }
    }

    /// How long something stored has not been used.
    ///
    /// @param idle time since it was last stored or read, when the call is sent
    /// @param sure so long it is there for sure after each use
    /// @param expected so long it is assumed to be there
    public record Age(Duration idle, Duration sure, Duration expected) {
    }
}
