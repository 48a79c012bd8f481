package dev.cachewright.ui.kit.text;

import dev.cachewright.ui.fx.SafeForm;
import dev.cachewright.ui.fx.UiThread;
import dev.cachewright.words.Texts;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane.ScrollBarPolicy;
import javafx.scene.layout.Region;
import org.fxmisc.flowless.VirtualizedScrollPane;

/// The text of one block, to be edited inside a card: as high as its text up to some rows, then with a link to open all
/// of it. Only an open text that is very long scrolls by itself; moving the caret out of the rows that are shown opens it.
///
/// All offsets are offsets in the text. Undo is the caller's: it receives each edit by the user as a [TextChange] and
/// sets another text with [#apply(TextChange)], which touches only what differs and reports nothing. Tab and the undo
/// keys are left to the window.
public final class PromptArea extends Region {

    /// How many rows are shown of a text that is not open, unless it is told otherwise.
    private static final int ROWS = 24;

    private static final int ROWS_WHEN_EXPANDED = 400;
    /// What is out of view by less than this is a rounding.
    private static final double A_PIXEL = 1;
    private static final double USUAL_WIDTH = 400;

    private final ReadOnlyIntegerWrapper caretOffset = new ReadOnlyIntegerWrapper(this, "caretOffset");
    private final ReadOnlyLongWrapper revision = new ReadOnlyLongWrapper(this, "revision");
    private final BooleanProperty expanded = new SimpleBooleanProperty(this, "expanded");
    private final IntegerProperty rows = new SimpleIntegerProperty(this, "rows", ROWS);
    private final StringProperty moreText = new SimpleStringProperty(this, "moreText",
            Texts.get("prompt-area.show-all"));
    private final BrokenLinesArea area = new BrokenLinesArea(new TextStyles(true), this::onEdit);
    private final VirtualizedScrollPane<BrokenLinesArea> scroll = new VirtualizedScrollPane<>(area,
            ScrollBarPolicy.NEVER, ScrollBarPolicy.NEVER);
    private final ContentMeasure measure = new ContentMeasure();
    private final TokenLayer tokens = new TokenLayer(area);
    private final BoundaryMark boundary = new BoundaryMark(this);
    private final Hyperlink more = new Hyperlink();
    private final Label note = new Label();
    private Consumer<TextChange> onChange = change -> {
    };
    private Optional<TextRange> inSight = Optional.empty();
    private Bounds seen = new BoundingBox(0, 0, -1, -1);
    private long seenRevision = -1;
    private boolean isSelecting;
    private double measuredWidth = -1;
    private double measuredHeight;
    private double measuredRow;

    public PromptArea() {
        getStyleClass().add("prompt-area");
        more.getStyleClass().add("prompt-area-more");
        more.setOnAction(click -> expanded.set(!expanded.get()));
        note.getStyleClass().add("prompt-area-note");
        note.setManaged(false);
        note.textProperty().subscribe(this::layoutNote);
        getChildren().setAll(measure, scroll, boundary, more, note);
        setAccessibleText(Texts.get("prompt-area.accessible"));
        area.accessibleTextProperty().bind(accessibleTextProperty());
        AreaInput.install(area, this);
        area.estimatedScrollYProperty().subscribe(this::scrolled);
        revision.subscribe(tokens::refreshSoon);
        revision.subscribe(boundary::placeSoon);
        area.caretPositionProperty().subscribe(now -> followCaret());
        expanded.subscribe(this::changed);
        rows.subscribe(this::changed);
        more.textProperty().bind(Bindings.when(expanded).then(Texts.get("prompt-area.show-less")).otherwise(moreText));
        setOnMousePressed(press -> area.requestFocus());
        SafeForm.set(this, () -> {
            area.setWrapText(false);
            changed();
        });
    }

    private void scrolled(double y) {
        revision.set(revision.get() + 1);
        if (y > A_PIXEL && isLong() && !expanded.get() && (area.isFocused() || isSelecting) && getScene() != null) {
            UiThread.afterLayout(getScene(), this::followOut);
        }
    }

    /// Opens the text where the caret, or a selection, left the rows that are shown; an edit in them scrolls nothing.
    private void followOut() {
        if (!expanded.get()) {
            double bottom = area.getCaretBounds().map(area::screenToLocal).map(Bounds::getMaxY).orElse(0.0);
            if (bottom + area.getEstimatedScrollY() > areaHeight() + A_PIXEL) {
                expanded.set(true);
            } else {
                area.showParagraphAtTop(0);
            }
        }
    }

    private void followCaret() {
        if (!area.isUpdating()) {
            caretOffset.set(area.caretOffset());
            tokens.tellCaret();
        }
    }

    private void onEdit(TextChange change) {
        changed();
        onChange.accept(change);
    }

    private void changed() {
        measuredWidth = -1;
        followCaret();
        requestLayout();
        if (getParent() != null) {
            getParent().requestLayout();
        }
    }

    /// The whole text; it is built at each call.
    public String getText() {
        return area.text(0, area.textLength());
    }

    public int getTextLength() {
        return area.textLength();
    }

    /// Shows another text, with the caret at its start.
    public void setText(String text) {
        area.forgetMarks();
        area.load(text);
        changed();
    }

    /// Makes a change. The caret stays at the same character; nothing is reported.
    public void apply(TextChange change) {
        if (change.removed().isEmpty() && change.inserted().isEmpty()) {
            return;
        }
        int caret = new Mark(0, area.caretOffset(), "").after(change).end();
        area.edit(change.position(), change.position() + change.removed().length(), change.inserted());
        moveTo(caret, caret);
        changed();
    }

    /// Sets what receives each edit by the user.
    public void setOnChange(Consumer<TextChange> listener) {
        onChange = listener;
    }

    /// Says in an empty area what belongs there.
    public void setPlaceholder(String words) {
        var label = new Label(words);
        label.getStyleClass().add("prompt-area-placeholder");
        label.setMouseTransparent(true);
        area.setPlaceholder(label, Pos.TOP_LEFT);
    }

    /// Marks are moved along by edits until the next call.
    public void setMarks(List<Mark> marks) {
        area.showMarks(marks);
    }

    /// Selects a stretch, its end being the caret, and brings it into view.
    public void select(int start, int end) {
        isSelecting = true;
        moveTo(start, end);
    }

    private void moveTo(int start, int end) {
        area.complete();
        area.selectRange(areaPositionOf(start), areaPositionOf(end));
        area.requestFollowCaret();
        followCaret();
    }

    /// Leaves the caret where it is, with nothing selected.
    public void deselect() {
        isSelecting = false;
        area.deselect();
    }

    /// What is selected, by offsets in the text.
    public ObservableValue<TextRange> selectionProperty() {
        return area.selectionProperty().map(range -> new TextRange(textOffsetOf(range.getStart()),
                textOffsetOf(range.getEnd())));
    }

    public int getSelectionStart() {
        return textOffsetOf(area.getSelection().getStart());
    }

    public int getSelectionEnd() {
        return textOffsetOf(area.getSelection().getEnd());
    }

    int textOffsetOf(int areaPosition) {
        return area.map().ofArea(areaPosition).text();
    }

    int areaPositionOf(int textOffset) {
        return area.map().ofText(textOffset, true).area();
    }

    /// Where a character is, in this control's coordinates; empty while it is not laid out or out of view.
    public Optional<Bounds> boundsOf(int textOffset) {
        if (!area.isLoaded(textOffset)) {
            return Optional.empty();
        }
        int position = areaPositionOf(textOffset);
        int from = position < area.getLength() ? position : Math.max(0, position - 1);
        return area.getCharacterBoundsOnScreen(from, Math.min(area.getLength(), from + 1)).map(this::screenToLocal);
    }

    /// The text that can be seen, whole rows; empty where none is.
    public Optional<TextRange> textInSight() {
        Bounds now = Seen.partOf(area);
        if (revision.get() != seenRevision || !now.equals(seen)) {
            seenRevision = revision.get();
            seen = now;
            inSight = now.getHeight() > 0 ? Optional.of(textIn(area.sceneToLocal(now))) : Optional.empty();
        }
        return inSight;
    }

    private TextRange textIn(Bounds part) {
        int from = area.hit(0, part.getMinY() + 1).getInsertionIndex();
        int to = area.hit(area.getWidth(), part.getMaxY() - 1).getInsertionIndex();
        return new TextRange(textOffsetOf(from), textOffsetOf(to));
    }

    /// Shows the tokens of the text in view, as `source` knows them, until [#hideTokens()].
    public void showTokens(TokenSource source) {
        tokens.show(Optional.of(source));
    }

    public void hideTokens() {
        tokens.show(Optional.empty());
    }

    /// Asks for the tokens in view again, because they changed or what is around the area was scrolled.
    public void refreshTokens() {
        tokens.refreshSoon();
    }

    /// A few words at the lower edge of a text that has more rows than are shown.
    public void setNote(String words) {
        note.setText(words);
    }

    @Override
    public void requestFocus() {
        area.requestFocus();
    }

    public ReadOnlyBooleanProperty textFocusedProperty() {
        return area.focusedProperty();
    }

    public boolean isTextFocused() {
        return area.isFocused();
    }

    public ReadOnlyIntegerProperty caretOffsetProperty() {
        return caretOffset.getReadOnlyProperty();
    }

    public int getCaretOffset() {
        return caretOffset.get();
    }

    /// Grows with every layout and scroll of the text, so that what is drawn beside it can ask for [#boundsOf(int)]
    /// again.
    public ReadOnlyLongProperty revisionProperty() {
        return revision.getReadOnlyProperty();
    }

    public BooleanProperty expandedProperty() {
        return expanded;
    }

    /// How many rows are shown while the text is not open.
    public IntegerProperty rowsProperty() {
        return rows;
    }

    /// What the link says that opens the text.
    public StringProperty moreTextProperty() {
        return moreText;
    }

    /// Marks the character before which the cacheable prefix ends; negative for none.
    public void markBoundary(int offset) {
        boundary.mark(offset);
    }

    public boolean isExpanded() {
        return expanded.get();
    }

    public void setExpanded(boolean wanted) {
        expanded.set(wanted);
    }

    /// Whether the text is open and has more rows than are shown even so.
    boolean scrollsItself() {
        return expanded.get() && measuredHeight > areaHeight() + A_PIXEL;
    }

    public BrokenLinesArea area() {
        return area;
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    private double contentHeight(double width) {
        double inner = Math.max(1, snapSizeX(width) - snappedLeftInset() - snappedRightInset());
        double row = measure.rowHeight();
        if (inner != measuredWidth || row != measuredRow) {
            measuredHeight = measure.height(area, inner, shownRows() * row);
            measuredWidth = inner;
            measuredRow = row;
        }
        return measuredHeight;
    }

    private double areaHeight() {
        return Math.min(measuredHeight, Math.ceil(shownRows() * measure.rowHeight()));
    }

    private int shownRows() {
        return expanded.get() ? ROWS_WHEN_EXPANDED : rows.get();
    }

    private boolean isLong() {
        return measuredHeight > rows.get() * measure.rowHeight() + A_PIXEL;
    }

    @Override
    protected double computePrefHeight(double width) {
        contentHeight(width > 0 ? width : getWidth() > 0 ? getWidth() : USUAL_WIDTH);
        double link = isLong() ? more.prefHeight(-1) : 0;
        return snapSizeY(snappedTopInset() + areaHeight() + link + snappedBottomInset());
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefWidth(double height) {
        return USUAL_WIDTH;
    }

    @Override
    protected void layoutChildren() {
        double left = snappedLeftInset();
        double top = snappedTopInset();
        double width = Math.max(0, getWidth() - left - snappedRightInset());
        contentHeight(getWidth());
        boolean isLong = isLong();
        double link = isLong ? more.prefHeight(-1) : 0;
        double height = Math.max(0, getHeight() - top - snappedBottomInset() - link);
        scroll.setVbarPolicy(scrollsItself() ? ScrollBarPolicy.AS_NEEDED : ScrollBarPolicy.NEVER);
        scroll.resizeRelocate(left, top, width, height);
        more.setVisible(isLong);
        more.resizeRelocate(left, top + height, more.prefWidth(-1), link);
        note.setVisible(scrollsItself());
        layoutNote();
        revision.set(revision.get() + 1);
    }

    /// Its words change with each step of scrolling, and nothing else has to be laid out for them.
    private void layoutNote() {
        double width = note.prefWidth(-1);
        note.resizeRelocate(getWidth() - snappedRightInset() - width, more.getLayoutY(), width, more.getHeight());
    }
}
