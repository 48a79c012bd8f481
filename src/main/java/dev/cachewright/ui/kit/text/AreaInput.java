package dev.cachewright.ui.kit.text;

import static org.fxmisc.wellbehaved.event.EventPattern.keyPressed;

import javafx.event.Event;
import javafx.scene.Parent;
import javafx.scene.TraversalDirection;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.ScrollEvent;
import org.fxmisc.wellbehaved.event.InputMap;
import org.fxmisc.wellbehaved.event.Nodes;

/// The keys and the wheel of a text area inside a card.
final class AreaInput {

    private AreaInput() {
    }

    /// Tab moves the focus on, so that the keyboard can leave the text; the undo keys reach the window's menu; the
    /// wheel scrolls what is around the card where the text itself has nothing to scroll.
    static void install(BrokenLinesArea area, PromptArea owner) {
        leaveTab(area);
        Nodes.addInputMap(area, InputMap.sequence(
                InputMap.ignore(keyPressed(KeyCode.Z, KeyCombination.SHORTCUT_DOWN)),
                InputMap.ignore(keyPressed(KeyCode.Y, KeyCombination.SHORTCUT_DOWN)),
                InputMap.ignore(keyPressed(KeyCode.Z, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN))));
        owner.addEventFilter(ScrollEvent.SCROLL, event -> passOn(event, owner));
    }

    static void leaveTab(BrokenLinesArea area) {
        Nodes.addInputMap(area, InputMap.sequence(
                InputMap.consume(keyPressed(KeyCode.TAB),
                        press -> area.requestFocusTraversal(TraversalDirection.NEXT)),
                InputMap.consume(keyPressed(KeyCode.TAB, KeyCombination.SHIFT_DOWN),
                        press -> area.requestFocusTraversal(TraversalDirection.PREVIOUS))));
    }

    private static void passOn(ScrollEvent event, PromptArea owner) {
        Parent around = owner.getParent();
        if (around != null && !canScroll(owner, event.getDeltaY())) {
            event.consume();
            Event.fireEvent(around, event.copyFor(around, around));
        }
    }

    private static boolean canScroll(PromptArea owner, double deltaY) {
        if (!owner.scrollsItself()) {
            return false;
        }
        BrokenLinesArea area = owner.area();
        double y = area.getEstimatedScrollY();
        double most = area.getTotalHeightEstimate() - area.getViewportHeight();
        return deltaY > 0 ? y > 0.5 : y < most - 0.5;
    }
}
