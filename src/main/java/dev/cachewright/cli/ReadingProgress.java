package dev.cachewright.cli;

import dev.cachewright.cli.print.Console;
import dev.cachewright.format.log.LogProgress;
import dev.cachewright.words.Numbers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.OptionalLong;

/// Tells of a long reading how far it has come: a line every few seconds.
final class ReadingProgress implements LogProgress {

    private static final Duration EVERY = Duration.ofSeconds(5);
    private static final long MEGABYTE = 1_000_000;

    private final Console console;
    private final InstantSource clock;
    private final Instant start;
    private Instant told;

    ReadingProgress(Console console, InstantSource clock) {
        this.console = console;
        this.clock = clock;
        this.start = clock.instant();
        this.told = start;
    }

    @Override
    public void report(long bytes, OptionalLong all, long calls) {
        Instant now = clock.instant();
        if (now.isBefore(told.plus(EVERY))) {
            return;
        }
        told = now;
        double share = all.isPresent() && all.getAsLong() > 0 ? bytes / (double) all.getAsLong() : 0;
        Duration gone = Duration.between(start, now);
        String left = share > 0
                ? " of " + Numbers.count(all.getAsLong() / MEGABYTE) + " MB, about "
                        + Numbers.clock(Duration.ofSeconds(Math.round(gone.toSeconds() * (1 - share) / share)))
                        + " left"
                : " MB";
        console.say("reading: " + Numbers.count(calls) + " calls, " + Numbers.count(bytes / MEGABYTE) + left);
    }
}
