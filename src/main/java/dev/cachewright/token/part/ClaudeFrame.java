package dev.cachewright.token.part;

/// What a family of Claude models adds around the text of a request, in the model's own tokens.
///
/// All figures are derived from recorded calls (`docs/counting.md`).
///
/// @param system tokens of a system prompt besides its text
/// @param user the same of a message of the user
/// @param assistant the same of an answer
/// @param tools the hidden prompt that comes with the first tool
/// @param tool around each tool besides its JSON
/// @param any more where some tool must be called
/// @param named more where one tool must be called
/// @param call around a call of a tool
/// @param result around what a tool returned
/// @param thinking more where the model thinks
/// @param adaptive more where the model may think
/// @param doubt how far the sum of all these may be off
public record ClaudeFrame(int system, int user, int assistant, int tools, int tool, int any, int named, int call,
        int result, int thinking, int adaptive, int doubt) {

    private static final int TOOL = 19;

    /// What is assumed of a model that is not known.
    public static ClaudeFrame usual() {
        return fourFive();
    }

    /// Claude 3 Opus; the prompt for tools as Anthropic publishes it.
    static ClaudeFrame opusThree() {
        return new ClaudeFrame(0, 4, 3, 530, TOOL, -249, -249, 30, 20, 29, 10, 1);
    }

    /// Claude 3 and 3.5 Haiku; likewise.
    static ClaudeFrame haikuThree() {
        return new ClaudeFrame(0, 4, 3, 264, TOOL, 76, 76, 30, 20, 29, 10, 1);
    }

    /// Claude 3.5 and 3.7 Sonnet, Claude 4 and 4.1; likewise.
    static ClaudeFrame four() {
        return new ClaudeFrame(0, 4, 3, 346 - TOOL, TOOL, -33, -33, 30, 20, 29, 10, 1);
    }

    /// Claude 4.5 and 4.6: 113 calls with tools and 50 with their results.
    static ClaudeFrame fourFive() {
        return new ClaudeFrame(0, 4, 3, 497, TOOL, 101, 114, 30, 20, 29, 10, 0);
    }

    /// Claude Opus 4.7.
    static ClaudeFrame fourSeven() {
        return new ClaudeFrame(4, 4, 3, 690, TOOL, 150, 150, 30, 20, 29, 0, 2);
    }

    /// Claude since Opus 4.8.
    static ClaudeFrame five() {
        return new ClaudeFrame(4, 4, 3, 360, TOOL, 150, 150, 30, 20, 29, 0, 2);
    }
}
