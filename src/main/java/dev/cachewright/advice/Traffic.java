package dev.cachewright.advice;

import dev.cachewright.analysis.AnalysisInput;
import dev.cachewright.analysis.CountedRequest;
import dev.cachewright.analysis.Destination;
import dev.cachewright.cache.request.SentRequests;
import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.Breakpoint;
import dev.cachewright.prompt.Form;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.Renderer;
import dev.cachewright.prompt.Role;
import dev.cachewright.prompt.Row;
import dev.cachewright.prompt.Template;
import dev.cachewright.prompt.template.Growth;
import dev.cachewright.prompt.text.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The calls over which a prompt is forecast: those of the rows, else the request that is shown after one that came
/// before it.
///
/// That one is the second request where there is one. Of a single request it is the turn before in a conversation, and
/// otherwise the same prompt with another question and other values: what looks as if it changed is another text there.
final class Traffic {

    /// How a call comes about that the shown one can read from.
    enum Kind {
        /// There are rows: all of them are calls.
        ROWS,
        /// A second request shows what changes.
        PAIR,
        /// The shown request goes on from the turn before.
        CONVERSATION,
        /// Another question to the same prompt.
        REPEAT
    }

    private final AnalysisInput input;
    private final Kind kind;

    Traffic(AnalysisInput input) {
        this.input = input;
        this.kind = input.values().rows().size() > 1 ? Kind.ROWS
                : input.compared().isPresent() ? Kind.PAIR
                        : turnBefore(input.prompt().blocks()) > 0 ? Kind.CONVERSATION : Kind.REPEAT;
    }

    Kind kind() {
        return kind;
    }

    /// The requests of an edited prompt, in their order.
    ///
    /// @param pieces what changes from call to call, whatever the rows say
    /// @param most how many rows are taken at most
    /// @throws dev.cachewright.prompt.text.InputException where a block cannot be rendered
    List<CountedRequest> requests(Prompt edited, List<ChangingPiece> pieces, Destination destination, int most) {
        var counting = new Counting(destination);
        Row shown = input.values().row(input.row());
        var changing = ChangingPlaces.of(edited, pieces);
        return switch (kind) {
            case ROWS -> {
                var rows = new ArrayList<CountedRequest>();
                for (int i = 0; i < Math.min(most, input.values().rows().size()); i++) {
                    rows.add(counting.count(changing.in(i), input.values().row(i)));
                }
                yield rows;
            }
            case PAIR -> List.of(counting.count(edited, shown), counting.count(
                    input.compared().orElseThrow().beside(edited), input.compared().orElseThrow().beside(shown)));
            case CONVERSATION -> List.of(counting.count(before(changing.in(1)), other(edited, shown)),
                    counting.count(edited, shown));
            case REPEAT -> List.of(counting.count(repeated(changing.in(1)), other(edited, shown)),
                    counting.count(edited, shown));
        };
    }

    /// Renders and counts; what the rows of one prompt share is looked at once.
    private static final class Counting {

        private final Destination destination;
        private final SentRequests requests;
        private final Growth growth = Growth.ofRows();

        Counting(Destination destination) {
            this.destination = destination;
            this.requests = destination.requests();
        }

        CountedRequest count(Prompt prompt, Row row) {
            return destination.count(requests.of(Renderer.render(prompt, row, growth)));
        }
    }

    /// The prompt as it was a turn ago, with the breakpoint of its end where it has one.
    private static Prompt before(Prompt prompt) {
        List<Block> blocks = prompt.blocks();
        int end = turnBefore(blocks);
        if (end <= 0) {
            return prompt;
        }
        var earlier = new ArrayList<>(blocks.subList(0, end));
        Optional<Breakpoint> mark = blocks.getLast().breakpoint();
        mark.ifPresent(found -> earlier.set(end - 1, earlier.get(end - 1).withBreakpoint(found.ttl())));
        return prompt.withBlocks(earlier);
    }

    /// How many blocks the turn before had: those before what the assistant said last; 0 where it was the first turn.
    static int turnBefore(List<Block> blocks) {
        int last = blocks.size() - 1;
        while (last >= 0 && blocks.get(last).role() != Role.ASSISTANT) {
            last--;
        }
        while (last > 0 && blocks.get(last - 1).role() == Role.ASSISTANT) {
            last--;
        }
        return last > 0 && isQuestion(blocks.get(last - 1)) && last < blocks.size() - 1 ? last : 0;
    }

    private static boolean isQuestion(Block block) {
        return block.role() == Role.USER || block.role() == Role.TOOL;
    }

    /// The same prompt with another question, and other text in the blocks that their author declares dynamic.
    private static Prompt repeated(Prompt prompt) {
        int question = questionOf(prompt);
        var blocks = new ArrayList<Block>();
        for (int i = 0; i < prompt.blocks().size(); i++) {
            Block block = prompt.blocks().get(i);
            blocks.add(block.isDeclaredDynamic() || i == question ? withOtherText(block) : block);
        }
        return prompt.withBlocks(blocks);
    }

    /// The index of the last block where the user asks; -1 where nobody does.
    static int questionOf(Prompt prompt) {
        int last = prompt.blocks().size() - 1;
        return last > 0 && prompt.blocks().get(last).role() == Role.USER ? last : -1;
    }

    private static Block withOtherText(Block block) {
        if (block.form() == Form.ITEM) {
            Text content = block.content();
            int text = content.indexOf("\"text\"", 0);
            int quote = text < 0 ? -1 : content.indexOf("\"", text + "\"text\"".length());
            return quote < 0 ? block : block.withContent(content.replace(quote + 1, 0, "Another one. "));
        }
        return block.template().tags().isEmpty()
                ? block.withContent(block.content().replace(0, 0, Template.escape("Another one. ")))
                : block;
    }

    /// Other values for the variables.
    private static Row other(Prompt prompt, Row shown) {
        Map<String, Object> values = new LinkedHashMap<>(prompt.defaults());
        values.putAll(shown.values());
        values.replaceAll((_, value) -> value instanceof String text ? Variation.of(text, 1) : value);
        prompt.blocks().stream().flatMap(block -> block.template().variables().stream())
                .forEach(name -> values.putIfAbsent(name, "another"));
        return new Row(values);
    }
}
