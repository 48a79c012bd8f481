package dev.cachewright.run.experiment;

import dev.cachewright.format.json.RawJson;
import dev.cachewright.provider.CallEvent;
import dev.cachewright.provider.Cancellation;
import dev.cachewright.provider.ModelCall;
import dev.cachewright.provider.Provider;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/// Gives the answers of another provider the times of a server that reads what is not cached, with noise from a seed. No
/// time passes but on the clock of the test.
final class SlowedProvider implements Provider {

    static final double MILLIS_PER_TOKEN = 0.35;

    private static final double BASE_MILLIS = 400;
    private static final double NOISE_MILLIS = 60;

    private final Provider provider;
    private final Random chance;
    final List<ModelCall> sent = new ArrayList<>();
    private long nanos;

    SlowedProvider(Provider provider, long seed) {
        this.provider = provider;
        this.chance = new Random(seed);
    }

    long nanos() {
        return nanos;
    }

    @Override
    public void send(ModelCall call, Cancellation cancellation, Consumer<CallEvent> events) {
        sent.add(call);
        var heard = new ArrayList<CallEvent>();
        provider.send(call, cancellation, heard::add);
        nanos += Math.round(1e6 * Math.max(0, BASE_MILLIS + MILLIS_PER_TOKEN * uncached(heard.getLast())
                + NOISE_MILLIS * chance.nextGaussian()));
        heard.forEach(events);
    }

    private static long uncached(CallEvent end) {
        var usage = RawJson.tree(((CallEvent.Completed) end).usage());
        return usage.get("prompt_tokens").asLong() - usage.at("/prompt_tokens_details/cached_tokens").asLong();
    }

    @Override
    public void warmUp() {
        provider.warmUp();
    }

    @Override
    public void close() {
        provider.close();
    }
}
