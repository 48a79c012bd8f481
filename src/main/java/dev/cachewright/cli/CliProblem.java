package dev.cachewright.cli;

/// Thrown where an argument cannot be used; the message is one line for people.
final class CliProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CliProblem(String message) {
        super(message);
    }
}
