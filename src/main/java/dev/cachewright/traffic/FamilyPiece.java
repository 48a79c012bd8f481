package dev.cachewright.traffic;

/// What is known of a piece of text in the calls of one family: whether most of them have it, and which had it last.
final class FamilyPiece {

    /// Of a piece that no call had.
    static final FamilyPiece NONE = new FamilyPiece(0);

    final int tokens;
    /// The latest call with it; null where none of the latest calls has it.
    LatestCalls.Holder latest;
    /// Calls with it in their frames.
    int calls;
    /// Whether it is in most calls, when that was last looked at.
    boolean isCore;
    /// Whether it leads to the family.
    boolean isListed;
    private int lastCall;
    private int lastLook;

    FamilyPiece(int tokens) {
        this.tokens = tokens;
    }

    /// A piece that a call has twice counts once.
    ///
    /// @param number of the latest of these calls, from 1 on
    void inCalls(int more, int number) {
        calls += lastCall == number ? 0 : more;
        lastCall = number;
    }

    /// @return whether it is the first time in this look at a request
    boolean isFirstIn(int look) {
        boolean isFirst = lastLook != look;
        lastLook = look;
        return isFirst;
    }

    boolean isKnownLately() {
        return latest != null;
    }

    boolean isForgotten() {
        return latest == null && calls == 0;
    }
}
