package dev.cachewright.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BlockTest {

    private static final Block BLOCK = Block.of("policy", Role.SYSTEM, Kind.STATIC, "Be kind.");

    private static Map<String, String> attributes(Block block) {
        return block.attributes();
    }

    @Test
    void itsNameIsItsIdUntilItIsGivenOne() {
        assertThat(BLOCK.name()).isEqualTo("policy");
        assertThat(BLOCK.withName("House rules").name()).isEqualTo("House rules");
        assertThat(BLOCK.withName("House rules").id()).isEqualTo("policy");
    }

    @Test
    void aNameThatIsTheIdIsNotWritten() {
        assertThat(attributes(BLOCK.withName("House rules").withName("policy"))).isEmpty();
    }

    @Test
    void aBreakpointHasTheLifetimeOfTheRequestOrItsOwn() {
        assertThat(BLOCK.breakpoint()).isEmpty();
        assertThat(BLOCK.withBreakpoint(true).breakpoint()).contains(new Breakpoint("policy", ""));
        assertThat(BLOCK.withBreakpoint("1h").breakpoint()).contains(new Breakpoint("policy", "1h"));
    }

    @Test
    void aBreakpointThatGoesTakesItsLifetimeAlong() {
        assertThat(BLOCK.withBreakpoint("1h").withBreakpoint(false)).isEqualTo(BLOCK);
    }

    @Test
    void aLifetimeWithoutABreakpointIsNone() {
        assertThat(BLOCK.withAttribute("ttl", "1h").breakpoint()).isEmpty();
    }

    @Test
    void aBreakpointWithoutALifetimeLosesTheOneBefore() {
        assertThat(BLOCK.withBreakpoint("1h").withBreakpoint("").breakpoint()).contains(new Breakpoint("policy", ""));
    }

    @Test
    void anAttributeThatIsEmptyIsGone() {
        assertThat(attributes(BLOCK.withAttribute("pin", "yes"))).containsExactly(Map.entry("pin", "yes"));
        assertThat(BLOCK.withAttribute("pin", "yes").withAttribute("pin", "")).isEqualTo(BLOCK);
    }

    @Test
    void attributesKeepTheirOrder() {
        Block block = BLOCK.withAttribute("z", "1").withAttribute("a", "2").withAttribute("z", "3");

        assertThat(attributes(block)).containsExactly(Map.entry("z", "3"), Map.entry("a", "2"));
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void aFormIsReadAsItIsWritten(Form form) {
        assertThat(BLOCK.withForm(form).form()).isEqualTo(form);
        assertThat(Form.of(form.word())).isEqualTo(form);
    }

    @Test
    void anUnknownFormIsText() {
        assertThat(BLOCK.withAttribute("form", "poem").form()).isEqualTo(Form.TEXT);
        assertThat(attributes(BLOCK.withForm(Form.PART).withForm(Form.TEXT))).isEmpty();
    }

    @Test
    void itIsDynamicWhereItsAuthorOrAVariableSaysSo() {
        assertThat(BLOCK.effectiveKind()).isEqualTo(Kind.STATIC);
        assertThat(BLOCK.withKind(Kind.DYNAMIC).effectiveKind()).isEqualTo(Kind.DYNAMIC);
        assertThat(BLOCK.withText("Hi {{name}}").effectiveKind()).isEqualTo(Kind.DYNAMIC);
        assertThat(BLOCK.withText("Hi \\{{name}}").effectiveKind()).isEqualTo(Kind.STATIC);
    }

    @Test
    void toolsAreStaticWhateverTheirAuthorSays() {
        assertThat(BLOCK.withRole(Role.TOOLS).withKind(Kind.DYNAMIC).effectiveKind()).isEqualTo(Kind.STATIC);
    }

    @Test
    void aChangeOfOnePartLeavesTheOthers() {
        Block changed = BLOCK.withBreakpoint("1h").withText("Be brief.").withRole(Role.USER).withJoined(true)
                .withKind(Kind.DYNAMIC).withId("other");

        var attributes = new LinkedHashMap<String, String>();
        attributes.put("break", "true");
        attributes.put("ttl", "1h");
        assertThat(changed).isEqualTo(new Block("other", Role.USER, Kind.DYNAMIC, true,
                dev.cachewright.prompt.text.Text.of("Be brief."), attributes));
    }

    @Test
    void aPromptTakesNoIdTwice() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Prompt.of(List.of(BLOCK, BLOCK.withText("x")), Settings.of("m", Api.CHAT)));
    }

    @Test
    void aPromptFindsItsBlocksById() {
        Block other = Block.of("question", Role.USER, Kind.DYNAMIC, "{{q}}");
        Prompt prompt = Prompt.of(List.of(BLOCK, other), Settings.of("m", Api.CHAT));

        assertThat(prompt.block("question")).contains(other);
        assertThat(prompt.block("none")).isEmpty();
        assertThat(List.of(prompt.indexOf("policy"), prompt.indexOf("question"), prompt.indexOf("none")))
                .containsExactly(0, 1, -1);
    }

    @Test
    void aPromptChangesOneBlockAndNoOther() {
        Block other = Block.of("question", Role.USER, Kind.DYNAMIC, "{{q}}");
        Prompt prompt = Prompt.of(List.of(BLOCK, other), Settings.of("m", Api.CHAT));

        assertThat(prompt.with("question", block -> block.withText("Why?")).blocks())
                .containsExactly(BLOCK, other.withText("Why?"));
        assertThat(prompt.with("none", block -> block.withText("Why?"))).isEqualTo(prompt);
    }

    @Test
    void aFreeIdIsTheFirstThatNoBlockHas() {
        Prompt prompt = Prompt.of(List.of(BLOCK, BLOCK.withId("policy-2"), BLOCK.withId("block")),
                Settings.of("m", Api.CHAT));

        assertThat(List.of(prompt.freeId("policy"), prompt.freeId("new"), prompt.freeId(" ")))
                .containsExactly("policy-3", "new", "block-2");
    }

    @Test
    void settingsChangeOnePartAtATime() {
        var extra = new LinkedHashMap<>(Map.of("seed", "7"));
        Settings settings = Settings.of("m", Api.CHAT).withModel("n").withApi(Api.RESPONSES).withExtra(extra)
                .withCache(CacheSettings.none().withKey("k"));

        assertThat(settings).isEqualTo(new Settings("n", Api.RESPONSES, Attributes.none(),
                new CacheSettings("", "", "k", ""), extra));
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void aRoleIsReadAsItIsWritten(Role role) {
        assertThat(Role.of(role.word())).contains(role);
    }

    @ParameterizedTest
    @EnumSource(Api.class)
    void aFormOfRequestIsFoundByItsWordAndItsEndpoint(Api api) {
        assertThat(Api.of(api.word())).contains(api);
        assertThat(Api.ofEndpoint(api.endpoint())).contains(api);
        assertThat(Api.ofEndpoint(api.endpoint().substring("/v1".length()))).contains(api);
    }

    @Test
    void wordsOfNothingAreNothing() {
        assertThat(Role.of("model")).contains(Role.ASSISTANT);
        assertThat(List.of(Role.of("king"), Role.of(""), Role.of("SYSTEM"))).containsOnly(Optional.empty());
        assertThat(Api.ofEndpoint("/openai/deployments/mine/chat/completions")).contains(Api.CHAT);
        assertThat(List.of(Api.of("soap"), Api.ofEndpoint("/v1/embeddings"), Api.ofEndpoint("/v1/threads/1/messages")))
                .containsOnly(Optional.empty());
    }
}
