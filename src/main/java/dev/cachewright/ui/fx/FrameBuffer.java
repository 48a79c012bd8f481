package dev.cachewright.ui.fx;

import java.util.concurrent.Executor;
import java.util.function.Consumer;

/// Gathers streamed text from any thread and hands it over once a frame.
public final class FrameBuffer {

    private final Executor frames;
    private final Consumer<String> sink;
    private final StringBuilder gathered = new StringBuilder();
    private boolean scheduled;

    /// `frames` runs an action in the next frame: [UiThread#nextFrame] in the app.
    public FrameBuffer(Executor frames, Consumer<String> sink) {
        this.frames = frames;
        this.sink = sink;
    }

    public void add(String text) {
        synchronized (gathered) {
            gathered.append(text);
            if (scheduled || gathered.isEmpty()) {
                return;
            }
            scheduled = true;
        }
        frames.execute(this::flush);
    }

    /// Hands over what is there, for instance at the end of a stream. On the UI thread only.
    public void flush() {
        String text;
        synchronized (gathered) {
            scheduled = false;
            text = gathered.toString();
            gathered.setLength(0);
        }
        if (!text.isEmpty()) {
            sink.accept(text);
        }
    }
}
