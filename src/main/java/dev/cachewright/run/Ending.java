package dev.cachewright.run;

import dev.cachewright.session.CallResult;

/// When the failures of a series are too many.
///
/// Not safe for several threads.
final class Ending {

    private final Stops stops;
    private int failures;
    private boolean isLastOdd;
    private boolean isDue;

    Ending(Stops stops) {
        this.stops = stops;
    }

    /// Where the first failure ends the series, one odd answer does not, and two in a row do.
    void after(CallResult result) {
        boolean isOdd = result instanceof CallResult.Failed failed && failed.failure().isOfAnswer();
        if (result instanceof CallResult.Failed) {
            failures++;
            isDue |= stops.failures() == 1 ? !isOdd || isLastOdd : failures >= stops.failures();
        }
        isLastOdd = isOdd;
    }

    void atOnce() {
        isDue = true;
    }

    boolean isDue() {
        return isDue;
    }
}
