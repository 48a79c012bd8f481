package dev.cachewright.cli.argument;

/// How a command ends, for the program that called it.
public final class ExitStatus {

    public static final int DONE = 0;
    /// The work was done, and the answer is no.
    public static final int NO = 1;
    /// An argument or a file cannot be used.
    public static final int UNUSABLE = 2;

    private ExitStatus() {
    }
}
