package dev.cachewright.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.cache.MissReason;
import dev.cachewright.catalog.InputSplit;
import dev.cachewright.catalog.RuleSet;
import dev.cachewright.prompt.Api;
import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.CacheSettings;
import dev.cachewright.prompt.Kind;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.Renderer;
import dev.cachewright.prompt.Role;
import dev.cachewright.prompt.Row;
import dev.cachewright.prompt.Settings;
import dev.cachewright.provider.Simulators;
import dev.cachewright.session.Usage;
import dev.cachewright.session.Verdict;
import dev.cachewright.token.part.Band;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ReplayerTest {

    private static final Settings GPT = Settings.of("gpt-4o", Api.CHAT);

    private final Replayer replayer = new Replayer(Simulators.ANALYST, Optional.empty());
    private Instant now = Instant.parse("2026-11-23T09:00:00Z");

    private Optional<CallForecast> send(Replayer to, Settings settings, String policy, String question) {
        CountedRequest counted = to.destination(settings.model()).countAsIs(Renderer.render(Prompt.of(List.of(
                Block.of("policy", Role.SYSTEM, Kind.STATIC, policy),
                Block.of("question", Role.USER, Kind.STATIC, question)), settings), Row.empty()));
        now = now.plusSeconds(5);
        return to.next(counted, now, OptionalLong.empty(), Optional.empty()).map(Replayer.Replayed::forecast);
    }

    private CallForecast send(Settings settings, String policy, String question) {
        return send(replayer, settings, policy, question).orElseThrow();
    }

    private CallForecast send(String question) {
        return send(GPT, Simulators.LONG, question);
    }

    private static long steps(long tokens) {
        return tokens / 128 * 128;
    }

    @Test
    void theFirstCallIsColdAndAllOfItIsPromised() {
        CallForecast first = send("Why?");

        assertThat(first.reason()).isEqualTo(MissReason.COLD);
        assertThat(first.split()).isEqualTo(InputSplit.uncached(first.split().input()));
        assertThat(first.promised()).isEqualTo(steps(first.split().input()));
    }

    @Test
    void aCallReadsWhatItSharesWithTheOneBefore() {
        CallForecast first = send("Why?");
        CallForecast second = send("How so?");

        assertThat(second.reason()).isEqualTo(MissReason.NONE);
        assertThat(second.split().cached()).isEqualTo(steps(first.split().input() - 6)).isEqualTo(second.promised());
    }

    @Test
    void aCallOfAnotherPromptIsColdAndNoMiss() {
        send("Why?");

        CallForecast other = send(GPT, "Translate into French: " + Simulators.LONG.toUpperCase(java.util.Locale.ROOT),
                "Hello");

        assertThat(other.reason()).isEqualTo(MissReason.COLD);
        assertThat(other.changedIn()).isEmpty();
    }

    @Test
    void anEditWithinTheInstructionsIsAMissOfAllThatFollows() {
        CallForecast first = send("Why?");

        CallForecast edited = send(GPT, "Ha! " + Simulators.LONG, "Why?");

        assertThat(edited.split().cached()).isZero();
        assertThat(edited.promised()).isEqualTo(steps(first.split().input() - 6));
        assertThat(edited.reason()).isEqualTo(MissReason.PREFIX_CHANGED);
        assertThat(edited.changedIn()).isEqualTo("policy");
    }

    @Test
    void anEditLateInTheInstructionsKeepsWhatComesBefore() {
        send("Why?");
        int cut = Simulators.LONG.length() * 3 / 4;

        CallForecast edited = send(GPT, Simulators.LONG.substring(0, cut) + "Ha! " + Simulators.LONG.substring(cut),
                "Why?");

        assertThat(edited.split().cached()).isPositive().isLessThan(edited.promised());
        assertThat(edited.reason()).isEqualTo(MissReason.PREFIX_CHANGED);
    }

    @Test
    void instructionsThatEndOtherwiseWereNotExpectedToBeTheSame() {
        send("Why?");
        int cut = Simulators.LONG.length() * 3 / 4;

        CallForecast other = send(GPT, Simulators.LONG.substring(0, cut) + "Of other documents this one is the last.",
                "Why?");

        assertThat(other.split().cached()).isPositive().isEqualTo(other.promised());
        assertThat(other.reason()).isEqualTo(MissReason.NONE);
    }

    /// DeepSeek, xAI and others were recorded to read into the answer that a conversation goes on with.
    @Test
    void theAnswerOfAConversationThatGoesOnMayHaveBeenStored() {
        var local = new Replayer(Simulators.ANALYST, RuleSet.of("longest-prefix"));
        Block question = Block.of("question", Role.USER, Kind.STATIC, Simulators.LONG);
        Block answer = Block.of("answer", Role.ASSISTANT, Kind.STATIC, "Because " + Simulators.LONG);
        Block more = Block.of("more", Role.USER, Kind.STATIC, "And so on and so on, on the next day as well?");

        CallForecast first = talk(local, question);
        CallForecast second = talk(local, question, answer, more);
        Band band = second.certainty().band();

        assertThat(second.split().cached()).isEqualTo(first.split().input());
        assertThat(band.below()).isZero();
        assertThat(band.above()).isBetween(1_000, (int) second.split().uncached() - 10);
        assertThat(Verdict.of(second, new Usage(OptionalLong.of(second.split().input()),
                OptionalLong.of(second.split().cached() + band.above()), OptionalLong.empty(), OptionalLong.empty(),
                "")))
                .isEqualTo(Verdict.AS_FORECAST);
    }

    private CallForecast talk(Replayer to, Block... blocks) {
        CountedRequest counted = to.destination("gpt-4o").countAsIs(Renderer.render(Prompt.of(List.of(blocks), GPT),
                Row.empty()));
        now = now.plusSeconds(5);
        return to.next(counted, now, OptionalLong.empty(), Optional.empty()).orElseThrow().forecast();
    }

    private CallForecast claude(String system, String... texts) {
        var blocks = new ArrayList<Block>();
        blocks.add(Block.of("system", Role.SYSTEM, Kind.STATIC, system));
        for (int i = 0; i < texts.length; i++) {
            blocks.add(Block.of("m" + i, i % 2 == 0 ? Role.USER : Role.ASSISTANT, Kind.STATIC, texts[i]));
        }
        Settings settings = Settings.of("claude-sonnet-4-5", Api.MESSAGES)
                .withCache(new CacheSettings("automatic", "", "", ""));
        CountedRequest counted = replayer.destination(settings.model())
                .countAsIs(Renderer.render(Prompt.of(blocks, settings), Row.empty()));
        now = now.plusSeconds(5);
        return replayer.next(counted, now, OptionalLong.empty(), Optional.empty()).orElseThrow().forecast();
    }

    /// The breakpoint is on the last message alone, so that none is within what the two share.
    @Test
    void aConversationThatPausedTooLongHasExpired() {
        claude(Simulators.LONG, "Why?");
        now = now.plus(Duration.ofMinutes(6));

        assertThat(claude(Simulators.LONG, "Why?", "Because.", "And?").reason()).isEqualTo(MissReason.EXPIRED);
    }

    @Test
    void instructionsWithAWordMoreAtTheirEndHaveChanged() {
        claude(Simulators.LONG, "Why?");
        CallForecast second = claude(Simulators.LONG, "Why?", "Because.", "And?");
        CallForecast changed = claude(Simulators.LONG + " changed", "Why?", "Because.", "And?", "So.", "Then?");

        assertThat(second.split().cached()).isPositive();
        assertThat(changed.reason()).isEqualTo(MissReason.PREFIX_CHANGED);
        assertThat(changed.changedIn()).isEqualTo("system");
    }

    @Test
    void aConversationThatGoesOnTooFarIsNotReadUpToItsBreakpoint() {
        var texts = new ArrayList<>(List.of("Why?"));
        claude(Simulators.LONG, "Why?");
        for (int i = 0; i < 24; i++) {
            texts.add("And " + i + "?");
        }

        assertThat(claude(Simulators.LONG, texts.toArray(String[]::new)).reason()).isEqualTo(MissReason.NOT_WRITTEN);
    }

    @Test
    void aBreakpointAfterWhatChangesIsNone() {
        claude(Simulators.LONG, "Why?");

        assertThat(claude(Simulators.LONG, "How so?").reason()).isEqualTo(MissReason.NO_BREAKPOINT);
    }

    /// What yesterday's last step stored is no promise for the first steps of today.
    @Test
    void theStepsOfARunAreNotMeasuredByTheLastStepOfAnotherDay() {
        String longer = Simulators.LONG + Simulators.LONG;
        send(longer);
        now = now.plus(Duration.ofDays(2));

        assertThat(send(Simulators.LONG).reason()).isEqualTo(MissReason.EXPIRED);
        CallForecast second = send(longer);

        assertThat(second.split().cached()).isPositive();
        assertThat(second.reason()).isEqualTo(MissReason.NONE);
    }

    @Test
    void callsOfTheSameInstantDoNotSeeEachOther() {
        send("Why?");
        now = now.minusSeconds(5);

        assertThat(send("How so?").reason()).isEqualTo(MissReason.TOO_EARLY);
        assertThat(send("How come?").reason()).isEqualTo(MissReason.NONE);
    }

    @Test
    void anEstimateIsMeasuredInTheScaleOfItsServer() {
        Settings claude = Settings.of("claude-sonnet-4-5", Api.MESSAGES)
                .withCache(new CacheSettings("automatic", "", "", ""));
        CountedRequest counted = replayer.destination(claude.model()).countAsIs(Renderer.render(Prompt.of(List.of(
                Block.of("question", Role.USER, Kind.STATIC, Simulators.LONG.substring(0, 4_000))), claude),
                Row.empty()));

        Replayer.Replayed first = replayer.next(counted, now, OptionalLong.of(2_000), Optional.empty()).orElseThrow();
        Replayer.Replayed second = replayer.next(counted, now.plusSeconds(5), OptionalLong.of(2_000), Optional.empty())
                .orElseThrow();

        assertThat(first.forecast().reason()).isEqualTo(MissReason.BELOW_THRESHOLD);
        assertThat(first.measured().split().input()).isEqualTo(2_000);
        assertThat(first.measured().split().written()).isBetween(1_900L, 2_000L);
        assertThat(second.measured().split().cached()).isEqualTo(first.measured().split().written());
    }

    @Test
    void promptsThatTakeTurnsAreReadFromTheCacheAgain() {
        String other = "Translate into French: " + Simulators.LONG.toUpperCase(java.util.Locale.ROOT);
        send("Why?");
        send(GPT, other, "Hello");

        CallForecast back = send("How so?");

        assertThat(back.split().cached()).isGreaterThan(1_024);
    }

    @Test
    void eachModelHasACacheOfItsOwn() {
        send("Why?");

        CallForecast other = send(GPT.withModel("gpt-4o-mini"), Simulators.LONG, "Why?");

        assertThat(other.split().cached()).isZero();
        assertThat(send("Why?").split().cached()).isGreaterThan(1_024);
    }

    @Test
    void anotherKeyIsSaid() {
        send("Why?");

        CallForecast keyed = send(GPT.withCache(CacheSettings.none().withKey("b")), Simulators.LONG, "Why?");

        assertThat(keyed.reason()).isEqualTo(MissReason.KEY_CHANGED);
        assertThat(keyed.split().cached()).isZero();
    }

    @Test
    void whatWasSentLongAgoHasRunOut() {
        send("Why?");
        now = now.plus(Duration.ofHours(30));

        assertThat(send("Why?").reason()).isEqualTo(MissReason.EXPIRED);
    }

    @Test
    void anUnknownModelHasNoForecastAndLeavesTheOthers() {
        send("Why?");

        assertThat(send(replayer, GPT.withModel("of-nobody"), Simulators.LONG, "Why?")).isEmpty();
        assertThat(send("Why?").reason()).isEqualTo(MissReason.NONE);
    }

    @Test
    void rulesThatAreGivenHoldForEveryModel() {
        var longest = new Replayer(Simulators.ANALYST, Optional.of(RuleSet.Named.LONGEST_PREFIX));
        Settings unknown = GPT.withModel("of-nobody");

        send(longest, unknown, "Short.", "Why is that so, if I may ask you this one time?");
        CallForecast again = send(longest, unknown, "Short.", "Why is that so, if I may ask you this one time?")
                .orElseThrow();

        assertThat(again.split().cached()).isPositive();
        assertThat(again.cost()).isEmpty();
    }

    @Test
    void aDestinationIsFoundOnce() {
        assertThat(replayer.destination("gpt-4o")).isSameAs(replayer.destination("gpt-4o"))
                .isNotSameAs(replayer.destination("gpt-4o-mini"));
    }
}
