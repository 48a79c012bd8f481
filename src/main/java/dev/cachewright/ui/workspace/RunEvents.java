package dev.cachewright.ui.workspace;

import dev.cachewright.run.RunEvent;
import dev.cachewright.ui.fx.Background;
import dev.cachewright.ui.fx.FrameBuffer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/// Brings the events of a run to the UI thread, the text of each call gathered once a frame.
final class RunEvents implements Consumer<RunEvent> {

    private final Background background;
    private final Executor frames;
    private final Consumer<RunEvent> ui;
    /// By the number of the call that they gather text of.
    private final Map<Integer, FrameBuffer> texts = new ConcurrentHashMap<>();

    RunEvents(Background background, Executor frames, Consumer<RunEvent> ui) {
        this.background = background;
        this.frames = frames;
        this.ui = ui;
    }

    @Override
    public void accept(RunEvent event) {
        switch (event) {
            case RunEvent.TextArrived arrived -> textOf(arrived.number()).add(arrived.text());
            case RunEvent.Started _,RunEvent.Waiting _,RunEvent.Refused _,RunEvent.SpendingReached _,RunEvent.NotKept _ ->
                background.deliver(() -> ui.accept(event));
            case RunEvent.Finished finished -> {
                FrameBuffer text = texts.remove(finished.call().number());
                background.deliver(() -> {
                    if (text != null) {
                        text.flush();
                    }
                    ui.accept(finished);
                });
            }
        }
    }

    private FrameBuffer textOf(int number) {
        return texts.computeIfAbsent(number, key -> new FrameBuffer(frames,
                gathered -> ui.accept(new RunEvent.TextArrived(number, gathered))));
    }
}
