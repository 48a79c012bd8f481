package dev.cachewright.ui.workspace;

import dev.cachewright.analysis.SecondRequest;
import dev.cachewright.prompt.Api;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.Settings;
import dev.cachewright.prompt.Values;
import dev.cachewright.store.PromptDocument;
import java.util.List;
import java.util.Optional;

/// What is open, at one moment: all that an analysis is made from changes together.
///
/// @param document where the prompt comes from; empty while nothing is open
/// @param prompt with the edits since
/// @param values the data set for its variables
/// @param row the index of the row that is shown and sent, from 0 on
/// @param compared the second request that it is compared with; empty where there is none
public record Draft(Optional<PromptDocument> document, Prompt prompt, Values values, int row,
        Optional<Compared> compared) {

    /// A second request by the name of its file.
    public record Compared(String name, SecondRequest request) {
    }

    /// Nothing is open.
    static final Draft NOTHING = new Draft(Optional.empty(), Prompt.of(List.of(), Settings.of("", Api.CHAT)),
            Values.none(), 0, Optional.empty());

    static Draft of(PromptDocument opened) {
        return new Draft(Optional.of(opened), opened.opened(), opened.values(), 0, Optional.empty());
    }

    Draft withPrompt(Prompt next) {
        return new Draft(document, next, values, row, compared);
    }

    Draft withDocument(PromptDocument written) {
        return new Draft(Optional.of(written), prompt, values, row, compared);
    }

    /// With another data set, from its first row on.
    Draft withValues(Values data) {
        return new Draft(document.map(open -> open.withValues(data)), prompt, data, 0, compared);
    }

    Draft withRow(int index) {
        return new Draft(document, prompt, values, index, compared);
    }

    Draft withCompared(Optional<Compared> second) {
        return new Draft(document, prompt, values, row, second);
    }
}
