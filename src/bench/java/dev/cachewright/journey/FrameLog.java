package dev.cachewright.journey;

import dev.cachewright.ui.FxToolkit;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.animation.AnimationTimer;
import javafx.scene.Scene;

/// Watches the frames of a scene and what the UI thread does meanwhile.
final class FrameLog {

    private static final double FRAME = 16.7;
    private static final int SAMPLE_MILLIS = 2;
    private static final Pattern TOLD = Pattern
            .compile("^(dev[.]cachewright|org[.]fxmisc|javafx[.]scene|java[.]lang[.]String)");

    private final Scene scene;
    private final List<Double> intervals = new ArrayList<>();
    private final List<Double> busy = new ArrayList<>();
    private final List<Double> events = new ArrayList<>();
    private final Map<String, Integer> samples = new HashMap<>();
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private Thread uiThread;
    private long cpuBefore;
    private volatile boolean watching;
    private long frameStart;
    private int taken;

    FrameLog(Scene scene) {
        this.scene = scene;
        FxToolkit.run(() -> {
            uiThread = Thread.currentThread();
            new AnimationTimer() {
                @Override
                public void handle(long now) {
                    startFrame();
                }
            }.start();
            scene.addPostLayoutPulseListener(this::endFrame);
        });
    }

    private void startFrame() {
        long now = System.nanoTime();
        if (watching && frameStart > 0) {
            intervals.add((now - frameStart) / 1e6);
        }
        frameStart = now;
    }

    private void endFrame() {
        if (watching) {
            busy.add((System.nanoTime() - frameStart) / 1e6);
        }
    }

    /// Runs `step` on the UI thread `count` times, at the start of every `frames`-th frame, and prints what it took.
    void watch(String title, int count, int frames, Runnable step) throws InterruptedException {
        watch(title, () -> {
            for (int i = 0; i < count; i++) {
                FxToolkit.run(() -> {
                    long start = System.nanoTime();
                    step.run();
                    events.add((System.nanoTime() - start) / 1e6);
                });
                FxToolkit.frames(frames);
            }
        });
    }

    /// Watches while `action` runs on the thread of the caller.
    void watch(String title, Runnable action) throws InterruptedException {
        intervals.clear();
        busy.clear();
        events.clear();
        samples.clear();
        taken = 0;
        cpuBefore = threads.getThreadCpuTime(uiThread.threadId());
        watching = true;
        Thread sampler = Thread.ofPlatform().daemon().unstarted(this::sample);
        if (Boolean.getBoolean("bench.stacks")) {
            sampler.start();
        }
        action.run();
        watching = false;
        sampler.join();
        double cpu = (threads.getThreadCpuTime(uiThread.threadId()) - cpuBefore) / 1e6;
        FxToolkit.run(() -> print(title, cpu));
    }

    private void print(String title, double cpu) {
        System.out.printf(Locale.ROOT, "%-22s interval %s  over 25 ms: %d, over 33 ms: %d of %d%n", title,
                spread(intervals), count(intervals, 1.5 * FRAME), count(intervals, 2 * FRAME), intervals.size());
        System.out.printf(Locale.ROOT, "%-22s UI thread %.1f ms of processor time a step%n", "",
                cpu / Math.max(1, events.size()));
        System.out.printf(Locale.ROOT, "%-22s layout   %s%n", "", spread(busy));
        System.out.printf(Locale.ROOT, "%-22s event    %s%n", "", spread(events));
        if (Boolean.getBoolean("bench.stacks")) {
            samples.entrySet().stream().sorted(Map.Entry.<String, Integer>comparingByValue().reversed()).limit(70)
                    .forEach(entry -> System.out.printf(Locale.ROOT, "  %5.1f %%  %s%n",
                            100.0 * entry.getValue() / Math.max(1, taken), entry.getKey()));
        }
    }

    private static long count(List<Double> millis, double limit) {
        return millis.stream().filter(value -> value > limit).count();
    }

    private static String spread(List<Double> millis) {
        double[] sorted = millis.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        if (sorted.length == 0) {
            return "nothing";
        }
        return String.format(Locale.ROOT, "median %6.1f  p95 %6.1f  p99 %6.1f  max %6.1f ms", sorted[sorted.length / 2],
                sorted[sorted.length * 95 / 100], sorted[sorted.length * 99 / 100], sorted[sorted.length - 1]);
    }

    private void sample() {
        while (watching) {
            StackTraceElement[] stack = uiThread.getStackTrace();
            boolean isIdle = Arrays.stream(stack).limit(4).anyMatch(frame -> frame.getMethodName().equals("park")
                    || frame.getMethodName().equals("_runLoop") || frame.getMethodName().equals("wait"));
            if (!isIdle) {
                Stream.of(stack).map(frame -> frame.getClassName() + "." + frame.getMethodName())
                        .filter(name -> TOLD.matcher(name).find()).distinct()
                        .forEach(name -> samples.merge(name, 1, Integer::sum));
            }
            taken++;
            try {
                Thread.sleep(SAMPLE_MILLIS);
            } catch (InterruptedException e) {
                return;
            }
        }
    }
}
