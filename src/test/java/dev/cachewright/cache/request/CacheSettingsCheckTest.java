package dev.cachewright.cache.request;

import static dev.cachewright.cache.request.CacheTermsSamples.ANTHROPIC;
import static dev.cachewright.cache.request.CacheTermsSamples.BREAKPOINT;
import static dev.cachewright.cache.request.CacheTermsSamples.CLASSIC;
import static dev.cachewright.cache.request.CacheTermsSamples.GRID;
import static dev.cachewright.cache.request.CacheTermsSamples.LOCAL;
import static dev.cachewright.cache.request.CacheTermsSamples.UNKNOWN;
import static dev.cachewright.cache.request.CacheTermsSamples.mode;
import static dev.cachewright.cache.request.CacheTermsSamples.prompt;
import static dev.cachewright.cache.request.CacheTermsSamples.sent;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.cache.request.Refusal.Reason;
import dev.cachewright.catalog.CacheTerms;
import dev.cachewright.prompt.Api;
import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.CacheSettings;
import dev.cachewright.prompt.Kind;
import dev.cachewright.prompt.Role;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CacheSettingsCheckTest {

    private static final Map<String, Optional<CacheTerms>> TERMS = Map.of("breakpoint", BREAKPOINT, "classic", CLASSIC,
            "grid", GRID, "anthropic", ANTHROPIC, "local", LOCAL, "unknown", UNKNOWN);
    private static final Block BLOCK = Block.of("a", Role.USER, Kind.STATIC, "text");

    private static CacheSettingsCheck check(Api api, Optional<CacheTerms> terms, CacheSettings cache, Block... blocks) {
        return sent(prompt(api, cache, blocks), terms).cache();
    }

    private static Block[] marked(int count) {
        Block[] blocks = new Block[count];
        Arrays.setAll(blocks, i -> BLOCK.withId("b" + i).withBreakpoint(true));
        return blocks;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            breakpoint | RESPONSES | implicit  | 30m | -         | -
            breakpoint | RESPONSES | -         | 12h | -         | -
            breakpoint | CHAT      | -         | 12h | -         | TTL_OF_RESPONSES_ONLY
            breakpoint | RESPONSES | -         | 5m  | -         | TTL_UNKNOWN
            breakpoint | RESPONSES | automatic | -   | -         | MODE_UNKNOWN
            breakpoint | RESPONSES | -         | -   | 24h       | RETENTION_NOT_SUPPORTED
            grid       | RESPONSES | -         | -   | 24h       | -
            grid       | RESPONSES | -         | -   | in_memory | RETENTION_UNKNOWN
            grid       | RESPONSES | explicit  | -   | -         | MODE_NOT_SUPPORTED
            classic    | CHAT      | -         | -   | in_memory | -
            classic    | CHAT      | -         | 30m | -         | TTL_NOT_SUPPORTED
            anthropic  | MESSAGES  | automatic | 1h  | -         | -
            anthropic  | MESSAGES  | implicit  | -   | -         | MODE_UNKNOWN
            anthropic  | MESSAGES  | -         | 30m | -         | TTL_UNKNOWN
            anthropic  | MESSAGES  | -         | -   | 24h       | RETENTION_NOT_SUPPORTED
            anthropic  | RESPONSES | automatic | -   | -         | MODE_OF_OTHER_API
            anthropic  | CHAT      | -         | 1h  | -         | TTL_OF_OTHER_API
            anthropic  | CHAT      | -         | -   | 24h       | RETENTION_NOT_SUPPORTED
            breakpoint | MESSAGES  | implicit  | -   | -         | MODE_OF_OTHER_API
            classic    | MESSAGES  | -         | -   | 24h       | RETENTION_OF_OTHER_API
            local      | CHAT      | implicit  | -   | -         | MODE_NOT_SUPPORTED
            local      | CHAT      | -         | 30m | -         | TTL_NOT_SUPPORTED
            local      | CHAT      | -         | -   | 24h       | RETENTION_NOT_SUPPORTED
            unknown    | RESPONSES | whatever  | 7m  | -         | -
            unknown    | RESPONSES | -         | -   | 24h       | -
            """)
    void eachModelIsSentWhatItTakes(String terms, Api api, String mode, String ttl, String retention, Reason reason) {
        var asked = new CacheSettings(Optional.ofNullable(mode).orElse(""), Optional.ofNullable(ttl).orElse(""), "",
                Optional.ofNullable(retention).orElse(""));

        CacheSettingsCheck check = check(api, TERMS.get(terms), asked, BLOCK);

        assertThat(check.refusals()).extracting(Refusal::reason).isEqualTo(reason == null ? List.of()
                : List.of(reason));
        assertThat(check.sent()).isEqualTo(reason == null ? asked : CacheSettings.none());
    }

    @Test
    void refusalsNameWhatWouldBeTaken() {
        assertThat(check(Api.CHAT, BREAKPOINT, new CacheSettings("", "12h", "", "")).refusals())
                .containsExactly(Refusal.ofSetting(Reason.TTL_OF_RESPONSES_ONLY, "12h", List.of("30m")));
        assertThat(check(Api.CHAT, GRID, new CacheSettings("", "", "", "in_memory")).refusals())
                .containsExactly(Refusal.ofSetting(Reason.RETENTION_UNKNOWN, "in_memory", List.of("24h")));
        assertThat(check(Api.CHAT, ANTHROPIC, new CacheSettings("automatic", "", "", "")).refusals())
                .containsExactly(Refusal.ofSetting(Reason.MODE_OF_OTHER_API, "automatic", List.of("messages")));
    }

    @Test
    void retentionAndLifetimeTogetherAreDoubtedWhereTheServerIsNotKnown() {
        var both = new CacheSettings("", "30m", "", "24h");

        CacheSettingsCheck check = check(Api.RESPONSES, UNKNOWN, both);

        assertThat(check.refusals()).extracting(Refusal::reason).containsExactly(Reason.RETENTION_AND_TTL);
        assertThat(check.sent()).isEqualTo(both);
        assertThat(check(Api.RESPONSES, BREAKPOINT, both).sent()).isEqualTo(new CacheSettings("", "30m", "", ""));
        assertThat(check(Api.RESPONSES, GRID, both).sent()).isEqualTo(new CacheSettings("", "", "", "24h"));
    }

    @Test
    void keysEndAt64CharactersOfUnicode() {
        String longest = "é😀".repeat(32);

        for (Optional<CacheTerms> terms : List.of(BREAKPOINT, CLASSIC, LOCAL, UNKNOWN)) {
            assertThat(check(Api.CHAT, terms, CacheSettings.none().withKey(longest)).refusals()).isEmpty();
            CacheSettingsCheck tooLong = check(Api.CHAT, terms, CacheSettings.none().withKey(longest + "x"));
            assertThat(tooLong.refusals()).containsExactly(Refusal.ofSetting(Reason.KEY_TOO_LONG, "65", List.of()));
            assertThat(tooLong.sent().key()).isEmpty();
        }
    }

    @Test
    void messagesHaveNoKey() {
        assertThat(check(Api.MESSAGES, ANTHROPIC, CacheSettings.none().withKey("k")).refusals())
                .extracting(Refusal::reason).containsExactly(Reason.KEY_NOT_SUPPORTED);
    }

    @Test
    void automaticCachingNeedsASlot() {
        assertThat(check(Api.MESSAGES, ANTHROPIC, mode("automatic"), marked(3)).refusals()).isEmpty();

        CacheSettingsCheck full = check(Api.MESSAGES, ANTHROPIC, mode("automatic"), marked(4));

        assertThat(full.refusals()).extracting(Refusal::reason).containsExactly(Reason.AUTOMATIC_WITHOUT_SLOT);
        assertThat(full.sent().mode()).isEmpty();
    }

    @Test
    void automaticCachingWantsTheLifetimeOfTheLastBlock() {
        Block last = BLOCK.withBreakpoint("1h");

        assertThat(check(Api.MESSAGES, ANTHROPIC, mode("automatic"), last).refusals()).extracting(Refusal::reason)
                .containsExactly(Reason.AUTOMATIC_WITH_OTHER_TTL);
        assertThat(check(Api.MESSAGES, ANTHROPIC, mode("automatic"), last, BLOCK.withId("b")).refusals()).isEmpty();
    }

    @Test
    void explicitModeWithoutABreakpointIsHintedAt() {
        CacheSettingsCheck alone = check(Api.RESPONSES, BREAKPOINT, mode("explicit"), BLOCK);

        assertThat(alone.refusals()).extracting(Refusal::reason).containsExactly(Reason.EXPLICIT_WITHOUT_BREAKPOINT);
        assertThat(alone.sent()).isEqualTo(mode("explicit"));
        assertThat(check(Api.RESPONSES, BREAKPOINT, mode("explicit"), marked(1)).refusals()).isEmpty();
    }
}
