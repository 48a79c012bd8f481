package dev.cachewright.traffic;

/// Tokens that something shares with the request that is looked at, counted anew for each request.
final class Votes {

    private int sum;
    private int lastPoll;

    /// @param poll the number of the request, from 1 on
    /// @return whether it is the first vote of this poll
    boolean add(int tokens, int poll) {
        boolean isFirst = lastPoll != poll;
        sum = isFirst ? tokens : sum + tokens;
        lastPoll = poll;
        return isFirst;
    }

    /// The votes of the latest poll that had any.
    int sum() {
        return sum;
    }
}
