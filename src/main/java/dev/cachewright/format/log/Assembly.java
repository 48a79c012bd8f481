package dev.cachewright.format.log;

import dev.cachewright.format.log.part.Finding;
import dev.cachewright.format.log.part.FoundCall;
import dev.cachewright.format.log.part.SessionLine;
import dev.cachewright.session.Usage;
import java.util.Optional;
import java.util.function.Consumer;

/// Makes calls of what was found in the records, in the order of the log, on one thread.
final class Assembly {

    private final Consumer<TrafficCall> calls;
    private final Tallies unread = new Tallies();
    private final SeenAnswers seen = new SeenAnswers();
    private final Tallies passedOver = new Tallies();
    private final BatchJoin batches;
    private final Transcripts transcripts;
    private final Rollouts rollouts;
    private String file = "";
    private long linesBefore;

    Assembly(Consumer<TrafficCall> calls) {
        this.calls = calls;
        this.batches = new BatchJoin(this::add, passedOver);
        this.transcripts = new Transcripts(this::add, passedOver);
        this.rollouts = new Rollouts(this::add, passedOver);
    }

    void begin(String name) {
        file = name;
        linesBefore = 0;
    }

    void add(RecordParser.Parsed parsed) {
        parsed.found().forEach(each -> add(new LogPlace(file, linesBefore + each.line() + 1), each.finding()));
        linesBefore += parsed.lines();
    }

    /// The file has ended.
    void end() {
        transcripts.end();
        rollouts.end();
    }

    /// The file has ended, and those that may hold answers to its requests have been read.
    void endRequests() {
        batches.endRequests();
    }

    /// All files have ended.
    void finish() {
        batches.finish();
    }

    Tallies unread() {
        return unread;
    }

    Tallies passedOver() {
        return passedOver;
    }

    private void add(LogPlace place, Finding finding) {
        switch (finding) {
            case Finding.Call call when call.joinId().isEmpty() -> add(place, call.call());
            case Finding.Call call -> batches.request(place, call.call(), call.joinId());
            case Finding.Answer answer -> batches.answer(place, answer);
            case Finding.Line line -> add(place, line.line());
            case Finding.PassedOver passed -> passedOver.add(passed.why(), place);
            case Finding.Unread fault -> unread.add(fault.why(), place);
        }
    }

    private void add(LogPlace place, SessionLine line) {
        switch (line) {
            case SessionLine.Transcript transcript -> transcripts.add(place, transcript);
            case SessionLine.Rollout rollout -> rollouts.add(place, rollout);
        }
    }

    private void add(LogPlace place, FoundCall call) {
        if (seen.isAgain(call)) {
            passedOver.add(LogReport.SAME_ANSWER, place);
            return;
        }
        var route = new CallRoute(call.provider(), call.host(), call.api(), call.model(), call.key());
        Optional<String> wrong = WrongUsage.of(call.usage());
        wrong.ifPresent(why -> unread.add(why, place));
        Usage usage = wrong.isPresent() ? WrongUsage.unknown(call.usage()) : call.usage();
        calls.accept(new TrafficCall(place, call.form(), call.at(), call.firstToken(), call.total(), route,
                call.body(), call.isRebuilt(), call.isAscii(), usage, call.conversation(), call.id()));
    }
}
