package dev.cachewright.token;

import dev.cachewright.prompt.text.Rope;
import dev.cachewright.prompt.text.Text;
import dev.cachewright.prompt.text.TextDifference;
import dev.cachewright.token.LongTokens.Cell;
import dev.cachewright.token.encoding.TokenList;
import dev.cachewright.token.encoding.Utf8;
import java.util.ArrayList;
import java.util.List;

/// A text and its tokens, counted stretch by stretch; immutable, and counted anew after an edit in time that does
/// not grow with the text.
///
/// Stretches end where no piece of the encoding crosses, so that their counts add up to that of the whole text
/// exactly. Only counts are kept: ids are made again from a stretch of text where they are asked for.
public final class CountedText {

    private final TextCounter counter;
    private final Text text;
    private final Rope<Stretch> stretches;

    CountedText(TextCounter counter, Text text, Rope<Stretch> stretches) {
        this.counter = counter;
        this.text = text;
        this.stretches = stretches;
    }

    public Text text() {
        return text;
    }

    /// How many tokens the text has.
    public int tokens() {
        return stretches.weight();
    }

    /// The text with `inserted` in place of the `deleted` units from `position` on.
    public CountedText replace(int position, int deleted, String inserted) {
        return to(text.replace(position, deleted, inserted), position, position + deleted,
                position + inserted.length());
    }

    /// Another text, of which only what differs from this one is counted.
    public CountedText to(Text next) {
        TextDifference difference = text.difference(next);
        return difference.isNone()
                ? new CountedText(counter, next, stretches)
                : to(next, difference.start(), difference.end(), difference.otherEnd());
    }

    /// This text and another one after it.
    public CountedText join(CountedText after) {
        if (text.isEmpty() || after.text.isEmpty()) {
            return text.isEmpty() ? after : this;
        }
        var joined = new CountedText(counter, Text.join(List.of(text, after.text)),
                Rope.join(stretches, after.stretches));
        int border = text.length();
        return joined.to(joined.text, border, border, border);
    }

    /// @param next equals this text before `start`, and from `nextEnd` on what is here from `end` on
    private CountedText to(Text next, int start, int end, int nextEnd) {
        return new CountedText(counter, next, new Recount(counter, text, stretches).of(next, start, end, nextEnd));
    }

    private int endOf(int offset) {
        return Rope.leafAt(stretches, offset).end();
    }

    /// How many tokens begin before the character at `offset`.
    public int tokensBefore(int offset) {
        if (offset <= 0 || offset >= text.length()) {
            return offset <= 0 ? 0 : tokens();
        }
        Cell cell = cell(Rope.leafAt(stretches, offset), offset);
        int bytes = Utf8.length(text.chars(cell.start(), offset), 0, offset - cell.start());
        int tokens = 0;
        for (int begin = 0; tokens < cell.ids().size() && begin < bytes; tokens++) {
            begin += counter.tokenizer().byteLength(cell.ids().get(tokens));
        }
        return cell.weight() + tokens;
    }

    /// The offset of the character in which token number `index` begins; the end of the text where there is no such
    /// token.
    public int offsetOfToken(int index) {
        if (index <= 0 || index >= tokens()) {
            return index <= 0 ? 0 : text.length();
        }
        Rope.At<Stretch> at = Rope.leafAtWeight(stretches, index);
        Cell cell = at.leaf().isLong()
                ? moved(at, at.leaf().kept().cellOfToken(index - at.weight()))
                : cell(at, at.start());
        int bytes = 0;
        for (int i = 0; i < index - cell.weight(); i++) {
            bytes += counter.tokenizer().byteLength(cell.ids().get(i));
        }
        return cell.start() + Utf8.charOffset(text.chars(cell.start(), cell.end()), bytes);
    }

    /// What holds the character at `offset` and can be looked at on its own: a stretch, or a part of a long one.
    private Cell cell(Rope.At<Stretch> at, int offset) {
        return at.leaf().isLong()
                ? moved(at, at.leaf().kept().cellAt(offset - at.start()))
                : new Cell(at.start(), at.end(), at.weight(), counter.encode(charsOf(at)));
    }

    private static Cell moved(Rope.At<Stretch> at, Cell cell) {
        return new Cell(at.start() + cell.start(), at.start() + cell.end(), at.weight() + cell.weight(), cell.ids());
    }

    /// How many tokens this text and `other`, of the same encoding, share from their beginning on.
    public int commonPrefix(CountedText other) {
        int shared = text.commonPrefix(other.text);
        if (shared == text.length() && shared == other.text.length()) {
            return tokens();
        }
        if (text.isEmpty() || other.text.isEmpty()) {
            return 0;
        }
        int same = wholeCharacters(shared);
        Rope.At<Stretch> last = Rope.leafAt(stretches, Math.max(0, same - 1));
        char[] chars = text.chars(last.start(), same);
        int border = last.leaf().isLong() ? 0 : lastBorder(chars);
        int from = last.start() + border;
        // Both characters around that border are shared, so that it is one of the other text as well. After it the
        // texts may share tokens that are parts of characters.
        return last.weight() + counter.tokenizer().count(chars, 0, border)
                + encodeFrom(from, same).commonPrefix(other.encodeFrom(from, same));
    }

    /// An offset that lies in no pair of surrogates, `offset` or the one before it.
    private int wholeCharacters(int offset) {
        return offset > 0 && Character.isHighSurrogate(text.charAt(offset - 1)) ? offset - 1 : offset;
    }

    /// The tokens from a border on to the end of the stretch that holds `offset`.
    private TokenList encodeFrom(int border, int offset) {
        int end = endOf(Math.min(offset, text.length() - 1));
        var ids = new TokenList.Builder();
        for (int at = border; at < end;) {
            Rope.At<Stretch> stretch = Rope.leafAt(stretches, at);
            int next = stretch.end();
            ids.addAll(stretch.start() == at ? idsOf(stretch, text.chars(at, next))
                    : counter.encode(text.chars(at, next)));
            at = next;
        }
        return ids.build();
    }

    /// How many tokens of the first `offset` characters are the same whatever follows them.
    public int stableTokens(int offset) {
        int end = wholeCharacters(offset);
        if (end == 0) {
            return 0;
        }
        CountedText before = replace(end, text.length() - end, "");
        Rope.At<Stretch> last = Rope.leafAt(before.stretches, end - 1);
        char[] chars = before.charsOf(last);
        int border = lastBorder(chars);
        // Nothing after a border changes the tokens before it.
        CountedText open = border == 0 ? before.only(last) : counter.count(text.sub(last.start() + border, end));
        return last.weight() + (border == 0 ? 0 : counter.tokenizer().count(chars, 0, border))
                + StablePrefix.of(open, counter.tokenizer());
    }

    /// The ids of the tokens from number `from` to before number `to`.
    public TokenList ids(int from, int to) {
        var ids = new TokenList.Builder();
        for (int next = Math.max(0, from); next < Math.min(to, tokens());) {
            Rope.At<Stretch> at = Rope.leafAtWeight(stretches, next);
            int first = next;
            int[] here = idsOf(at, charsOf(at)).toArray();
            for (; next < to && next - at.weight() < here.length; next++) {
                ids.add(here[next - at.weight()]);
            }
            assert next > first : "a stretch without tokens";
        }
        return ids.build();
    }

    /// The tokens that touch the characters from `from` to before `to`, in their order.
    public List<TextToken> tokensIn(int from, int to) {
        var found = new TokenChars(counter.tokenizer(), from, to);
        for (int at = Math.max(0, from); at < Math.min(to, text.length());) {
            Cell cell = cell(Rope.leafAt(stretches, at), at);
            found.add(cell.start(), text.chars(cell.start(), cell.end()), cell.ids());
            at = cell.end();
        }
        return found.found();
    }

    /// The ids of all tokens.
    public TokenList ids() {
        return ids(0, tokens());
    }

    /// The last border within these characters, or their beginning.
    private int lastBorder(char[] chars) {
        int border = Math.max(0, chars.length - 1);
        while (border > 0 && !counter.borders().isSafe(chars, border)) {
            border--;
        }
        return border;
    }

    private CountedText only(Rope.At<Stretch> at) {
        return new CountedText(counter, text.sub(at.start(), at.end()),
                Rope.of(List.of(at.leaf())));
    }

    private TokenList idsOf(Rope.At<Stretch> at, char[] chars) {
        return at.leaf().isLong() ? at.leaf().kept().ids() : counter.encode(chars);
    }

    private char[] charsOf(Rope.At<Stretch> at) {
        return text.chars(at.start(), at.end());
    }

    /// How the text is cut, for tests.
    List<Stretch> stretches() {
        return new ArrayList<>(stretches.leaves());
    }
}
