package dev.cachewright.cache;

import static dev.cachewright.cache.Talk.talk;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.catalog.CacheTerms;
import dev.cachewright.catalog.InputSplit;
import dev.cachewright.catalog.RuleSet;
import dev.cachewright.prompt.Role;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Cases that OpenAI published, or that users measured, with what came out.
class OpenAiScenariosTest {

    private final Cache cache = Cache.of("openai-breakpoint");

    /// Tools, a developer message and a question, as in OpenAI's guide.
    private static Talk agent() {
        return talk().say(Role.TOOLS, 2_000, "tools").say(Role.DEVELOPER, 8_000, "rules").say(Role.USER, 2_000, "one");
    }

    @Test
    void aMarkedPartIsWrittenExactlyAndThenRead() {
        Talk prompt = talk().mode("explicit").ttl("30m").say(Role.USER, 4_012, "catalogue").inside().mark()
                .say(Role.USER, 5, "reply").rest(3);

        assertThat(cache.split(prompt)).isEqualTo("0 + 4012 + 8");
        assertThat(cache.after(Duration.ofSeconds(5)).split(prompt)).isEqualTo("4012 + 0 + 8");
    }

    @Test
    void implicitModeWritesToTheLatestUserMessageAndReadsThere() {
        assertThat(cache.split(agent())).isEqualTo("0 + 12000 + 0");
        assertThat(cache.split(agent().say(Role.USER, 3_000, "two"))).isEqualTo("12000 + 3000 + 0");
    }

    @Test
    void firstCallWritesAllButTheFrameOfTheReply() {
        assertThat(cache.split(talk().say(Role.USER, 7_537, "all").rest(3))).isEqualTo("0 + 7537 + 3");
    }

    @Test
    void onlyTheLastOfAGroupOfToolOutputsEndsAPrefix() {
        Talk call = agent().say(Role.ASSISTANT, 50, "call");
        cache.send(call.say(Role.TOOL, 500, "first").say(Role.TOOL, 500, "second"));

        // Had the first output ended a prefix, 12,550 would be read.
        assertThat(cache.split(agent().say(Role.ASSISTANT, 50, "call").say(Role.TOOL, 500, "first")
                .say(Role.TOOL, 500, "other"))).isEqualTo("0 + 13050 + 0");
        assertThat(cache.split(agent().say(Role.ASSISTANT, 50, "call").say(Role.TOOL, 500, "first")
                .say(Role.TOOL, 500, "second").say(Role.USER, 100, "thanks"))).isEqualTo("13050 + 100 + 0");
    }

    @Test
    void laterDeveloperMessagesEndNoPrefix() {
        assertThat(cache.split(agent().say(Role.DEVELOPER, 700, "late"))).isEqualTo("0 + 12000 + 700");
    }

    /// A breakpoint may ask for a lifetime of its own (API reference of 2026-11-17).
    @Test
    void aBreakpointOfTwelveHoursOutlivesTheRequestsOwnThirtyMinutes() {
        Talk first = talk().mode("explicit").say(Role.DEVELOPER, 5_000, "rules").mark("12h")
                .say(Role.USER, 2_000, "context").mark().say(Role.USER, 100, "one");
        Talk second = talk().mode("explicit").say(Role.DEVELOPER, 5_000, "rules").mark("12h")
                .say(Role.USER, 2_000, "context").mark().say(Role.USER, 100, "two");

        assertThat(cache.send(first).split()).isEqualTo(new InputSplit(0, 7_000, 100, 5_000));
        assertThat(cache.after(Duration.ofMinutes(10)).send(second).split()).isEqualTo(new InputSplit(7_000, 0, 100));
        assertThat(cache.after(Duration.ofMinutes(31)).send(first).split())
                .isEqualTo(new InputSplit(5_000, 2_000, 100, 0));
        assertThat(cache.after(Duration.ofHours(12)).send(second).split().cached()).isZero();
    }

    @Test
    void aBreakpointOfALifetimeThatThereIsNotIsRefused() {
        Talk hour = talk().mode("explicit").say(Role.DEVELOPER, 5_000, "rules").mark("1h");

        assertThat(cache.send(hour).reason()).isEqualTo(MissReason.REFUSED);
    }

    @Test
    void explicitModeDoesNotReadWhatImplicitModeWrote() {
        cache.send(agent());

        assertThat(cache.split(agent().mode("explicit").say(Role.USER, 100, "two").mark())).startsWith("0 + ");
    }

    @Test
    void explicitModeReadsWhatImplicitModeWroteWhereAMarkerSitsOnTheOldEnding() {
        cache.send(agent());

        assertThat(cache.split(agent().mark().mode("explicit").say(Role.USER, 100, "two")))
                .isEqualTo("12000 + 0 + 100");
    }

    @Test
    void aMessageThatWasExtendedIsNotReused() {
        cache.send(talk().say(Role.DEVELOPER, 500, "rules").say(Role.USER, 2_000, "A"));

        assertThat(cache.split(talk().say(Role.DEVELOPER, 500, "rules").say(Role.USER, 2_000, "A").inside()
                .say(Role.USER, 300, "B"))).isEqualTo("0 + 2800 + 0");
    }

    @Test
    void explicitModeWithoutAMarkerNeitherReadsNorWrites() {
        cache.send(agent());

        Outcome outcome = cache.send(agent().mode("explicit"));

        assertThat(outcome.split().cached()).isZero();
        assertThat(outcome.split().written()).isZero();
        assertThat(outcome.reason()).isEqualTo(MissReason.NO_BREAKPOINT);
    }

    @Test
    void aSharedSystemPromptIsNotReusedImplicitly() {
        cache.send(talk().say(Role.DEVELOPER, 5_000, "rules").say(Role.USER, 100, "one"));

        Outcome outcome = cache.send(talk().say(Role.DEVELOPER, 5_000, "rules").say(Role.USER, 100, "two")
                .staticTo(5_000));

        assertThat(outcome.split().cached()).isZero();
        assertThat(outcome.reason()).isEqualTo(MissReason.NO_BREAKPOINT);
    }

    @Test
    void textThatWasSentButNotWrittenUpToTheBreakpointSaysSo() {
        cache.send(agent());

        Outcome outcome = cache.send(talk().say(Role.TOOLS, 2_000, "tools").say(Role.DEVELOPER, 8_000, "rules").mark()
                .say(Role.USER, 2_000, "two").staticTo(10_000));

        assertThat(outcome.promised()).isEqualTo(10_000);
        assertThat(outcome.split().cached()).isZero();
        assertThat(outcome.reason()).isEqualTo(MissReason.NOT_WRITTEN);
    }

    @Test
    void aSharedSystemPromptIsReusedOnceItsEndWasWritten() {
        cache.send(talk().say(Role.DEVELOPER, 5_000, "rules"));

        assertThat(cache.split(talk().say(Role.DEVELOPER, 5_000, "rules").say(Role.USER, 100, "two")))
                .isEqualTo("5000 + 100 + 0");
    }

    @Test
    void aBreakpointAfterTheSystemPromptHasItReused() {
        Talk one = talk().say(Role.DEVELOPER, 5_000, "rules").mark().say(Role.USER, 100, "one").staticTo(5_000);
        Talk two = talk().say(Role.DEVELOPER, 5_000, "rules").mark().say(Role.USER, 100, "two").staticTo(5_000);
        cache.send(one);

        Outcome outcome = cache.send(two);

        assertThat(outcome.split().cached()).isEqualTo(5_000);
        assertThat(outcome.promised()).isEqualTo(5_000);
        assertThat(outcome.reason()).isEqualTo(MissReason.NONE);
    }

    @ParameterizedTest
    @CsvSource({"1023, 0, 0", "1024, 1024, 1024", "1151, 1151, 1151"})
    void prefixesCountFrom1024TokensOnAndAreExact(int tokens, long written, long cached) {
        Talk prompt = talk().say(Role.USER, tokens, "all");

        assertThat(cache.send(prompt).split().written()).isEqualTo(written);
        assertThat(cache.send(prompt).split().cached()).isEqualTo(cached);
    }

    @Test
    void fourPrefixesAreWrittenTheLatestThreeMarkersAndTheImplicitOne() {
        Talk five = talk();
        for (int i = 1; i <= 5; i++) {
            five.say(Role.ASSISTANT, 1_100, "part " + i).mark();
        }
        cache.send(five.say(Role.USER, 10, "one"));

        // The first two markers were left out, the third was written.
        assertThat(cache.split(talk().say(Role.ASSISTANT, 1_100, "part 1").mark().say(Role.ASSISTANT, 1_100, "part 2")
                .mark().say(Role.USER, 10, "two"))).startsWith("0 + ");
        assertThat(cache.split(talk().say(Role.ASSISTANT, 1_100, "part 1").mark().say(Role.ASSISTANT, 1_100, "part 2")
                .mark().say(Role.ASSISTANT, 1_100, "part 3").mark().say(Role.USER, 10, "three")))
                .startsWith("3300 + ");
    }

    @Test
    void aReadKeepsWhatItReadsForHalfAnHourMore() {
        cache.send(agent());

        assertThat(cache.after(Duration.ofMinutes(29)).split(agent())).startsWith("12000");
        assertThat(cache.after(Duration.ofMinutes(29)).split(agent())).startsWith("12000");
        Outcome late = cache.after(Duration.ofMinutes(30)).send(agent());
        assertThat(late.split().cached()).isZero();
        assertThat(late.split().written()).isEqualTo(12_000);
        assertThat(late.reason()).isEqualTo(MissReason.EXPIRED);
    }

    @Test
    void twelveHoursAreKeptWhereTheyAreAskedFor() {
        cache.send(agent().ttl("12h"));

        assertThat(cache.after(Duration.ofHours(11)).split(agent().ttl("12h"))).startsWith("12000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"forever", "30 minutes", "-1m", "0h", "24H!", "PT5M", "99999999h"})
    void aLifetimeThatIsNoneIsTheDefault(String ttl) {
        cache.send(agent().ttl(ttl));

        assertThat(cache.after(Duration.ofMinutes(29)).split(agent())).startsWith("12000");
        assertThat(cache.after(Duration.ofMinutes(31)).split(agent())).startsWith("0");
    }

    @Test
    void aPrewarmingRequestWritesWhatTheRealOneReads() {
        // No answer is made, and its tokens are written like those of any other request.
        cache.send(talk().say(Role.DEVELOPER, 3_000, "rules"));

        assertThat(cache.split(talk().say(Role.DEVELOPER, 3_000, "rules").say(Role.USER, 200, "one")))
                .isEqualTo("3000 + 200 + 0");
    }

    @Test
    void callsThatAreSentBeforeTheFirstAnswerBeginsWriteAgain() {
        cache.send(agent().answeredAfter(Duration.ofSeconds(2)));

        Outcome early = cache.after(Duration.ofSeconds(1)).send(agent().answeredAfter(Duration.ofSeconds(2)));
        assertThat(early.split().written()).isEqualTo(12_000);
        assertThat(early.reason()).isEqualTo(MissReason.TOO_EARLY);
        assertThat(cache.after(Duration.ofSeconds(1)).split(agent())).startsWith("12000");
    }

    @ParameterizedTest
    @CsvSource({"prompt_cache_key, prompt_cache_key_changed, KEY_CHANGED", "model, model_changed, SETTING_CHANGED",
            "service_tier, service_tier_changed, SETTING_CHANGED",
            "parallel_tool_calls, tools_changed, SETTING_CHANGED",
            "text.format, text_format_changed, SETTING_CHANGED",
            "reasoning.effort, reasoning_effort_changed, SETTING_CHANGED",
            "text.verbosity, verbosity_changed, SETTING_CHANGED",
            "context_management, context_compacted, SETTING_CHANGED"})
    void aSettingOfThePrefixMissesAndIsNamedInTheVendorsWords(String path, String word, MissReason reason) {
        for (String rules : List.of("openai-classic", "openai-grid", "openai-breakpoint")) {
            Cache warm = Cache.of(rules);
            warm.send(agent());

            Outcome outcome = warm.send(agent().with(path, "other"));

            assertThat(outcome.split().cached()).isZero();
            assertThat(outcome.reason()).isEqualTo(reason);
            assertThat(outcome.word()).isEqualTo(word);
            assertThat(warm.send(agent()).split().cached()).as("both stay cached").isPositive();
        }
    }

    @ParameterizedTest
    @CsvSource({"tool_choice", "metadata", "temperature", "max_output_tokens"})
    void otherSettingsDoNotBreakThePrefix(String path) {
        for (String rules : List.of("openai-classic", "openai-grid", "openai-breakpoint")) {
            Cache warm = Cache.of(rules);
            long cached = warm.send(agent()).promised();

            assertThat(warm.send(agent().with(path, "other")).split().cached()).isEqualTo(cached);
        }
    }

    @ParameterizedTest
    @CsvSource({"TOOLS, tools_changed", "DEVELOPER, input_changed", "USER, input_changed",
            "SCHEMA, text_format_changed"})
    void aChangedTextIsNamedByItsPart(Role role, String word) {
        Cache classic = Cache.of("openai-classic");
        classic.send(talk().say(role, 4_000, "before").say(Role.USER, 10, "q"));

        Outcome outcome = classic.send(talk().say(role, 4_000, "after").say(Role.USER, 10, "q"));

        assertThat(outcome.reason()).isEqualTo(MissReason.PREFIX_CHANGED);
        assertThat(outcome.word()).isEqualTo(word);
    }

    @Test
    void gridReportsTheLastPointLessWhatIsHidden() {
        assertThat(OpenAiGridRules.reported(15_000, 3_000)).isEqualTo(12_000 / 128 * 128);
    }

    @ParameterizedTest
    @CsvSource({"0, 2047, 0", "0, 2048, 2048", "0, 5000, 4096", "1536, 2559, 0", "1536, 2560, 2560",
            "1536, 4608, 4608", "100, 2000, 1920"})
    void gridPointsAreCountedFromTheHiddenMessage(int hidden, int shared, long cached) {
        var rules = CacheRules.of(new CacheTerms(RuleSet.Named.OPENAI_GRID, 1_024, List.of(), List.of("24h"), 0, 0,
                hidden));
        var grid = new Cache(rules);
        grid.send(talk().say(Role.USER, shared, "same").say(Role.USER, 900, "one"));
        assertThat(shared < rules.threshold()).as("below the threshold").isEqualTo(cached == 0);

        assertThat(grid.send(talk().say(Role.USER, shared, "same").say(Role.USER, 900, "two")).split().cached())
                .isEqualTo(cached);
    }

    @ParameterizedTest
    @CsvSource({"4, true, 1920", "6, false, 1920", "11, false, 0", "59, false, 0", "61, true, 0"})
    void inMemoryEntriesMayBeGoneFromFiveMinutesOnAndAreGoneAfterAnHour(int minutes, boolean isSure, long cached) {
        Cache classic = Cache.of("openai-classic");
        Talk prompt = talk().retention("in_memory").say(Role.USER, 2_000, "all");
        classic.send(prompt);

        Outcome outcome = classic.after(Duration.ofMinutes(minutes)).send(prompt);

        assertThat(outcome.split().cached()).isEqualTo(cached);
        assertThat(outcome.isSure()).isEqualTo(isSure);
    }

    @Test
    void aDayIsKeptWhereItIsAskedFor() {
        Cache classic = Cache.of("openai-classic");
        Talk prompt = talk().retention("24h").say(Role.USER, 2_000, "all");
        classic.send(prompt);

        assertThat(classic.after(Duration.ofHours(23)).send(prompt).split().cached()).isEqualTo(1_920);
        assertThat(classic.after(Duration.ofHours(24)).send(prompt).reason()).isEqualTo(MissReason.EXPIRED);
    }
}
