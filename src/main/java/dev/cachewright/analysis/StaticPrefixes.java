package dev.cachewright.analysis;

import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.Kind;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.Renderer;
import dev.cachewright.prompt.Request;
import dev.cachewright.prompt.Row;
import dev.cachewright.prompt.Template;
import dev.cachewright.token.RequestCounter;
import dev.cachewright.token.RequestTokens;
import dev.cachewright.token.TokenList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Finds the static prefix by rendering, never by guessing: the common token prefix of the requests of all rows.
///
/// A block that its author declares dynamic without a variable may hold anything, and so may a variable where fewer
/// than two rows say what it holds: stand-ins for other values are rendered too, one of each class of character that
/// can change the last token before them.
final class StaticPrefixes {

    private static final List<String> STAND_INS = List.of("a", "Z", "7", "\n", " x", "'s", "/", ".", "\u4e2d");

    private final RequestCounter counter;

    StaticPrefixes(RequestCounter counter) {
        this.counter = counter;
    }

    /// @param rows the requests of all rows; at least one, the first one shown
    StaticPrefix of(Prompt prompt, List<RequestTokens> rows) {
        RequestTokens shown = rows.getFirst();
        int shared = shown.ids().size();
        for (RequestTokens row : rows) {
            shared = Math.min(shared, shown.ids().commonPrefix(row.ids()));
        }
        for (TokenList other : (Iterable<TokenList>) standIns(prompt, rows.size())::iterator) {
            shared = Math.min(shared, shown.ids().commonPrefix(other));
        }
        return new StaticPrefix(shared, shown.placeBehind(shared));
    }

    private Stream<TokenList> standIns(Prompt prompt, int rows) {
        boolean isOpen = rows < 2 && prompt.blocks().stream().anyMatch(block -> block.template().isDynamic());
        boolean isDeclared = prompt.blocks().stream().anyMatch(StaticPrefixes::isDeclaredOnly);
        if (!isOpen && !isDeclared) {
            return Stream.empty();
        }
        return STAND_INS.stream().map(text -> render(prompt, text, isOpen)).map(counter::count)
                .map(RequestTokens::ids);
    }

    private static Request render(Prompt prompt, String text, boolean isOpen) {
        Prompt changed = prompt.withBlocks(prompt.blocks().stream()
                .map(block -> isDeclaredOnly(block) ? block.withText(Template.escape(text) + block.text()) : block)
                .toList());
        Map<String, Object> values = new LinkedHashMap<>();
        if (isOpen) {
            changed.blocks().forEach(block -> block.template().variables().forEach(name -> values.put(name, text)));
        }
        return Renderer.render(changed, new Row(values));
    }

    private static boolean isDeclaredOnly(Block block) {
        return block.role().isMessage() && block.kind() == Kind.DYNAMIC && !block.template().isDynamic();
    }
}
