package dev.cachewright.ui.kit.text;

import java.util.Arrays;
import java.util.List;

/// Maps between offsets in a text and positions in the area that shows it.
///
/// In the area every paragraph end counts as one character; in the text a soft break counts none, `\r\n` two.
/// Where each run of 256 paragraphs starts is remembered, so that a search reads one run. An edit within paragraphs
/// moves the starts of the runs after it; one that makes or joins paragraphs has them counted again.
final class ParagraphMap {

    private static final int RUN = 256;

    private int[] lengths = new int[1];
    private Piece.End[] ends = {Piece.End.SOFT};
    private int count = 1;

    /// Where each run starts, up to `knownRuns`.
    private int[] textStarts = new int[2];
    private int[] areaStarts = new int[2];
    private int knownRuns = 1;

    /// A place in both systems: the paragraph, the column in it, and where the paragraph starts.
    record Place(int paragraph, int column, int textStart, int areaStart) {

        int text() {
            return textStart + column;
        }

        int area() {
            return areaStart + column;
        }
    }

    int count() {
        return count;
    }

    Piece.End end(int paragraph) {
        return ends[paragraph];
    }

    boolean isSoft(int paragraph) {
        return paragraph >= 0 && paragraph < count - 1 && ends[paragraph] == Piece.End.SOFT;
    }

    /// The line end of this text: that of its first line, `\n` without one.
    String lineEnd() {
        for (int i = 0; i < count; i++) {
            if (ends[i] != Piece.End.SOFT) {
                return ends[i].text();
            }
        }
        return Piece.End.LF.text();
    }

    int textLength() {
        Place last = ofArea(Integer.MAX_VALUE);
        return last.text() + ends[count - 1].length();
    }

    /// The place of a text offset. At a soft break it is the end of the earlier paragraph, or the start of the
    /// `later` one. Inside `\r\n` it is the end before it.
    Place ofText(int offset, boolean later) {
        countRuns();
        // At the start of a run the place may be the end of the paragraph before it.
        int run = runOf(textStarts, offset - 1);
        int text = textStarts[run];
        int area = areaStarts[run];
        for (int i = run * RUN;; i++) {
            int past = text + lengths[i] + (i == count - 1 ? 0 : Math.max(0, ends[i].length() - 1));
            if (offset <= past && !(later && isSoft(i) && offset == past) || i == count - 1) {
                return new Place(i, Math.clamp(offset - text, 0, lengths[i]), text, area);
            }
            text += lengths[i] + ends[i].length();
            area += lengths[i] + 1;
        }
    }

    Place ofArea(int position) {
        countRuns();
        int run = runOf(areaStarts, position);
        int text = textStarts[run];
        int area = areaStarts[run];
        for (int i = run * RUN;; i++) {
            if (position <= area + lengths[i] || i == count - 1) {
                return new Place(i, Math.clamp(position - area, 0, lengths[i]), text, area);
            }
            text += lengths[i] + ends[i].length();
            area += lengths[i] + 1;
        }
    }

    int textStart(int paragraph) {
        countRuns();
        int run = paragraph / RUN;
        int text = textStarts[run];
        for (int i = run * RUN; i < paragraph; i++) {
            text += lengths[i] + ends[i].length();
        }
        return text;
    }

    /// The last run that starts at `wanted` or before it.
    private int runOf(int[] starts, int wanted) {
        int low = 0;
        int high = knownRuns - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (starts[middle] <= wanted) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    private void countRuns() {
        int runs = (count + RUN - 1) / RUN;
        if (runs > textStarts.length) {
            textStarts = Arrays.copyOf(textStarts, runs + runs / 8);
            areaStarts = Arrays.copyOf(areaStarts, textStarts.length);
        }
        for (; knownRuns < runs; knownRuns++) {
            int text = textStarts[knownRuns - 1];
            int area = areaStarts[knownRuns - 1];
            for (int i = (knownRuns - 1) * RUN; i < knownRuns * RUN; i++) {
                text += lengths[i] + ends[i].length();
                area += lengths[i] + 1;
            }
            textStarts[knownRuns] = text;
            areaStarts[knownRuns] = area;
        }
    }

    /// Puts new paragraphs in the place of those from `first` to `last`, both included.
    void replace(int first, int last, List<Piece> pieces) {
        moveRuns(first, last, pieces);
        int tail = count - last - 1;
        int newCount = first + pieces.size() + tail;
        int[] newLengths = newCount > lengths.length ? Arrays.copyOf(lengths, newCount + newCount / 8) : lengths;
        Piece.End[] newEnds = newCount > ends.length ? Arrays.copyOf(ends, newLengths.length) : ends;
        System.arraycopy(lengths, last + 1, newLengths, first + pieces.size(), tail);
        System.arraycopy(ends, last + 1, newEnds, first + pieces.size(), tail);
        for (int i = 0; i < pieces.size(); i++) {
            newLengths[first + i] = pieces.get(i).text().length();
            newEnds[first + i] = pieces.get(i).end();
        }
        lengths = newLengths;
        ends = newEnds;
        count = newCount;
    }

    private void moveRuns(int first, int last, List<Piece> pieces) {
        int touched = first / RUN;
        if (pieces.size() != last - first + 1) {
            knownRuns = Math.min(knownRuns, touched + 1);
            return;
        }
        // The starts inside the stretch are counted again; those after it move.
        int text = 0;
        int area = 0;
        int run = touched;
        for (int i = first; i <= last; i++) {
            Piece piece = pieces.get(i - first);
            text += piece.text().length() + piece.end().length() - lengths[i] - ends[i].length();
            area += piece.text().length() - lengths[i];
            boolean isLastOfRun = (i + 1) % RUN == 0;
            if (isLastOfRun && i < last && run + 1 < knownRuns) {
                run++;
                textStarts[run] += text;
                areaStarts[run] += area;
            }
        }
        for (int later = run + 1; later < knownRuns; later++) {
            textStarts[later] += text;
            areaStarts[later] += area;
        }
    }
}
