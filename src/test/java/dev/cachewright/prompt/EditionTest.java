package dev.cachewright.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EditionTest {

    private static final Block POLICY = Block.of("policy", Role.SYSTEM, Kind.STATIC, "Be kind.");
    private static final Block QUESTION = Block.of("question", Role.USER, Kind.DYNAMIC, "{{question}}");
    private static final Prompt PROMPT = Prompt.of(List.of(POLICY, QUESTION), Settings.of("gpt-5.4", Api.CHAT));

    private static Settings settings() {
        return PROMPT.settings();
    }

    @Test
    void itIsTheSameInEveryProcess() {
        assertThat(Edition.of(PROMPT)).isEqualTo("f4e99eab95c62c54");
    }

    @Test
    void whatIsNotSentAndWhereItGoesDoNotCount() {
        Prompt renamed = Prompt.of(List.of(new Block("other", POLICY.role(), Kind.DYNAMIC, false, POLICY.content(),
                new LinkedHashMap<>(Map.of("name", "Rules"))), QUESTION), settings());

        assertThat(Stream.of(renamed, PROMPT.withSettings(settings().withModel("gpt-4o").withApi(Api.RESPONSES)))
                .map(Edition::of)).containsOnly(Edition.of(PROMPT));
    }

    @Test
    void everythingThatIsSentCounts() {
        assertThat(Stream.of(PROMPT,
                PROMPT.with("policy", block -> block.withText("Be kind")),
                PROMPT.with("policy", block -> block.withText("Be kind.\uffff")),
                PROMPT.withBlocks(List.of(QUESTION, POLICY)),
                PROMPT.withBlocks(List.of(POLICY)),
                PROMPT.withBlocks(List.of(Block.of("policy", Role.DEVELOPER, Kind.STATIC, "Be kind."), QUESTION)),
                PROMPT.withBlocks(List.of(POLICY, new Block("question", Role.USER, Kind.DYNAMIC, true,
                        QUESTION.content(), Attributes.none()))),
                PROMPT.withBlocks(List.of(POLICY, new Block("question", Role.USER, Kind.DYNAMIC, false,
                        QUESTION.content(), new LinkedHashMap<>(Map.of("break", "yes"))))),
                PROMPT.withSettings(settings().withCache(new CacheSettings("", "30m", "", ""))),
                PROMPT.withSettings(settings().withCache(new CacheSettings("", "", "30m", ""))),
                PROMPT.withSettings(settings().withExtra(new LinkedHashMap<>(Map.of("user", "\"a\"")))))
                .map(Edition::of)).doesNotHaveDuplicates();
    }
}
