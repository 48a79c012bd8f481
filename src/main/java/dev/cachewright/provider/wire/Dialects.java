package dev.cachewright.provider.wire;

import dev.cachewright.prompt.Api;
import dev.cachewright.provider.ModelCall;
import java.io.IOException;
import java.util.List;

/// Several dialects of one server, each for its own endpoints.
public final class Dialects implements Dialect {

    private final List<Dialect> all;

    /// @param all at least one
    public Dialects(List<Dialect> all) {
        this.all = List.copyOf(all);
    }

    @Override
    public boolean speaks(Api api) {
        return all.stream().anyMatch(dialect -> dialect.speaks(api));
    }

    @Override
    public Opened open(Wire wire, ModelCall call) throws IOException {
        return of(call.api()).open(wire, call);
    }

    @Override
    public AnswerReader reader(Api api, Failures failures) {
        return of(api).reader(api, failures);
    }

    @Override
    public String rehearsal() {
        return all.getFirst().rehearsal();
    }

    @Override
    public void close() {
        all.forEach(Dialect::close);
    }

    private Dialect of(Api api) {
        return all.stream().filter(dialect -> dialect.speaks(api)).findFirst().orElseThrow();
    }
}
