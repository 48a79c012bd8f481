package dev.cachewright.ui.workspace;

import dev.cachewright.format.body.Continuation;
import dev.cachewright.prompt.Edition;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.session.Call;
import dev.cachewright.session.CallResult;
import dev.cachewright.session.Exchange;
import dev.cachewright.words.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;

/// Goes on with a conversation: the answer of the call that is shown becomes a part of the prompt.
public final class ConversationModel {

    private final Workspace workspace;
    private final ObservableValue<Boolean> possible;
    private final List<Consumer<String>> listeners = new ArrayList<>();

    ConversationModel(Workspace workspace) {
        this.workspace = workspace;
        this.possible = Bindings.createBooleanBinding(() -> workspace.prompt().getDocument().isPresent()
                && !workspace.runs().isRunning() && shown().filter(ConversationModel::isAnswered).isPresent()
                && workspace.exchange().get().exchange().isPresent(),
                workspace.prompt().documentProperty(), workspace.runs().runningProperty(),
                workspace.exchange().seenProperty());
    }

    private Optional<Call> shown() {
        return workspace.exchange().get().call();
    }

    private static boolean isAnswered(Call call) {
        return !call.target().isControl() && call.measurement().result() instanceof CallResult.Answered;
    }

    /// Whether the call that is shown has an answer.
    public ObservableValue<Boolean> possibleProperty() {
        return possible;
    }

    /// Has `listener` told the block in which what is said next is to be written.
    public void onContinued(Consumer<String> listener) {
        listeners.add(listener);
    }

    /// Puts the answer after the prompt, and after it a block for what is said next; undone like any edit. Says why not
    /// where the answer is to another prompt than the one that is open.
    public void goOn() {
        if (!possible.getValue()) {
            return;
        }
        Call call = shown().orElseThrow();
        Prompt prompt = workspace.prompt().getPrompt();
        boolean isOfThis = call.target().prompt().edition().equals(Edition.of(prompt))
                && call.target().api() == prompt.settings().api();
        if (isOfThis) {
            Exchange exchange = workspace.exchange().get().exchange().orElseThrow();
            Prompt continued = Continuation.of(prompt, exchange.items(), exchange.answer());
            workspace.prompt().edit(continued);
            listeners.forEach(listener -> listener.accept(continued.blocks().getLast().id()));
        } else {
            workspace.runs().tell(Texts.format("response.not-continued", call.number()));
        }
    }
}
