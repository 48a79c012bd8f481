package dev.cachewright.provider.simulated.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cachewright.catalog.CacheTerms;
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

/// What each of OpenAI's endpoints does.
public final class OpenAiEndpoints {

    private static final String PROVIDER = "openai";

    private final Answers answers;
    private final Delays delays;
    private final ResponsesDiagnostics diagnostics;

    public OpenAiEndpoints(Answers answers, Delays delays, KeptRequests kept) {
        this.answers = answers;
        this.delays = delays;
        this.diagnostics = new ResponsesDiagnostics(kept);
    }

    public void chat(Reply reply, Call call) throws IOException {
        long start = System.nanoTime();
        Answer answer = reply.given(answer(ask(call, Api.CHAT)));
        var form = new ChatForm(answer);
        Delays.pauseFrom(start, delays.firstToken(answer.input().uncached()));
        if (!answer.isStreamed()) {
            Delays.pause(delays.deltas(answer.deltas().size()));
            reply.json(form.completion());
            return;
        }
        Reply.Events out = reply.stream();
        out.data(form.opening());
        for (String delta : answer.deltas()) {
            out.data(form.delta(delta));
            Delays.pause(delays.deltas(1));
        }
        out.data(form.closing());
        if (form.includesUsage()) {
            out.data(form.usage());
        }
        out.last("[DONE]");
    }

    public void responses(Reply reply, Call call) throws IOException {
        long start = System.nanoTime();
        Asked asked = ask(call, Api.RESPONSES);
        Answer answer = reply.given(answer(asked));
        var form = new ResponsesForm(answer, diagnostics.of(asked, answer));
        if (!answer.isStreamed()) {
            Duration first = delays.firstToken(answer.input().uncached());
            Delays.pauseFrom(start, first.plus(delays.deltas(answer.deltas().size())));
            reply.json(form.response());
            return;
        }
        var events = new ResponsesForm.Events(reply.stream());
        form.begin(events);
        Delays.pauseFrom(start, delays.firstToken(answer.input().uncached()));
        form.openText(events);
        for (String delta : answer.deltas()) {
            form.delta(events, delta);
            Delays.pause(delays.deltas(1));
        }
        form.end(events);
    }

    public void inputTokens(Reply reply, Call call) throws IOException {
        reply.json(JsonNodeFactory.instance.objectNode().put("object", "response.input_tokens")
                .put("input_tokens", ask(call, Api.RESPONSES).tokens()));
    }

    public void models(Reply reply) throws IOException {
        ObjectNode root = JsonNodeFactory.instance.objectNode().put("object", "list");
        ArrayNode data = root.putArray("data");
        answers.models().stream().filter(model -> model.provider().equals(PROVIDER))
                .forEach(model -> data.add(OpenAiForm.model(model, model.id())));
        reply.json(root);
    }

    public void model(Reply reply, String id) throws IOException {
        reply.json(OpenAiForm.model(modelOf(id), id));
    }

    private Asked ask(Call call, Api api) {
        JsonNode body = BodyCheck.read(call, api, this::termsOf);
        Asked asked = answers.ask(body, call.body(), api);
        Limits.checkContext(asked.destination().modelId(), asked.tokens(), api);
        return asked;
    }

    private Answer answer(Asked asked) {
        // A prewarming request fills the cache and makes no answer.
        boolean isPrewarming = asked.body().path("prompt_cache_options").path("prewarm").asBoolean();
        return answers.answer(asked, isPrewarming ? 0 : Limits.output(asked.body()));
    }

    private Model modelOf(String id) {
        Optional<Model> found = answers.model(id);
        if (found.filter(model -> model.provider().equals("anthropic")).isPresent()) {
            throw ApiError.notFound("model_not_found", "The model `" + id + "` is served at POST "
                    + Api.MESSAGES.endpoint() + ", in the form of Anthropic's Messages, and not at this endpoint.");
        }
        return found.filter(model -> model.provider().equals(PROVIDER))
                .orElseThrow(() -> ApiError.notFound("model_not_found",
                        "The model `" + id + "` does not exist or you do not have access to it."));
    }

    /// Nothing where other rules than the model's own are served: such servers pass over fields they do not know.
    ///
    /// @throws ApiError 404
    private Optional<CacheTerms> termsOf(String modelId) {
        Model model = modelOf(modelId);
        return answers.hasModelsOwnRules() ? Optional.of(model.cache()) : Optional.empty();
    }
}
