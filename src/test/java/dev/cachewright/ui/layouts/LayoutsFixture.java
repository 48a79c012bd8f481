package dev.cachewright.ui.layouts;

import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.Values;
import dev.cachewright.provider.CallEvent;
import dev.cachewright.provider.Cancellation;
import dev.cachewright.provider.ModelCall;
import dev.cachewright.provider.Profile;
import dev.cachewright.provider.Provider;
import dev.cachewright.provider.Providers;
import dev.cachewright.provider.Questions;
import dev.cachewright.run.Stopwatch;
import dev.cachewright.run.experiment.Experiment;
import dev.cachewright.ui.SamplePrompt;
import dev.cachewright.ui.WorkspaceFixture;
import dev.cachewright.ui.fx.Background;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/// A workspace with layouts, on which everything happens at once, and a server that says what it is told to say.
final class LayoutsFixture {

    private static final int SHORTEST_MILLIS = 80;
    private static final int MORE_MILLIS = 60;

    final WorkspaceFixture fixture = new WorkspaceFixture();
    final Variants variants = new Variants(fixture.workspace().prompt());
    /// What was sent, call by call.
    final List<String> sent = new ArrayList<>();
    /// What is answered to each call.
    IntFunction<CallEvent> answer = _ -> new CallEvent.Completed("stop", WorkspaceFixture.usage(1_842, 0));
    private final Background background;
    private final Providers providers;

    LayoutsFixture() {
        this(new Background(Runnable::run, Runnable::run));
    }

    LayoutsFixture(Background background) {
        this.background = background;
        this.providers = new Scripted();
    }

    /// A workspace whose measurements go to these providers.
    LayoutsFixture(Providers providers) {
        this.background = new Background(Runnable::run, Runnable::run);
        this.providers = providers;
    }

    LayoutsFixture openSample() {
        fixture.openSample();
        return this;
    }

    LayoutsFixture open(Prompt prompt, Values values) {
        fixture.open("support-agent.prompt", prompt, values);
        return this;
    }

    void edit(Prompt prompt) {
        fixture.workspace().prompt().edit(prompt);
    }

    Prompt prompt() {
        return fixture.workspace().prompt().getPrompt();
    }

    LayoutsViewModel model() {
        // Times that differ from call to call, and are the same in each run.
        var chance = new Random(7);
        var nanos = new AtomicLong();
        var stopwatch = new Stopwatch(() -> WorkspaceFixture.NOW, () -> nanos.addAndGet(Duration.ofMillis(
                SHORTEST_MILLIS + chance.nextInt(MORE_MILLIS)).toNanos()),
                (_, cancellation) -> !cancellation.isCancelled());
        return new LayoutsViewModel(fixture.workspace(), variants, new LayoutParts(new Experiment(
                fixture.workspace().analyst(), stopwatch), providers, background, Runnable::run));
    }

    /// The sample in the editor, and as a variant what it was before an edit: with what changes at its beginning.
    LayoutsViewModel mended() {
        open(contextFirst(SamplePrompt.prompt()), SamplePrompt.values());
        LayoutsViewModel model = model();
        model.keep();
        edit(SamplePrompt.prompt());
        return model;
    }

    static Prompt contextFirst(Prompt prompt) {
        List<Block> blocks = new ArrayList<>(prompt.blocks());
        blocks.add(1, blocks.remove(prompt.indexOf("context")));
        return prompt.withBlocks(blocks);
    }

    private final class Scripted implements Providers, Provider {

        @Override
        public Provider of(Profile profile) {
            return this;
        }

        @Override
        public Questions questions(Profile profile) {
            throw new IllegalStateException("nothing is asked");
        }

        @Override
        public void send(ModelCall call, Cancellation cancellation, Consumer<CallEvent> events) {
            sent.add(call.body());
            events.accept(new CallEvent.Delta("Hello"));
            events.accept(answer.apply(sent.size() - 1));
        }

        @Override
        public void warmUp() {
            // Nothing to load.
        }

        @Override
        public void close() {
            // Nothing is held.
        }
    }
}
