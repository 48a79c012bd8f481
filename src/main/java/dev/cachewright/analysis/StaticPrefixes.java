package dev.cachewright.analysis;

import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.Renderer;
import dev.cachewright.prompt.Request;
import dev.cachewright.prompt.Row;
import dev.cachewright.prompt.Template;
import dev.cachewright.prompt.Values;
import dev.cachewright.prompt.VariableEdits.Stretch;
import dev.cachewright.prompt.Variables;
import dev.cachewright.token.request.RequestCounter;
import dev.cachewright.token.request.RequestTokens;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Finds the static prefix by rendering, never by guessing: the common token prefix of the requests of all rows.
///
/// A block that its author declares dynamic without a variable may contain anything, and so may a variable where fewer
/// than two rows give it a value, and so may text of a single request that looks as if it changed: there the prefix ends
/// with the last token that no other text can change.
final class StaticPrefixes {

    /// Texts that differ in their first character, and none: where requests with these differ, the values begin.
    private static final List<String> STAND_INS = List.of("a", "\u4e2d", "");

    private final RequestCounter counter;

    StaticPrefixes(RequestCounter counter) {
        this.counter = counter;
    }

    /// @param rows the requests of all rows, the one that is shown before them
    /// @param shown the values of the row that is shown
    /// @param guesses text that looks as if it changed
    StaticPrefix of(Prompt prompt, Values values, Row shown, List<RequestTokens> rows, List<Stretch> guesses) {
        Variables variables = Variables.of(prompt, values);
        RequestTokens first = rows.getFirst();
        int shared = first.size();
        for (RequestTokens row : rows) {
            shared = Math.min(shared, first.commonPrefix(row));
        }
        boolean isSeries = values.rows().size() > 1;
        int stable = Math.min(shared, guaranteed(prompt, variables.used(), guesses, shown, first));
        int prefix = isSeries ? Math.min(shared, guaranteed(prompt, variables.missing(), guesses, shown, first))
                : stable;
        return new StaticPrefix(prefix, first.placeAfter(prefix), stable);
    }

    /// The tokens of a request that no value of these variables and no text of a block declared dynamic changes.
    private int guaranteed(Prompt prompt, List<String> open, List<Stretch> guesses, Row shown, RequestTokens first) {
        if (open.isEmpty() && guesses.isEmpty() && prompt.blocks().stream().noneMatch(Block::isDeclaredDynamic)) {
            return first.size();
        }
        return first.guaranteed(
                STAND_INS.stream().map(text -> counter.count(render(prompt, guesses, open, shown, text))).toList());
    }

    private static Request render(Prompt prompt, List<Stretch> guesses, List<String> open, Row shown, String text) {
        String escaped = Template.escape(text);
        Prompt changed = prompt.withBlocks(prompt.blocks().stream()
                .map(block -> block.isDeclaredDynamic()
                        ? block.withContent(block.content().replace(0, 0, escaped))
                        : withStandIns(block, guesses, escaped))
                .toList());
        Map<String, Object> values = new LinkedHashMap<>();
        open.forEach(name -> values.put(name, text));
        return Renderer.render(changed, new Row(values).over(shown.values()));
    }

    /// From the end on, so that those before keep their places.
    private static Block withStandIns(Block block, List<Stretch> guesses, String text) {
        Block changed = block;
        for (Stretch guess : guesses.reversed()) {
            if (guess.blockId().equals(block.id())) {
                changed = changed.withContent(changed.content().replace(guess.start(), guess.end() - guess.start(),
                        text));
            }
        }
        return changed;
    }
}
