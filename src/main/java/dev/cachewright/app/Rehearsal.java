package dev.cachewright.app;

import dev.cachewright.prompt.Prompt;
import dev.cachewright.run.Pace;
import dev.cachewright.session.Call;
import dev.cachewright.session.CallResult;
import dev.cachewright.ui.fx.UiThread;
import dev.cachewright.ui.workspace.Workspace;
import dev.cachewright.words.Numbers;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;

/// Does once in the real window what a user does first, and says what it saw: the smoke test of a package, and the
/// training run of its AOT cache.
final class Rehearsal {

    /// The environment variable that asks for it.
    static final String VARIABLE = "CACHEWRIGHT_REHEARSAL";

    private static final int SERIES = 12;
    private static final int FRAMES_TO_LOOK = 4;

    private final Workbench workbench;
    private final Workspace workspace;
    private final Supplier<Scene> scene;
    private final PrintStream out;
    private final Duration limit;
    private final Queue<Step> steps = new ArrayDeque<>();
    private IntConsumer end = status -> {
    };
    private long began;
    private boolean isWritten;

    /// @param scene what the window shows now
    /// @param limit how long one step may take
    Rehearsal(Workbench workbench, Supplier<Scene> scene, PrintStream out, Duration limit) {
        this.workbench = workbench;
        this.workspace = workbench.workspace();
        this.scene = scene;
        this.out = out;
        this.limit = limit;
    }

    /// What is done, when that has come about, and what is then reported; nothing to report means that it failed.
    private record Step(String name, Runnable action, BooleanSupplier isDone, Supplier<String> seen) {
    }

    /// Begins on a window that opens a prompt. On the UI thread.
    ///
    /// @param painted when the first frame was, of [System#nanoTime()]; the first count is timed from there
    /// @param finish is given 0 where all was seen, or 1
    void begin(long painted, IntConsumer finish) {
        end = finish;
        began = painted;
        // The window opens its first prompt by itself.
        var count = new Step("count", () -> {
        }, this::isCountSeen, this::tokens);
        steps.add(new Step("call", () -> workbench.run("send"), () -> hasCalls(1), this::answers));
        steps.add(new Step("series", this::series, () -> hasCalls(1 + SERIES), this::answers));
        List.of("show-values", "show-request", "show-response", "show-session", "show-tokens", "show-tokens", "find",
                "theme-dark", "theme-light", "theme-system").forEach(this::look);
        steps.add(new Step("edit", this::edit, this::isCounted, this::tokens));
        steps.add(new Step("undo", () -> workspace.prompt().undo(), this::isCounted, this::tokens));
        UiThread.nextFrame(() -> await(count));
    }

    private void next() {
        Step step = steps.poll();
        if (step == null) {
            end.accept(0);
            return;
        }
        began = System.nanoTime();
        step.action().run();
        UiThread.nextFrame(() -> await(step));
    }

    private void await(Step step) {
        long taken = System.nanoTime() - began;
        if (step.isDone().getAsBoolean()) {
            String seen = step.seen().get();
            out.println(step.name() + ": " + (seen.isEmpty() ? "failed" : seen + ", " + taken / 1_000_000 + " ms"));
            if (seen.isEmpty()) {
                end.accept(1);
            } else {
                next();
            }
        } else if (taken > limit.toNanos()) {
            out.println(step.name() + ": nothing came in " + limit.toSeconds() + " s");
            end.accept(1);
        } else {
            UiThread.nextFrame(() -> await(step));
        }
    }

    private void look(String command) {
        var frames = new int[1];
        steps.add(new Step(command, () -> workbench.run(command), () -> frames[0]++ == FRAMES_TO_LOOK, () -> "shown"));
    }

    private void series() {
        workspace.runs().runRows(SERIES, Pace.oneByOne(Duration.ZERO));
    }

    private void edit() {
        Prompt prompt = workspace.prompt().getPrompt();
        String first = prompt.blocks().getFirst().id();
        workspace.prompt().edit(prompt.with(first, block -> block.withText(block.text() + "\n")));
    }

    private boolean isCounted() {
        return workspace.analysis().getAnalysis().isPresent() && !workspace.analysis().staleProperty().get();
    }

    /// Whether the first count was in the footer when the frame before this one was drawn.
    private boolean isCountSeen() {
        boolean wasWritten = isWritten;
        String written = scene.get().lookup(".footer .mono") instanceof Labeled label ? label.getText() : "";
        isWritten = isCounted() && written.startsWith(Numbers.count(total()));
        return wasWritten && isWritten;
    }

    private long total() {
        return workspace.analysis().getAnalysis().orElseThrow().total().tokens();
    }

    private String tokens() {
        return total() + " tokens";
    }

    private boolean hasCalls(int calls) {
        return !workspace.runs().isRunning() && (workspace.session().getSession().calls().size() >= calls
                || workspace.runs().problemProperty().get().isPresent());
    }

    private String answers() {
        List<Call> calls = workspace.session().getSession().calls();
        boolean isAnswered = !calls.isEmpty() && calls.stream()
                .allMatch(call -> call.measurement().result() instanceof CallResult.Answered);
        OptionalLong cached = isAnswered ? calls.getLast().measurement().usage().cached() : OptionalLong.empty();
        return cached.isPresent() ? cached.getAsLong() + " tokens cached" : "";
    }
}
