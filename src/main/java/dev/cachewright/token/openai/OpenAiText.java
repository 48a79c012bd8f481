package dev.cachewright.token.openai;

import dev.cachewright.prompt.Api;
import dev.cachewright.prompt.Form;
import dev.cachewright.prompt.Message;
import dev.cachewright.prompt.Request;
import dev.cachewright.token.encoding.TokenList;
import dev.cachewright.token.encoding.Tokenizer;
import dev.cachewright.token.part.Counted;
import dev.cachewright.token.part.Framing;
import dev.cachewright.token.part.ServerText;
import dev.cachewright.token.part.Signs;
import java.util.List;

/// What OpenAI's servers write of a request, derived from recorded calls (`docs/counting.md`).
///
/// A message costs three tokens and those of its role. Source: OpenAI cookbook, "How to count tokens with tiktoken",
/// and recorded calls.
public final class OpenAiText implements ServerText {

    private static final TokenList END = TokenList.of(Signs.MESSAGE_END);
    /// The role that begins the reply, as it begins the answer in the next request.
    private static final String REPLY = "assistant";

    private final Request request;
    private final List<Message> sent;
    private final Api api;
    private final Framing framing;
    private final Tokenizer tokenizer;
    private final ItemTokens items;

    public OpenAiText(Request request, Framing framing, Tokenizer tokenizer) {
        this.request = request;
        this.framing = framing;
        this.tokenizer = tokenizer;
        sent = request.messages();
        api = request.settings().api();
        items = new ItemTokens(sent, api, framing, tokenizer);
    }

    @Override
    public Counted tools(Message tools) {
        boolean isAfterSystem = request.conversation().stream().findFirst().filter(first -> first.role()
                .isInstruction()).isPresent();
        return new Counted.Builder(tokenizer).signs(framing.toolFrame(api, isAfterSystem), Signs.TOOLS)
                .give(framing.toolBand(api, isAfterSystem))
                .add(ToolTokens.counted(api == Api.MESSAGES ? ServerTools.without(tools.text()) : tools.text(), framing,
                        tokenizer))
                .build();
    }

    @Override
    public Counted schema(Message schema) {
        return SchemaTokens.counted(schema.text(), request.tools().isPresent(), api, framing, tokenizer);
    }

    @Override
    public Counted item(int index) {
        return placed(index, items.of(index));
    }

    @Override
    public boolean isCounted(int index) {
        return MessageFrame.isCounted(sent.get(index), framing);
    }

    @Override
    public Counted head(int index) {
        int channel = MessageFrame.channel(sent, index, framing);
        return placed(index, MessageFrame.head(sent.get(index).role().word(), channel, tokenizer)
                .give(MessageFrame.band(channel, api)).build());
    }

    /// What an earlier answer, a conversation or a stored prompt adds comes before the first message of the input.
    private Counted placed(int index, Counted counted) {
        boolean isFirst = sent.get(index).form() != Form.INSTRUCTIONS && sent.subList(0, index).stream()
                .noneMatch(before -> before.role().isMessage() && before.form() != Form.INSTRUCTIONS);
        String named = isFirst ? UnseenInput.named(request.settings()) : "";
        return named.isEmpty() ? counted : new Counted.Builder(tokenizer).identity(named).add(counted).build();
    }

    @Override
    public TokenList end() {
        return END;
    }

    @Override
    public Counted closing() {
        var reply = new Counted.Builder(tokenizer).signs(1, Signs.MESSAGE_START).text(REPLY);
        return reply.signs(framing.replyPriming() - 2, Signs.ROLE_END)
                .give(UnseenInput.of(request.settings(), framing, tokenizer)).build();
    }
}
