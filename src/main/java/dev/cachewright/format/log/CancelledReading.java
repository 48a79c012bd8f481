package dev.cachewright.format.log;

/// Leaves the middle of a log, where the reader wants no more of it.
final class CancelledReading extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CancelledReading() {
        super("", null, false, false);
    }
}
