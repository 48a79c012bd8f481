package dev.cachewright.token.openai;

import dev.cachewright.prompt.Api;
import dev.cachewright.prompt.Form;
import dev.cachewright.prompt.Message;
import dev.cachewright.prompt.Request;
import dev.cachewright.prompt.Role;
import dev.cachewright.prompt.Settings;
import dev.cachewright.prompt.text.Text;
import dev.cachewright.token.encoding.TokenList;
import dev.cachewright.token.encoding.Tokenizer;
import dev.cachewright.token.part.Band;
import dev.cachewright.token.part.Counted;
import dev.cachewright.token.part.Framing;
import dev.cachewright.token.part.ServerJson;
import dev.cachewright.token.part.ServerText;
import dev.cachewright.token.part.Signs;
import java.util.List;

/// What OpenAI's servers write of a request, derived from recorded calls (`docs/counting.md`).
///
/// A message costs three tokens and those of its role. Source: OpenAI cookbook, "How to count tokens with tiktoken",
/// and recorded calls.
public final class OpenAiText implements ServerText {

    private static final TokenList END = TokenList.of(Signs.MESSAGE_END);
    private static final Counted NOTHING = Counted.exactly(TokenList.of());
    /// The role that begins the reply, as it begins the answer in the next request.
    private static final String REPLY = "assistant";

    /// What stands between the system message and the functions or the schema that chats add to it.
    private static final String LINES = "\n\n";
    /// The one Responses request to gpt-4 that was recorded counts one less than a chat would.
    private static final Band EARLY = new Band(1, 0);
    /// How much of a text its end is looked at: more than one token.
    private static final int END_OF_TEXT = 64;

    private final Request request;
    private final List<Message> sent;
    private final Api api;
    private final Framing framing;
    private final Tokenizer tokenizer;
    private final ItemTokens items;
    private final Choices choices;
    /// The system message whose end joins what the server adds to it; -1 where it adds nothing.
    private final int joined;
    private final Counted answer;

    public OpenAiText(Request request, Framing framing, Tokenizer tokenizer) {
        this.request = request;
        this.framing = framing;
        this.tokenizer = tokenizer;
        sent = request.messages();
        api = effectiveApi();
        items = new ItemTokens(sent, request.settings(), api, framing, tokenizer);
        choices = new Choices(request, api, framing, tokenizer);
        answer = SchemaTokens.answer(request, api, framing, tokenizer);
        boolean joins = api == Api.CHAT && Choices.isAfterSystem(request) && Choices.hasPreface(request)
                && request.conversation().getFirst().form() != Form.ITEM;
        joined = joins ? sent.indexOf(request.conversation().getFirst()) : -1;
    }

    /// OpenRouter sends chats of reasoning models, and those of gpt-4.1 that name OpenAI as the only server, on as
    /// Responses requests (18 recordings).
    private Api effectiveApi() {
        Settings settings = request.settings();
        boolean isRouted = settings.api() == Api.CHAT && settings.model().startsWith("openai/") && (framing.reasons()
                && request.tools().isPresent()
                || settings.model().startsWith("openai/gpt-4.1")
                        && settings.extra().getOrDefault("provider", "").contains("OpenAI"));
        return isRouted ? Api.RESPONSES : settings.api();
    }

    /// Whether a model is of the families before gpt-4o, whose tokens are those of cl100k_base.
    static boolean isEarly(String model) {
        return model.matches("gpt-(4|4-turbo|3\\.5-turbo)(-\\d+)*");
    }

    /// Whether a model is of the families from gpt-5 to gpt-5.3.
    static boolean isEarlyFive(String model) {
        return model.matches("(.*/)?gpt-5(\\.[1-3])?(-.*)?");
    }

    @Override
    public Counted tools(Message tools) {
        if (ServerJson.read(tools.text()).filter(list -> list.isArray() && list.isEmpty()).isPresent()) {
            return NOTHING;
        }
        boolean isAfterSystem = Choices.isAfterSystem(request);
        return new Counted.Builder(tokenizer).signs(framing.toolFrame(api, isAfterSystem), Signs.TOOLS)
                .give(framing.toolBand(api, isAfterSystem))
                .add(ToolTokens.counted(api == Api.MESSAGES ? ServerTools.without(tools.text()) : tools.text(), framing,
                        tokenizer))
                .build();
    }

    @Override
    public Counted schema(Message schema) {
        return SchemaTokens.counted(schema.text(), request, api, framing, tokenizer);
    }

    /// The tokens that the end of the system message becomes more, where it does not join the lines after it.
    private Counted joint(int index) {
        if (joined < 0 || index != joined + 1) {
            return NOTHING;
        }
        Text last = sent.get(joined).segments().getLast().content();
        String end = last.substring(Math.max(0, last.length() - END_OF_TEXT), last.length());
        int more = tokenizer.count(end + LINES) - tokenizer.count(end);
        boolean isBlank = !end.isEmpty() && Character.isWhitespace(end.charAt(end.length() - 1));
        return new Counted.Builder(tokenizer).signs(Math.max(0, more)).give(isBlank && framing.hasChannels()
                ? new Band(1, 0)
                : Band.EXACT).build();
    }

    @Override
    public Counted item(int index) {
        return placed(index, new Counted.Builder(tokenizer).add(joint(index)).add(items.of(index)).build());
    }

    @Override
    public boolean isCounted(int index) {
        return MessageFrame.isCounted(sent.get(index), framing);
    }

    @Override
    public Counted head(int index) {
        int channel = MessageFrame.channel(sent, index, framing);
        boolean isAnswer = sent.get(index).role() == Role.ASSISTANT;
        boolean isUnproven = isAnswer && framing.reasons() && !framing.hasChannels();
        return placed(index, new Counted.Builder(tokenizer).add(joint(index)).add(MessageFrame.head(sent.get(index)
                .role().word(), channel, isAnswer ? answer : NOTHING, tokenizer).build())
                .give(MessageFrame.band(channel,
                        api))
                .give(isUnproven ? Band.about(2) : Band.EXACT).build());
    }

    /// What a stored prompt adds comes first, and that of an earlier answer or a conversation before the first message
    /// of the input.
    private Counted placed(int index, Counted counted) {
        boolean isFirst = sent.subList(0, index).stream().noneMatch(before -> before.role().isMessage());
        String named = (isFirst ? UnseenInput.stored(request.settings()) : "")
                + (index == firstInput() ? UnseenInput.named(request.settings()) : "");
        return named.isEmpty() ? counted : new Counted.Builder(tokenizer).identity(named).add(counted).build();
    }

    /// The first message that is not the instructions; after the last one where there is none.
    private int firstInput() {
        int index = 0;
        while (index < sent.size() && (!sent.get(index).role().isMessage()
                || sent.get(index).form() == Form.INSTRUCTIONS)) {
            index++;
        }
        return index;
    }

    @Override
    public TokenList end() {
        return END;
    }

    @Override
    public Counted closing() {
        var reply = new Counted.Builder(tokenizer);
        if (firstInput() == sent.size()) {
            reply.identity(UnseenInput.stored(request.settings()) + UnseenInput.named(request.settings()));
        }
        reply.add(joint(sent.size())).add(choices.others()).signs(1,
                Signs.MESSAGE_START).text(REPLY).add(choices.forced());
        if (request.tools().isEmpty()) {
            reply.add(answer);
        }
        return reply.signs(framing.replyPriming() - 2, Signs.ROLE_END).give(isEarly(request.settings().model())
                && api == Api.RESPONSES
                        ? EARLY
                        : Band.EXACT)
                .give(UnseenInput.of(request.settings(), framing))
                .give(sent.stream().anyMatch(MessageFrame::areEmptyInstructions) ? Band.openAbove() : Band.EXACT)
                .build();
    }
}
