package dev.cachewright.ui.editor;

import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.Message;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.PromptException;
import dev.cachewright.prompt.Renderer;
import dev.cachewright.prompt.Row;
import dev.cachewright.prompt.Segment;
import dev.cachewright.prompt.Settings;
import dev.cachewright.prompt.Text;
import dev.cachewright.token.Tokenizer;
import dev.cachewright.ui.kit.TextToken;
import java.util.ArrayList;
import java.util.List;

/// The tokens of a stretch, encoded when they are asked for: the stretch is rendered and encoded together with what
/// stands around it up to the next place that no token crosses.
///
/// Exact but for runs of hundreds of characters without such a place, and for logic that begins outside the stretch.
final class EncodedTokens implements TokensInView {

    private final Tokenizer tokenizer;
    private final Settings settings;
    private final Row row;

    /// @param row whose values stand in the place of variables
    EncodedTokens(Tokenizer tokenizer, Settings settings, Row row) {
        this.tokenizer = tokenizer;
        this.settings = settings;
        this.row = row;
    }

    @Override
    public List<TextToken> in(Block block, int from, int to) {
        if (!block.role().isMessage() || from >= to) {
            // The server has a text of its own for tools and schemas.
            return List.of();
        }
        int origin = Math.max(0, from - SafeCut.REACH);
        Text text = block.content();
        String piece = text.substring(origin, Math.min(text.length(), to + SafeCut.REACH));
        int start = SafeCut.before(piece, from - origin);
        int end = SafeCut.behind(piece, to - origin);
        return tokens(segments(block, piece.substring(start, end)), origin + start).stream()
                .filter(token -> token.end() > from && token.start() < to).toList();
    }

    private List<Segment> segments(Block block, String part) {
        try {
            Block alone = Block.of(block.id(), block.role(), block.kind(), part);
            return Renderer.render(Prompt.of(List.of(alone), settings), row).messages().stream()
                    .map(Message::segments).flatMap(List::stream).toList();
        } catch (PromptException _) {
            // A tag is being typed, or reaches out of the part.
            return List.of(new Segment(block.id(), Text.of(part), 0, false));
        }
    }

    private List<TextToken> tokens(List<Segment> segments, int start) {
        StringBuilder rendered = new StringBuilder();
        segments.forEach(segment -> rendered.append(segment.text()));
        List<TextToken> found = new ArrayList<>();
        var spans = TokenChars.of(rendered.toString(), tokenizer.encode(rendered.toString()), tokenizer::byteLength);
        int segment = 0;
        int segmentStart = 0;
        for (TextToken span : spans) {
            // A token that covers the ends of two segments has a stretch in each that is the author's text.
            int at = span.start();
            while (at < span.end()) {
                while (at >= segmentStart + segments.get(segment).length()) {
                    segmentStart += segments.get(segment++).length();
                }
                Segment origin = segments.get(segment);
                int until = Math.min(span.end(), segmentStart + origin.length());
                if (!origin.isValue()) {
                    int shift = start + origin.start() - segmentStart;
                    found.add(new TextToken(shift + at, shift + until, span.ids(), span.text()));
                }
                at = until;
            }
        }
        return found;
    }
}
