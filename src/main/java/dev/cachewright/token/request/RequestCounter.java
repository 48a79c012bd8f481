package dev.cachewright.token.request;

import dev.cachewright.prompt.Api;
import dev.cachewright.prompt.Form;
import dev.cachewright.prompt.ItemPart;
import dev.cachewright.prompt.Message;
import dev.cachewright.prompt.Request;
import dev.cachewright.prompt.Role;
import dev.cachewright.prompt.Segment;
import dev.cachewright.prompt.text.Text;
import dev.cachewright.token.CountedText;
import dev.cachewright.token.TextCounter;
import dev.cachewright.token.claude.BillingLine;
import dev.cachewright.token.claude.ClaudeText;
import dev.cachewright.token.encoding.TokenList;
import dev.cachewright.token.encoding.Tokenizer;
import dev.cachewright.token.openai.OpenAiText;
import dev.cachewright.token.part.Band;
import dev.cachewright.token.part.ClaudeFrame;
import dev.cachewright.token.part.Counted;
import dev.cachewright.token.part.Framing;
import dev.cachewright.token.part.Recent;
import dev.cachewright.token.part.ServerText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// Counts requests as the server does: the text of each message on its own, with the frame around it, and all else in
/// the server's own text.
public final class RequestCounter {

    private static final int REMEMBERED_PARTS = 64;

    private final TextCounter texts;
    private final Framing framing;
    /// The server's text of tools and schemas, which rows and edits of other blocks share.
    private final Recent<Object, Counted> made = new Recent<>(REMEMBERED_PARTS);

    private final double factor;
    private final boolean isAtAnthropic;

    /// @param factor how many of the model's tokens one counted token is, where its vendor publishes no tokenizer
    /// @param isAtAnthropic whether requests go to Anthropic's own server
    public RequestCounter(TextCounter texts, Framing framing, double factor, boolean isAtAnthropic) {
        this.texts = texts;
        this.framing = framing;
        this.factor = factor;
        this.isAtAnthropic = isAtAnthropic;
    }

    /// A counter of a model whose tokenizer is public.
    public RequestCounter(TextCounter texts, Framing framing) {
        this(texts, framing, 1, false);
    }

    /// The tokenizer that texts are counted with.
    public Tokenizer tokenizer() {
        return texts.tokenizer();
    }

    private ServerText serverOf(Request request) {
        Optional<ClaudeFrame> claude = request.settings().api() == Api.MESSAGES
                ? Optional.of(framing.claude().orElseGet(ClaudeFrame::usual))
                : framing.claude();
        return claude.<ServerText>map(frame -> new ClaudeText(request, frame, factor, texts.tokenizer()))
                .orElseGet(() -> new OpenAiText(request, framing, texts.tokenizer()));
    }

    public RequestTokens count(Request request) {
        return new Counting(isAtAnthropic ? BillingLine.without(request) : request).count();
    }

    /// The state of one count.
    private final class Counting {

        private final List<TokenSpan> spans = new ArrayList<>();
        private final List<BlockEnd> ends = new ArrayList<>();
        private final List<MessageTokens> messages = new ArrayList<>();
        private final Request request;
        private final ServerText server;
        private Band band = Band.EXACT;
        private int size;
        /// Of content that has no token of its own, for the token that follows.
        private int identity;

        private Counting(Request request) {
            this.request = request;
            server = serverOf(request);
        }

        private RequestTokens count() {
            List<Message> sent = request.messages();
            for (int i = 0; i < sent.size(); i++) {
                Message message = sent.get(i);
                if (!message.role().isMessage()) {
                    addWhole(message, part(message));
                } else if (message.form() == Form.ITEM) {
                    addWhole(message, server.item(i));
                } else if (server.isCounted(i)) {
                    addMessage(message, server.head(i));
                } else {
                    addWhole(message, Counted.exactly(TokenList.of()));
                }
            }
            return new RequestTokens(messages, spans, ends, taken(server.closing()).tokens(), band,
                    server.isMeasured());
        }

        /// What the server makes of tools or a schema depends on the parts that the request has, and on its form.
        private Counted part(Message part) {
            List<Message> conversation = request.conversation();
            Optional<Role> first = conversation.stream().findFirst().map(Message::role);
            return made.get(List.of(part.role(), part.text(), request.settings(), first, request.tools().isPresent()),
                    key -> part.role() == Role.TOOLS ? server.tools(part) : server.schema(part));
        }

        /// The tokens with what was left to them.
        private Counted taken(Counted counted) {
            Counted marked = counted.after(identity);
            identity = marked.identity();
            band = band.plus(marked.band());
            return marked;
        }

        /// A part whose text is the server's own, with no places in ours.
        private void addWhole(Message part, Counted counted) {
            int start = size;
            add(new MessageTokens(part, size, taken(counted).tokens(), Optional.empty(), TokenList.of()));
            List<ItemPart> parts = ItemPart.of(part);
            if (!parts.isEmpty() && parts.size() == counted.partEnds().size()) {
                addParts(parts, counted.partEnds(), start);
                return;
            }
            String blockId = part.segments().getFirst().blockId();
            addSpan(blockId, size);
            for (int i = 0; i < counted.partEnds().size(); i++) {
                ends.add(new BlockEnd(blockId, messages.size() - 1, OptionalInt.of(i), false,
                        start + counted.partEnds().get(i)));
            }
            // The sign that closes an item is its last token.
            int closing = part.role().isMessage() && size > messages.getLast().start() ? 1 : 0;
            ends.add(new BlockEnd(blockId, messages.size() - 1, true, size - closing));
        }

        /// The ends of the parts of several blocks; that of a block where its last one ends.
        private void addParts(List<ItemPart> parts, List<Integer> partEnds, int start) {
            for (int i = 0; i < parts.size(); i++) {
                ItemPart part = parts.get(i);
                boolean isLast = i + 1 == parts.size();
                int end = isLast ? size - 1 : start + partEnds.get(i);
                if (part.isLastOfBlock()) {
                    addSpan(part.blockId(), isLast ? size : end);
                    ends.add(new BlockEnd(part.blockId(), messages.size() - 1, isLast, end));
                } else {
                    ends.add(new BlockEnd(part.blockId(), messages.size() - 1, OptionalInt.of(i), false, end));
                }
            }
        }

        private void addMessage(Message message, Counted head) {
            var tokens = new MessageTokens(message, size, taken(head).tokens(),
                    Optional.of(textOf(message.segments())), server.end());
            add(tokens);
            addSpans(tokens);
        }

        private void add(MessageTokens tokens) {
            messages.add(tokens);
            size = tokens.end();
        }

        /// What the author wrote is remembered by its block and place there, so that neither an edit nor another row
        /// counts it again. Short segments that follow each other are counted at once: where no border lies between
        /// them, each would count those before it again.
        private CountedText textOf(List<Segment> segments) {
            CountedText text = texts.count(Text.empty());
            var shortOnes = new StringBuilder();
            Map<String, Integer> parts = new HashMap<>();
            for (Segment segment : segments) {
                int part = parts.merge(segment.blockId(), 1, Integer::sum);
                if (!texts.isWorthRemembering(segment.content())) {
                    shortOnes.append(segment.text());
                    continue;
                }
                text = text.join(countedOnce(shortOnes)).join(segment.isValue()
                        ? texts.count(segment.content())
                        : texts.count(segment.blockId() + " " + part, segment.content()));
            }
            return text.join(countedOnce(shortOnes));
        }

        private CountedText countedOnce(StringBuilder gathered) {
            CountedText counted = texts.count(Text.of(gathered.toString()));
            gathered.setLength(0);
            return counted;
        }

        private void addSpans(MessageTokens tokens) {
            List<Segment> segments = tokens.message().segments();
            int offset = 0;
            for (int i = 0; i < segments.size(); i++) {
                Segment segment = segments.get(i);
                offset += segment.length();
                boolean isLast = i + 1 == segments.size();
                if (isLast || !segments.get(i + 1).blockId().equals(segment.blockId())) {
                    int end = isLast ? tokens.end() - tokens.tail().size() : tokens.tokensBefore(offset);
                    addSpan(segment.blockId(), isLast ? tokens.end() : end);
                    ends.add(new BlockEnd(segment.blockId(), messages.size() - 1, isLast, end));
                }
            }
        }

        private void addSpan(String blockId, int cumulative) {
            int before = spans.isEmpty() ? 0 : spans.getLast().cumulative();
            spans.add(new TokenSpan(blockId, cumulative - before, cumulative));
        }
    }
}
