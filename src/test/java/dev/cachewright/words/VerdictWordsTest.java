package dev.cachewright.words;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.analysis.CallForecast;
import dev.cachewright.analysis.Divergence;
import dev.cachewright.cache.MissReason;
import dev.cachewright.catalog.InputSplit;
import dev.cachewright.session.Call;
import dev.cachewright.session.Failure;
import dev.cachewright.session.Verdict;
import dev.cachewright.token.request.Place;
import dev.cachewright.ui.SampleCalls;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class VerdictWordsTest {

    private final VerdictWords words = new VerdictWords(id -> "«" + id + "»");

    @ParameterizedTest
    @EnumSource
    void everyVerdictHasWords(Verdict verdict) {
        assertThat(words.of(verdict)).isNotBlank().doesNotContain("{", "«");
    }

    @Test
    void changedPrefixNamesItsBlockWhereThatIsKnown() {
        assertThat(words.of(Verdict.PREFIX_CHANGED, changed("policy").forecast())).isEqualTo("changed in «policy»");
        assertThat(words.of(Verdict.PREFIX_CHANGED, changed("").forecast())).isEqualTo("prefix changed");
        assertThat(words.of(Verdict.EXPIRED, changed("policy").forecast())).isEqualTo("expired");
        assertThat(words.summary(changed("policy"))).isEqualTo("Call 4 differs from the earlier calls in “«policy»”: "
                + "1,536 tokens of the static prefix were not read from the cache. "
                + "This was forecast; calls after it can read what it stored.");
        assertThat(words.summary(changed(""))).isEqualTo("Call 4 differs from the earlier calls: "
                + "1,536 tokens of the static prefix were not read from the cache. "
                + "This was forecast; calls after it can read what it stored.");
    }

    @Test
    void aChangeThatIsKnownToTheWordSaysWhere() {
        var changed = new Divergence(437, "input_changed", new Place("policy", 20), Divergence.BodyPlace.NONE,
                "Outfitters", "Outfitter’s");
        var forecast = new CallForecast(InputSplit.uncached(1_851), Optional.empty(), 1_536,
                MissReason.PREFIX_CHANGED, changed, CallForecast.Certainty.FULL);

        assertThat(words.summary(SampleCalls.answered(4, forecast, 0, 806))).startsWith("Call 4 differs from the "
                + "earlier calls in “«policy»”, at character 21: “Outfitter’s” instead of “Outfitters”. 1,536 tokens");
    }

    @Test
    void barSaysTokensAndVerdict() {
        assertThat(words.bar(changed("policy"))).isEqualTo("Call 4: 0 of 1,851 tokens cached, changed in «policy»");
        assertThat(words.bar(SampleCalls.failed(9))).isEqualTo("Call 9: – of ≈ 1,849 tokens cached, failed");
    }

    /// The server had accepted the call: its status would say that all went well.
    @Test
    void aFailureWithinTheAnswerIsNotCalledByItsStatus() {
        var overloaded = new Failure.Known(Failure.Kind.ERROR_IN_ANSWER, 200, "overloaded",
                new Failure.Server("https://host/v1", ""), 0);

        assertThat(words.summary(SampleCalls.failed(3, overloaded))).isEqualTo("Call 3 failed within its answer: "
                + "overloaded. Send it again; if it fails again, check the request.");
    }

    @ParameterizedTest
    @CsvSource({"stop, completed", "end_turn, completed", "completed, completed",
            "length, stopped at the output limit", "max_tokens, stopped at the output limit",
            "max_output_tokens, stopped at the output limit", "content_filter, stopped by the content filter",
            "refusal, the model refused to answer", "tool_calls, asks for a tool call",
            "tool_use, asks for a tool call", "function_call, asks for a tool call",
            "stop_sequence, stopped at a stop sequence", "pause_turn, paused by the server",
            "incomplete, ended before it was complete", "'', ended without a reason",
            "something_new, ended with “something_new”"})
    void whyAnAnswerEndedIsSaidInWords(String reason, String words) {
        assertThat(VerdictWords.finished(reason)).isEqualTo(words);
    }

    private static Call changed(String block) {
        return SampleCalls.answered(4, SampleCalls.forecast(0, 1_851, MissReason.PREFIX_CHANGED, block), 0, 806);
    }
}
