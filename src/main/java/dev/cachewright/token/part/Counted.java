package dev.cachewright.token.part;

import dev.cachewright.prompt.text.Text;
import dev.cachewright.token.CountedText;
import dev.cachewright.token.TextCounter;
import dev.cachewright.token.encoding.TokenList;
import dev.cachewright.token.encoding.Tokenizer;
import java.util.ArrayList;
import java.util.List;

/// The tokens of a part of a request, and how sure they are.
///
/// @param tokens one id a token; the server's own words and signs are ids that no text encodes to
/// @param identity of content after the last token that has no token of its own, for the token that follows; 0 where
/// there is none
/// @param partEnds how many of the tokens come before the end of each inner part, in order
public record Counted(TokenList tokens, Band band, int identity, List<Integer> partEnds) {

    public Counted {
        partEnds = List.copyOf(partEnds);
    }

    public Counted(TokenList tokens, Band band) {
        this(tokens, band, 0, List.of());
    }

    public static Counted exactly(TokenList tokens) {
        return new Counted(tokens, Band.EXACT);
    }

    public int size() {
        return tokens.size();
    }

    /// This part after one that left an identity.
    public Counted after(int before) {
        if (before == 0) {
            return this;
        }
        if (tokens.size() == 0) {
            return new Counted(tokens, band, Signs.distinct(identity, before), partEnds);
        }
        return new Counted(new TokenList.Builder(tokens.size()).add(Signs.distinct(tokens.get(0), before))
                .addAll(tokens.slice(1, tokens.size())).build(), band, identity, partEnds);
    }

    /// Gathers tokens of text and of signs.
    public static final class Builder {

        private final Tokenizer tokenizer;
        private final TokenList.Builder tokens = new TokenList.Builder();
        private Band band = Band.EXACT;
        private int identity;
        private int size;
        private final List<Integer> partEnds = new ArrayList<>();

        public Builder(Tokenizer tokenizer) {
            this.tokenizer = tokenizer;
        }

        public Builder text(String text) {
            return add(exactly(tokenizer.encode(text)));
        }

        /// Adds texts that are counted as one, each an inner part.
        public Builder texts(List<String> texts) {
            if (texts.size() < 2) {
                texts.forEach(text -> text(text).partEnd());
                return this;
            }
            CountedText whole = new TextCounter(tokenizer).count(Text.of(String.join("", texts)));
            var ends = new ArrayList<Integer>();
            int offset = 0;
            for (String text : texts) {
                offset += text.length();
                ends.add(whole.tokensBefore(offset));
            }
            return add(new Counted(whole.ids(), Band.EXACT, 0, ends));
        }

        public Builder signs(int count) {
            return signs(count, Signs.UNKNOWN);
        }

        public Builder signs(int count, int id) {
            for (int i = 0; i < count; i++) {
                tokens.add(marked(id));
                size++;
            }
            return this;
        }

        /// Makes the next token one that only the same content has, so that nothing after other content is shared.
        /// For content that is not counted by its text: a picture, a signature, the order of keys.
        public Builder identity(String content) {
            identity = Signs.distinct(identity, content.hashCode());
            return this;
        }

        public Builder add(Counted part) {
            Counted marked = part.after(identity);
            marked.partEnds().forEach(end -> partEnds.add(size + end));
            tokens.addAll(marked.tokens());
            size += marked.size();
            identity = marked.identity();
            return give(part.band());
        }

        /// Ends an inner part here: a content block or a tool definition, after which a prefix can end.
        public Builder partEnd() {
            partEnds.add(size);
            return this;
        }

        public Builder give(Band more) {
            band = band.plus(more);
            return this;
        }

        public Counted build() {
            return new Counted(tokens.build(), band, identity, partEnds);
        }

        private int marked(int id) {
            int sign = identity == 0 ? id : Signs.distinct(id, identity);
            identity = 0;
            return sign;
        }
    }
}
