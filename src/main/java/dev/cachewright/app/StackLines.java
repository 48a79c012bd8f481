package dev.cachewright.app;

import java.util.ArrayList;
import java.util.List;

/// An exception for a file that may be passed on: what it is and where it came from, without its messages, which may
/// quote a prompt or a key.
final class StackLines {

    private static final int CAUSES = 8;

    private StackLines() {
    }

    static List<String> of(Throwable thrown) {
        var lines = new ArrayList<String>();
        Throwable next = thrown;
        for (int i = 0; i < CAUSES && next != null; i++) {
            lines.add((i == 0 ? "" : "caused by ") + next.getClass().getName());
            for (StackTraceElement frame : next.getStackTrace()) {
                lines.add("    at " + frame);
            }
            next = next.getCause();
        }
        return lines;
    }
}
