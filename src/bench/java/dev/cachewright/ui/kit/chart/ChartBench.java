package dev.cachewright.ui.kit.chart;

import dev.cachewright.chart.CallBar;
import dev.cachewright.chart.Layer;
import dev.cachewright.chart.SampleBars;
import dev.cachewright.ui.FxToolkit;
import dev.cachewright.ui.Snapshots;
import dev.cachewright.ui.fx.Theme;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;
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

/// A frame of the chart with all its lines shown: what is changed, laid out, painted and rendered into a picture, one
/// after the other.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = {"-Dglass.platform=Headless", "-Dprism.order=sw"})
@Warmup(iterations = 2, time = 3)
@Measurement(iterations = 3, time = 5)
public class ChartBench {

    private static final int STEPS = 60;

    @Param({"1000", "10000"})
    private int calls;

    private List<CallBar> bars;
    private CallChart chart;
    private Stage stage;
    private WritableImage picture;
    private int step;

    @Setup(Level.Trial)
    public void open() {
        bars = SampleBars.session(calls);
        stage = FxToolkit.call(() -> Snapshots.show(new StackPane(), 800, 420, Theme.Appearance.LIGHT));
        FxToolkit.run(this::show);
        FxToolkit.frames(5);
    }

    private void show() {
        chart = new CallChart();
        chart.setThreshold(1024);
        chart.getBars().setAll(bars);
        for (Layer layer : Layer.values()) {
            chart.state().setShown(layer, true);
        }
        ((StackPane) stage.getScene().getRoot()).getChildren().setAll(chart);
    }

    @TearDown(Level.Trial)
    public void close() {
        FxToolkit.run(stage::close);
    }

    private double frame() {
        picture = stage.getScene().snapshot(picture);
        return picture.getHeight();
    }

    /// From all calls to a few of them and back, a notch of the wheel each.
    @Benchmark
    public double zoom() {
        return FxToolkit.call(() -> {
            boolean isIn = step++ % STEPS < STEPS / 2;
            chart.state().zoom(isIn ? 1 / 1.2 : 1.2, calls * 0.4);
            return frame();
        });
    }

    /// Half of the calls in sight, moved by a hundredth of them.
    @Benchmark
    public double scroll() {
        return FxToolkit.call(() -> {
            if (step++ % STEPS == 0) {
                chart.state().showAll();
                chart.state().zoom(0.5, 0);
            }
            chart.state().move(calls / 100.0);
            return frame();
        });
    }

    /// A chart that is new, until it is there to be seen, with all calls.
    @Benchmark
    public double first() {
        return FxToolkit.call(() -> {
            show();
            chart.state().showAll();
            return frame();
        });
    }
}
