package dev.cachewright.advice.layout;

/// A place where a breakpoint may be: after a set of the changing blocks of a stage, or after a block that stays.
///
/// @param stage the number of the stage; -1 for a block that stays
/// @param set of the stage's changing blocks; 0 after those that never change
/// @param piece the piece that ends there, of a block that stays; else the first of the stage
/// @param block the block that stays; empty for a set
/// @param ends for each call how many tokens a prefix has that ends there; 0 where that is too few to be stored
/// @param isRead for each call whether an earlier one has stored it
record Rung(int stage, int set, int piece, String block, long[] ends, boolean[] isRead) {

    /// Whether a layout can have this place before another one.
    boolean isBelow(Rung other) {
        if (stage >= 0 && stage == other.stage) {
            return set != other.set && (set & ~other.set) == 0;
        }
        return piece < other.piece || piece == other.piece && stage < 0 && other.stage >= 0;
    }
}
