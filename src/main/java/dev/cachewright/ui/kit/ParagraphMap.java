package dev.cachewright.ui.kit;

import java.util.Arrays;
import java.util.List;

/// Maps between offsets in a text and positions in the area that shows it.
///
/// In the area every paragraph end counts as one character; in the text a soft break counts none, `\r\n` two.
/// A search is linear: 40,000 paragraphs take some ten microseconds.
final class ParagraphMap {

    private int[] lengths = new int[1];
    private Piece.End[] ends = {Piece.End.SOFT};
    private int count = 1;

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
        int length = 0;
        for (int i = 0; i < count; i++) {
            length += lengths[i] + ends[i].length();
        }
        return length;
    }

    /// The place of a text offset. At a soft break it is the end of the earlier paragraph, or the start of the
    /// `later` one. Inside `\r\n` it is the end before it.
    Place ofText(int offset, boolean later) {
        int text = 0;
        int area = 0;
        for (int i = 0; i < count; i++) {
            int past = text + lengths[i] + (i == count - 1 ? 0 : Math.max(0, ends[i].length() - 1));
            if (offset <= past && !(later && isSoft(i) && offset == past) || i == count - 1) {
                return new Place(i, Math.clamp(offset - text, 0, lengths[i]), text, area);
            }
            text += lengths[i] + ends[i].length();
            area += lengths[i] + 1;
        }
        throw new AssertionError("a text has a last paragraph");
    }

    Place ofArea(int position) {
        int text = 0;
        int area = 0;
        for (int i = 0;; i++) {
            if (position <= area + lengths[i] || i == count - 1) {
                return new Place(i, Math.clamp(position - area, 0, lengths[i]), text, area);
            }
            text += lengths[i] + ends[i].length();
            area += lengths[i] + 1;
        }
    }

    int textStart(int paragraph) {
        int text = 0;
        for (int i = 0; i < paragraph; i++) {
            text += lengths[i] + ends[i].length();
        }
        return text;
    }

    /// Puts new paragraphs in the place of those from `first` to `last`, both included.
    void replace(int first, int last, List<Piece> pieces) {
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
}
