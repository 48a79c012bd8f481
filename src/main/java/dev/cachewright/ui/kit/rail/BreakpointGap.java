package dev.cachewright.ui.kit.rail;

import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.VBox;

/// The gap below a block, where a breakpoint is set or removed: by click, by Enter or Space, by Delete. It is the lane of
/// what ends there: the line of the cacheable prefix, and the breakpoint's.
///
/// Without a breakpoint its own line is hidden until the pointer or the focus comes to it; then it takes the place of the
/// prefix line, so that nothing moves. Pseudo-classes: `marked`, `refused`.
public final class BreakpointGap extends VBox {

    private static final PseudoClass MARKED = PseudoClass.getPseudoClass("marked");
    private static final PseudoClass REFUSED = PseudoClass.getPseudoClass("refused");
    private static final String SIGN = "\u25C6 ";

    private static final PseudoClass SHORT = PseudoClass.getPseudoClass("short");

    private final PrefixLine line = new PrefixLine();
    private final PrefixLine boundary = new PrefixLine();
    private final Supplier<String> invitation;
    private final BooleanSupplier isOpen;
    private final Runnable onToggle;
    private boolean isMarked;

    /// @param invitation what an empty gap says: that a breakpoint may be set, or why not
    /// @param isOpen whether a breakpoint may be set; where none may, the pointer alone does not bring up why
    /// @param onToggle sets the breakpoint or removes it
    public BreakpointGap(Supplier<String> invitation, BooleanSupplier isOpen, Runnable onToggle) {
        this.invitation = invitation;
        this.isOpen = isOpen;
        this.onToggle = onToggle;
        getStyleClass().add("breakpoint-gap");
        setAccessibleRole(AccessibleRole.BUTTON);
        setFocusTraversable(true);
        line.getStyleClass().setAll("breakpoint-line");
        line.setMouseTransparent(true);
        boundary.setPickOnBounds(false);
        getChildren().setAll(boundary, line);
        addEventHandler(MouseEvent.MOUSE_CLICKED, this::click);
        addEventHandler(MouseEvent.MOUSE_ENTERED, event -> invite());
        addEventHandler(KeyEvent.KEY_PRESSED, this::press);
        addEventHandler(MouseEvent.MOUSE_EXITED, event -> showLines());
        focusedProperty().subscribe(this::invite);
        clear();
    }

    /// Shows where the cacheable prefix ends.
    ///
    /// @param isShort whether it is too short to be cached
    public void showBoundary(String words, boolean isShort) {
        boundary.setCaption(words);
        boundary.pseudoClassStateChanged(SHORT, isShort);
        showLines();
    }

    public void hideBoundary() {
        showBoundary("", false);
    }

    private void showLines() {
        boolean isHere = !boundary.getCaption().isEmpty();
        boolean isAsked = isFocused() || isHover() && isOpen.getAsBoolean();
        boolean isOwn = isMarked || !isHere || isAsked;
        boundary.setVisible(isHere && (isMarked || !isOwn));
        boundary.setManaged(boundary.isVisible());
        line.setVisible(isOwn);
        line.setManaged(isOwn);
    }

    /// Shows no breakpoint.
    public void clear() {
        isMarked = false;
        pseudoClassStateChanged(MARKED, false);
        pseudoClassStateChanged(REFUSED, false);
        invite();
    }

    /// Shows a breakpoint; one that is refused in red.
    public void mark(String words, boolean isRefused) {
        isMarked = true;
        pseudoClassStateChanged(MARKED, true);
        pseudoClassStateChanged(REFUSED, isRefused);
        line.setCaption(SIGN + words);
        setAccessibleText(words);
        showLines();
    }

    private void invite() {
        if (!isMarked && (isFocused() || isHover())) {
            line.setCaption(SIGN + invitation.get());
        }
        showLines();
    }

    private void click(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY) {
            requestFocus();
            onToggle.run();
            event.consume();
        }
    }

    private void press(KeyEvent event) {
        boolean removes = isMarked && (event.getCode() == KeyCode.DELETE || event.getCode() == KeyCode.BACK_SPACE);
        boolean isPlain = !event.isShortcutDown() && !event.isAltDown();
        if (isPlain && (removes || event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE)) {
            onToggle.run();
            event.consume();
        }
    }

    /// What a screen reader says of an empty gap is asked for only when it is needed.
    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return attribute == AccessibleAttribute.TEXT && !isMarked
                ? invitation.get()
                : super.queryAccessibleAttribute(attribute, parameters);
    }

    @Override
    public void executeAccessibleAction(AccessibleAction action, Object... parameters) {
        if (action == AccessibleAction.FIRE) {
            onToggle.run();
        } else {
            super.executeAccessibleAction(action, parameters);
        }
    }

    /// What the line says.
    public String getCaption() {
        return line.getCaption();
    }
}
