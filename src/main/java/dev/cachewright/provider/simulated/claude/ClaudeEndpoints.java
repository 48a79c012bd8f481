package dev.cachewright.provider.simulated.claude;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.cachewright.catalog.Model;
import dev.cachewright.prompt.Api;
import dev.cachewright.provider.simulated.answer.Answer;
import dev.cachewright.provider.simulated.answer.Answers;
import dev.cachewright.provider.simulated.answer.ApiError;
import dev.cachewright.provider.simulated.answer.Asked;
import dev.cachewright.provider.simulated.answer.Call;
import dev.cachewright.provider.simulated.answer.Delays;
import dev.cachewright.provider.simulated.answer.KeptRequests;
import dev.cachewright.provider.simulated.answer.Reply;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/// What each of Anthropic's endpoints does.
public final class ClaudeEndpoints {

    private static final String PROVIDER = "anthropic";

    private final Answers answers;
    private final Delays delays;
    private final MessagesDiagnostics diagnostics;

    public ClaudeEndpoints(Answers answers, Delays delays, KeptRequests kept) {
        this.answers = answers;
        this.delays = delays;
        this.diagnostics = new MessagesDiagnostics(kept);
    }

    public void messages(Reply reply, Call call) throws IOException {
        long start = System.nanoTime();
        Asked asked = ask(call, MessagesCheck.Endpoint.MESSAGES);
        Answer answer = reply.given(answers.answer(asked, asked.body().path("max_tokens").asInt()));
        var form = new MessagesForm(answer, diagnostics.of(asked, call, answer));
        Duration first = delays.firstToken(answer.input().uncached());
        if (!answer.isStreamed()) {
            Delays.pauseFrom(start, first.plus(delays.deltas(answer.deltas().size())));
            reply.json(form.message());
            return;
        }
        // Anthropic opens the stream when the model begins to answer.
        Delays.pauseFrom(start, first);
        Reply.Events out = reply.stream();
        form.begin(out);
        for (String delta : answer.deltas()) {
            form.delta(out, delta);
            Delays.pause(delays.deltas(1));
        }
        form.end(out);
    }

    public void countTokens(Reply reply, Call call) throws IOException {
        reply.json(JsonNodeFactory.instance.objectNode().put("input_tokens",
                ask(call, MessagesCheck.Endpoint.COUNT_TOKENS).tokens()));
    }

    public void models(Reply reply) throws IOException {
        reply.json(ClaudeForm.models(answers.models().stream().filter(model -> model.provider().equals(PROVIDER))
                .toList()));
    }

    public void model(Reply reply, String id) throws IOException {
        reply.json(ClaudeForm.model(modelOf(id), id));
    }

    private Asked ask(Call call, MessagesCheck.Endpoint endpoint) {
        JsonNode body = MessagesCheck.read(call, endpoint);
        Model model = modelOf(body.path("model").asText());
        Asked asked = answers.ask(body, call.body(), Api.MESSAGES);
        if (answers.hasModelsOwnRules()) {
            MarksCheck.check(asked, model.cache());
        }
        int most = model.context().orElse(Integer.MAX_VALUE);
        if (asked.tokens() > most) {
            throw ApiError.badRequest("prompt is too long: " + asked.tokens() + " tokens > " + most + " maximum");
        }
        return asked;
    }

    private Model modelOf(String id) {
        Optional<Model> found = answers.model(id);
        if (found.filter(model -> model.provider().equals("openai")).isPresent()) {
            throw ApiError.notFound("", "model: " + id + ". It is served at POST " + Api.CHAT.endpoint() + " and POST "
                    + Api.RESPONSES.endpoint() + ", in OpenAI's forms, and not at this endpoint.");
        }
        return found.filter(model -> model.provider().equals(PROVIDER))
                .orElseThrow(() -> ApiError.notFound("", "model: " + id));
    }
}
