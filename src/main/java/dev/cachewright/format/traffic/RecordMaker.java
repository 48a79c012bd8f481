package dev.cachewright.format.traffic;

import dev.cachewright.format.json.RawJson;
import dev.cachewright.format.log.TrafficCall;
import dev.cachewright.format.record.Endpoint;
import dev.cachewright.prompt.Api;
import dev.cachewright.prompt.text.InputException;
import dev.cachewright.token.encoding.Tokenizer;
import dev.cachewright.traffic.TrafficRecord;
import dev.cachewright.traffic.piece.PieceCutter;
import dev.cachewright.traffic.piece.PieceTable;
import dev.cachewright.traffic.piece.RequestShape;
import java.time.Duration;
import java.util.Optional;

/// Makes of the calls of logs what a profile needs of them. Safe for several threads.
public final class RecordMaker {

    /// Of an answer that is not streamed it is not known when it began: not later than this.
    private static final Duration MOST_WAIT = Duration.ofSeconds(2);

    private final ShapeReader shapes;

    /// @param tokenizer of what the calls share; figures are scaled to what each server reported
    public RecordMaker(Tokenizer tokenizer) {
        shapes = new ShapeReader(new PieceCutter(new PieceTable(), tokenizer));
    }

    public TrafficRecord record(TrafficCall call) {
        Optional<RequestShape> read = call.body().flatMap(body -> shape(call, body));
        boolean isTextLost = read.isPresent() && LostText.isIn(call.body().orElseThrow(),
                read.get().tokens().total(), call.usage());
        Optional<RequestShape> shape = read.filter(_ -> !isTextLost);
        String host = call.route().host();
        String model = call.route().model().isEmpty()
                ? read.map(request -> request.settings().model()).orElse("")
                : call.route().model();
        Optional<Duration> answersAfter = call.firstToken().or(() -> call.total()
                .map(time -> time.compareTo(MOST_WAIT) < 0 ? time : MOST_WAIT));
        return new TrafficRecord(new TrafficRecord.Place(call.place().file(), call.place().line()), call.at(),
                answersAfter,
                new TrafficRecord.Route(host.isEmpty() ? call.route().provider() : host, model, call.route().key(),
                        Endpoint.isElsewhere(host)),
                call.conversation(), call.usage(), shape, shape.flatMap(_ -> call.body()), isTextLost);
    }

    /// A body that is no request is a call whose request is not known.
    private Optional<RequestShape> shape(TrafficCall call, String body) {
        try {
            RequestShape shape = shapes.read(body, call.isAscii(),
                    call.route().api().orElseGet(() -> apiOf(body, call)),
                    call.route().model());
            return shape.tokens().total() == 0 ? Optional.empty() : Optional.of(shape);
        } catch (InputException _) {
            return Optional.empty();
        }
    }

    private static Api apiOf(String body, TrafficCall call) {
        if (call.route().provider().equals("anthropic") || call.route().model().startsWith("claude")) {
            return Api.MESSAGES;
        }
        return RawJson.fields(body).containsKey("input") ? Api.RESPONSES : Api.CHAT;
    }
}
