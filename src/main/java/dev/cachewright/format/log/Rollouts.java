package dev.cachewright.format.log;

import dev.cachewright.format.log.part.Counts;
import dev.cachewright.format.log.part.FoundCall;
import dev.cachewright.format.log.part.LogFields;
import dev.cachewright.format.log.part.SessionLine;
import dev.cachewright.prompt.Api;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiConsumer;
import java.util.function.Function;

/// Makes calls of the lines of a rollout of Codex: a call for each count of tokens that is not told again.
final class Rollouts {

    private static final String INPUT = "input_tokens";

    private final BiConsumer<LogPlace, FoundCall> calls;
    private final Tallies passedOver;
    private SessionLine.Session session = new SessionLine.Session("", "");
    private String model = "";
    private String counted = "";
    private Optional<Instant> input = Optional.empty();

    Rollouts(BiConsumer<LogPlace, FoundCall> calls, Tallies passedOver) {
        this.calls = calls;
        this.passedOver = passedOver;
    }

    void add(LogPlace place, SessionLine.Rollout line) {
        switch (line) {
            case SessionLine.Session begun -> session = begun;
            case SessionLine.Context context -> model = context.model();
            case SessionLine.Input sent -> input = sent.at().or(() -> input);
            case SessionLine.Tokens tokens -> count(place, tokens);
        }
    }

    private void count(LogPlace place, SessionLine.Tokens tokens) {
        if (!tokens.total().isEmpty() && tokens.total().equals(counted)) {
            passedOver.add("counts that were told before", place);
            return;
        }
        LogFields before = LogFields.of(counted);
        counted = tokens.total();
        Counts counts = tokens.last().isEmpty() ? since(before, LogFields.of(counted))
                : counts(LogFields.of(tokens.last())::count);
        String raw = tokens.last().isEmpty() ? tokens.total() : tokens.last();
        calls.accept(place, new FoundCall("codex").at(input.or(tokens::at)).total(LogFields.between(input, tokens.at()))
                .provider(session.provider().isEmpty() ? "openai" : session.provider())
                .api(Optional.of(Api.RESPONSES)).model(model).usage(counts.usage(raw))
                .conversation(session.id()));
        input = Optional.empty();
    }

    /// Older rollouts tell totals alone: a call is what came on top. One that is less counts from the beginning again.
    private static Counts since(LogFields before, LogFields total) {
        boolean isAgain = total.count(INPUT).orElse(0) < before.count(INPUT).orElse(0);
        return counts(name -> {
            OptionalLong now = total.count(name);
            long had = isAgain ? 0 : before.count(name).orElse(0);
            return now.isPresent() && now.getAsLong() >= had ? OptionalLong.of(now.getAsLong() - had)
                    : OptionalLong.empty();
        });
    }

    private static Counts counts(Function<String, OptionalLong> count) {
        return new Counts(count.apply(INPUT), count.apply("cached_input_tokens"),
                count.apply("cache_write_input_tokens"), count.apply("output_tokens"));
    }

    /// The next file is another session.
    void end() {
        session = new SessionLine.Session("", "");
        model = "";
        counted = "";
        input = Optional.empty();
    }
}
