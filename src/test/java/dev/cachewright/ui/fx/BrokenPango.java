package dev.cachewright.ui.fx;

import java.util.LinkedHashMap;

/// JavaFX as it comes, without [PangoRepair]. On the UI thread.
public final class BrokenPango {

    private BrokenPango() {
    }

    public static void set() {
        PangoRepair.remember(new LinkedHashMap<>());
    }

    public static void mend() {
        PangoRepair.release();
        PangoRepair.install();
    }
}
