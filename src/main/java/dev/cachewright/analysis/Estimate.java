package dev.cachewright.analysis;

import dev.cachewright.catalog.Correction;
import dev.cachewright.prompt.Request;
import dev.cachewright.token.part.Band;
import dev.cachewright.token.request.RequestTokens;
import dev.cachewright.token.request.TokenSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;

/// Turns token positions of a request into the figures that are shown and priced, with their band.
///
/// Positions are counts of the encoding that was used, o200k_base where a model publishes none. Only running totals
/// are converted, and figures of parts are their differences, so that parts always add up. An exact count stays as it
/// is.
///
/// @param correction of the model, with a band that covers the scripts of the request
/// @param text the share of text in the request, from 0 to 1: what is around it is known in the model's own tokens
/// @param band how far the count of the request's form may be off, in counted tokens
public record Estimate(Correction correction, double text, Band band) {

    /// An estimate of nothing but text.
    public Estimate(Correction correction, Band band) {
        this(correction, 1, band);
    }

    /// The estimate for one request to a model with that correction.
    public static Estimate of(Correction correction, Request request, RequestTokens tokens) {
        return of(correction, request, tokens, new Scripts());
    }

    /// The same for one of several requests that are much alike.
    ///
    /// @param scripts of those before
    static Estimate of(Correction correction, Request request, RequestTokens tokens, Scripts scripts) {
        return new Estimate(
                correction.isNone()
                        ? correction
                        : correction.widened(scripts.shareOfOthers(request)),
                share(tokens),
                tokens.band());
    }

    /// How much of a request is text, of which alone it is not known how the model cuts it.
    private static double share(RequestTokens tokens) {
        return tokens.total() == 0 ? 1 : 1 - (double) tokens.measured() / tokens.total();
    }

    /// Whether the figures are known to be the server's own.
    public boolean isExact() {
        return correction.isNone() && band.isExact();
    }

    /// The figure for the first `position` tokens.
    public int tokens(int position) {
        return correction.typical(position);
    }

    /// The figure with its band. The band of the request's form is assumed to be at the beginning, where tools and
    /// stored conversations are; it is wider than need be for what comes before.
    public TokenRange range(int position) {
        return new TokenRange(low(position), tokens(position), high(position));
    }

    /// The blocks with converted figures.
    public List<TokenSpan> spans(List<TokenSpan> counted) {
        var spans = new ArrayList<TokenSpan>();
        int before = 0;
        for (TokenSpan span : counted) {
            int cumulative = tokens(span.cumulative());
            spans.add(new TokenSpan(span.blockId(), cumulative - before, cumulative));
            before = cumulative;
        }
        return List.copyOf(spans);
    }

    /// The most positions whose figure is not above `figure`.
    public int positionOf(int figure, int size) {
        return firstAbove(this::tokens, figure, size) - 1;
    }

    /// Where in a request of `size` tokens the server's count reaches `count`: not before the first position, surely
    /// by the second. Either is `size + 1` where it is after the end.
    public Zone zoneOf(int count, int size) {
        return new Zone(firstAbove(this::high, count - 1, size), firstAbove(this::low, count - 1, size));
    }

    private Correction bounds() {
        return correction.narrowed(text);
    }

    private int low(int position) {
        return bounds().low(Math.max(0, position - band.below()));
    }

    private int high(int position) {
        if (position == 0) {
            return 0;
        }
        return band.isOpen() ? TokenRange.OPEN : bounds().high(position + band.above());
    }

    /// The first position from 0 to `size` whose rising figure is above `limit`, else `size + 1`.
    private static int firstAbove(IntUnaryOperator figure, int limit, int size) {
        int from = 0;
        int to = size + 1;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (figure.applyAsInt(middle) > limit) {
                to = middle;
            } else {
                from = middle + 1;
            }
        }
        return from;
    }

    /// Token positions between which a count is reached.
    public record Zone(int from, int to) {
    }
}
