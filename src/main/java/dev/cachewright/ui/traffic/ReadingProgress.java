package dev.cachewright.ui.traffic;

import dev.cachewright.format.log.LogProgress;
import dev.cachewright.words.Numbers;
import dev.cachewright.words.Texts;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.OptionalLong;
import java.util.function.Consumer;

/// Tells how far a reading has come, some times a second, and ends it where that is asked for.
final class ReadingProgress implements LogProgress {

    private static final Duration EVERY = Duration.ofMillis(100);
    private static final double MEGABYTE = 1_000_000;

    private final String words;
    private final InstantSource clock;
    private final Consumer<Seen> told;
    private final Instant start;
    private Instant last;
    private volatile boolean cancelled;

    /// @param words what is read: `reading`, or `opening`
    /// @param told is called on the thread that reads
    ReadingProgress(String words, InstantSource clock, Consumer<Seen> told) {
        this.words = words;
        this.clock = clock;
        this.told = told;
        this.start = clock.instant();
        this.last = start;
    }

    /// What a person sees.
    ///
    /// @param share of all bytes; −1 where their number is not known
    record Seen(String words, double share) {
    }

    @Override
    public void report(long bytes, OptionalLong all, long calls) {
        Instant now = clock.instant();
        if (!now.isBefore(last.plus(EVERY))) {
            last = now;
            told.accept(seen(words, new Read(bytes, all, calls), Duration.between(start, now)));
        }
    }

    /// How much was read.
    record Read(long bytes, OptionalLong all, long calls) {
    }

    /// Tells what goes on once all is read.
    void say(String now) {
        told.accept(new Seen(now, -1));
    }

    static Seen seen(String words, Read read, Duration gone) {
        if (read.all().isEmpty() || read.all().getAsLong() == 0 || read.bytes() == 0) {
            return new Seen(Texts.format("traffic." + words, read.calls(), megabytes(read.bytes())), -1);
        }
        long all = read.all().getAsLong();
        double share = Math.min(1, read.bytes() / (double) all);
        var left = Duration.ofMillis(Math.round(gone.toMillis() * (1 - share) / share));
        return new Seen(Texts.format("traffic." + words + "-of", read.calls(), megabytes(read.bytes()),
                megabytes(all), Numbers.clock(left)), share);
    }

    private static String megabytes(long bytes) {
        return Numbers.decimal(Math.round(bytes / MEGABYTE * 10) / 10.0);
    }

    @Override
    public boolean isCancelled() {
        return cancelled;
    }

    void cancel() {
        cancelled = true;
    }
}
