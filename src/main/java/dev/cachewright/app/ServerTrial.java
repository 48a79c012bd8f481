package dev.cachewright.app;

import dev.cachewright.format.body.UsageReader;
import dev.cachewright.format.json.RawJson;
import dev.cachewright.prompt.Api;
import dev.cachewright.prompt.text.InputException;
import dev.cachewright.provider.Answer;
import dev.cachewright.provider.CallEvent;
import dev.cachewright.provider.CallLimits;
import dev.cachewright.provider.Cancellation;
import dev.cachewright.provider.ModelCall;
import dev.cachewright.provider.Profile;
import dev.cachewright.provider.ProviderException;
import dev.cachewright.provider.Providers;
import dev.cachewright.provider.Question;
import dev.cachewright.provider.ServerCheck;
import dev.cachewright.session.Failure;
import dev.cachewright.session.Failure.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Asks the server of a profile for its models, and for one token.
public final class ServerTrial implements ServerCheck {

    private static final Duration LONGEST = Duration.ofMinutes(1);
    /// A gateway lists some thousand; what is more is not read by anybody.
    private static final int MOST = 2_000;
    private static final int LONGEST_ID = 200;

    private final Providers providers;

    public ServerTrial(Providers providers) {
        this.providers = providers;
    }

    @Override
    public Listing models(Profile profile) {
        Question question = profile.kind() == Profile.Kind.ANTHROPIC
                ? Question.get("/v1/models").toAnthropic()
                : Question.get("models");
        return switch (providers.questions(profile).ask(question, new Cancellation())) {
            case Answer.Given(String text) -> listing(text, profile);
            case Answer.Failed(Failure failure) -> new Listing(List.of(), Optional.of(failure));
            case Answer.Cancelled _ -> throw new IllegalStateException("nobody has cancelled");
        };
    }

    /// OpenAI's form, `{"data": [{"id": "…"}]}`, or the list alone.
    private static Listing listing(String body, Profile profile) {
        try {
            String list = RawJson.isArray(body) ? body : RawJson.fields(body).getOrDefault("data", "");
            List<String> ids = RawJson.elements(list).stream()
                    .flatMap(model -> Optional.ofNullable(RawJson.fields(model).get("id")).flatMap(RawJson::text)
                            .stream())
                    .filter(id -> !id.isBlank() && id.length() <= LONGEST_ID).distinct().limit(MOST)
                    .toList();
            return new Listing(ids, Optional.empty());
        } catch (InputException _) {
            var server = new Failure.Server(profile.baseUrl(), profile.key().variable());
            return new Listing(List.of(), Optional.of(new Failure.Known(Kind.NOT_AN_ANSWER, 0, "", server, 0)));
        }
    }

    @Override
    public Trial tryOut(Profile profile, String model) {
        if (model.isBlank()) {
            throw new ProviderException("A call needs a model: give one for the test");
        }
        var events = new ArrayList<CallEvent>();
        var call = new ModelCall(profile.kind() == Profile.Kind.ANTHROPIC ? Api.MESSAGES : Api.CHAT,
                body(profile.kind(), model), false, CallLimits.within(LONGEST));
        providers.of(profile).send(call, new Cancellation(), events::add);
        return switch (events.getLast()) {
            case CallEvent.Completed answer ->
                new Trial(UsageReader.read(answer.usage()).cached().isPresent(), Optional.empty());
            case CallEvent.Failed failed -> new Trial(false, Optional.of(failed.failure()));
            case CallEvent.Cancelled _,CallEvent.Sent _,CallEvent.Began _,CallEvent.Delta _ ->
                throw new IllegalStateException("a call without an end");
        };
    }

    /// OpenAI's newer models know the limit by its newer name only, other servers by the old one.
    private static String body(Profile.Kind kind, String model) {
        boolean isNew = kind == Profile.Kind.OPENAI || kind == Profile.Kind.AZURE || kind == Profile.Kind.SIMULATOR;
        return "{\"model\": " + RawJson.quote(model) + ", \"messages\": [{\"role\": \"user\", \"content\": \"Hi\"}], \""
                + (isNew ? "max_completion_tokens" : "max_tokens") + "\": 1}";
    }
}
