package dev.cachewright.ui.layouts;

import dev.cachewright.ui.fx.Background;

/// Does everything at once, and from a moment on brings nothing more: work seems to go on.
final class HeldBackground {

    private boolean isHeld;

    Background background() {
        return new Background(Runnable::run, action -> {
            if (!isHeld) {
                action.run();
            }
        });
    }

    void holdIf(boolean isMoment) {
        isHeld |= isMoment;
    }
}
