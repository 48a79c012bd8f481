package dev.cachewright.ui.kit.chart;

import dev.cachewright.chart.Frame;
import java.util.function.Supplier;
import javafx.scene.input.KeyEvent;

/// What the keys do in the [CallChart].
final class ChartKeys {

    private final ChartState state;
    private final Supplier<Frame> frame;

    ChartKeys(ChartState state, Supplier<Frame> frame) {
        this.state = state;
        this.frame = frame;
    }

    void press(KeyEvent event) {
        int last = state.getCalls().size() - 1;
        if (last < 0 || event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        if (walk(event, last) || look(event)) {
            event.consume();
        }
    }

    /// Another call.
    private boolean walk(KeyEvent event, int last) {
        int now = state.getSelected();
        int page = frame.get().page();
        int next = switch (event.getCode()) {
            case LEFT -> now < 0 ? last : Math.max(0, now - 1);
            case RIGHT -> now < 0 ? last : Math.min(last, now + 1);
            case PAGE_UP -> now < 0 ? last : Math.max(0, now - page);
            case PAGE_DOWN -> now < 0 ? last : Math.min(last, now + page);
            case HOME -> 0;
            case END -> last;
            default -> now;
        };
        if (next == now) {
            return false;
        }
        state.choose(next);
        return true;
    }

    /// More, fewer or other calls in sight.
    private boolean look(KeyEvent event) {
        return switch (event.getCode()) {
            case PLUS, EQUALS, ADD -> state.zoomIn();
            case MINUS, SUBTRACT -> state.zoomOut();
            case DIGIT0, NUMPAD0 -> state.showAll();
            case N -> miss(1);
            case P -> miss(-1);
            case ESCAPE -> state.back() || deselect();
            default -> false;
        };
    }

    private boolean miss(int step) {
        state.nextMiss(step);
        return true;
    }

    private boolean deselect() {
        boolean isChosen = state.getSelected() >= 0;
        state.choose(-1);
        return isChosen;
    }
}
