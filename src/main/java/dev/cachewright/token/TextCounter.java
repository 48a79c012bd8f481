package dev.cachewright.token;

import dev.cachewright.prompt.text.Rope;
import dev.cachewright.prompt.text.Text;
import dev.cachewright.token.Recount.Known;
import dev.cachewright.token.encoding.SafeBorders;
import dev.cachewright.token.encoding.TokenList;
import dev.cachewright.token.encoding.Tokenizer;
import dev.cachewright.token.encoding.Utf8;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Counts texts in one encoding, and remembers long ones by a name, so that the next text of that name costs no more
/// than what differs. May be used by several threads at once.
public final class TextCounter {

    /// Edits join stretches that are shorter with the next one.
    static final int SHORTEST = 64;
    private static final int USUAL = 192;
    /// Stretches of so many usual lengths keep their tokens.
    private static final int LONG = 16;
    private static final int REMEMBERED_TEXTS = 512;
    private static final int WORTH_REMEMBERING = 4_096;

    private final Tokenizer tokenizer;
    private final SafeBorders borders;
    private final int usual;
    private final Map<String, CountedText> remembered = new LinkedHashMap<>(16, 0.75f, true) {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, CountedText> eldest) {
            return size() > REMEMBERED_TEXTS;
        }
    };

    public TextCounter(Tokenizer tokenizer) {
        this(tokenizer, USUAL);
    }

    /// @param usual how long stretches are at least, in UTF-16 units, where there is a border
    TextCounter(Tokenizer tokenizer, int usual) {
        this.tokenizer = tokenizer;
        this.borders = new SafeBorders(tokenizer.encoding());
        this.usual = usual;
    }

    public Tokenizer tokenizer() {
        return tokenizer;
    }

    SafeBorders borders() {
        return borders;
    }

    public CountedText count(Text text) {
        return new CountedText(this, text, Rope.of(stretches(text.chars(0, text.length()), Optional.empty())));
    }

    /// Whether it is quicker to follow the edits of a text than to count it anew.
    public boolean isWorthRemembering(Text text) {
        return text.length() >= WORTH_REMEMBERING;
    }

    /// Counts a text from what is known of the one that had this name before.
    public CountedText count(String name, Text text) {
        if (!isWorthRemembering(text)) {
            return count(text);
        }
        CountedText known;
        synchronized (remembered) {
            known = remembered.get(name);
        }
        CountedText counted = known == null ? count(text) : known.to(text);
        synchronized (remembered) {
            remembered.put(name, counted);
        }
        return counted;
    }

    TokenList encode(char[] text) {
        var ids = new TokenList.Builder(text.length / 3 + 8);
        tokenizer.encode(text, 0, text.length, ids::add);
        return ids.build();
    }

    /// Cuts text that lies between two borders.
    ///
    /// @param known a long stretch of the text as it was before
    List<Stretch> stretches(char[] text, Optional<Known> known) {
        var stretches = new ArrayList<Stretch>(text.length / usual + 1);
        int from = 0;
        while (from < text.length) {
            int to = nextBorder(text, from);
            stretches.add(to - from > usual * LONG
                    ? longStretch(to - from == text.length ? text : Arrays.copyOfRange(text, from, to), known)
                    : new Stretch(to - from, tokenizer.count(text, from, to), LongTokens.NONE));
            from = to;
        }
        return stretches;
    }

    private Stretch longStretch(char[] text, Optional<Known> known) {
        TokenList ids = known.map(before -> tokenizer.encodeEdited(before.text(), before.ids(), text))
                .orElseGet(() -> encode(text));
        return new Stretch(text.length, ids.size(), LongTokens.of(text, ids, tokenizer));
    }

    private int nextBorder(char[] text, int from) {
        int at = from;
        for (int left = usual; left > 0 && at < text.length; at++) {
            // About its bytes: other scripts have more tokens to a character.
            left -= text[at] < 0x80 ? 1 : text[at] < 0x800 ? 2 : Utf8.LONGEST_UNIT;
        }
        while (at < text.length && !borders.isSafe(text, at)) {
            at++;
        }
        // What is left over is not worth a stretch of its own.
        return at + usual / 2 >= text.length ? text.length : at;
    }
}
