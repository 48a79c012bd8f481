package dev.cachewright.token.openai;

import dev.cachewright.prompt.text.Text;
import dev.cachewright.token.CountedText;
import dev.cachewright.token.TextCounter;
import dev.cachewright.token.encoding.TokenList;
import dev.cachewright.token.encoding.Tokenizer;
import dev.cachewright.token.part.Band;
import dev.cachewright.token.part.Counted;
import java.util.ArrayList;
import java.util.List;

/// One text of the server that several items of the history make together, cut so that each has its own tokens.
final class CutText {

    private CutText() {
    }

    /// The tokens of each piece; they add up to the frame and the pieces in one text.
    ///
    /// @param frame what comes before the text
    /// @param band of each piece
    static List<Counted> cut(Counted frame, List<String> pieces, Band band, Tokenizer tokenizer) {
        TokenList whole = new Counted.Builder(tokenizer).add(frame).text(String.join("", pieces)).build().tokens();
        // What comes before the end of a piece is counted once, and followed from piece to piece.
        CountedText text = new TextCounter(tokenizer).count(Text.of(""));
        var parts = new ArrayList<Counted>(pieces.size());
        int from = 0;
        for (int i = 0; i < pieces.size(); i++) {
            text = text.replace(text.text().length(), 0, pieces.get(i));
            int to = i == pieces.size() - 1 ? whole.size() : Math.min(whole.size(), frame.size() + text.tokens());
            parts.add(new Counted(whole.slice(from, Math.max(from, to)), band));
            from = Math.max(from, to);
        }
        return parts;
    }
}
