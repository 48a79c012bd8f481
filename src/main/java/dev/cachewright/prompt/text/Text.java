package dev.cachewright.prompt.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/// Text that can be long: immutable, and edited in time that does not grow with it. An edited text shares with the
/// one before it whatever the edit left alone, so that a list of a thousand edits takes little more room than one text.
///
/// Offsets are in UTF-16 units. [#toString()] walks over all of it, [#hashCode()] over its two ends.
public final class Text {

    private static final Text EMPTY = new Text(Rope.of(List.<Chunk>of()));
    private static final int LEAF = 1_024;

    private final Rope<Chunk> rope;
    /// The tags of the text, found when first asked for; a race finds the same twice.
    private TagScanner.Found found;
    /// What was made of the text last, kept beside it.
    private volatile Object reading;

    private Text(Rope<Chunk> rope) {
        this.rope = rope;
    }

    /// A piece of the text; its weight is the number of its opening braces, so that tags are found without a walk.
    record Chunk(String text, int weight) implements Rope.Leaf<Chunk> {

        static Chunk of(String text) {
            int braces = 0;
            for (int at = text.indexOf('{'); at >= 0; at = text.indexOf('{', at + 1)) {
                braces++;
            }
            return new Chunk(text, braces);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public Chunk self() {
            return this;
        }
    }

    public static Text of(String text) {
        return text.isEmpty() ? EMPTY : new Text(Rope.of(leaves(text)));
    }

    public static Text empty() {
        return EMPTY;
    }

    /// The texts, one after the other.
    public static Text join(List<Text> texts) {
        Rope<Chunk> all = EMPTY.rope;
        for (Text text : texts) {
            all = Rope.join(all, text.rope);
        }
        return new Text(all);
    }

    private static List<Chunk> leaves(String text) {
        var leaves = new ArrayList<Chunk>(text.length() / LEAF + 1);
        for (int from = 0; from < text.length(); from += LEAF) {
            leaves.add(Chunk.of(text.substring(from, Math.min(text.length(), from + LEAF))));
        }
        return leaves;
    }

    Rope<Chunk> rope() {
        return rope;
    }

    public int length() {
        return rope.length();
    }

    public boolean isEmpty() {
        return rope.length() == 0;
    }

    public char charAt(int offset) {
        Objects.checkIndex(offset, length());
        Rope.At<Chunk> at = Rope.leafAt(rope, offset);
        return at.leaf().text().charAt(offset - at.start());
    }

    /// The text with `inserted` in place of the `deleted` units from `position` on.
    ///
    /// @throws IndexOutOfBoundsException where these are not in the text
    public Text replace(int position, int deleted, String inserted) {
        Objects.checkFromIndexSize(position, deleted, length());
        if (deleted == 0 && inserted.isEmpty()) {
            return this;
        }
        if (isEmpty()) {
            return of(inserted);
        }
        Rope.At<Chunk> first = Rope.leafAt(rope, position);
        Rope.At<Chunk> last = Rope.leafAt(rope, position + deleted);
        int to = last.end();
        String touched = first.leaf().text().substring(0, position - first.start()) + inserted
                + last.leaf().text().substring(position + deleted - last.start());
        if (touched.length() < LEAF / 2 && to < length()) {
            Chunk next = Rope.leafAt(rope, to).leaf();
            touched += next.text();
            to += next.length();
        }
        Rope<Chunk> written = Rope.of(leaves(touched));
        return new Text(Rope.join(Rope.join(Rope.before(rope, first.start()), written), Rope.from(rope, to)));
    }

    /// The units from `from` to before `to` as a text that shares them.
    public Text sub(int from, int to) {
        Objects.checkFromToIndex(from, to, length());
        return from == 0 && to == length() ? this : replace(to, length() - to, "").replace(0, from, "");
    }

    public String substring(int from, int to) {
        Objects.checkFromToIndex(from, to, length());
        var text = new StringBuilder(to - from);
        for (int at = from; at < to;) {
            Rope.At<Chunk> leaf = Rope.leafAt(rope, at);
            int end = Math.min(to, leaf.end());
            text.append(leaf.leaf().text(), at - leaf.start(), end - leaf.start());
            at = end;
        }
        return text.toString();
    }

    /// The units from `from` to before `to`.
    public char[] chars(int from, int to) {
        Objects.checkFromToIndex(from, to, length());
        char[] chars = new char[to - from];
        for (int at = from; at < to;) {
            Rope.At<Chunk> leaf = Rope.leafAt(rope, at);
            int end = Math.min(to, leaf.end());
            leaf.leaf().text().getChars(at - leaf.start(), end - leaf.start(), chars, at - from);
            at = end;
        }
        return chars;
    }

    public boolean startsWith(String start, int at) {
        return at + start.length() <= length() && substring(at, at + start.length()).equals(start);
    }

    /// Where `wanted` first occurs from `from` on, or -1.
    public int indexOf(String wanted, int from) {
        for (int at = from; at < length();) {
            Rope.At<Chunk> leaf = Rope.leafAt(rope, at);
            int end = leaf.end();
            String here = substring(at, Math.min(length(), end + wanted.length() - 1));
            int found = here.indexOf(wanted);
            if (found >= 0) {
                return at + found;
            }
            at = end;
        }
        return -1;
    }

    public boolean endsWith(String end) {
        return length() >= end.length() && substring(length() - end.length(), length()).equals(end);
    }

    /// Where `{{` first occurs from `from` on, or -1.
    int openBraces(int from) {
        int at = from;
        while (at < length()) {
            Rope.At<Chunk> leaf = Rope.leafAt(rope, at);
            int brace = leaf.leaf().text().indexOf('{', at - leaf.start());
            if (brace < 0) {
                at = leafWithBrace(leaf);
            } else if (leaf.start() + brace + 1 < length() && charAt(leaf.start() + brace + 1) == '{') {
                return leaf.start() + brace;
            } else {
                at = leaf.start() + brace + 1;
            }
        }
        return -1;
    }

    /// The start of the next leaf that contains a brace, or the end.
    private int leafWithBrace(Rope.At<Chunk> before) {
        int braces = before.weight() + before.leaf().weight();
        return braces == rope.weight() ? length() : Rope.leafAtWeight(rope, braces).start();
    }

    public TagScanner.Found found() {
        if (found == null) {
            found = TagScanner.scan(this);
        }
        return found;
    }

    /// What `make` makes of the text, made once for the text and not for each time that it is asked for; a race makes
    /// the same twice.
    public <T> T reading(Class<T> type, Function<Text, T> make) {
        Object before = reading;
        if (type.isInstance(before)) {
            return type.cast(before);
        }
        T made = make.apply(this);
        reading = made;
        return made;
    }

    /// How many units this text and `other` share from their beginning on.
    public int commonPrefix(Text other) {
        return TextDifference.commonPrefix(rope, other.rope);
    }

    /// Where this text and `other` differ, by whole characters.
    public TextDifference difference(Text other) {
        TextDifference units = TextDifference.of(rope, other.rope);
        int start = units.start();
        if (start > 0 && Character.isHighSurrogate(charAt(start - 1))) {
            start--;
        }
        boolean tearsEnd = units.end() < length() && Character.isLowSurrogate(charAt(units.end()));
        int more = tearsEnd ? 1 : 0;
        return units.isNone() ? units : new TextDifference(start, units.end() + more, units.otherEnd() + more);
    }

    @Override
    public boolean equals(Object other) {
        return this == other || other instanceof Text text && length() == text.length()
                && difference(text).isNone();
    }

    @Override
    public int hashCode() {
        int ends = Math.min(length(), LEAF / 32);
        return 31 * (31 * length() + substring(0, ends).hashCode()) + substring(length() - ends, length()).hashCode();
    }

    /// The whole text in one piece.
    @Override
    public String toString() {
        if (length() <= LEAF) {
            return isEmpty() ? "" : substring(0, length());
        }
        var text = new StringBuilder(length());
        rope.forEach(leaf -> text.append(leaf.text()));
        return text.toString();
    }
}
