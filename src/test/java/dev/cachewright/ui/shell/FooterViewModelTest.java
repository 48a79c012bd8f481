package dev.cachewright.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.prompt.Api;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.ui.SamplePrompt;
import dev.cachewright.ui.WorkspaceFixture;
import javafx.beans.property.SimpleStringProperty;
import org.junit.jupiter.api.Test;

class FooterViewModelTest {

    private final WorkspaceFixture fixture = new WorkspaceFixture().openSample();
    private final FooterViewModel footer = new FooterViewModel(fixture.workspace().prompt(),
            fixture.workspace().analysis(), fixture.workspace().preferences(),
            new SimpleStringProperty(""));

    private void edit(Prompt prompt) {
        fixture.workspace().prompt().edit(prompt);
    }

    @Test
    void anExactTotalStandsAlone() {
        edit(SamplePrompt.prompt("gpt-4o"));

        assertThat(footer.getTokens()).matches("[\\d,]+ tokens");
        assertThat(footer.getTokensHint()).isEqualTo(footer.getTokens() + ", o200k_base.");
        assertThat(footer.getThreshold()).matches("✓ prefix [\\d,]+ ≥ 1,024");
        assertThat(footer.getNextStep()).matches("\\d+ more static tokens to the next step, 1,408");
    }

    @Test
    void anUnprovenFormHasItsBand() {
        assertThat(footer.getTokens()).isEqualTo("≈ 1,512, between 1,511 and 1,512 tokens");
        assertThat(footer.getThreshold()).isEqualTo("✓ prefix ≈ 1,463 ≥ 1,024");
        assertThat(footer.getNextStep()).isEqualTo("≈ 73 more static tokens to the next step, 1,536");
        assertThat(footer.getEncoding()).isEqualTo("o200k_base");
    }

    @Test
    void aThresholdWithinTheBandIsNeitherReachedNorMissed() {
        edit(SamplePrompt.prompt().with("policy", block -> block.withText(SamplePrompt.policy(16) + "and so on. "
                .repeat(7))));

        assertThat(footer.getThreshold()).matches("\\? prefix ≈ 1,02\\d may or may not reach 1,024");
    }

    @Test
    void aClaudePromptSaysWhatItsFactorsAreAndWhoSaysSo() {
        edit(SamplePrompt.prompt("claude-sonnet-4-6"));

        assertThat(footer.getTokens()).matches("≈ [\\d,]+, between [\\d,]+ and [\\d,]+ tokens");
        assertThat(footer.getTokensHint()).contains(
                "The vendor publishes no tokenizer: counted with o200k_base, times ");
        assertThat(footer.getEncoding()).isEqualTo("estimated with o200k_base");
    }

    @Test
    void aPromptWithoutAModelSaysThatOneIsToBeChosen() {
        edit(SamplePrompt.prompt(""));

        assertThat(footer.getThreshold()).isEqualTo("choose a model");
    }

    @Test
    void anUnknownModelSaysThatItsBandIsAnAssumption() {
        edit(SamplePrompt.prompt("my-own-model").withSettings(
                SamplePrompt.prompt("my-own-model").settings().withApi(Api.RESPONSES)));

        assertThat(footer.getTokensHint()).contains("The model is unknown").contains("Source: assumption");
        assertThat(footer.getThreshold())
                .isEqualTo("not in the catalogue: no rules, no prices; add a row to models.json");
        assertThat(footer.getThresholdHint()).startsWith(footer.getThreshold() + ". ").contains(
                "my-own-model is not in the catalogue. Add a row for it to models.json");
    }

    @Test
    void aKnownModelNeedsNoRow() {
        edit(SamplePrompt.prompt("gpt-5.4"));

        assertThat(footer.getThresholdHint()).startsWith(footer.getThreshold() + ". The static prefix is ");
    }
}
