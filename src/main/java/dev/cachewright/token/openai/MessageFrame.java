package dev.cachewright.token.openai;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.util.List;

/// What surrounds the text of a message besides its role.
final class MessageFrame {

    /// `final` is one token, `commentary` two; the sign before them is one more.
    private static final int FINAL = 2;
    private static final int COMMENTARY = 3;

    private MessageFrame() {
    }

    /// Whether the server counts the message at all: empty instructions are not one.
    static boolean isCounted(Message message, Framing framing) {
        return !areEmptyInstructions(message) && !(framing.passesOverSystem() && message.role().isInstruction());
    }

    /// Of three requests with empty instructions one was counted without them, two had 59 and 216 tokens more.
    static boolean areEmptyInstructions(Message message) {
        return message.form() == Form.INSTRUCTIONS
                && message.segments().stream().allMatch(segment -> segment.length() == 0);
    }

    /// What comes before the text of a message.
    static Counted.Builder head(String role, int channel, Tokenizer tokenizer) {
        return head(role, channel, Counted.exactly(TokenList.of()), tokenizer);
    }

    /// @param form what names the form of an answer
    static Counted.Builder head(String role, int channel, Counted form, Tokenizer tokenizer) {
        return new Counted.Builder(tokenizer).signs(1, Signs.MESSAGE_START).text(role).add(form).signs(channel,
                Signs.CHANNEL).signs(1, Signs.ROLE_END);
    }

    /// The tokens that name the channel of a message: what the assistant says before it calls a tool is commentary.
    static int channel(List<Message> messages, int index, Framing framing) {
        if (!framing.hasChannels() || messages.get(index).role() != Role.ASSISTANT) {
            return 0;
        }
        boolean callsNext = index + 1 < messages.size() && messages.get(index + 1).form() == Form.ITEM && ServerJson
                .read(messages.get(index + 1).text()).filter(MessageFrame::isCall).isPresent();
        return callsNext ? COMMENTARY : FINAL;
    }

    /// The tokens of the channel of a message that names its phase.
    static int channel(String phase, int otherwise) {
        return switch (phase) {
            case "commentary" -> COMMENTARY;
            case "final_answer" -> FINAL;
            default -> otherwise;
        };
    }

    /// How sure the channel is: what comes before a call was recorded for the Responses endpoint alone.
    static Band band(int channel, Api api) {
        return channel == COMMENTARY && api == Api.CHAT ? Band.about(channel) : Band.EXACT;
    }

    private static boolean isCall(JsonNode item) {
        return item.path("type").asText("").equals("function_call");
    }
}
