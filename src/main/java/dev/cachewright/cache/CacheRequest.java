package dev.cachewright.cache;

import dev.cachewright.cache.request.RequestContent;
import dev.cachewright.cache.state.Partition;
import dev.cachewright.cache.state.Partitions;
import dev.cachewright.catalog.Correction;
import dev.cachewright.token.request.TokenSequence;
import java.time.Duration;
import java.util.OptionalLong;

/// What a cache sees of a request.
///
/// @param partitions the settings that it must share with an earlier one to read from it
/// @param tokens the input in the order in which the server reads it, compared with those of earlier requests
/// @param content where prefixes of it can end, and what it asks of the cache
/// @param prefix counted tokens of the static prefix, which says what a warm call should read
/// @param answersAfter how long after the request its answer begins: only from then on others can read what it stores
/// @param correction what turns counted tokens into those that the rules are about
public record CacheRequest(Partitions partitions, TokenSequence tokens, RequestContent content, int prefix,
        Duration answersAfter, Correction correction) {

    /// A request of an exact count that is answered at once and whose prefix is all of it.
    public CacheRequest(Partition partition, TokenSequence tokens, RequestContent content) {
        this(Partitions.same(partition), tokens, content, tokens.total(), Duration.ZERO, Correction.NONE);
    }

    /// This request with an answer that begins so much later.
    public CacheRequest answeredAfter(Duration time) {
        return new CacheRequest(partitions, tokens, content, prefix, time, correction);
    }

    /// This request in the scale of a server that counts so many tokens for all of it; the same where it reports as many
    /// as are counted here, or none.
    public CacheRequest scaledTo(OptionalLong reported) {
        long all = reported.orElse(0);
        return all == 0 || all == size() || tokens.total() == 0
                ? this
                : new CacheRequest(partitions, tokens, content, prefix, answersAfter,
                        Correction.measured(all / (double) tokens.total()));
    }

    /// The figure that rules and prices see for the first `position` tokens.
    public int figure(int position) {
        return correction.typical(position);
    }

    int size() {
        return figure(tokens.total());
    }
}
