package dev.cachewright.ui.fx;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.stage.Window;

/// Keeps an exception from layout from stopping the window: JavaFX would throw it again in each frame, and leave
/// everything around it unfinished.
///
/// Each kind is passed on once. What cannot be laid out is tried again, then shown in its [SafeForm], then hidden, so
/// that the rest of the window goes on.
public final class LayoutGuard implements Thread.UncaughtExceptionHandler {

    private static final String PULSE = "javafx.scene.Scene$ScenePulseListener";
    private static final int FRAMES_OF_A_KIND = 3;
    /// More repeats than there are steps to take; from then on an exception is only counted.
    private static final int MENDS = 12;

    private final Thread.UncaughtExceptionHandler next;
    private final Map<List<Object>, Integer> seen = new HashMap<>();
    private long failures;

    /// @param next gets each kind of exception from layout once, and all others
    public LayoutGuard(Thread.UncaughtExceptionHandler next) {
        this.next = next;
    }

    @Override
    public void uncaughtException(Thread thread, Throwable thrown) {
        if (!UiThread.isCurrent() || !isFromLayout(thrown)) {
            next.uncaughtException(thread, thrown);
            return;
        }
        failures++;
        int times = seen.merge(kind(thrown), 1, Integer::sum);
        if (times == 1) {
            next.uncaughtException(thread, thrown);
        }
        if (times <= MENDS) {
            mend(times);
        }
    }

    /// How many layouts have failed. On the UI thread.
    public long failures() {
        return failures;
    }

    private static void mend(int times) {
        PangoRepair.release();
        for (Window window : List.copyOf(Window.getWindows())) {
            if (window.getScene() != null) {
                if (times > 1) {
                    SafeForm.take(window.getScene().getRoot());
                }
                StuckLayout.restart(window.getScene().getRoot());
            }
        }
    }

    /// The virtual machine leaves the trace out of an exception that it threw often enough from the same place.
    private static boolean isFromLayout(Throwable thrown) {
        StackTraceElement[] trace = thrown.getStackTrace();
        return trace.length == 0 || Arrays.stream(trace).anyMatch(frame -> frame.getClassName().equals(PULSE));
    }

    private static List<Object> kind(Throwable thrown) {
        var kind = new ArrayList<Object>(List.of(thrown.getClass()));
        Arrays.stream(thrown.getStackTrace()).limit(FRAMES_OF_A_KIND).forEach(kind::add);
        return kind;
    }
}
