package dev.cachewright.token;

import dev.cachewright.prompt.Api;
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

    private final Tokenizer tokenizer;
    private final Framing framing;

    public RequestCounter(Tokenizer tokenizer, Framing framing) {
        this.tokenizer = tokenizer;
        this.framing = framing;
    }

    public RequestTokens count(Request request) {
        return new Counting().count(request);
    }

    /// The state of one count.
    private final class Counting {

        private final TokenList.Builder ids = new TokenList.Builder();
        private final List<TokenSpan> spans = new ArrayList<>();
        private final List<MessageTokens> messages = new ArrayList<>();
        private boolean isExact = true;
        private int toolPreamble;

        private RequestTokens count(Request request) {
            toolPreamble = request.settings().api() == Api.CHAT ? framing.chatTools() : framing.responsesTools();
            for (Message message : request.messages()) {
                if (message.role().isMessage()) {
                    addMessage(message);
                } else {
                    addPart(message);
                }
            }
            return new RequestTokens(ids.build(), spans, messages, framing.replyPriming(), isExact);
        }

        /// Tools and schema: text of the server's own making, close to the count and not proven to the token.
        private void addPart(Message part) {
            isExact = false;
            int start = ids.size();
            boolean isTools = part.role() == Role.TOOLS;
            for (int i = 0; i < (isTools ? toolPreamble : 0); i++) {
                ids.add(TOOL_PREAMBLE);
            }
            TokenList content = isTools ? ToolTokens.of(part.text(), tokenizer) : tokenizer.encode(part.text());
            int contentStart = ids.size();
            ids.addAll(content);
            messages.add(new MessageTokens(part, start, contentStart, ids.size(), ids.size(), content, tokenizer));
            addSpan(part.segments().getFirst().blockId(), ids.size());
        }

        private void addMessage(Message message) {
            isExact &= message.form() != Form.ITEM;
            int start = ids.size();
            ids.add(MESSAGE_START).addAll(tokenizer.encode(message.role().word())).add(ROLE_END);
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
