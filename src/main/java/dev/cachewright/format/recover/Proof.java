package dev.cachewright.format.recover;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cachewright.cache.request.SentRequest;
import dev.cachewright.format.body.RequestBodyWriter;
import dev.cachewright.format.file.PromptFile;
import dev.cachewright.format.json.RawJson;
import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.Renderer;
import dev.cachewright.prompt.Role;
import dev.cachewright.prompt.Row;
import dev.cachewright.prompt.text.InputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Proves that rows give back the requests that they were made of, through the file that a user gets.
final class Proof {

    /// What every written body has: no difference where the recorded one has none.
    private static final List<String> ALWAYS = List.of("model", "max_tokens");

    private final Prompt prompt;
    private final Set<String> varying;

    private Proof(Prompt prompt, Set<String> varying) {
        this.prompt = prompt;
        this.varying = varying;
    }

    /// @param varying the fields of the body that the rows hold in place of the prompt
    /// @throws InputException where the prompt cannot be read from its file again
    static Proof of(Prompt prompt, Set<String> varying) {
        PromptFile file = PromptFile.read(PromptFile.empty().write(prompt));
        var blocks = new ArrayList<Block>();
        prompt.blocks().stream().filter(block -> !block.role().isMessage()).forEach(block -> blocks.add(
                block.role() == Role.TOOLS ? file.withBreakpoint(block.withBreakpoint(false)) : block));
        blocks.addAll(file.messages().blocks());
        return new Proof(file.messages().withBlocks(blocks), varying);
    }

    boolean holds(Row row, JsonNode recorded) {
        try {
            SentRequest sent = SentRequest.of(Renderer.render(prompt, row), Optional.empty());
            JsonNode written = RawJson.tree(RequestBodyWriter.write(sent, false).json());
            if (!(written instanceof ObjectNode own) || !(recorded instanceof ObjectNode other)) {
                return false;
            }
            own.remove(ALWAYS.stream().filter(field -> !other.has(field)).toList());
            return Sending.plain(own, varying).equals(Sending.plain(other, varying));
        } catch (InputException _) {
            return false;
        }
    }
}
