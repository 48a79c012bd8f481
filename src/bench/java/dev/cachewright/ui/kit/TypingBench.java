package dev.cachewright.ui.kit;

import dev.cachewright.ui.FxToolkit;
import dev.cachewright.ui.Snapshots;
import dev.cachewright.ui.fx.Theme;
import dev.cachewright.ui.kit.text.PromptArea;
import java.util.concurrent.TimeUnit;
import javafx.event.Event;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// One character typed into a block of a megabyte, until it is laid out.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = {"-Dglass.platform=Headless", "-Dprism.order=sw"})
@Warmup(iterations = 1, time = 3)
@Measurement(iterations = 3, time = 3)
public class TypingBench {

    @Param({"one line", "short lines"})
    private String text;

    private PromptArea area;
    private Stage stage;

    @Setup(Level.Trial)
    public void open() {
        String megabyte = text.equals("one line")
                ? "The quick brown fox, {{name}}, jumps. ".repeat(27_600)
                : "a line of text with {{variable}} in it\n".repeat(27_000);
        area = FxToolkit.call(PromptArea::new);
        stage = FxToolkit.call(() -> Snapshots.show(new VBox(area), 700, 700, Theme.Appearance.LIGHT));
        FxToolkit.run(() -> area.setText(megabyte));
        FxToolkit.frames(2);
        FxToolkit.run(() -> area.select(500_000, 500_000));
        FxToolkit.frames(2);
    }

    @TearDown(Level.Trial)
    public void close() {
        FxToolkit.run(stage::close);
    }

    @Benchmark
    public int keystroke() {
        return FxToolkit.call(() -> {
            Event.fireEvent(area.area(), new KeyEvent(KeyEvent.KEY_TYPED, "x", "", KeyCode.UNDEFINED, false, false,
                    false, false));
            stage.getScene().getRoot().layout();
            return area.getTextLength();
        });
    }
}
