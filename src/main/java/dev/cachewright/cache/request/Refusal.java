package dev.cachewright.cache.request;

import java.util.List;
import java.util.OptionalInt;

/// Something a prompt asks of the cache that its provider refuses, ignores, or honours less than it seems.
///
/// @param blockId the block whose breakpoint is meant; empty for a setting of the request
/// @param part the number of the tool or content block in the JSON of that block whose own marker is meant, from 1 on;
/// empty for the breakpoint after the block
/// @param value what was asked for, where there is a word or a number
/// @param allowed what would be accepted instead; empty where nothing is
public record Refusal(Reason reason, String blockId, OptionalInt part, String value, List<String> allowed) {

    public Refusal {
        allowed = List.copyOf(allowed);
    }

    public Refusal(Reason reason, String blockId, String value, List<String> allowed) {
        this(reason, blockId, OptionalInt.empty(), value, allowed);
    }

    static Refusal of(Reason reason, String blockId) {
        return new Refusal(reason, blockId, "", List.of());
    }

    static Refusal ofSetting(Reason reason, String value, List<String> allowed) {
        return new Refusal(reason, "", value, allowed);
    }

    /// Whether what was asked for is sent all the same, and does less than it seems.
    public boolean isHint() {
        return reason.isHint;
    }

    /// Whether what was asked for is left out of the request. A marker in JSON that is sent as it is never is.
    public boolean isLeftOut() {
        return !isHint() && part.isEmpty();
    }

    /// The part of a request that a refusal is about.
    public enum Field {
        BREAKPOINT, MODE, TTL, RETENTION, KEY, OTHER
    }

    /// Why. Source of all: OpenAI's prompt caching guide and API reference as of 2026-10, Anthropic's prompt caching
    /// page as of 2026-09.
    public enum Reason {

        /// The model is older than breakpoints; the provider answers 400.
        MODEL_TAKES_NO_BREAKPOINTS(Field.BREAKPOINT),
        /// The server knows no breakpoints, and would not read this one.
        SERVER_TAKES_NO_BREAKPOINTS(Field.BREAKPOINT),
        /// The model has breakpoints in the other form of requests only: Claude in Messages, OpenAI not there.
        BREAKPOINT_OF_OTHER_API(Field.BREAKPOINT),
        /// OpenAI accepts none after what the assistant said.
        ASSISTANT_OUTPUT(Field.BREAKPOINT),
        /// The top-level `instructions` of a Responses request are one string.
        INSTRUCTIONS(Field.BREAKPOINT),
        /// OpenAI accepts none after tools.
        TOOLS(Field.BREAKPOINT),
        /// No provider accepts one in an output schema.
        SCHEMA(Field.BREAKPOINT),
        /// Items of the type `additional_tools` accept none.
        ADDITIONAL_TOOLS(Field.BREAKPOINT),
        /// Anthropic accepts none on a thinking block.
        THINKING(Field.BREAKPOINT),
        /// Anthropic accepts none on a tool that is loaded when it is needed.
        DEFERRED_TOOL(Field.BREAKPOINT),
        /// The marker in the JSON is that of another provider; some servers pass over it, others answer 400.
        MARKER_NOT_READ(Field.BREAKPOINT, true),
        /// The marker in the JSON has a type that its provider does not know.
        MARKER_UNKNOWN(Field.BREAKPOINT),
        /// The marker in the JSON asks for a lifetime that its provider does not have.
        MARKER_TTL(Field.BREAKPOINT),
        /// A field that an SDK or a gateway turns into a marker before it sends a request, and that no server reads.
        FIELD_OF_SDK(Field.OTHER, true),
        /// A marker within the schema of a tool is text of the schema.
        MARKER_IN_SCHEMA(Field.OTHER, true),
        /// A cache field whose value is not a text, which the API answers with 400.
        FIELD_NOT_TEXT(Field.OTHER, true),
        /// `prompt_cache_options` that is no object, which the API answers with 400.
        FIELD_NOT_OBJECT(Field.OTHER, true),
        /// There is nothing to mark the end of.
        EMPTY_TEXT(Field.BREAKPOINT),
        /// Anthropic accepts four in one request, automatic caching included.
        TOO_MANY(Field.BREAKPOINT),
        /// Anthropic wants one hour before five minutes.
        SHORT_BEFORE_LONG(Field.BREAKPOINT),
        /// OpenAI writes the latest only; older ones are still looked up.
        NOT_WRITTEN(Field.BREAKPOINT, true),
        /// The breakpoint is sent without its own lifetime.
        BREAKPOINT_TTL(Field.BREAKPOINT, true),

        MODE_NOT_SUPPORTED(Field.MODE),
        MODE_OF_OTHER_API(Field.MODE),
        MODE_UNKNOWN(Field.MODE),
        /// The value of `cache_control` at the top is not what Anthropic's API knows.
        AUTOMATIC_UNKNOWN(Field.MODE),
        /// The server has no automatic caching of that form.
        AUTOMATIC_NOT_READ(Field.MODE),
        /// Automatic caching takes a slot, and explicit breakpoints use all of them.
        AUTOMATIC_WITHOUT_SLOT(Field.MODE),
        /// The last block has a breakpoint with another lifetime.
        AUTOMATIC_WITH_OTHER_TTL(Field.MODE),
        /// Nothing is cached in explicit mode without a breakpoint.
        EXPLICIT_WITHOUT_BREAKPOINT(Field.MODE, true),
        TTL_NOT_SUPPORTED(Field.TTL),
        TTL_OF_OTHER_API(Field.TTL),
        TTL_UNKNOWN(Field.TTL),
        TTL_OF_RESPONSES_ONLY(Field.TTL),
        RETENTION_NOT_SUPPORTED(Field.RETENTION),
        RETENTION_OF_OTHER_API(Field.RETENTION),
        RETENTION_UNKNOWN(Field.RETENTION),
        /// A server that knows only one of the two may refuse the other; sources disagree.
        RETENTION_AND_TTL(Field.RETENTION, true),
        KEY_NOT_SUPPORTED(Field.KEY),
        /// Above 64 characters, which every server of OpenAI's API refuses.
        KEY_TOO_LONG(Field.KEY);

        private final Field field;
        private final boolean isHint;

        Reason(Field field) {
            this(field, false);
        }

        Reason(Field field, boolean isHint) {
            this.field = field;
            this.isHint = isHint;
        }

        public Field field() {
            return field;
        }
    }
}
