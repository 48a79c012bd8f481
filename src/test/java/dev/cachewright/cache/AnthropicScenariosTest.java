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

/// Cases that Anthropic published, with what comes out.
class AnthropicScenariosTest {

    private final Cache cache = Cache.of("anthropic");

    private static Talk agent() {
        return talk().say(Role.TOOLS, 2_000, "tools").mark().say(Role.SYSTEM, 3_000, "rules").mark()
                .say(Role.USER, 1_000, "question").mark();
    }

    @Test
    void twentyPositionsAreLookedAtAndASecondBreakpointRescuesTheRest() {
        assertThat(cache.send(talk().blocksTo(10).say(Role.USER, 400, "more").mark()).split().written())
                .isEqualTo(1_400);
        cache.send(talk().blocksTo(15).mark());

        assertThat(cache.send(talk().blocksTo(35).mark()).split().cached()).as("35 to 16 are looked at").isZero();
        Cache again = Cache.of("anthropic");
        again.send(talk().blocksTo(15).mark());
        assertThat(again.send(talk().blocksTo(35).mark().markAfter(15)).split().cached()).isEqualTo(1_500);
        assertThat(again.send(talk().blocksTo(34).mark()).split().cached()).as("34 to 15").isEqualTo(1_500);
    }

    @Test
    void aGrowingConversationReadsAtItsFormerEnd() {
        var models = new Cache(
                CacheRules.of(new CacheTerms(RuleSet.Named.ANTHROPIC, 512, List.of("5m", "1h"), List.of(), 4,
                        20, 0)));
        models.send(talk().blocksTo(10).mark());

        assertThat(models.split(talk().blocksTo(15).mark())).isEqualTo("1000 + 500 + 0");
    }

    @Test
    void aRunOfToolBlocksIsOnePosition() {
        cache.send(talk().blocksTo(15).mark());

        Talk withRuns = talk().blocksTo(15);
        for (int i = 0; i < 18; i++) {
            withRuns.say(Role.TOOL, 10, "result " + i);
        }
        assertThat(cache.send(withRuns.say(Role.USER, 10, "end").mark()).split().cached()).isEqualTo(1_500);
        assertThat(Cache.of("anthropic").send(withRuns).split().cached()).isZero();

        Talk wide = talk().blocksTo(15).say(Role.ASSISTANT, 10, "texts").as(19, true).say(Role.USER, 10, "end").mark();
        assertThat(cache.send(wide).split().cached()).as("20 blocks lie between").isZero();
    }

    @Test
    void aFifthBreakpointIsRefused() {
        Talk five = talk();
        for (int i = 0; i < 5; i++) {
            five.say(Role.USER, 2_000, "part " + i).mark();
        }

        Outcome outcome = cache.send(five);

        assertThat(outcome.reason()).isEqualTo(MissReason.REFUSED);
        assertThat(outcome.split()).isEqualTo(InputSplit.uncached(10_000));
        assertThat(cache.send(talk().say(Role.USER, 2_000, "part 0").mark()).split().cached()).isZero();
    }

    @Test
    void aShortLifetimeBeforeALongOneIsRefused() {
        assertThat(cache.send(talk().say(Role.SYSTEM, 2_000, "rules").mark("5m").say(Role.USER, 2_000, "q")
                .mark("1h")).reason()).isEqualTo(MissReason.REFUSED);
        assertThat(cache.send(talk().say(Role.SYSTEM, 2_000, "rules").mark("1h").say(Role.USER, 2_000, "q")
                .mark("5m")).reason()).isNotEqualTo(MissReason.REFUSED);
    }

    @Test
    void belowTheMinimumOfTheModelBothCountersAreZero() {
        for (int minimum : new int[]{512, 1_024, 2_048, 4_096}) {
            var model = new Cache(
                    CacheRules.of(new CacheTerms(RuleSet.Named.ANTHROPIC, minimum, List.of("5m", "1h"), List.of(), 4,
                            20, 0)));
            Talk tooShort = talk().say(Role.USER, minimum - 1, "q").mark();
            assertThat(model.split(tooShort)).isEqualTo("0 + 0 + " + (minimum - 1));
            assertThat(model.send(tooShort).reason()).isEqualTo(MissReason.BELOW_THRESHOLD);
            assertThat(model.split(talk().say(Role.USER, minimum, "q").mark())).isEqualTo("0 + " + minimum + " + 0");
        }
    }

    @Test
    void automaticCachingStepsBackToABlockThatCanCarryIt() {
        Talk one = talk().mode("automatic").say(Role.USER, 2_000, "q").say(Role.ASSISTANT, 300, "thoughts").as(1,
                false);

        assertThat(cache.split(one)).isEqualTo("0 + 2000 + 300");
        assertThat(cache.split(one)).isEqualTo("2000 + 0 + 300");
    }

    @Test
    void automaticCachingTakesASlotAndWantsTheSameLifetime() {
        Talk four = talk().mode("automatic");
        for (int i = 0; i < 4; i++) {
            four.say(Role.USER, 2_000, "part " + i).mark();
        }
        assertThat(cache.send(four.say(Role.USER, 10, "end")).reason()).isEqualTo(MissReason.REFUSED);
        assertThat(cache.send(talk().mode("automatic").say(Role.USER, 2_000, "q").mark("1h")).reason())
                .isEqualTo(MissReason.REFUSED);
        assertThat(cache.send(talk().mode("automatic").say(Role.USER, 2_000, "q").mark("5m")).split().written())
                .isEqualTo(2_000);
    }

    /// Read up to A, written for an hour from there to B, for five minutes from there to C.
    @Test
    void lifetimesAreBilledByTheirPositions() {
        Talk first = talk().say(Role.TOOLS, 2_000, "tools").mark("1h");
        cache.send(first);
        Talk second = talk().say(Role.TOOLS, 2_000, "tools").mark("1h").say(Role.SYSTEM, 3_000, "rules").mark("1h")
                .say(Role.USER, 1_000, "q").mark("5m").say(Role.USER, 50, "end");

        assertThat(cache.send(second).split()).isEqualTo(new InputSplit(2_000, 4_000, 50, 3_000));
        assertThat(cache.after(Duration.ofMinutes(6)).send(second).split())
                .isEqualTo(new InputSplit(5_000, 1_000, 50, 0));
    }

    @Test
    void aReadKeepsWhatItReadsWithoutAFee() {
        cache.send(agent());
        for (int i = 0; i < 4; i++) {
            assertThat(cache.after(Duration.ofMinutes(4)).split(agent())).isEqualTo("6000 + 0 + 0");
        }
        assertThat(cache.after(Duration.ofMinutes(5)).send(agent()).reason()).isEqualTo(MissReason.EXPIRED);
    }

    /// The lifetime runs from the start of the request that writes or reads: an answer of four minutes leaves one
    /// (Anthropic's guide, 2026-09).
    @Test
    void theLifetimeRunsFromTheStartOfTheRequest() {
        cache.send(agent().answeredAfter(Duration.ofMinutes(4)));

        assertThat(cache.after(Duration.ofMinutes(5)).send(agent()).reason()).isEqualTo(MissReason.EXPIRED);
    }

    @Test
    void aPartThatWasKeptForFiveMinutesHasExpiredThoughAnHourIsNotOver() {
        Talk two = talk().say(Role.SYSTEM, 2_000, "rules").mark("1h").say(Role.USER, 1_300, "context").mark("5m")
                .say(Role.USER, 10, "q");
        cache.send(two);

        Outcome later = cache.after(Duration.ofSeconds(400)).send(two);

        assertThat(later.split()).isEqualTo(new InputSplit(2_000, 1_300, 10, 0));
        assertThat(later.reason()).isEqualTo(MissReason.EXPIRED);
    }

    /// Where a request has any breakpoint, the server sets one of five minutes after the result of each of its own
    /// tools, also where the others are for an hour (tool page, 2026-08).
    @Test
    void theServerSetsABreakpointAfterTheResultsOfItsOwnTools() {
        Talk search = talk().say(Role.SYSTEM, 2_000, "rules").mark("1h").say(Role.USER, 100, "q")
                .say(Role.ASSISTANT, 3_000, "found").serverResult().say(Role.USER, 50, "and?");

        assertThat(cache.send(search).split()).isEqualTo(new InputSplit(0, 5_100, 50, 2_000));
        assertThat(cache.after(Duration.ofMinutes(4)).send(search).split()).isEqualTo(new InputSplit(5_100, 0, 50));
        assertThat(cache.after(Duration.ofMinutes(6)).send(search).split())
                .isEqualTo(new InputSplit(2_000, 3_100, 50, 0));
    }

    @Test
    void withoutABreakpointTheServerSetsNone() {
        Talk search = talk().say(Role.USER, 2_000, "q").say(Role.ASSISTANT, 3_000, "found").serverResult();

        assertThat(cache.send(search).split()).isEqualTo(InputSplit.uncached(5_000));
    }

    @Test
    void entriesCanBeReadOnceTheFirstAnswerBegins() {
        cache.send(agent().answeredAfter(Duration.ofSeconds(3)));

        assertThat(cache.after(Duration.ofSeconds(2)).send(agent()).reason()).isEqualTo(MissReason.TOO_EARLY);
        assertThat(cache.after(Duration.ofSeconds(1)).send(agent()).split().cached()).isEqualTo(6_000);
    }

    /// What stays of 2,000 tokens of tools, 3,000 of system and 1,000 of messages.
    @ParameterizedTest
    @CsvSource({"web_search, 2000, system_changed", "citations, 2000, system_changed", "speed, 2000, system_changed",
            "tool_choice, 5000, messages_changed", "images, 5000, messages_changed",
            "thinking, 5000, messages_changed", "output_config.effort, 5000, messages_changed",
            "model, 0, model_changed"})
    void aSettingInvalidatesItsSectionAndWhatFollows(String path, long cached, String word) {
        cache.send(agent());

        Outcome outcome = cache.send(agent().with(path, "other"));

        assertThat(outcome.split().cached()).isEqualTo(cached);
        assertThat(outcome.reason()).isEqualTo(MissReason.SETTING_CHANGED);
        assertThat(outcome.word()).isEqualTo(word);
    }

    @Test
    void changedToolsInvalidateAllAndAChangedSystemPromptLeavesTheTools() {
        cache.send(agent());

        assertThat(cache.send(talk().say(Role.TOOLS, 2_000, "others").mark().say(Role.SYSTEM, 3_000, "rules").mark()
                .say(Role.USER, 1_000, "question").mark()).word()).isEqualTo("tools_changed");
        Outcome system = cache.send(talk().say(Role.TOOLS, 2_000, "tools").mark().say(Role.SYSTEM, 3_000, "new").mark()
                .say(Role.USER, 1_000, "question").mark());
        assertThat(system.split().cached()).isEqualTo(2_000);
        assertThat(system.word()).isEqualTo("system_changed");
        Outcome messages = cache.send(talk().say(Role.TOOLS, 2_000, "tools").mark().say(Role.SYSTEM, 3_000, "rules")
                .mark().say(Role.USER, 1_000, "other").mark());
        assertThat(messages.split().cached()).isEqualTo(5_000);
        assertThat(messages.word()).isEqualTo("messages_changed");
    }

    @Test
    void metadataAndTheKeyOfOthersDoNotMatter() {
        cache.send(agent());

        assertThat(cache.send(agent().with("metadata", "x").with("prompt_cache_key", "k").with("service_tier", "y"))
                .split().cached()).isEqualTo(6_000);
    }
}
