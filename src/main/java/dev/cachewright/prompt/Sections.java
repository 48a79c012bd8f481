package dev.cachewright.prompt;

import dev.cachewright.prompt.text.Text;
import java.util.ArrayList;
import java.util.List;

/// The sections of a message, whose marks are not sent; as in Dotprompt, nothing is sent of one that is blank.
final class Sections {

    private final List<Piece> kept = new ArrayList<>();
    private final List<Piece.Text> texts = new ArrayList<>();

    private Sections() {
    }

    /// The texts and media of a message.
    static List<Piece> without(List<Piece> pieces) {
        if (pieces.stream().noneMatch(Piece.Section.class::isInstance)) {
            return pieces;
        }
        var sections = new Sections();
        for (Piece piece : pieces) {
            if (piece instanceof Piece.Text text) {
                sections.texts.add(text);
            } else {
                sections.end();
                if (piece instanceof Piece.Media) {
                    sections.kept.add(piece);
                }
            }
        }
        sections.end();
        return sections.kept;
    }

    /// The blocks of a blank section stay in the message, with nothing.
    private void end() {
        boolean isBlank = texts.stream().allMatch(text -> text.segment().text().isBlank());
        for (Piece.Text text : texts) {
            Segment segment = text.segment();
            kept.add(isBlank
                    ? new Piece.Text(new Segment(segment.blockId(), Text.empty(), segment.start(), segment.isValue()))
                    : text);
        }
        texts.clear();
    }
}
