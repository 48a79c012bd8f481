package dev.cachewright.ui.editor.marks;

import dev.cachewright.analysis.Analysis;
import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.Form;
import dev.cachewright.prompt.Message;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.Renderer;
import dev.cachewright.prompt.Request;
import dev.cachewright.prompt.Row;
import dev.cachewright.prompt.Segment;
import dev.cachewright.prompt.text.InputException;
import dev.cachewright.prompt.text.Text;
import dev.cachewright.token.TextCut;
import dev.cachewright.token.TextToken;
import dev.cachewright.token.request.RequestCounter;
import java.util.List;

/// The tokens of a stretch: those of the request where the block is as it was analysed.
///
/// While the analysis of an edit is on its way the stretch is counted together with the text around it up to the next
/// place that no token crosses.
final class SightTokens implements TokensInView {

    private final Analysis analysis;
    private final RequestCounter counter;
    private final Row row;

    /// @param row whose values take the place of variables
    SightTokens(Analysis analysis, RequestCounter counter, Row row) {
        this.analysis = analysis;
        this.counter = counter;
        this.row = row;
    }

    @Override
    public List<TextToken> in(Block block, int from, int to) {
        if (!block.role().isMessage() || from >= to) {
            return List.of();
        }
        boolean isAnalysed = analysis.prompt().block(block.id())
                .filter(known -> known.content().equals(block.content())).isPresent();
        return isAnalysed ? analysis.tokens().tokensIn(block.id(), from, to) : counted(block, from, to);
    }

    private List<TextToken> counted(Block block, int from, int to) {
        Text text = block.content();
        int origin = Math.max(0, from - TextCut.REACH);
        String piece = text.substring(origin, Math.min(text.length(), to + TextCut.REACH));
        int start = TextCut.before(piece, from - origin);
        int end = TextCut.after(piece, to - origin);
        int shift = origin + start;
        return counter.count(render(block.withText(piece.substring(start, end)).withForm(Form.TEXT)))
                .tokensIn(block.id(), from - shift, to - shift).stream()
                .map(token -> new TextToken(token.start() + shift, token.end() + shift, token.ids(), token.text()))
                .toList();
    }

    private Request render(Block part) {
        try {
            return Renderer.render(Prompt.of(List.of(part), analysis.prompt().settings()), row);
        } catch (InputException _) {
            // A tag is being typed, or reaches out of the part.
            var all = new Segment(part.id(), part.content(), 0, false);
            return new Request(List.of(new Message(part.role(), Form.TEXT, List.of(all))),
                    analysis.prompt().settings());
        }
    }
}
