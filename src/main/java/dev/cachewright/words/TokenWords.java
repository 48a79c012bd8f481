package dev.cachewright.words;

import dev.cachewright.analysis.Analysis;
import dev.cachewright.analysis.Destination;
import dev.cachewright.analysis.Estimate;
import dev.cachewright.analysis.TokenRange;
import dev.cachewright.catalog.Correction;
import dev.cachewright.token.part.Band;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Numbers of tokens in words: exact ones as they are, estimates with a sign, their band and the reason.
public final class TokenWords {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    private TokenWords() {
    }

    /// `1,842`, or `≈ 5,240`.
    public static String brief(TokenRange range) {
        return about(range.isExact(), Numbers.count(range.tokens()));
    }

    /// The figure, with the sign where what it follows from is an estimate; zero is exact, however it is counted.
    public static String brief(boolean isExact, long tokens) {
        return about(isExact || tokens == 0, Numbers.count(tokens));
    }

    /// `1,842 tokens`, `≈ 5,240, between 4,760 and 5,900 tokens`, or `≈ 5,240, at least 4,760 tokens`.
    public static String full(TokenRange range) {
        if (range.isExact()) {
            return Texts.format("estimate.exact", range.tokens());
        }
        return range.isOpen()
                ? Texts.format("estimate.at-least", Numbers.count(range.tokens()), Numbers.count(range.low()))
                : Texts.format("estimate.between", Numbers.count(range.tokens()), Numbers.count(range.low()),
                        Numbers.count(range.high()));
    }

    /// `1,842`, `≈ 5,240 (4,760 to 5,900)`, or `≈ 5,240 (4,760 or more)`, for use in a sentence.
    public static String inSentence(TokenRange range) {
        if (range.isExact()) {
            return Numbers.count(range.tokens());
        }
        return range.isOpen()
                ? Texts.format("estimate.or-more", Numbers.count(range.tokens()), Numbers.count(range.low()))
                : Texts.format("estimate.about-band", Numbers.count(range.tokens()), Numbers.count(range.low()),
                        Numbers.count(range.high()));
    }

    /// Any figure that follows from an estimate: `≈ $0.0038`.
    public static String about(String figure) {
        return Texts.format("estimate.about", figure);
    }

    /// The figure, with the sign only where it is an estimate.
    public static String about(boolean isExact, String figure) {
        return isExact ? figure : about(figure);
    }

    /// The figure, with the sign only where the analysis is an estimate.
    public static String about(Analysis analysis, String figure) {
        return about(analysis.isExact(), figure);
    }

    /// The figure for a narrow place, signed where the analysis is an estimate: `≈$0.0038`.
    public static String tight(Analysis analysis, String figure) {
        return analysis.isExact() ? figure : Texts.format("estimate.tight", figure);
    }

    /// Why the counts are estimates; empty where they are not.
    public static String why(Analysis analysis) {
        return why(analysis.destination(), analysis.estimate());
    }

    /// Why the counts of what goes there are estimates; empty where they are not.
    public static String why(Destination destination, Estimate estimate) {
        List<String> reasons = new ArrayList<>();
        Correction correction = estimate.correction();
        if (correction.isOfServer()) {
            reasons.add(Texts.get("estimate.on-server"));
        } else if (correction.requests() > 0) {
            reasons.add(calibrated(correction));
        } else if (!correction.isNone()) {
            reasons.add(Texts.format(key(destination, correction), factor(correction.low()), factor(correction.high()),
                    correction.source().text()));
        }
        Band band = estimate.band();
        if (band.isOpen()) {
            reasons.add(Texts.get("estimate.open"));
        } else if (!band.isExact()) {
            reasons.add(Texts.format("estimate.unproven", band.below(), band.above()));
        }
        return String.join(" ", reasons);
    }

    private static String calibrated(Correction correction) {
        return Texts.format("estimate.calibrated",
                correction.source().date().map(DAY::format).orElse(correction.source().text()), correction.requests(),
                factor(correction.low()), factor(correction.high()), correction.source().text());
    }

    private static String key(Destination destination, Correction correction) {
        if (destination.model().isEmpty()) {
            return "estimate.unknown-model";
        }
        boolean isAssumed = correction.source().equals(Correction.UNKNOWN.source());
        return isAssumed ? "estimate.other-tokenizer" : "estimate.no-tokenizer";
    }

    private static String factor(double factor) {
        return Numbers.decimal(factor);
    }
}
