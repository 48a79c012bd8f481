package dev.cachewright.format.record;

import dev.cachewright.format.body.ConverseBody;
import dev.cachewright.format.body.RequestBodyReader;
import dev.cachewright.format.body.UsageReader;
import dev.cachewright.format.foreign.Recognizer;
import dev.cachewright.format.json.RawJson;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.text.InputException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// One record of a file of calls.
///
/// @param body of the request
/// @param endpoint empty where none was recorded; then the body tells its form
/// @param line its number in the file, from 1 on
record RecordedLine(Envelope envelope, String body, Optional<Endpoint> endpoint, int line) {

    /// @throws InputException where the record is no JSON object
    static RecordedLine of(Records.Piece piece) {
        Envelope envelope = Envelope.of(piece.text());
        return new RecordedLine(envelope, envelope.body(piece.text()),
                envelope.text("endpoint").or(() -> envelope.text("url")).filter(recorded -> !recorded.isBlank())
                        .map(Endpoint::of),
                piece.line());
    }

    /// The path of an endpoint whose requests cannot be read.
    Optional<String> unknownEndpoint() {
        return endpoint.filter(recorded -> recorded.api().isEmpty()).map(Endpoint::path);
    }

    /// @throws InputException where a field is not what it should be, or there is no request
    RecordedCall call() {
        envelope.foreign().ifPresent(what -> {
            throw new InputException("This is " + what + ", not a request as it was sent: give "
                    + "{\"request\": the body, \"usage\": what was reported}", 1, 1);
        });
        envelope.failure().ifPresent(why -> {
            throw new InputException("This call failed (" + why + "), and stored nothing", 1, 1);
        });
        if (endpoint.isEmpty() && !envelope.isChat()) {
            Recognizer.requireRequest(envelope.hasRequest() ? body : RawJson.object(envelope.fields()));
        }
        boolean isConverse = endpoint.filter(Endpoint::isConverse).isPresent();
        Prompt prompt = isConverse ? ConverseBody.read(body) : endpoint.flatMap(Endpoint::api).map(
                known -> RequestBodyReader.read(body, known)).orElseGet(() -> RequestBodyReader.read(body));
        String own = prompt.settings().model();
        String model = envelope.text("model")
                .orElseGet(() -> own.isEmpty() ? endpoint.map(Endpoint::model).orElse("") : own);
        Prompt named = prompt.withSettings(prompt.settings().withModel(model));
        Optional<Instant> at = envelope.time().map(time -> RecordedTime.read(time.getKey(), time.getValue()));
        return new RecordedCall(at, named, UsageReader.read(envelope.usage(), isConverse ? "" : body),
                endpoint.map(Endpoint::host).orElse(""), line, answersAfter());
    }

    /// How long after the request its answer began, where that was recorded.
    private Optional<Duration> answersAfter() {
        return Optional.ofNullable(envelope.fields().get("ttftMs")).map(RawJson::tree)
                .filter(time -> time.isNumber() && time.asDouble() >= 0)
                .map(time -> Duration.ofMillis(time.asLong()));
    }
}
