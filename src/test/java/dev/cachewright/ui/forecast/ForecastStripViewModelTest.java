package dev.cachewright.ui.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.Values;
import dev.cachewright.ui.SamplePrompt;
import dev.cachewright.ui.WorkspaceFixture;
import dev.cachewright.ui.kit.Figure;
import dev.cachewright.ui.kit.FigureText;
import org.junit.jupiter.api.Test;

class ForecastStripViewModelTest {

    private final WorkspaceFixture fixture = new WorkspaceFixture().openSample();
    private final ForecastStripViewModel model = new ForecastStripViewModel(fixture.workspace());

    @Test
    void aFirstCallIsCold() {
        assertThat(words(model.getNextCall())).isEqualTo("0 of ≈ 1,513 cached · first call, cold");
        assertThat(words(model.getHitRate())).isEqualTo("≈ 88.8 % forecast");
        assertThat(model.getHitRateCaption()).isEqualTo("Hit rate over 24 rows");
        assertThat(words(model.getCost())).isEqualTo("≈$0.0008 of $0.0038");
        assertThat(words(model.getStep())).isEqualTo("≈ 72 tokens to 1,536");
    }

    @Test
    void anEstimateSaysItsBandAndWhy() {
        assertThat(model.getNextCall().getHint()).isEqualTo("≈ 1,513, between 1,509 and 1,517 tokens. No recording "
                + "proves a form in this request: the server may count up to 4 less or 4 more.");
        edit(SamplePrompt.prompt("gpt-4o"));
        assertThat(model.getNextCall().getHint()).isEmpty();
    }

    @Test
    void aSecondCallReadsTheStaticPrefix() {
        fixture.willAnswer("Hello", 1_507, 0).workspace().runs().send();

        assertThat(words(model.getNextCall())).isEqualTo("≈ 1,408 of ≈ 1,513 cached");
        assertThat(model.getNextCall().getTone()).isEqualTo(Figure.Tone.PLAIN);
    }

    @Test
    void anEditOfTheStaticPrefixIsNamedByItsBlock() {
        fixture.willAnswer("Hello", 1_507, 0).workspace().runs().send();
        edit(SamplePrompt.prompt().with("policy", block -> block.withName("House rules").withText("Be "
                + block.text())));

        assertThat(words(model.getNextCall())).isEqualTo("0 of ≈ 1,514 cached · changed in House rules");
        assertThat(model.getNextCall().getTone()).isEqualTo(Figure.Tone.BAD);
    }

    @Test
    void aShortPrefixSaysHowManyTokensAreMissing() {
        edit(SamplePrompt.prompt().with("policy", block -> block.withText(SamplePrompt.policy(16))));

        assertThat(words(model.getNextCall())).endsWith("cached · below 1,024");
        assertThat(words(model.getStep())).matches("≈ \\d+ tokens short of 1,024");
    }

    @Test
    void aBreakpointModelWithoutABreakpointReusesNothing() {
        edit(SamplePrompt.prompt("gpt-5.6-sol"));

        assertThat(words(model.getNextCall())).endsWith("cached · no breakpoint in the static prefix");
    }

    @Test
    void aModelThatIsNotKnownIsNamed() {
        edit(SamplePrompt.prompt("my-own-model"));

        assertThat(words(model.getNextCall())).isEqualTo("– unknown model my-own-model");
    }

    @Test
    void oneRowHasNoHitRate() {
        fixture.open("one", SamplePrompt.prompt(), Values.none());

        assertThat(words(model.getHitRate())).isEqualTo("– needs a second row");
        assertThat(model.getHitRateCaption()).isEqualTo("Hit rate over 1 row");
    }

    @Test
    void figuresStayAndAreOutdatedWhileThePromptCannotBeRendered() {
        String before = words(model.getNextCall());
        assertThat(model.outdatedProperty().get()).isFalse();

        edit(SamplePrompt.prompt().with("question", block -> block.withText("{{#if customer}}")));

        assertThat(words(model.getNextCall())).isEqualTo(before);
        assertThat(model.outdatedProperty().get()).isTrue();
    }

    @Test
    void nothingOpenShowsDashes() {
        fixture.workspace().prompt().close();

        assertThat(words(model.getNextCall())).isEqualTo("– ");
        assertThat(words(model.getStep())).isEqualTo("– ");
    }

    private void edit(Prompt prompt) {
        fixture.workspace().prompt().edit(prompt);
    }

    private static String words(FigureText figure) {
        return figure.getValue() + " " + figure.getSuffix();
    }
}
