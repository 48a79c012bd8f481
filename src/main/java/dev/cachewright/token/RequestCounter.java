package dev.cachewright.token;

import dev.cachewright.prompt.Form;
import dev.cachewright.prompt.Message;
import dev.cachewright.prompt.Request;
import dev.cachewright.prompt.Role;
import dev.cachewright.prompt.Segment;
import java.util.ArrayList;
import java.util.List;

/// Counts requests as the server does: the text of each message on its own, with the frame around it.
///
/// A message costs three tokens and those of its role. Source: OpenAI cookbook, "How to count tokens with tiktoken",
/// and recorded calls.
public final class RequestCounter {

    // Ids beyond those that text encodes to; they take the places of the server's frame tokens.
    private static final int MESSAGE_START = 1 << 20;
    private static final int ROLE_END = MESSAGE_START + 1;
    private static final int MESSAGE_END = MESSAGE_START + 2;
    private static final int TOOL_PREAMBLE = MESSAGE_START + 3;
    private static final int CHANNEL = MESSAGE_START + 5;

    private final Tokenizer tokenizer;
    private final Framing framing;

    public RequestCounter(Tokenizer tokenizer, Framing framing) {
        this.tokenizer = tokenizer;
        this.framing = framing;
    }

    public RequestTokens count(Request request) {
        return new Counting(request).count();
    }

    /// How far the server's count of the request may lie from ours.
    Band bandOf(Request request) {
        var counting = new Counting(request);
        counting.count();
        return counting.band;
    }

    /// The state of one count.
    private final class Counting {

        private final TokenList.Builder ids = new TokenList.Builder();
        private final List<TokenSpan> spans = new ArrayList<>();
        private final List<MessageTokens> messages = new ArrayList<>();
        private final Request request;
        private final ItemTokens items;
        private Band band;

        private Counting(Request request) {
            this.request = request;
            items = new ItemTokens(request.messages(), request.settings().api(), framing, tokenizer);
            band = UnseenInput.of(request.settings(), framing, tokenizer);
        }

        private RequestTokens count() {
            List<Message> sent = request.messages();
            for (int i = 0; i < sent.size(); i++) {
                Message message = sent.get(i);
                if (!message.role().isMessage()) {
                    addWhole(message, message.role() == Role.TOOLS ? toolFrame() : 0, part(message));
                } else if (message.form() == Form.ITEM) {
                    addWhole(message, 0, items.of(i));
                } else {
                    addMessage(message, MessageFrame.channel(sent, i, framing));
                }
            }
            return new RequestTokens(ids.build(), spans, messages, framing.replyPriming(), band.isExact());
        }

        private int toolFrame() {
            List<Message> conversation = request.conversation();
            boolean afterSystem = !conversation.isEmpty() && conversation.getFirst().role().isInstruction();
            band = band.plus(framing.toolBand(request.settings().api(), afterSystem));
            return framing.toolFrame(request.settings().api(), afterSystem);
        }

        private Counted part(Message part) {
            return part.role() == Role.TOOLS
                    ? ToolTokens.counted(part.text(), framing, tokenizer)
                    : SchemaTokens.counted(part.text(), request.tools().isPresent(), request.settings().api(), framing,
                            tokenizer);
        }

        /// A part whose text is the server's own, with no places in ours.
        private void addWhole(Message part, int frame, Counted counted) {
            int start = ids.size();
            for (int i = 0; i < frame; i++) {
                ids.add(TOOL_PREAMBLE);
            }
            int contentStart = ids.size();
            ids.addAll(counted.tokens());
            band = band.plus(counted.band());
            messages.add(new MessageTokens(part, start, contentStart, ids.size(), ids.size(), counted.tokens(),
                    tokenizer));
            addSpan(part.segments().getFirst().blockId(), ids.size());
        }

        private void addMessage(Message message, int channel) {
            if (!MessageFrame.isCounted(message, framing)) {
                addWhole(message, 0, Counted.exactly(TokenList.of()));
                return;
            }
            band = band.plus(MessageFrame.band(channel, request.settings().api()));
            int start = ids.size();
            ids.add(MESSAGE_START).addAll(tokenizer.encode(message.role().word()));
            for (int i = 0; i < channel; i++) {
                ids.add(CHANNEL);
            }
            ids.add(ROLE_END);
            TokenList content = tokenizer.encode(message.text());
            int contentStart = ids.size();
            ids.addAll(content);
            int contentEnd = ids.size();
            ids.add(MESSAGE_END);
            var tokens = new MessageTokens(message, start, contentStart, contentEnd, ids.size(), content, tokenizer);
            messages.add(tokens);
            addSpans(tokens);
        }

        private void addSpans(MessageTokens tokens) {
            List<Segment> segments = tokens.message().segments();
            int offset = 0;
            for (int i = 0; i < segments.size(); i++) {
                Segment segment = segments.get(i);
                offset += segment.text().length();
                boolean isLast = i + 1 == segments.size();
                if (isLast) {
                    addSpan(segment.blockId(), tokens.end());
                } else if (!segments.get(i + 1).blockId().equals(segment.blockId())) {
                    addSpan(segment.blockId(), tokens.contentStart() + tokens.tokensBefore(offset));
                }
            }
        }

        private void addSpan(String blockId, int cumulative) {
            int before = spans.isEmpty() ? 0 : spans.getLast().cumulative();
            spans.add(new TokenSpan(blockId, cumulative - before, cumulative));
        }
    }
}
