package dev.cachewright.ui.shell;

import dev.cachewright.store.PromptDocument;
import dev.cachewright.ui.workspace.Workspace;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/// Asks before variables are sent empty; what was agreed to is not asked again while the window is open.
final class EmptyValues {

    private final Workspace workspace;
    private final Function<Question, Answer> asks;
    private final Set<Question> agreed = new HashSet<>();

    EmptyValues(Workspace workspace, Function<Question, Answer> asks) {
        this.workspace = workspace;
        this.asks = asks;
    }

    /// What is asked.
    ///
    /// @param prompt the name of the prompt
    /// @param variables that have no value, at least one
    /// @param rows of which they are missing
    /// @param row the number of the row that is sent, from 1 on
    record Question(String prompt, List<String> variables, Rows rows, int row) {
    }

    /// What is sent.
    enum Rows {
        ONE, ALL, NONE_THERE
    }

    /// What the user wants.
    enum Answer {
        SEND, SHOW_VALUES, NOTHING
    }

    /// Whether the row that is shown, or all rows, may go out.
    boolean mayBeSent(boolean isOfAllRows) {
        List<String> missing = workspace.runs().variablesWithoutValue(isOfAllRows);
        Rows rows = workspace.prompt().getValues().isEmpty() ? Rows.NONE_THERE : isOfAllRows ? Rows.ALL : Rows.ONE;
        var question = new Question(workspace.prompt().getDocument().map(PromptDocument::name).orElse(""), missing,
                rows, workspace.prompt().getRow() + 1);
        boolean isAgreed = missing.isEmpty() || agreed.contains(question) || asks.apply(question) == Answer.SEND;
        if (isAgreed) {
            agreed.add(question);
        }
        return isAgreed;
    }
}
