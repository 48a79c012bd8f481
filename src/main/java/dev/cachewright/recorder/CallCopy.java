package dev.cachewright.recorder;

import dev.cachewright.prompt.Api;
import dev.cachewright.recorder.http.HttpHead;
import dev.cachewright.recorder.http.Tap;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What passed of one call, to be read behind its bytes.
///
/// Written by the threads that pass it on until it has ended, and read by the journal.
final class CallCopy implements Tap {

    private final Subject subject;
    private final Journal journal;
    private final Pieces request;
    private final Pieces answer;
    private boolean isDropped;
    private boolean hasBegun;
    private Optional<Answered> answered = Optional.empty();
    private Optional<Asked> asked = Optional.empty();
    private long sent;
    private long end;
    private Ending ending = new Ending.Cut();

    CallCopy(Subject subject, Budget budget, Journal journal) {
        this.subject = subject;
        this.journal = journal;
        this.request = new Pieces(budget);
        this.answer = new Pieces(budget);
    }

    /// What is known of a call when it begins.
    ///
    /// @param codings of the request's body
    /// @param began by the steady clock
    record Subject(WatchedServer server, Api api, Secrets secrets, List<String> codings, Instant at, long began) {
    }

    /// The head of an answer.
    ///
    /// @param nanos when its first byte came
    record Answered(int status, HttpHead head, long nanos) {

        boolean isAccepted() {
            return status >= 200 && status < 300;
        }
    }

    @Override
    public synchronized void request(byte[] bytes, int from, int to) {
        if (!isDropped && !request.add(bytes, from, to, 0)) {
            drop();
        }
    }

    @Override
    public void sent(long nanos) {
        synchronized (this) {
            // The answer may have been quicker than the thread that says this.
            sent = Math.min(nanos, answered.map(Answered::nanos).orElse(nanos));
        }
        begin();
    }

    @Override
    public void answered(int status, HttpHead head, long nanos) {
        synchronized (this) {
            answered = Optional.of(new Answered(status, head, nanos));
        }
        begin();
    }

    /// Has the request read where all of it has gone out and is being answered.
    private void begin() {
        boolean isToBeRead;
        synchronized (this) {
            isToBeRead = !hasBegun && !isDropped && sent != 0
                    && answered.filter(Answered::isAccepted).isPresent();
            hasBegun |= isToBeRead;
        }
        if (isToBeRead) {
            journal.begun(this);
        }
    }

    @Override
    public synchronized void answer(byte[] bytes, int from, int to, long nanos) {
        if (!isDropped && !answer.add(bytes, from, to, nanos)) {
            drop();
        }
    }

    @Override
    public void ended(Ending how, long nanos) {
        synchronized (this) {
            ending = how;
            end = nanos;
        }
        journal.ended(this);
    }

    /// Lets go of what was copied.
    synchronized void drop() {
        isDropped = true;
        asked = Optional.empty();
        request.drop();
        answer.drop();
    }

    synchronized boolean isDropped() {
        return isDropped;
    }

    /// Its request, read.
    synchronized void read(Asked request) {
        asked = isDropped ? Optional.empty() : Optional.of(request);
    }

    /// Its request; empty where it was not read yet.
    synchronized Optional<Asked> asked() {
        return asked;
    }

    Subject subject() {
        return subject;
    }

    synchronized Pieces requestBody() {
        return request;
    }

    synchronized Pieces answerBody() {
        return answer;
    }

    synchronized Optional<Answered> answered() {
        return answered;
    }

    /// When all of the request had gone out; 0 where it did not.
    synchronized long sent() {
        return sent;
    }

    synchronized long end() {
        return end;
    }

    synchronized Ending ending() {
        return ending;
    }
}
