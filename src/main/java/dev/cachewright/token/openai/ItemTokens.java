package dev.cachewright.token.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.cachewright.prompt.Api;
import dev.cachewright.prompt.Form;
import dev.cachewright.prompt.Message;
import dev.cachewright.prompt.Role;
import dev.cachewright.prompt.Settings;
import dev.cachewright.token.encoding.TokenList;
import dev.cachewright.token.encoding.Tokenizer;
import dev.cachewright.token.part.Band;
import dev.cachewright.token.part.Counted;
import dev.cachewright.token.part.Framing;
import dev.cachewright.token.part.ServerJson;
import dev.cachewright.token.part.Signs;
import java.util.ArrayList;
import java.util.List;

/// The tokens that a server makes of the messages of a request that are exact JSON ([Form#ITEM]).
///
/// Made once for a request, as an output needs the call it answers. One item is one message of the server's text.
final class ItemTokens {

    /// Tools that are added later cost 3 more where there are others at the beginning (eight calls, one conversation).
    private static final int SECOND_TOOLS = 3;
    private static final Band UNPROVEN_TOOLS = Band.about(4);

    /// What an answer may contain besides its content.
    private static final List<String> OTHER_CONTENT = List.of("refusal", "audio");

    /// Fields of a message that are counted, that only name it, or that ask for the cache.
    private static final String[] READ = {"role", "content", "type", "name", "phase", "id", "status", "cache_control"};

    private final List<Message> messages;
    private final List<JsonNode> items = new ArrayList<>();
    private final Framing framing;
    private final Tokenizer tokenizer;
    private final ToolCalls calls;
    private final ToolTurns turns;
    private final ToolOutputs outputs;
    private final PictureTokens pictures;
    private final ReasoningTokens reasoning;
    private final boolean hasTools;
    /// Whether the request asks that the reasoning of earlier turns stays.
    private final boolean keepsReasoning;
    private final int lastQuestion;
    /// The calls that follow each other around the item that was asked for last.
    private Run run = new Run(0, 0, List.of());

    /// Items from one index to before another that are calls, each with its tokens.
    private record Run(int from, int to, List<Counted> counted) {
    }

    /// @param messages all messages of the request
    /// @param settings those of the request
    ItemTokens(List<Message> messages, Settings settings, Api api, Framing framing, Tokenizer tokenizer) {
        this.messages = List.copyOf(messages);
        this.framing = framing;
        this.tokenizer = tokenizer;
        pictures = PictureTokens.ofModel(settings.model(), api);
        reasoning = ReasoningTokens.ofModel(settings.model(), tokenizer);
        keepsReasoning = settings.extra().getOrDefault("reasoning", "").contains("all_turns");
        for (Message message : messages) {
            items.add(message.form() == Form.ITEM
                    ? ServerJson.read(message.text()).orElse(MissingNode.getInstance())
                    : MissingNode.getInstance());
        }
        calls = new ToolCalls(settings.model(), api, framing, tokenizer, pictures);
        outputs = new ToolOutputs(items, calls, api, framing, tokenizer, pictures);
        turns = outputs.turns();
        List<Role> roles = messages.stream().map(Message::role).toList();
        hasTools = roles.contains(Role.TOOLS);
        lastQuestion = roles.lastIndexOf(Role.USER);
    }

    /// The tokens of the item at this index of the messages.
    Counted of(int index) {
        JsonNode item = items.get(index);
        if (!ToolTurns.madeBy(item).isEmpty()) {
            return calls.ofMessage(item);
        }
        if (turns.isOutput(index)) {
            return outputs.of(index);
        }
        return switch (item.path("type").asText("message")) {
            case "message" -> isText(item) ? message(item, index) : unknown(index);
            case "function_call" -> call(index);
            case "reasoning" -> reasoning.counted(item, isOver(index), keepsReasoning);
            case "additional_tools" -> additionalTools(item);
            case "compaction" -> reasoning.compacted(item);
            default -> unknown(index);
        };
    }

    private static boolean isText(JsonNode item) {
        JsonNode content = item.path("content");
        boolean isMessage = Role.of(item.path("role").asText("")).filter(Role::isMessage).isPresent();
        return isMessage && (content.isTextual() || content.isArray())
                && OTHER_CONTENT.stream().noneMatch(item::hasNonNull);
    }

    private Counted message(JsonNode message, int index) {
        int channel = MessageFrame.channel(message.path("phase").asText(""),
                MessageFrame.channel(messages, index, framing));
        String name = message.path("name").asText("");
        var counted = MessageFrame.head(message.path("role").asText(), channel, tokenizer);
        counted.text(name.isEmpty() ? "" : ":" + name);
        JsonNode others = ServerJson.without(message, READ);
        if (!others.isEmpty()) {
            counted.identity(others.toString());
        }
        return new Contents(message.path("content"), pictures).addTo(counted).signs(1, Signs.MESSAGE_END).build();
    }

    private Counted additionalTools(JsonNode item) {
        return new Counted.Builder(tokenizer).signs(framing.chatTools() + (hasTools ? SECOND_TOOLS : 0)).add(ToolTokens
                .counted(item.path("tools").toString(), framing, tokenizer)).give(UNPROVEN_TOOLS).build();
    }

    private Counted call(int index) {
        if (index < run.from() || index >= run.to()) {
            run = runAround(index);
        }
        return run.counted().get(index - run.from());
    }

    private Run runAround(int index) {
        int first = turns.from(index);
        int end = turns.to(index);
        return new Run(first, end, end - first == 1
                ? List.of(calls.call(items.get(index)))
                : calls.several(items.subList(first, end)));
    }

    /// Whether a question follows, after which the server drops the reasoning that led to the answer before.
    private boolean isOver(int index) {
        return index <= lastQuestion;
    }

    /// Items that no recording shows: anything between nothing and twice their JSON.
    private Counted unknown(int index) {
        String item = items.get(index).isMissingNode() ? messages.get(index).text() : items.get(index).toString();
        TokenList tokens = tokenizer.encode(item);
        return new Counted.Builder(tokenizer).identity(item)
                .add(new Counted(tokens, Band.about(tokens.size()))).build();
    }
}
