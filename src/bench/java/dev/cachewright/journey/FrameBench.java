package dev.cachewright.journey;

import dev.cachewright.app.Core;
import dev.cachewright.app.Workbench;
import dev.cachewright.provider.simulated.SimulatorOptions;
import dev.cachewright.run.Pace;
import dev.cachewright.ui.FakeDialogs;
import dev.cachewright.ui.FxToolkit;
import dev.cachewright.ui.Snapshots;
import dev.cachewright.ui.fx.Theme;
import dev.cachewright.ui.kit.text.PromptArea;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

/// Opens the real window on a prompt of a million tokens, types and scrolls in it, and prints what the frames took.
///
/// Arguments: `window` or `area` (the text control alone), then kinds of [LongTexts]; or `conversation`, then numbers of
/// messages; or `series`, then numbers of calls, 32 of which are on their way at a time; or `what-if`, then numbers of
/// rows. On the display there is, else on the headless platform. `-Dbench.stacks=true` prints where the UI thread was.
public final class FrameBench {

    private static final int KEYSTROKES = 80;
    private static final int TICKS = 150;
    private static final int RULES = 4_600;

    private Stage stage;
    private Scene scene;
    private PromptArea area;

    private FrameBench() {
    }

    public static void main(String[] arguments) throws Exception {
        if (System.getenv("DISPLAY") == null) {
            System.setProperty("glass.platform", "Headless");
        }
        System.setProperty("prism.order", "sw");
        for (int i = 1; i < arguments.length; i++) {
            System.out.printf("%n== %s, %s%n", arguments[0], arguments[i]);
            if (arguments[0].equals("series")) {
                new FrameBench().series(Integer.parseInt(arguments[i]));
                continue;
            }
            if (arguments[0].equals("what-if")) {
                new FrameBench().whatIf(Integer.parseInt(arguments[i]));
                continue;
            }
            if (arguments[0].equals("conversation")) {
                int messages = Integer.parseInt(arguments[i]);
                new FrameBench().conversation(messages);
                System.out.printf("%n== the same text in one block%n");
                new FrameBench().window(agent(messages).replace("{{", "{ {"));
                continue;
            }
            String text = LongTexts.of(arguments[i]);
            if (arguments[0].equals("window")) {
                new FrameBench().window(text);
            } else {
                new FrameBench().areaAlone(text);
            }
        }
        System.exit(0);
    }

    private void areaAlone(String text) throws InterruptedException {
        area = FxToolkit.call(PromptArea::new);
        stage = FxToolkit.call(() -> Snapshots.show(new VBox(area), 700, 700, Theme.Appearance.LIGHT));
        scene = stage.getScene();
        FxToolkit.frames(30);
        long start = System.nanoTime();
        FxToolkit.run(() -> area.setText(text));
        printSince("setText", start);
        FxToolkit.frames(2);
        printSince("first frames", start);
        until(() -> area.getTextLength() >= text.length());
        printSince("whole text", start);
        play(text);
        FxToolkit.run(stage::close);
    }

    private static String agent(int messages) {
        var body = new StringBuilder("{\"model\": \"gpt-5.4\", \"messages\": [{\"role\": \"system\", \"content\": \""
                + "Answer from the policy.\"}");
        for (int i = 1; i < messages; i++) {
            body.append(switch (i % 4) {
                case 1 -> ", {\"role\": \"user\", \"content\": \"Please look at part " + i + " of the program.\"}";
                case 2 ->
                    ", {\"role\": \"assistant\", \"tool_calls\": [{\"id\": \"c" + i + "\", \"type\": \"function\", "
                            + "\"function\": {\"name\": \"read\", \"arguments\": \"{\\\"path\\\": \\\"src/" + i
                            + ".java\\\"}\"}}]}";
                case 3 -> ", {\"role\": \"tool\", \"tool_call_id\": \"c" + (i - 1) + "\", \"content\": \""
                        + "int line = 0;\\n".repeat(20) + "\"}";
                default -> ", {\"role\": \"assistant\", \"content\": \"It is as it should be: part " + i
                        + " counts its lines.\"}";
            });
        }
        body.append(", {\"role\": \"user\", \"content\": \"And now?\"}]}");
        return body.toString();
    }

    /// An agent's conversation: turns, tool calls and what came of them.
    private void conversation(int messages) throws Exception {
        Path home = Files.createTempDirectory("cachewright-bench");
        String body = agent(messages);
        Path file = Files.writeString(home.resolve("agent.json"), body);
        try (var window = Window.on(new Core(Map.of("CACHEWRIGHT_HOME", home.toString()),
                SimulatorOptions.defaults()), new FakeDialogs())) {
            FrameLog log = open(window, file, () -> {
                until(() -> scene.getRoot().lookup(".block-card") != null);
                return "first cards";
            }, start -> {
                // What is in sight is all.
            });
            FxToolkit.run(() -> ((ScrollBar) scene.getRoot().lookup(".editor-cards > .scroll-bar"))
                    .setValue(Double.MAX_VALUE));
            FxToolkit.frames(10);
            area = scene.getRoot().lookupAll(".block-card .prompt-area").stream().filter(PromptArea.class::isInstance)
                    .map(PromptArea.class::cast).filter(each -> each.isVisible() && each.getText().equals("And now?"))
                    .findFirst().orElseThrow();
            FxToolkit.run(() -> area.requestFocus());
            FxToolkit.frames(5);
            log.watch("typing, warm-up", 20, 3, this::type);
            log.watch("typing", KEYSTROKES, 3, this::type);
            log.watch("typing each frame", KEYSTROKES, 1, this::type);
            ScrollBar bar = (ScrollBar) scene.getRoot().lookup(".editor-cards > .scroll-bar");
            double[] way = {0};
            log.watch("scrolling the editor", TICKS, 1, () -> bar.setValue(bar.getMax() * (way[0] += 1.0 / TICKS)));
            System.gc();
            Thread.sleep(500);
            System.gc();
            long used = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
            System.out.printf(Locale.ROOT, "%-22s %.0f MB%n", "heap in use", used / 1e6);
        }
    }

    /// Calls to the simulator with the delays of a model, while nobody touches the window.
    private void series(int calls) throws Exception {
        Path home = Files.createTempDirectory("cachewright-bench");
        Path file = Files.writeString(home.resolve("a.prompt"), "---\nmodel: gpt-5.4\n---\n" + "Be kind. ".repeat(700));
        try (var window = Window.on(new Core(Map.of("CACHEWRIGHT_HOME", home.toString()),
                SimulatorOptions.defaults()), new FakeDialogs())) {
            FrameLog log = open(window, file, () -> {
                until(() -> scene.getRoot().lookup(".block-card") != null);
                return "first cards";
            }, start -> {
                // What is in sight is all.
            });
            FxToolkit.frames(60);
            var runs = window.workbench().workspace().runs();
            long start = System.nanoTime();
            FxToolkit.run(() -> runs.runRows(calls, new Pace(Duration.ZERO, 32, true)));
            log.watch("while calls are made", calls, 1, () -> {
                // Nobody touches it.
            });
            until(() -> !runs.isRunning());
            printSince(window.workbench().workspace().session().getSession().calls().size() + " calls", start);
        }
    }

    /// Moves sliders over a prompt of 100,000 tokens.
    private void whatIf(int rows) throws Exception {
        Path home = Files.createTempDirectory("cachewright-bench");
        Files.writeString(home.resolve("rows.csv"), "question\n" + IntStream.range(0, rows)
                .mapToObj(i -> i + ": where is the order?\n").collect(Collectors.joining()));
        Path file = Files.writeString(home.resolve("long.prompt"), "---\nmodel: openai/gpt-5.4\n"
                + "cachewright.values: rows.csv\n---\n{{role \"system\"}}\n"
                + "{{! @block id=policy kind=static }}\n" + IntStream.range(0, RULES)
                        .mapToObj(i -> "Rule " + i + ": items of the group " + i * 7919L % 10_000
                                + " may be sent back unworn, with their tags.\n")
                        .collect(Collectors.joining())
                + "{{role \"user\"}}\n{{! @block id=question kind=dynamic }}\n{{question}}\n");
        try (var window = Window.on(new Core(Map.of("CACHEWRIGHT_HOME", home.toString()),
                SimulatorOptions.defaults()), new FakeDialogs())) {
            FrameLog log = open(window, file, () -> {
                until(() -> scene.getRoot().lookup(".block-card") != null);
                return "first cards";
            }, start -> {
                // What is in sight is all.
            });
            long start = System.nanoTime();
            FxToolkit.run(() -> window.workbench().run("show-what-if"));
            until(() -> scene.getRoot().lookup(".what-if .what-if-lines .label") != null);
            printSince("first answer", start);
            FxToolkit.frames(30);
            List<Slider> sliders = scene.getRoot().lookupAll(".what-if .slider").stream().map(Slider.class::cast)
                    .toList();
            for (Slider slider : sliders) {
                double step = Math.max(1, slider.getMax() / TICKS);
                log.watch(slider.getAccessibleText() + ", warm-up", TICKS / 3, 1, slider::increment);
                FxToolkit.run(() -> slider.setValue(0));
                FxToolkit.frames(30);
                log.watch(slider.getAccessibleText(), TICKS, 1,
                        () -> slider.setValue((slider.getValue() + step) % slider.getMax()));
            }
        }
    }

    private void window(String text) throws Exception {
        Path home = Files.createTempDirectory("cachewright-bench");
        Path file = Files.writeString(home.resolve("long.prompt"), "---\nmodel: openai/gpt-5.4\n---\n"
                + "{{role \"system\"}}\n{{! @block id=long kind=static }}\n" + text + "\n{{role \"user\"}}\n"
                + "{{! @block id=question kind=dynamic }}\n{{question}}\n");
        try (var window = Window.on(new Core(Map.of("CACHEWRIGHT_HOME", home.toString()),
                SimulatorOptions.defaults()), new FakeDialogs())) {
            Workbench workbench = window.workbench();
            open(window, file, () -> {
                until(() -> scene.getRoot().lookup(".block-card .prompt-area") != null);
                return "first text";
            }, start -> {
                area = (PromptArea) scene.getRoot().lookup(".block-card .prompt-area");
                until(() -> area.getTextLength() >= text.length());
                printSince("whole text", start);
            });
            play(text);
            FxToolkit.run(() -> {
                area.setExpanded(false);
                workbench.run("show-tokens");
            });
            FxToolkit.frames(30);
            System.out.println("-- with tokens shown");
            play(text);
        }
    }

    /// Opens a file and prints what came when.
    ///
    /// @param shown waits for what is seen first, and names it
    /// @param rest waits for the rest, from the beginning given
    private FrameLog open(Window window, Path file, Supplier<String> shown, LongConsumer rest)
            throws InterruptedException {
        Workbench workbench = window.workbench();
        scene = window.scene();
        FxToolkit.run(workbench::warmUp);
        FxToolkit.frames(30);
        long start = System.nanoTime();
        FrameLog log = new FrameLog(scene);
        log.watch("opening", () -> {
            FxToolkit.run(() -> workbench.open(file));
            until(() -> workbench.workspace().prompt().getDocument().isPresent());
            printSince("file read", start);
            String what = shown.get();
            FxToolkit.frames(2);
            printSince(what, start);
            until(() -> workbench.workspace().analysis().getAnalysis().isPresent());
            printSince("first figures", start);
            rest.accept(start);
            FxToolkit.frames(30);
        });
        return log;
    }

    private void play(String text) throws InterruptedException {
        FrameLog log = new FrameLog(scene);
        FxToolkit.frames(10);
        FxToolkit.run(() -> {
            area.requestFocus();
            area.select(text.length() / 2, text.length() / 2);
        });
        FxToolkit.frames(5);
        log.watch("typing, warm-up", 20, 3, this::type);
        log.watch("typing", KEYSTROKES, 3, this::type);
        log.watch("typing each frame", KEYSTROKES, 1, this::type);
        log.watch("scrolling the text", TICKS, 1, () -> scroll(-40));
        log.watch("scrolling far", TICKS, 1, () -> scroll(-2000));
        if (scene.getRoot().lookup(".editor-cards > .scroll-bar") instanceof ScrollBar bar) {
            FxToolkit.run(() -> area.setExpanded(true));
            FxToolkit.frames(10);
            double[] way = {0};
            log.watch("scrolling the editor", TICKS, 1, () -> bar.setValue(bar.getMax() * (way[0] += 1.0 / TICKS)));
        }
    }

    private void type() {
        Event.fireEvent(focused(), new KeyEvent(KeyEvent.KEY_TYPED, "x", "", KeyCode.UNDEFINED, false, false, false,
                false));
    }

    private void scroll(double pixels) {
        Event.fireEvent(focused().lookup(".virtual-flow"),
                new ScrollEvent(ScrollEvent.SCROLL, 10, 10, 10, 10, false, false, false, false,
                        false, false, 0, pixels, 0, pixels, ScrollEvent.HorizontalTextScrollUnits.NONE, 0,
                        ScrollEvent.VerticalTextScrollUnits.NONE, 0, 0, null));
    }

    private Node focused() {
        return scene.getFocusOwner();
    }

    private static void until(BooleanSupplier condition) {
        Frames.until(condition);
    }

    private static void printSince(String what, long start) {
        System.out.printf(Locale.ROOT, "%-22s %.0f ms%n", what, (System.nanoTime() - start) / 1e6);
    }
}
