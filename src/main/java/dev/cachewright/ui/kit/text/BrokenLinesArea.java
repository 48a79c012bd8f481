package dev.cachewright.ui.kit.text;

import dev.cachewright.ui.fx.SafeForm;
import dev.cachewright.ui.fx.UiThread;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.control.IndexRange;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyEvent;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.model.ReadOnlyStyledDocument;
import org.fxmisc.richtext.model.StyleSpans;
import org.fxmisc.richtext.model.StyledDocument;
import org.fxmisc.richtext.util.UndoUtils;

/// A code area that shows long lines as several paragraphs and speaks of text offsets to the outside.
///
/// Every edit passes [#replace(int, int, StyledDocument)]: it is turned into a change of the text, the paragraphs that
/// it touches are broken again, and only what differs in the area is replaced. Its own undo is off.
final class BrokenLinesArea extends CodeArea {

    /// Neighbours across a soft break are joined when an edit leaves one this short.
    private static final int SHORT = 200;
    /// Leaves most of a frame to the rest of the window.
    private static final long LOADING_NANOS_A_FRAME = 5_000_000;

    /// Before a place that is brought into view.
    private static final int ROWS_BEFORE = 2;

    private final ParagraphMap map = new ParagraphMap();
    private final TextStyles styles;
    private final Consumer<TextChange> edited;
    private TextSlices coming = new TextSlices("");
    private boolean updating;

    BrokenLinesArea(TextStyles styles, Consumer<TextChange> edited) {
        this.styles = styles;
        this.edited = edited;
        setUndoManager(UndoUtils.noOpUndoManager());
        setWrapText(true);
        SafeForm.set(this, () -> setWrapText(false));
        setUseInitialStyleForInsertion(true);
        addEventFilter(KeyEvent.KEY_PRESSED, press -> complete());
        setOnSelectionDropped(event -> moveSelectedText(hit(event.getX(), event.getY()).getInsertionIndex()));
    }

    ParagraphMap map() {
        return map;
    }

    boolean isUpdating() {
        return updating;
    }

    int caretOffset() {
        return map.ofArea(getCaretPosition()).text();
    }

    /// Puts a whole new text in place, without reporting it: its beginning at once, the rest of a long one over
    /// the next frames.
    void load(String text) {
        TextSlices slices = new TextSlices(text);
        coming = slices;
        List<Piece> pieces = slices.next();
        update(() -> {
            super.replace(0, getLength(), AreaDocument.of(pieces, 0, styles, getSegOps()));
            map.replace(0, map.count() - 1, pieces);
            selectRange(0, 0);
            showParagraphAtTop(0);
        });
        if (!slices.isEmpty()) {
            UiThread.nextFrame(() -> loadSome(slices));
        }
    }

    private void loadSome(TextSlices slices) {
        long start = System.nanoTime();
        while (slices == coming && !slices.isEmpty()) {
            loadSlice();
            if (System.nanoTime() - start > LOADING_NANOS_A_FRAME) {
                UiThread.nextFrame(() -> loadSome(slices));
                return;
            }
        }
    }

    private void loadSlice() {
        int start = coming.start();
        List<Piece> pieces = new ArrayList<>(List.of(new Piece("", map.end(map.count() - 1))));
        pieces.addAll(coming.next());
        update(() -> {
            super.replace(getLength(), getLength(),
                    AreaDocument.of(pieces, start - pieces.getFirst().end().length(), styles, getSegOps()));
            map.replace(map.count(), map.count() - 1, pieces.subList(1, pieces.size()));
        });
    }

    /// Brings in what is still to come of the text; needed before asking for more than the beginning.
    void complete() {
        while (!coming.isEmpty()) {
            loadSlice();
        }
    }

    /// Whether the text up to this offset is there already.
    boolean isLoaded(int offset) {
        return coming.isEmpty() || offset < coming.start();
    }

    /// Brings a character into view, with some rows before it; what comes before it in the text is loaded now.
    void reveal(int offset) {
        while (!isLoaded(offset)) {
            loadSlice();
        }
        int paragraph = map.ofText(Math.min(offset, map.textLength()), false).paragraph();
        showParagraphAtTop(Math.max(0, paragraph - ROWS_BEFORE));
    }

    int textLength() {
        return map.textLength() + coming.left();
    }

    /// The text between two offsets, with its real line ends and without soft breaks.
    String text(int from, int to) {
        complete();
        ParagraphMap.Place start = map.ofText(from, true);
        StringBuilder text = new StringBuilder(to - from);
        int at = start.textStart();
        for (int i = start.paragraph(); i < map.count() && at < to; i++) {
            String whole = getParagraph(i).getText() + map.end(i).text();
            text.append(whole, Math.clamp(from - at, 0, whole.length()), Math.clamp(to - at, 0, whole.length()));
            at += whole.length();
        }
        return text.toString();
    }

    @Override
    public void replace(int start, int end,
            StyledDocument<Collection<String>, String, Collection<String>> replacement) {
        if (updating) {
            super.replace(start, end, replacement);
            return;
        }
        int from = map.ofArea(start).text();
        int to = map.ofArea(end).text();
        String inserted = replacement.getText().replace("\n", map.lineEnd());
        if (from == to && inserted.isEmpty()) {
            return;
        }
        TextChange change = edit(from, to, inserted);
        ParagraphMap.Place caret = map.ofText(from + inserted.length(), inserted.isEmpty());
        selectRange(caret.area(), caret.area());
        edited.accept(change);
    }

    /// Changes the text and the area; the caret is the caller's.
    TextChange edit(int from, int to, String inserted) {
        complete();
        TextChange change = new TextChange(from, text(from, to), inserted);
        ParagraphMap.Place first = map.ofText(from, false);
        ParagraphMap.Place last = map.ofText(to, false);
        int firstParagraph = first.paragraph();
        int lastParagraph = last.paragraph();
        // An offset inside \r\n lies beyond its paragraph: the half that stays goes into the text to be broken.
        String head = paragraphText(firstParagraph).substring(0, first.column())
                + (from > first.text() ? "\r" : "");
        String lastText = paragraphText(lastParagraph);
        Piece.End end = map.end(lastParagraph);
        String tail = lastText.substring(last.column());
        if (to > last.text()) {
            tail = "\n";
            lastParagraph++;
            end = map.end(lastParagraph);
            tail += paragraphText(lastParagraph);
        }
        while (map.isSoft(lastParagraph) && head.length() + inserted.length() + tail.length() < SHORT) {
            lastParagraph++;
            end = map.end(lastParagraph);
            tail += paragraphText(lastParagraph);
        }
        if (map.isSoft(firstParagraph - 1) && head.length() + inserted.length() + tail.length() < SHORT) {
            firstParagraph--;
            head = paragraphText(firstParagraph) + head;
        }
        exchange(firstParagraph, lastParagraph, Piece.split(head + inserted + tail, end), change);
        return change;
    }

    private void exchange(int first, int last, List<Piece> pieces, TextChange change) {
        StringBuilder old = new StringBuilder();
        for (int i = first; i <= last; i++) {
            old.append(i == first ? "" : "\n").append(paragraphText(i));
        }
        String now = pieces.stream().map(Piece::text).collect(Collectors.joining("\n"));
        int prefix = Difference.commonPrefix(old, now);
        int suffix = Difference.commonSuffix(old, now, prefix);
        int start = getAbsolutePosition(first, 0);
        update(() -> {
            if (prefix + suffix < Math.max(old.length(), now.length())) {
                super.replace(start + prefix, start + old.length() - suffix,
                        plain(now.substring(prefix, now.length() - suffix)));
            }
            map.replace(first, last, pieces);
            styles.move(change);
            restyle(first, first + pieces.size() - 1);
        });
    }

    private ReadOnlyStyledDocument<Collection<String>, String, Collection<String>> plain(String text) {
        return ReadOnlyStyledDocument.fromString(text, getInitialParagraphStyle(), getInitialTextStyle(),
                getSegOps());
    }

    private void update(Runnable change) {
        updating = true;
        try {
            change.run();
        } finally {
            updating = false;
        }
    }

    private String paragraphText(int paragraph) {
        return getParagraph(paragraph).getText();
    }

    /// Forgets marks whose text is about to go.
    void forgetMarks() {
        styles.setMarks(List.of());
    }

    /// Shows new marks: only paragraphs that an old or a new one touches are styled again.
    void showMarks(List<Mark> wanted) {
        if (wanted.equals(styles.marks())) {
            return;
        }
        complete();
        List<Mark> before = styles.marks();
        styles.setMarks(wanted);
        before.forEach(this::restyle);
        wanted.forEach(this::restyle);
    }

    private void restyle(Mark mark) {
        restyle(map.ofText(mark.start(), false).paragraph(), map.ofText(mark.end(), false).paragraph());
    }

    private void restyle(int first, int last) {
        int at = map.textStart(first);
        for (int i = first; i <= last; i++) {
            String text = paragraphText(i);
            StyleSpans<Collection<String>> wanted = styles.of(text, at);
            // Setting equal spans would lay the paragraph out once more.
            if (!text.isEmpty() && !isStyled(i, wanted)) {
                setStyleSpans(i, 0, wanted);
            }
            at += text.length() + map.end(i).length();
        }
    }

    private boolean isStyled(int paragraph, StyleSpans<Collection<String>> wanted) {
        StyleSpans<Collection<String>> now = getParagraph(paragraph).getStyleSpans();
        if (now.getSpanCount() != wanted.getSpanCount()) {
            return false;
        }
        for (int i = 0; i < now.getSpanCount(); i++) {
            if (now.getStyleSpan(i).getLength() != wanted.getStyleSpan(i).getLength()
                    || !List.copyOf(now.getStyleSpan(i).getStyle())
                            .equals(List.copyOf(wanted.getStyleSpan(i).getStyle()))) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void deletePreviousChar() {
        int at = caretOffset();
        deleteText(at - Difference.stepBack(text(Math.max(0, at - 2), at)), at, at > 0);
    }

    @Override
    public void deleteNextChar() {
        int at = caretOffset();
        int length = textLength();
        deleteText(at, at + Difference.stepOn(text(at, Math.min(length, at + 2))), at < length);
    }

    private void deleteText(int from, int to, boolean any) {
        if (any) {
            TextChange change = edit(from, to, "");
            ParagraphMap.Place caret = map.ofText(from, false);
            selectRange(caret.area(), caret.area());
            edited.accept(change);
        }
    }

    @Override
    public void previousChar(SelectionPolicy policy) {
        int before = caretOffset();
        super.previousChar(policy);
        if (caretOffset() == before && getCaretPosition() > 0) {
            super.previousChar(policy);
        }
    }

    @Override
    public void nextChar(SelectionPolicy policy) {
        int before = caretOffset();
        super.nextChar(policy);
        if (caretOffset() == before && getCaretPosition() < getLength()) {
            super.nextChar(policy);
        }
    }

    @Override
    public void copy() {
        IndexRange selected = getSelection();
        if (selected.getLength() > 0) {
            ClipboardContent content = new ClipboardContent();
            content.putString(text(map.ofArea(selected.getStart()).text(), map.ofArea(selected.getEnd()).text()));
            Clipboard.getSystemClipboard().setContent(content);
        }
    }

    @Override
    public void paste() {
        String pasted = Clipboard.getSystemClipboard().getString();
        if (pasted != null) {
            replaceSelection(pasted);
        }
    }

    @Override
    public void moveSelectedText(int position) {
        IndexRange selected = getSelection();
        int target = map.ofArea(position).text();
        int from = map.ofArea(selected.getStart()).text();
        int to = map.ofArea(selected.getEnd()).text();
        if (target >= from && target <= to) {
            selectRange(position, position);
            return;
        }
        String moved = text(from, to);
        edited.accept(edit(from, to, ""));
        int there = target > to ? target - moved.length() : target;
        edited.accept(edit(there, there, moved));
        selectRange(map.ofText(there, true).area(), map.ofText(there + moved.length(), false).area());
    }
}
