package dev.cachewright.token.part;

import dev.cachewright.prompt.Api;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/// What a model adds around the text of a request.
///
/// All figures are derived from recorded calls (`docs/counting.md`, 2026-11-23).
///
/// @param replyPriming tokens that begin the reply
/// @param chatTools tokens that are written once around the functions of a Chat Completions request
/// @param responsesTools tokens around the functions at the other endpoints, which say less
/// @param reasons whether the model thinks before it answers
/// @param hasChannels whether messages of the assistant name a channel, as those of the gpt-5 and later families do
/// @param passesOverSystem whether system messages do not count, as with the models that search the web
/// @param claude the frame of a Claude model, for which none of the above holds; empty for others
public record Framing(int replyPriming, int chatTools, int responsesTools, boolean reasons, boolean hasChannels,
        boolean passesOverSystem, Optional<ClaudeFrame> claude) {

    private static final Map<String, Framing> WORDS = Map.of("plain", plain(), "reasoning", reasoning(), "thinking",
            thinking(), "searching",
            searching(), "claude-3-opus", claude(ClaudeFrame.opusThree()),
            "claude-3-haiku", claude(ClaudeFrame.haikuThree()), "claude-4", claude(ClaudeFrame.four()), "claude-4.5",
            claude(ClaudeFrame.fourFive()), "claude-4.7", claude(ClaudeFrame.fourSeven()), "claude-5",
            claude(ClaudeFrame.five()));
    /// What a message costs besides its text: three signs and a role of one token.
    private static final int MESSAGE = 4;

    /// The gpt-4o and gpt-4.1 families, and those before them.
    public static Framing plain() {
        return new Framing(3, 15, 9, false, false, false, Optional.empty());
    }

    /// The gpt-5 and later families.
    public static Framing reasoning() {
        return new Framing(2, 97, 15, true, true, false, Optional.empty());
    }

    /// The o-series: two chats with tools, two at a server that turns them into Responses requests.
    public static Framing thinking() {
        return new Framing(2, 16, 12, true, false, false, Optional.empty());
    }

    /// gpt-4o-search-preview: both recorded calls count the question alone.
    public static Framing searching() {
        return new Framing(2, 15, 9, false, false, true, Optional.empty());
    }

    private static Framing claude(ClaudeFrame frame) {
        return new Framing(0, 0, 0, false, false, false, Optional.of(frame));
    }

    /// The framing that the catalogue names `word`; empty where there is none.
    public static Optional<Framing> of(String word) {
        return Optional.ofNullable(WORDS.get(word));
    }

    /// All names in one line, for messages.
    public static String words() {
        return String.join(", ", new TreeSet<>(WORDS.keySet()));
    }

    /// The tokens that are written once around the functions.
    ///
    /// @param afterSystem whether the conversation begins with a system message, which chats then share with the
    /// functions: models without channels save the frame of a message, others one token
    public int toolFrame(Api api, boolean afterSystem) {
        if (api != Api.CHAT) {
            return responsesTools;
        }
        return afterSystem ? chatTools - (hasChannels ? 1 : MESSAGE) : chatTools;
    }

    /// How sure that is: no recorded chat of the o-series has both, and its other endpoint was seen through a server
    /// between only.
    public Band toolBand(Api api, boolean afterSystem) {
        boolean isProven = !reasons || hasChannels || api == Api.CHAT && !afterSystem;
        return isProven ? Band.EXACT : Band.about(MESSAGE);
    }
}
