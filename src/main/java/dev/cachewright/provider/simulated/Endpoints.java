package dev.cachewright.provider.simulated;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cachewright.catalog.Catalog;
import dev.cachewright.catalog.Model;
import dev.cachewright.catalog.Price;
import dev.cachewright.prompt.Api;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;

/// What each endpoint does.
final class Endpoints {

    private final Answers answers;
    private final Catalog catalog;
    private final Delays delays;

    Endpoints(Answers answers, Catalog catalog, Delays delays) {
        this.answers = answers;
        this.catalog = catalog;
        this.delays = delays;
    }

    void chat(Reply reply, String body) throws IOException {
        long start = System.nanoTime();
        Answer answer = answers.answer(body, Api.CHAT);
        var form = new ChatForm(answer);
        Delays.pauseFrom(start, delays.firstToken(answer.input().uncached()));
        if (!answer.isStreamed()) {
            Delays.pause(delays.deltas(answer.deltas().size()));
            reply.json(form.completion());
            return;
        }
        EventStream out = reply.stream();
        out.data(form.opening());
        for (String delta : answer.deltas()) {
            out.data(form.delta(delta));
            Delays.pause(delays.deltas(1));
        }
        out.data(form.closing());
        if (form.includesUsage()) {
            out.data(form.usage());
        }
        out.data("[DONE]");
    }

    void responses(Reply reply, String body) throws IOException {
        long start = System.nanoTime();
        Answer answer = answers.answer(body, Api.RESPONSES);
        var form = new ResponsesForm(answer);
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

    void inputTokens(Reply reply, String body) throws IOException {
        reply.json(JsonNodeFactory.instance.objectNode().put("object", "response.input_tokens")
                .put("input_tokens", answers.inputTokens(body)).toString());
    }

    void models(Reply reply) throws IOException {
        ObjectNode root = JsonNodeFactory.instance.objectNode().put("object", "list");
        ArrayNode data = root.putArray("data");
        catalog.models().stream().filter(model -> model.provider().equals("openai"))
                .forEach(model -> data.add(json(model, model.id())));
        reply.json(root.toString());
    }

    void model(Reply reply, String id) throws IOException {
        reply.json(json(answers.model(id), id).toString());
    }

    private static ObjectNode json(Model model, String id) {
        LocalDate from = model.prices().stream().map(Price::from).findFirst().orElse(LocalDate.MIN);
        long created = from.equals(LocalDate.MIN) ? 0 : from.atStartOfDay(ZoneOffset.UTC).toEpochSecond();
        return JsonNodeFactory.instance.objectNode().put("id", id).put("object", "model").put("created", created)
                .put("owned_by", "openai");
    }
}
