package dev.cachewright.ui.workspace;

import dev.cachewright.run.RunEvent;
import dev.cachewright.session.Call;
import dev.cachewright.ui.fx.Background;
import dev.cachewright.ui.fx.FrameBuffer;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/// Brings the events of a run to the UI thread: text gathered once a frame, a call only once it is kept.
final class RunEvents implements Consumer<RunEvent> {

    private final Background background;
    private final Consumer<RunEvent> ui;
    private final Consumer<Call> keep;
    private final FrameBuffer text;

    RunEvents(Background background, Executor frames, Consumer<RunEvent> ui, Consumer<Call> keep) {
        this.background = background;
        this.ui = ui;
        this.keep = keep;
        this.text = new FrameBuffer(frames, gathered -> ui.accept(new RunEvent.TextArrived(gathered)));
    }

    @Override
    public void accept(RunEvent event) {
        switch (event) {
            case RunEvent.TextArrived arrived -> text.add(arrived.text());
            case RunEvent.Started _ -> background.deliver(() -> ui.accept(event));
            case RunEvent.Finished finished -> {
                keep.accept(finished.call());
                background.deliver(() -> {
                    text.flush();
                    ui.accept(finished);
                });
            }
        }
    }
}
