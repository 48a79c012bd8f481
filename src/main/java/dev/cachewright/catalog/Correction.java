package dev.cachewright.catalog;

/// How many tokens of a model correspond to one token of o200k_base, where the vendor publishes no tokenizer.
///
/// Counts of o200k_base are positions in the request; a correction turns them into what the vendor may count. It keeps
/// their order, so that blocks whose ends are converted still add up to the converted total.
///
/// @param low the least factor for text in Latin letters, above 0
/// @param typical the factor that a single figure is given with
/// @param high the greatest factor for text in Latin letters
/// @param otherScripts the greatest factor for text wholly in other letters, at least `high`
/// @param source where the factors come from, with the day, and what is uncertain about them
/// @param requests how many requests of the user it was measured with; 0 for factors that were written or assumed
public record Correction(double low, double typical, double high, double otherScripts, Source source, int requests) {

    private static final String OF_SERVER = "the server's own count";

    /// The vendor's tokenizer is public: counts are left as they are.
    public static final Correction NONE = new Correction(1, 1, 1, 1, new Source("", ""));

    /// For models whose tokenizer nothing is known of. An assumption of ours, 2026-11-23: public vocabularies of 32,000 to
    /// 260,000 entries lie within it for English and code.
    public static final Correction UNKNOWN = new Correction(0.8, 1, 1.5, 2.5,
            new Source("assumption for models without figures of their own, 2026-11-23", ""));

    /// Factors that no request of the user was measured for.
    public Correction(double low, double typical, double high, double otherScripts, Source source) {
        this(low, typical, high, otherScripts, source, 0);
    }

    /// @throws IllegalArgumentException where the factors are not above 0 and in order
    public Correction {
        if (!(low > 0 && low <= typical && typical <= high && high <= otherScripts)) {
            throw new IllegalArgumentException(low + " to " + typical + " to " + high + " to " + otherScripts);
        }
    }

    /// What was measured of one request.
    ///
    /// @param factor above 0
    public static Correction measured(double factor) {
        return new Correction(factor, factor, factor, factor, new Source(OF_SERVER, ""));
    }

    /// Whether it is the server's count of one request, and no estimate.
    public boolean isOfServer() {
        return source.text().equals(OF_SERVER);
    }

    /// Whether there is nothing to correct.
    public boolean isNone() {
        return equals(NONE);
    }

    /// The tokens that the model is most likely to count where o200k_base counts `tokens`.
    public int typical(int tokens) {
        return Math.toIntExact(Math.round(tokens * typical));
    }

    /// The fewest tokens that the model may count.
    public int low(int tokens) {
        return (int) Math.floor(tokens * low);
    }

    /// The most tokens that the model may count.
    public int high(int tokens) {
        return (int) Math.ceil(tokens * high);
    }

    /// The correction with a band for a request of which the share `text`, from 0 to 1, is text.
    public Correction narrowed(double text) {
        return new Correction(typical - (typical - low) * text, typical, typical + (high - typical) * text,
                typical + (otherScripts - typical) * text, source, requests);
    }

    /// The correction with a band for text of which the share `others`, from 0 to 1, is in other than Latin letters.
    public Correction widened(double others) {
        return new Correction(low, typical, high + Math.clamp(others, 0, 1) * (otherScripts - high), otherScripts,
                source, requests);
    }
}
