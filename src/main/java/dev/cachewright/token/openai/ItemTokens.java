package dev.cachewright.token.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.cachewright.prompt.Api;
import dev.cachewright.prompt.Form;
import dev.cachewright.prompt.Message;
import dev.cachewright.prompt.Role;
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

    /// What a name costs besides its text; source: OpenAI cookbook, "How to count tokens with tiktoken".
    private static final int NAME = 1;
    private static final Band UNPROVEN_NAME = Band.about(1);
    /// Tools that are added later cost 3 more where there are others at the beginning (eight calls, one conversation).
    private static final int SECOND_TOOLS = 3;
    private static final Band UNPROVEN_TOOLS = Band.about(4);

    /// What an answer may contain besides its content.
    private static final List<String> OTHER_CONTENT = List.of("refusal", "audio", "function_call");

    private final List<Message> messages;
    private final List<JsonNode> items = new ArrayList<>();
    private final Framing framing;
    private final Tokenizer tokenizer;
    private final ToolCalls calls;
    private final boolean hasTools;
    private final int lastQuestion;
    /// The calls that follow each other around the item that was asked for last.
    private Run run = new Run(0, 0, List.of());

    /// Items from one index to before another that are calls, each with its tokens.
    private record Run(int from, int to, List<Counted> counted) {
    }

    /// @param messages all messages of the request
    ItemTokens(List<Message> messages, Api api, Framing framing, Tokenizer tokenizer) {
        this.messages = List.copyOf(messages);
        this.framing = framing;
        this.tokenizer = tokenizer;
        for (Message message : messages) {
            items.add(message.form() == Form.ITEM
                    ? ServerJson.read(message.text()).orElse(MissingNode.getInstance())
                    : MissingNode.getInstance());
        }
        calls = new ToolCalls(items, api, framing, tokenizer);
        List<Role> roles = messages.stream().map(Message::role).toList();
        hasTools = roles.contains(Role.TOOLS);
        lastQuestion = roles.lastIndexOf(Role.USER);
    }

    /// The tokens of the item at this index of the messages.
    Counted of(int index) {
        JsonNode item = items.get(index);
        if (!item.path("tool_calls").isEmpty()) {
            return calls.ofMessage(item);
        }
        if (item.path("role").asText("").equals("tool")) {
            return calls.output(item.path("tool_call_id").asText(), item.path("content"));
        }
        return switch (item.path("type").asText("message")) {
            case "message" -> isText(item) ? message(item, index) : unknown(index);
            case "function_call" -> call(index);
            case "function_call_output" -> calls.output(item.path("call_id").asText(), item.path("output"));
            case "reasoning" -> ReasoningTokens.counted(item, isOver(index), tokenizer);
            case "additional_tools" -> additionalTools(item);
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
        if (!name.isEmpty()) {
            counted.signs(NAME).text(name).give(UNPROVEN_NAME);
        }
        return counted.add(Contents.counted(message.path("content"), tokenizer)).signs(1, Signs.MESSAGE_END).build();
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
        int first = index;
        while (isCall(first - 1)) {
            first--;
        }
        int end = index + 1;
        while (isCall(end)) {
            end++;
        }
        return new Run(first, end, end - first == 1
                ? List.of(calls.call(items.get(index)))
                : calls.several(items.subList(first, end)));
    }

    private boolean isCall(int index) {
        return index >= 0 && index < items.size() && items.get(index).path("type").asText("").equals("function_call");
    }

    /// Whether a question follows, after which the server drops the reasoning that led to the answer before.
    private boolean isOver(int index) {
        return index <= lastQuestion;
    }

    /// Items that no recording shows: anything between nothing and twice their JSON.
    private Counted unknown(int index) {
        TokenList tokens = tokenizer.encode(messages.get(index).text());
        return new Counted.Builder(tokenizer).identity(messages.get(index).text())
                .add(new Counted(tokens, Band.about(tokens.size()))).build();
    }
}
