package dev.cachewright.ui.editor;

/// Where the cards of a column are, and how far it is scrolled.
///
/// What is at the upper edge stays there when the cards above it turn out to be higher or lower than was thought. Heights
/// are pixels; of the content, unless they are said to be of the view.
final class CardPlaces {

    /// Above the first card.
    static final double TOP = 16;

    private double[] tops = {TOP};
    private double end;
    private double view;
    private int anchor;
    private double below = -TOP;

    /// Takes the heights of all cards.
    ///
    /// @param foot the height of what comes after the last
    /// @param viewHeight how much is in sight at a time
    void measure(double[] heights, double foot, double viewHeight) {
        double[] next = new double[heights.length + 1];
        double y = TOP;
        for (int i = 0; i < heights.length; i++) {
            next[i] = y;
            y += heights[i];
        }
        next[heights.length] = y;
        tops = next;
        end = y + foot;
        view = viewHeight;
        anchor = Math.clamp(anchor, 0, Math.max(0, count() - 1));
    }

    int count() {
        return tops.length - 1;
    }

    /// The height of all content.
    double total() {
        return end;
    }

    /// How much of the content cannot be in sight at the same time.
    double hidden() {
        return Math.max(0, end - view);
    }

    double top(int card) {
        return tops[card];
    }

    double bottom(int card) {
        return tops[card + 1];
    }

    /// How far the content is scrolled.
    double offset() {
        return Math.clamp(tops[anchor] + below, 0, hidden());
    }

    void scrollTo(double wanted) {
        double at = Math.clamp(wanted, 0, hidden());
        anchor = Math.max(0, at(at));
        below = at - tops[anchor];
    }

    void scrollBy(double pixels) {
        scrollTo(offset() + pixels);
    }

    void scrollToTop() {
        anchor = 0;
        below = -TOP;
    }

    /// The card at the upper edge.
    int first() {
        return anchor;
    }

    /// The cards have other numbers now: the one at the upper edge this, or none where it is gone.
    void renumber(int first) {
        if (first >= 0) {
            anchor = first;
        } else if (anchor == 0) {
            below = Math.min(below, 0);
        }
    }

    /// The last card that begins at or above a height of the content; -1 where there is none at all.
    int at(double y) {
        int from = 0;
        int to = count() - 1;
        while (from < to) {
            int middle = (from + to + 1) >>> 1;
            if (tops[middle] <= y) {
                from = middle;
            } else {
                to = middle - 1;
            }
        }
        return count() == 0 ? -1 : from;
    }

    /// The number of the gap that is nearest to a height of the view, from 0 above the first card.
    int slotAt(double y) {
        int slot = 0;
        while (slot < count() && y > (tops[slot] + tops[slot + 1]) / 2 - offset()) {
            slot++;
        }
        return slot;
    }

    /// How much of the card at a height of the view is above it, from 0 to 1.
    double partAbove(double y) {
        int card = Math.max(0, at(offset() + y));
        double high = tops[Math.min(card + 1, count())] - tops[card];
        return Math.clamp((offset() + y - tops[card]) / Math.max(1, high), 0, 1);
    }
}
