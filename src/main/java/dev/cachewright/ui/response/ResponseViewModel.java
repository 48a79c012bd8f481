package dev.cachewright.ui.response;

import dev.cachewright.prompt.Block;
import dev.cachewright.run.RunEvent;
import dev.cachewright.session.Call;
import dev.cachewright.session.Exchange;
import dev.cachewright.ui.fx.Subscriptions;
import dev.cachewright.ui.workspace.ExchangeModel;
import dev.cachewright.ui.workspace.PromptModel;
import dev.cachewright.ui.workspace.RunModel;
import dev.cachewright.ui.workspace.RunProblem;
import dev.cachewright.words.Texts;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// The text of the running call, else of the chosen one. A call that is chosen while another runs is shown until the
/// next one begins.
public final class ResponseViewModel implements AutoCloseable {

    private final PromptModel prompt;
    private final ExchangeModel exchange;
    private final RunModel runs;
    private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");
    private final ResponseWords words;
    private final ReadOnlyStringWrapper status = new ReadOnlyStringWrapper("");
    private final RunControls controls;
    private final ReadOnlyStringWrapper outcome = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper error = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper empty = new ReadOnlyBooleanWrapper(true);
    private final Subscriptions subscriptions = new Subscriptions();
    private final StringBuilder arriving = new StringBuilder();
    private boolean isLive;
    /// The call that began last; of several at the same time, its text is shown.
    private int number;

    public ResponseViewModel(PromptModel prompt, ExchangeModel exchange, RunModel runs) {
        this.prompt = prompt;
        this.exchange = exchange;
        this.runs = runs;
        this.words = new ResponseWords(id -> prompt.getPrompt().block(id).map(Block::name).orElse(id));
        this.controls = new RunControls(runs);
        subscriptions.add(runs.onEvent(this::onEvent));
        subscriptions.add(exchange.seenProperty().subscribe(this::show));
        subscriptions.add(runs.problemProperty().subscribe(this::showProblem));
    }

    private void onEvent(RunEvent event) {
        switch (event) {
            case RunEvent.Started started -> begin(started);
            case RunEvent.Refused refused -> showRefusal(refused);
            case RunEvent.Waiting wait -> {
                if (wait.number() == number) {
                    status.set(Texts.format("response.waits", wait.number(), wait.secondsLeft()));
                }
            }
            case RunEvent.TextArrived arrived -> {
                if (arrived.number() == number) {
                    arriving.append(arrived.text());
                    showArriving();
                }
            }
            case RunEvent.Finished finished -> show(new ExchangeModel.Seen(Optional.of(finished.call()),
                    Optional.of(finished.exchange()), ""));
            case RunEvent.SpendingReached _ -> {
                // Said above the tabs.
            }
            case RunEvent.NotKept lost -> runs.problemProperty().get().ifPresent(problem -> {
                show(new ExchangeModel.Seen(Optional.of(lost.call()), Optional.of(lost.exchange()), ""));
                error.set(problem.words());
            });
        }
    }

    private void showRefusal(RunEvent.Refused refused) {
        if (refused.number() == number) {
            error.set(ResponseWords.error(number, refused.failure()));
        }
    }

    private void showArriving() {
        if (isLive) {
            text.set(arriving.toString());
        }
    }

    private void begin(RunEvent.Started started) {
        number = started.number();
        isLive = true;
        arriving.setLength(0);
        text.set("");
        error.set("");
        outcome.set("");
        empty.set(false);
        String model = prompt.getPrompt().settings().model();
        status.set(ResponseWords.waiting(started, model, runs.timeLeft()));
    }

    private void show(ExchangeModel.Seen seen) {
        Optional<Call> call = seen.call();
        isLive = false;
        text.set(seen.exchange().map(Exchange::answer).orElse(seen.problem()));
        status.set(call.map(words::headline).orElse(""));
        outcome.set(call.map(ResponseWords::outcome).orElse(""));
        error.set(call.map(ResponseWords::error).orElse(""));
        empty.set(call.isEmpty());
    }

    private void showProblem(Optional<RunProblem> problem) {
        if (problem.isPresent()) {
            show(ExchangeModel.NOTHING);
            error.set(problem.get().words());
        } else if (!isLive && empty.get()) {
            show(exchange.get());
        }
    }

    /// How far the run is, and what can be done with it.
    public RunControls getControls() {
        return controls;
    }

    /// The text, which grows at its end while an answer arrives.
    public ReadOnlyStringProperty textProperty() {
        return text.getReadOnlyProperty();
    }

    /// What the call measured; before its end, whom it waits for.
    public ReadOnlyStringProperty statusProperty() {
        return status.getReadOnlyProperty();
    }

    public String getStatus() {
        return status.get();
    }

    /// How the answer ended; empty before its end.
    public ReadOnlyStringProperty outcomeProperty() {
        return outcome.getReadOnlyProperty();
    }

    public String getOutcome() {
        return outcome.get();
    }

    /// What went wrong and what to do; empty where nothing did.
    public ReadOnlyStringProperty errorProperty() {
        return error.getReadOnlyProperty();
    }

    public String getError() {
        return error.get();
    }

    /// Whether there is no answer to show.
    public ReadOnlyBooleanProperty emptyProperty() {
        return empty.getReadOnlyProperty();
    }

    public boolean isEmpty() {
        return empty.get();
    }

    @Override
    public void close() {
        subscriptions.close();
    }
}
