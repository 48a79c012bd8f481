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

/// Makes calls of the lines of a rollout of Codex: a call for each count of tokens that is not told again.
final class Rollouts {

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
        counted = tokens.total();
        LogFields last = LogFields.of(tokens.last());
        Counts counts = new Counts(last.count("input_tokens"), last.count("cached_input_tokens"), OptionalLong.empty(),
                last.count("output_tokens"));
        calls.accept(place, new FoundCall("codex").at(input.or(tokens::at)).total(LogFields.between(input, tokens.at()))
                .provider(session.provider().isEmpty() ? "openai" : session.provider())
                .api(Optional.of(Api.RESPONSES)).model(model).usage(counts.usage(tokens.last()))
                .conversation(session.id()));
        input = Optional.empty();
    }

    /// The next file is another session.
    void end() {
        session = new SessionLine.Session("", "");
        model = "";
        counted = "";
        input = Optional.empty();
    }
}
