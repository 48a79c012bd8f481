package dev.cachewright.whatif;

import java.util.List;
import java.util.Locale;

/// A figure of a question that can be moved, and where its curve is drawn.
public enum Knob {

    /// Calls a minute.
    PER_MINUTE(List.of(0.02, 0.05, 0.1, 0.2, 0.3, 0.5, 1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0)),
    /// Calls that are sent together.
    TOGETHER(List.of(1.0, 2.0, 3.0, 5.0, 8.0, 12.0, 20.0, 50.0, 100.0)),
    /// Cache keys.
    KEYS(List.of(1.0, 2.0, 3.0, 5.0, 10.0, 20.0, 50.0, 100.0, 200.0, 500.0)),
    /// Tokens more in the static prefix.
    PAD(List.of(0.0, 64.0, 128.0, 256.0, 384.0, 512.0, 768.0, 1_024.0, 1_536.0, 2_048.0, 4_096.0)),
    /// Tokens of an answer.
    OUTPUT(List.of(0.0, 50.0, 100.0, 200.0, 500.0, 1_000.0, 2_000.0, 5_000.0, 10_000.0));

    private final List<Double> stops;

    Knob(List<Double> stops) {
        this.stops = stops;
    }

    /// Where its curve is drawn, ascending.
    public List<Double> stops() {
        return stops;
    }

    /// The name on the command line.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The question where this figure is `value`.
    public Question set(Question question, double value) {
        Load load = question.load();
        int whole = (int) Math.round(value);
        return switch (this) {
            case PER_MINUTE -> question.withLoad(load.withPerMinute(value));
            case TOGETHER -> question.withLoad(load.withTogether(whole));
            case KEYS -> question.withLoad(load.withKeys(whole));
            case PAD -> question.withPad(whole);
            case OUTPUT -> question.withOutput(whole);
        };
    }

    /// This figure of a question.
    public double of(Question question) {
        return switch (this) {
            case PER_MINUTE -> question.load().perMinute();
            case TOGETHER -> question.load().together();
            case KEYS -> question.load().keys();
            case PAD -> question.pad();
            case OUTPUT -> question.output();
        };
    }
}
