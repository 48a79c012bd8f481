package dev.cachewright.cli;

import dev.cachewright.cache.request.BreakpointCheck;
import dev.cachewright.cache.request.CacheSettingsCheck;
import dev.cachewright.cache.request.Refusal;
import dev.cachewright.catalog.CacheTerms;
import dev.cachewright.prompt.Prompt;
import java.util.Optional;
import java.util.stream.Stream;

/// What is not sent of a prompt's cache fields, in one line each.
final class RefusalWords {

    private RefusalWords() {
    }

    /// Says what the provider refuses or does less with than it seems.
    ///
    /// @throws CliProblem where the key is too long to be sent; without it calls would go to another cache
    static void tell(Prompt prompt, Optional<CacheTerms> terms, Console console) {
        var breakpoints = BreakpointCheck.of(prompt, terms);
        var settings = CacheSettingsCheck.of(breakpoints);
        settings.refusals().stream().filter(refusal -> refusal.reason() == Refusal.Reason.KEY_TOO_LONG).findFirst()
                .ifPresent(refusal -> {
                    throw new CliProblem("The cache key has " + refusal.value() + " characters, and at most "
                            + CacheSettingsCheck.LONGEST_KEY + " are taken: shorten it in cachewright.cache");
                });
        Stream.concat(settings.refusals().stream(), breakpoints.refusals().stream())
                .forEach(refusal -> console.tell("warning: " + words(refusal)));
    }

    private static String words(Refusal refusal) {
        String what = switch (refusal.reason().field()) {
            case BREAKPOINT -> "the breakpoint behind \"" + refusal.blockId() + "\"";
            case MODE -> "the cache mode \"" + refusal.value() + "\"";
            case TTL -> "the TTL \"" + refusal.value() + "\"";
            case RETENTION -> "the retention \"" + refusal.value() + "\"";
            case KEY -> "the cache key";
        };
        return what + (refusal.isHint() ? ": " : " is not sent: ") + why(refusal);
    }

    private static String why(Refusal refusal) {
        String allowed = String.join(", ", refusal.allowed());
        return switch (refusal.reason()) {
            case MODEL_TAKES_NO_BREAKPOINTS -> "the model takes none";
            case SERVER_TAKES_NO_BREAKPOINTS -> "the server knows none";
            case ASSISTANT_OUTPUT -> "assistant output cannot carry one";
            case INSTRUCTIONS -> "top-level instructions cannot carry one";
            case TOOLS -> "OpenAI takes none behind tools";
            case SCHEMA -> "an output schema cannot carry one";
            case ADDITIONAL_TOOLS -> "tools that are added later cannot carry one";
            case THINKING -> "a thinking block cannot carry one";
            case EMPTY_TEXT -> "a block without text cannot carry one";
            case TOO_MANY -> "a request takes " + refusal.value();
            case SHORT_BEFORE_LONG -> "five minutes cannot stand before one hour";
            case NOT_WRITTEN -> "it is read but not written, as a request writes its latest " + refusal.value();
            case BREAKPOINT_TTL -> "its own lifetime, " + refusal.value() + ", is not sent";
            case MODE_NOT_TAKEN, TTL_NOT_TAKEN, RETENTION_NOT_TAKEN, KEY_NOT_TAKEN -> "the model or API takes none";
            case MODE_UNKNOWN, TTL_UNKNOWN, RETENTION_UNKNOWN -> "here it may be " + allowed;
            case TTL_OF_RESPONSES_ONLY -> "it is taken in the Responses API alone";
            case AUTOMATIC_WITHOUT_SLOT -> "the breakpoints leave no slot for it";
            case AUTOMATIC_WITH_OTHER_TTL -> "the last block has a breakpoint with another lifetime";
            case EXPLICIT_WITHOUT_BREAKPOINT -> "without a breakpoint nothing is cached";
            case RETENTION_AND_TTL -> "a server that knows one of retention and TTL may refuse the other";
            case KEY_TOO_LONG -> "it has " + refusal.value() + " characters";
        };
    }
}
