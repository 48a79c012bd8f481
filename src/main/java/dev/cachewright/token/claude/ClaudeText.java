package dev.cachewright.token.claude;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cachewright.prompt.Form;
import dev.cachewright.prompt.Message;
import dev.cachewright.prompt.Request;
import dev.cachewright.prompt.Role;
import dev.cachewright.token.encoding.TokenList;
import dev.cachewright.token.encoding.Tokenizer;
import dev.cachewright.token.part.Band;
import dev.cachewright.token.part.ClaudeFrame;
import dev.cachewright.token.part.Counted;
import dev.cachewright.token.part.ServerJson;
import dev.cachewright.token.part.ServerText;
import dev.cachewright.token.part.Signs;
import java.util.List;
import java.util.Optional;

/// What Claude's servers make of a request: the JSON of tools, calls and results after a hidden prompt, and a few
/// tokens around each message. Messages in the form of Chat Completions, as gateways take them, are counted alike.
public final class ClaudeText implements ServerText {

    private static final int CITATION_DOUBT = 15;

    private final List<Message> sent;
    private final ClaudeFrame frame;
    private final ClaudeUnits units;
    private final ClaudeBlocks blocks;
    private final ClaudeTools tools;
    private final ClaudeSettings settings;
    private final int first;
    private final int lastQuestion;

    /// @param factor how many of the model's tokens one counted token of text is
    public ClaudeText(Request request, ClaudeFrame frame, double factor, Tokenizer tokenizer) {
        this.frame = frame;
        sent = request.messages();
        units = new ClaudeUnits(factor, tokenizer);
        Optional<JsonNode> definitions = request.tools().flatMap(ServerJson::read);
        tools = new ClaudeTools(definitions, frame, units);
        blocks = new ClaudeBlocks(frame, tools, units);
        settings = new ClaudeSettings(request.settings(), frame, units, definitions.isPresent());
        first = (int) sent.stream().takeWhile(message -> !message.role().isMessage()).count();
        lastQuestion = lastQuestion();
    }

    /// The last message of the user that is not only the result of a tool.
    private int lastQuestion() {
        for (int i = sent.size() - 1; i >= 0; i--) {
            Message message = sent.get(i);
            if (message.role() == Role.USER && (message.form() != Form.ITEM || !ServerJson.read(message.text())
                    .map(item -> item.path("content").findValuesAsText("type")).filter(types -> types.contains(
                            "tool_result"))
                    .isPresent())) {
                return i;
            }
        }
        return -1;
    }

    @Override
    public boolean isMeasured() {
        return true;
    }

    @Override
    public Counted tools(Message definitions) {
        return tools.counted(definitions.text());
    }

    @Override
    public Counted schema(Message schema) {
        return settings.schema(schema.text());
    }

    @Override
    public Counted item(int index) {
        Message message = sent.get(index);
        Optional<JsonNode> read = ServerJson.read(message.text()).filter(JsonNode::isObject);
        if (read.isEmpty()) {
            TokenList tokens = units.tokenizer().encode(message.text());
            return new Counted(tokens, Band.about(tokens.size()));
        }
        JsonNode item = read.get();
        boolean isPart = !item.has("role") && item.has("type") && message.role().isInstruction();
        Counted.Builder counted = begun(index, item.path("role").asText(message.role().word()));
        if (isPart) {
            return blocks.add(counted, item, index <= lastQuestion).build();
        }
        return blocks.addMessage(counted, item, index <= lastQuestion).build();
    }

    @Override
    public boolean isCounted(int index) {
        return sent.get(index).segments().stream().anyMatch(segment -> segment.length() > 0);
    }

    @Override
    public Counted head(int index) {
        return begun(index, sent.get(index).role().word()).build();
    }

    /// What comes before a message. The system prompt takes one token from the first message, so that it has one.
    private Counted.Builder begun(int index, String role) {
        Counted.Builder counted = units.builder();
        if (index == first) {
            settings.identify(counted);
            tools.identify(counted);
        }
        boolean isAfterSystem = index > 0 && sent.get(index - 1).role().isInstruction();
        int tokens = switch (Role.of(role).orElse(Role.USER)) {
            case SYSTEM, DEVELOPER -> units.of(frame.system() + 1);
            case ASSISTANT -> units.of(frame.assistant());
            default -> units.of(frame.user()) - (isAfterSystem ? 1 : 0);
        };
        return counted.signs(1, Signs.distinct(Signs.MESSAGE_START, role.equals("tool") ? "user".hashCode() : role
                .hashCode())).signs(tokens - 1, Signs.ROLE_END);
    }

    @Override
    public TokenList end() {
        return TokenList.of();
    }

    /// Rounded down: figures of short requests are sums of a few rounded ones.
    private int replySize() {
        return (int) ((frame.user() + frame.assistant()) / units.factor()) - units.of(frame.user());
    }

    private boolean hasCitations() {
        return sent.stream().filter(message -> message.form() == Form.ITEM && message.text().contains("\"citations\""))
                .map(message -> ServerJson.read(message.text())).flatMap(Optional::stream)
                .anyMatch(item -> item.findValues("citations").stream().anyMatch(asked -> asked.path("enabled")
                        .asBoolean()));
    }

    @Override
    public Counted closing() {
        Counted.Builder reply = units.builder().signs(1, Signs.distinct(Signs.MESSAGE_START, "assistant".hashCode()))
                .signs(replySize() - 1, Signs.ROLE_END).give(Band.about(units.of(frame.doubt())));
        if (hasCitations()) {
            reply.signs(units.of(ClaudeBlocks.CITATIONS)).give(Band.about(units.of(CITATION_DOUBT)));
        }
        return settings.addTo(reply).build();
    }
}
