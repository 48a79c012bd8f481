package dev.cachewright.cli.argument;

/// Thrown where an argument cannot be used; the message is one line for people.
public final class CliProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public CliProblem(String message) {
        super(message);
    }
}
