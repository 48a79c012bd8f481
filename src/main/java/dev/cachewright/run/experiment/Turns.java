package dev.cachewright.run.experiment;

/// Which call of an experiment is made for which arm: each arm once in a round, and after the layouts the control; each
/// round begins with the next arm, so that none is always first.
///
/// @param layouts how many
record Turns(int layouts) {

    private int arms() {
        return layouts + 1;
    }

    int calls(int rounds) {
        return Math.multiplyExact(rounds, arms());
    }

    /// From 0 on.
    int round(int call) {
        return call / arms();
    }

    /// The index of the layout; as many as there are layouts for the control.
    int arm(int call) {
        return (call % arms() + round(call)) % arms();
    }

    boolean isControl(int call) {
        return arm(call) == layouts;
    }

    /// The layout that is sent: the control sends the first.
    int layout(int call) {
        return isControl(call) ? 0 : arm(call);
    }
}
