package dev.cachewright.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.cache.CacheRules;
import dev.cachewright.catalog.CacheTerms;
import dev.cachewright.catalog.Correction;
import dev.cachewright.catalog.Model;
import dev.cachewright.catalog.RuleSet;
import dev.cachewright.prompt.Api;
import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.CacheSettings;
import dev.cachewright.prompt.Kind;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.Renderer;
import dev.cachewright.prompt.Request;
import dev.cachewright.prompt.Role;
import dev.cachewright.prompt.Row;
import dev.cachewright.prompt.Settings;
import dev.cachewright.provider.Simulators;
import dev.cachewright.token.encoding.Encoding;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DestinationTest {

    private static final Analyst ANALYST = Simulators.ANALYST;
    private static final Optional<RuleSet> LONGEST = Optional.of(RuleSet.Named.LONGEST_PREFIX);

    private static Request request(Settings settings) {
        return Renderer.render(Prompt.of(List.of(Block.of("a", Role.USER, Kind.STATIC, "Hello there, how are you?")
                .withBreakpoint(true)), settings), Row.empty());
    }

    private static Optional<RuleSet> rules(Destination destination) {
        return destination.rules().map(CacheRules::set);
    }

    @Test
    void aModelBringsItsRulesAndTerms() {
        Destination there = ANALYST.destination("gpt-4o");
        Model row = ANALYST.catalog().find("gpt-4o").orElseThrow();

        assertThat(there.model()).contains(row);
        assertThat(there.cache()).contains(row.cache());
        assertThat(rules(there)).contains(row.cache().rules());
        assertThat(there.correction()).isEqualTo(Correction.NONE);
        assertThat(there.modelId()).isEqualTo("gpt-4o");
    }

    @Test
    void aServersOwnRulesTakeThePlaceOfTheModels() {
        Destination there = ANALYST.destination("gpt-4o", LONGEST);

        assertThat(rules(there)).isEqualTo(LONGEST);
        assertThat(there.cache()).contains(ANALYST.catalog().usualTerms(RuleSet.Named.LONGEST_PREFIX));
        assertThat(there.model()).isEqualTo(ANALYST.catalog().find("gpt-4o"));
    }

    @Test
    void aServerWithTheVeryRulesOfTheModelHasTheModelsTerms() {
        CacheTerms terms = ANALYST.catalog().find("gpt-5.6-sol").orElseThrow().cache();

        assertThat(ANALYST.destination("gpt-5.6-sol", Optional.of(terms.rules())).cache()).contains(terms);
    }

    @Test
    void anUnknownModelHasNoRulesNoPriceAndAnEstimate() {
        Destination there = ANALYST.destination("of-nobody");

        assertThat(there.model()).isEmpty();
        assertThat(there.cache()).isEmpty();
        assertThat(there.rules()).isEmpty();
        assertThat(there.terms(Settings.of("of-nobody", Api.CHAT))).isEmpty();
        assertThat(there.correction()).isEqualTo(Correction.UNKNOWN);
        assertThat(there.encoding()).isEqualTo(Encoding.O200K_BASE);
    }

    @Test
    void anUnknownModelOnAServerWithRulesHasThese() {
        Destination there = ANALYST.destination("of-nobody", LONGEST);

        assertThat(rules(there)).isEqualTo(LONGEST);
        assertThat(there.terms(Settings.of("of-nobody", Api.CHAT))).isPresent();
        assertThat(there.model()).isEmpty();
    }

    @Test
    void itIsForOneModelAndOneSetOfRules() {
        Destination there = ANALYST.destination("gpt-4o", LONGEST);

        assertThat(there.isFor("gpt-4o", LONGEST)).isTrue();
        assertThat(there.isFor("gpt-4o-mini", LONGEST)).isFalse();
        assertThat(there.isFor("gpt-4o", Optional.empty())).isFalse();
        assertThat(ANALYST.destination("gpt-4o").isFor("gpt-4o", Optional.empty())).isTrue();
    }

    @Test
    void theEncodingIsTheModels() {
        assertThat(ANALYST.destination("gpt-4").encoding()).isEqualTo(Encoding.CL100K_BASE);
        assertThat(ANALYST.destination("gpt-4o").encoding()).isEqualTo(Encoding.O200K_BASE);
    }

    @Test
    void modelsThatCountAlikeShareACounter() {
        assertThat(ANALYST.destination("gpt-4o").counter())
                .isSameAs(ANALYST.destination("gpt-4o", LONGEST).counter())
                .isNotSameAs(ANALYST.destination("gpt-4").counter());
    }

    @Test
    void whatIsRefusedThereIsTakenOutBeforeItIsCounted() {
        var settings = new Settings("gpt-4o", Api.CHAT, Settings.of("m", Api.CHAT).config(),
                new CacheSettings("explicit", "", "", ""), Settings.of("m", Api.CHAT).extra());
        Destination there = ANALYST.destination("gpt-4o");

        CountedRequest counted = there.count(there.requests().of(request(settings)));

        assertThat(counted.sent().refused()).hasSize(2);
        assertThat(counted.request().breakpoints()).isEmpty();
        assertThat(counted.request().settings().cache()).isEqualTo(CacheSettings.none());
    }

    @Test
    void whatOthersSentIsCountedWithAllItHolds() {
        var settings = Settings.of("gpt-4o", Api.CHAT);

        CountedRequest counted = ANALYST.destination("gpt-4o").countAsIs(request(settings));

        assertThat(counted.request()).isEqualTo(request(settings));
        assertThat(counted.sent().refused()).isEmpty();
    }

    @Test
    void theInputOfAKnownModelIsExactAndThatOfAnUnknownOneABand() {
        Request request = request(Settings.of("gpt-4o", Api.CHAT));
        Destination known = ANALYST.destination("gpt-4o");
        Destination unknown = ANALYST.destination("of-nobody");
        int total = known.countAsIs(request).tokens().total();

        assertThat(known.inputOf(known.countAsIs(request))).isEqualTo(new TokenRange(total, total, total));
        assertThat(unknown.inputOf(unknown.countAsIs(request)).isExact()).isFalse();
    }

    @Test
    void aRangeReachesACountSurelyPerhapsOrNever() {
        var range = new TokenRange(90, 100, 120);

        assertThat(List.of(range.reaches(90), range.reaches(91), range.mayReach(120), range.mayReach(121)))
                .containsExactly(true, false, true, false);
        assertThat(new TokenRange(90, 100, TokenRange.OPEN).mayReach(1_000_000)).isTrue();
        assertThat(new TokenRange(90, 100, TokenRange.OPEN).isOpen()).isTrue();
        assertThat(new TokenRange(5, 5, 5).isExact()).isTrue();
        assertThat(range.isExact() || range.isOpen()).isFalse();
    }
}
