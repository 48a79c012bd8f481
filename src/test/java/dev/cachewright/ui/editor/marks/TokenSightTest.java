package dev.cachewright.ui.editor.marks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.analysis.Analysis;
import dev.cachewright.token.request.Place;
import dev.cachewright.token.request.RequestTokens;
import dev.cachewright.ui.SamplePrompt;
import dev.cachewright.ui.WorkspaceFixture;
import dev.cachewright.ui.kit.text.TextRange;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TokenSightTest {

    private final WorkspaceFixture fixture = new WorkspaceFixture().openSample();
    private final TokenSight sight = new TokenSight(fixture.workspace().prompt(), fixture.workspace().analysis(),
            fixture.workspace().preferences());

    private Analysis analysis() {
        return fixture.workspace().analysis().getAnalysis().orElseThrow();
    }

    @Test
    void tokensAreKnownWhileTheyAreShown() {
        assertThat(sight.tokensProperty().get()).isEmpty();
        sight.toggle();
        assertThat(sight.tokensProperty().get()).isPresent();
        assertThat(fixture.workspace().preferences().get().showsTokens()).isTrue();
        sight.toggle();
        assertThat(sight.tokensProperty().get()).isEmpty();
    }

    @Test
    void countsTheTokensBeforeEachPlaceThatATokenEndsAt() {
        RequestTokens tokens = analysis().tokens();
        int whole = tokens.ids().size();
        for (int count = 0; count <= whole; count += 7) {
            Place place = tokens.placeAfter(count);
            // Several tokens may end at one place: the frames of messages, tools, the values of variables.
            assertThat(tokens.placeAfter(tokens.tokensBefore(place))).isEqualTo(place);
        }
    }

    @Test
    void theTextInSightSaysWhichOfAllTokensItIs() {
        fixture.workspace().prompt().edit(SamplePrompt.prompt("gpt-4o"));
        int length = fixture.workspace().prompt().getPrompt().block("policy").orElseThrow().text().length();
        sight.look(Map.of("policy", new TextRange(0, length)));

        assertThat(sight.marksProperty().get().notes().get("policy")).endsWith(" tokens").contains(" – ");
    }

    @Test
    void thePlacesOfAnEstimateAreSaidToBeAbout() {
        sight.look(Map.of("policy", new TextRange(0, 5_000)));

        assertThat(sight.marksProperty().get().notes().get("policy")).matches(
                "≈ [\\d,]+ – [\\d,]+ of 1,512 tokens");
    }

    @Test
    void nothingIsSaidOfWhatIsOutOfSight() {
        sight.look(Map.of("policy", new TextRange(0, 100)));
        assertThat(sight.marksProperty().get().notes()).containsOnlyKeys("policy");
        sight.look(Map.of());
        assertThat(sight.marksProperty().get()).isEqualTo(SightMarks.NONE);
    }
}
