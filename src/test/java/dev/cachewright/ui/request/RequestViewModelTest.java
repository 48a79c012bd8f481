package dev.cachewright.ui.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.cache.request.SentRequest;
import dev.cachewright.format.body.RequestBodyWriter;
import dev.cachewright.prompt.Api;
import dev.cachewright.prompt.Renderer;
import dev.cachewright.provider.Profile;
import dev.cachewright.run.TestRequest;
import dev.cachewright.token.request.Place;
import dev.cachewright.ui.SamplePrompt;
import dev.cachewright.ui.WorkspaceFixture;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RequestViewModelTest {

    private final WorkspaceFixture fixture = new WorkspaceFixture().openSample();
    private final RequestViewModel model = new RequestViewModel(fixture.workspace().analysis(),
            fixture.workspace().runs(), fixture.background());

    @Test
    void theBodyIsThatOfTheNextCall() {
        fixture.workspace().prompt().showRow(2);

        fixture.workspace().runs().send();

        assertThat(fixture.body(0)).isEqualTo(model.bodyProperty().get().json())
                .contains("Linus: ");
    }

    @Test
    void theTintEndsWhereTheCacheablePrefixEnds() {
        Place end = fixture.workspace().analysis().getAnalysis().orElseThrow().tokens().placeAfter(1_408);
        var body = model.bodyProperty().get();

        assertThat(end.blockId()).isEqualTo("policy");
        assertThat(body.json().substring(0, body.cachedLength())).endsWith(
                SamplePrompt.policy(25).substring(0, end.offset()).replace("\n", "\\n"));
        assertThat(model.getTint()).isEqualTo("tinted: what later calls can read, ≈ 1,408 tokens");
        assertThat(model.isTinted()).isTrue();
    }

    @Test
    void charactersThatTurnTheTextAroundAreEscapedAndCountedInTheTint() {
        Place end = fixture.workspace().analysis().getAnalysis().orElseThrow().tokens().placeAfter(1_408);
        fixture.workspace().prompt().edit(SamplePrompt.prompt().with("policy",
                block -> block.withText("\u202E" + SamplePrompt.policy(25))));

        var body = model.bodyProperty().get();

        assertThat(end.blockId()).isEqualTo("policy");
        assertThat(body.json()).contains("\\u202e").doesNotContain("\u202E");
        String shown = body.json().substring(0, body.cachedLength());
        assertThat(shown.substring(shown.indexOf("\\u202e") + 6)).isNotEmpty()
                .isEqualTo(SamplePrompt.policy(25).replace("\n", "\\n")
                        .substring(0, shown.length() - shown.indexOf("\\u202e") - 6));
    }

    @Test
    void aShortPromptHasNoTint() {
        fixture.workspace().prompt().edit(SamplePrompt.prompt().with("policy", block -> block.withText("Be kind.")));

        assertThat(model.bodyProperty().get().cachedLength()).isZero();
        assertThat(model.getTint()).isEqualTo("Nothing is tinted: the static prefix is shorter than 1,024 tokens");
    }

    @Test
    void theEndpointFollowsTheForm() {
        var prompt = SamplePrompt.prompt();
        fixture.workspace().prompt().edit(prompt.withSettings(prompt.settings().withApi(Api.RESPONSES)));

        assertThat(model.getAbout()).matches("POST /v1/responses · \\d,\\d{3} bytes");
    }

    @Test
    void nothingIsWrittenWhileNobodyWatches() {
        String before = model.bodyProperty().get().json();
        model.watchedProperty().set(false);
        fixture.workspace().prompt().showRow(1);
        assertThat(model.bodyProperty().get().json()).isEqualTo(before);

        model.watchedProperty().set(true);

        assertThat(model.bodyProperty().get().json()).isEqualTo(RequestBodyWriter.write(TestRequest.of(
                SentRequest.of(Renderer.render(SamplePrompt.prompt(), SamplePrompt.values().row(1)), Optional.empty()),
                Profile.simulator(), 1_024), true).json());
    }

    @Test
    void aPromptThatCannotBeRenderedKeepsTheBodyAndSaysWhy() {
        String before = model.bodyProperty().get().json();

        fixture.workspace().prompt().edit(SamplePrompt.prompt().with("question",
                block -> block.withText("{{#if customer}}")));

        assertThat(model.bodyProperty().get().json()).isEqualTo(before);
        assertThat(model.getProblem()).startsWith("This request is out of date. ");
        fixture.workspace().prompt().undo();
        assertThat(model.getProblem()).isEmpty();
    }

    @Test
    void nothingOpenIsEmpty() {
        fixture.workspace().prompt().close();

        assertThat(model.isEmpty()).isTrue();
        assertThat(model.bodyProperty().get().json()).isEmpty();
    }

    @Test
    void cacheFieldsThatAreLeftOutAreNamed() {
        var fixture = new WorkspaceFixture();
        var prompt = SamplePrompt.prompt("gpt-5.6-sol").with("policy", block -> block.withBreakpoint(true));
        fixture.open("a", prompt, SamplePrompt.values());
        var model = new RequestViewModel(fixture.workspace().analysis(), fixture.workspace().runs(),
                fixture.background());
        assertThat(model.bodyProperty().get().json()).contains("\"prompt_cache_breakpoint\": {\"mode\": \"explicit\"}");
        assertThat(model.getNotSent()).isEmpty();

        fixture.workspace().prompt().edit(prompt.withSettings(prompt.settings().withModel("gpt-5.4")));

        assertThat(model.bodyProperty().get().json()).doesNotContain("prompt_cache_breakpoint");
        assertThat(model.getNotSent()).isEqualTo(
                "Left out, because it would be refused or ignored: this model does not support breakpoints");
    }
}
