package dev.cachewright.token;

import dev.cachewright.prompt.Api;
import dev.cachewright.prompt.Form;
import dev.cachewright.prompt.Message;
import dev.cachewright.prompt.Request;
import dev.cachewright.prompt.Role;
import dev.cachewright.prompt.Segment;
import dev.cachewright.prompt.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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

    private static final TokenList END = TokenList.of(MESSAGE_END);

    private final TextCounter texts;
    private final Framing framing;

    public RequestCounter(TextCounter texts, Framing framing) {
        this.texts = texts;
        this.framing = framing;
    }

    public RequestTokens count(Request request) {
        return new Counting().count(request);
    }

    /// The state of one count.
    private final class Counting {

        private final List<TokenSpan> spans = new ArrayList<>();
        private final List<MessageTokens> messages = new ArrayList<>();
        private boolean isExact = true;
        private int size;

        private RequestTokens count(Request request) {
            int toolPreamble = request.settings().api() == Api.CHAT ? framing.chatTools() : framing.responsesTools();
            for (Message message : request.messages()) {
                if (message.role().isMessage()) {
                    addMessage(message);
                } else {
                    addPart(message, message.role() == Role.TOOLS ? toolPreamble : 0);
                }
            }
            return new RequestTokens(messages, spans, framing.replyPriming(), isExact);
        }

        /// Tools and schema: text of the server's own making, close to the count and not proven to the token.
        private void addPart(Message part, int preamble) {
            isExact = false;
            var made = new TokenList.Builder();
            for (int i = 0; i < preamble; i++) {
                made.add(TOOL_PREAMBLE);
            }
            made.addAll(part.role() == Role.TOOLS
                    ? ToolTokens.of(part.text(), texts.tokenizer())
                    : texts.tokenizer().encode(part.text()));
            add(new MessageTokens(part, size, made.build(), Optional.empty(), TokenList.of()));
            addSpan(part.segments().getFirst().blockId(), size);
        }

        private void addMessage(Message message) {
            isExact &= message.form() != Form.ITEM;
            TokenList head = new TokenList.Builder().add(MESSAGE_START)
                    .addAll(texts.tokenizer().encode(message.role().word())).add(ROLE_END).build();
            var tokens = new MessageTokens(message, size, head, Optional.of(textOf(message.segments())), END);
            add(tokens);
            addSpans(tokens);
        }

        private void add(MessageTokens tokens) {
            messages.add(tokens);
            size = tokens.end();
        }

        /// What the author wrote is remembered by its block and place there, so that neither an edit nor another row
        /// has it counted anew.
        private CountedText textOf(List<Segment> segments) {
            CountedText text = texts.count(Text.empty());
            Map<String, Integer> parts = new HashMap<>();
            for (Segment segment : segments) {
                int part = parts.merge(segment.blockId(), 1, Integer::sum);
                text = text.join(segment.isValue()
                        ? texts.count(segment.content())
                        : texts.count(segment.blockId() + " " + part, segment.content()));
            }
            return text;
        }

        private void addSpans(MessageTokens tokens) {
            List<Segment> segments = tokens.message().segments();
            int offset = 0;
            for (int i = 0; i < segments.size(); i++) {
                Segment segment = segments.get(i);
                offset += segment.length();
                boolean isLast = i + 1 == segments.size();
                if (isLast) {
                    addSpan(segment.blockId(), tokens.end());
                } else if (!segments.get(i + 1).blockId().equals(segment.blockId())) {
                    addSpan(segment.blockId(), tokens.tokensBefore(offset));
                }
            }
        }

        private void addSpan(String blockId, int cumulative) {
            int before = spans.isEmpty() ? 0 : spans.getLast().cumulative();
            spans.add(new TokenSpan(blockId, cumulative - before, cumulative));
        }
    }
}
