package dev.cachewright.provider.anthropic;

import dev.cachewright.prompt.Api;
import dev.cachewright.provider.ModelCall;
import dev.cachewright.provider.Question;
import dev.cachewright.provider.wire.AnswerReader;
import dev.cachewright.provider.wire.Dialect;
import dev.cachewright.provider.wire.Failures;
import dev.cachewright.provider.wire.Opened;
import dev.cachewright.provider.wire.Wire;
import java.io.IOException;

/// Messages, at `/v1/messages` of a base URL with or without `/v1`.
public final class MessagesDialect implements Dialect {

    @Override
    public boolean speaks(Api api) {
        return api == Api.MESSAGES;
    }

    @Override
    public Opened open(Wire wire, ModelCall call) throws IOException {
        return wire.post(wire.address("/v1/messages"), Question.ANTHROPIC);
    }

    @Override
    public AnswerReader reader(Api api, Failures failures) {
        return new MessagesReader(failures);
    }

    @Override
    public String rehearsal() {
        return "data: {\"type\":\"message_start\",\"message\":{\"usage\":{\"input_tokens\":1}}}\n\n"
                + "data: {\"type\":\"content_block_start\",\"index\":0,\"content_block\":{\"type\":\"text\",\"text\":\"\"}}\n\n"
                + "data: {\"type\":\"message_delta\",\"delta\":{\"stop_reason\":\"end_turn\"},\"usage\":{}}\n\n"
                + "data: {\"type\":\"message_stop\"}\n\n";
    }

    @Override
    public void close() {
        // The wire closes what it opened.
    }
}
