package dev.cachewright.advice;

import dev.cachewright.cache.request.Refusal;
import java.util.Arrays;
import java.util.Optional;

/// The rules of advice, in the order of their numbers, each with the page that it goes back to.
public enum Rule {

    /// Text that changes with each call comes before text that is always the same.
    L01(Source.OPENAI_GUIDE),
    /// The prefix is shorter than the model's minimum.
    L02(Source.OPENAI_GUIDE),
    /// A block that changes comes before blocks that are always the same.
    L03(Source.OPENAI_GUIDE),
    /// Tools in no order, or in another order than in an earlier request.
    L04(Source.OPENAI_GUIDE),
    /// Keys of a schema in another order.
    L05(Source.OPENAI_GUIDE),
    /// An earlier message was edited, moved, removed or extended in place.
    L06(Source.OPENAI_GUIDE),
    /// Another model or setting than in an earlier request.
    L07(Source.OPENAI_GUIDE),
    /// A breakpoint that the provider refuses, or a mode that needs one.
    L08(Source.OPENAI_GUIDE),
    /// A breakpoint after text that changes: written each time, never read.
    L09(Source.ANTHROPIC_GUIDE),
    /// A breakpoint too far from the one that was written last.
    L10(Source.ANTHROPIC_GUIDE),
    /// The cache mode was switched without a marker where the prefix had ended.
    L11(Source.OPENAI_GUIDE),
    /// Breakpoints that Anthropic refuses together.
    L12(Source.ANTHROPIC_GUIDE),
    /// A cache key that is too long or changes.
    L13(Source.OPENAI_REFERENCE),
    /// Fields for how long a prefix is kept that the model rejects.
    L14(Source.OPENAI_REFERENCE),
    /// No cache key, or more calls a minute than one key serves.
    L15(Source.OPENAI_GUIDE),
    /// A shared prefix without a breakpoint.
    L16(Source.OPENAI_GUIDE),
    /// The address of a picture changes.
    L17(Source.OPENAI_GUIDE),
    /// Reasoning is not handed back.
    L18(Source.OPENAI_COOKBOOK),
    /// Arguments of a tool call are not those that the model sent.
    L19(Source.ANTHROPIC_GUIDE),
    /// Line ends, blanks or Unicode forms that differ.
    L20(Source.OPENAI_GUIDE),
    /// The oldest messages are cut off at each turn.
    L21(Source.OPENAI_GUIDE),
    /// Calls are further apart than a prefix is kept.
    L22(Source.OPENAI_GUIDE),
    /// Calls are sent before the first one is answered.
    L23(Source.ANTHROPIC_GUIDE),
    /// A prompt that is never repeated pays for being written.
    L24(Source.OPENAI_GUIDE),
    /// Tools come and go.
    L25(Source.OPENAI_GUIDE),
    /// A side request drops tools or instructions.
    L26(Source.OPENAI_GUIDE),
    /// The request is in a dearer band.
    L27(Source.OPENAI_PRICES),
    /// A few more stable tokens would reach the next step.
    L28(Source.OPENAI_GUIDE),
    /// The server does not report what it reads.
    L29(Source.VLLM),
    /// A variable without a value, or a placeholder that was never filled.
    L30(Source.OPENAI_GUIDE),
    /// Thinking that no longer comes after what it was bound to.
    L31(Source.ANTHROPIC_CHECKS);

    private final String source;

    Rule(String source) {
        this.source = source;
    }

    /// The rule of that name, `L01`.
    public static Optional<Rule> of(String id) {
        return Arrays.stream(values()).filter(rule -> rule.id().equals(id)).findFirst();
    }

    /// The name on the command line: `L01`.
    public String id() {
        return name();
    }

    /// The page of a model's own vendor that says so: the guides of OpenAI and Anthropic say the same of what both have.
    ///
    /// @param provider of the model; empty where it is not known
    String source(String provider) {
        return switch (provider) {
            case "anthropic" -> ofAnthropic();
            case "openai" -> source.equals(Source.ANTHROPIC_GUIDE) ? Source.OPENAI_GUIDE : source;
            default -> source;
        };
    }

    private String ofAnthropic() {
        return switch (source) {
            case Source.OPENAI_GUIDE, Source.OPENAI_REFERENCE -> Source.ANTHROPIC_GUIDE;
            case Source.OPENAI_PRICES -> Source.ANTHROPIC_PRICES;
            default -> source;
        };
    }

    /// The rule that something refused belongs to.
    public static Rule of(Refusal refusal) {
        return switch (refusal.reason()) {
            case TOO_MANY, SHORT_BEFORE_LONG, AUTOMATIC_WITHOUT_SLOT, AUTOMATIC_WITH_OTHER_TTL -> L12;
            default -> switch (refusal.reason().field()) {
                case KEY -> L13;
                case TTL, RETENTION -> L14;
                case BREAKPOINT, MODE, OTHER -> L08;
            };
        };
    }

    private static final class Source {

        static final String OPENAI_GUIDE = "https://developers.openai.com/api/docs/guides/prompt-caching";
        static final String OPENAI_REFERENCE = "https://developers.openai.com/api/reference/resources/responses";
        static final String OPENAI_PRICES = "https://developers.openai.com/api/docs/pricing";
        static final String OPENAI_COOKBOOK = "https://cookbook.openai.com/examples/prompt_caching_201";
        static final String ANTHROPIC_GUIDE = "https://platform.claude.com/docs/en/build-with-claude/prompt-caching";
        static final String ANTHROPIC_PRICES = "https://platform.claude.com/docs/en/about-claude/pricing";
        static final String ANTHROPIC_CHECKS = "https://platform.claude.com/docs/en/build-with-claude/preserved-thinking/prefix-checks";
        static final String VLLM = "https://docs.vllm.ai/en/latest/features/automatic_prefix_caching.html";

        private Source() {
        }
    }
}
