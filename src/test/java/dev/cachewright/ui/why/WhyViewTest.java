package dev.cachewright.ui.why;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.analysis.Destination;
import dev.cachewright.divergence.Normalising;
import dev.cachewright.format.body.Diagnosis;
import dev.cachewright.format.body.RequestBody;
import dev.cachewright.format.body.RequestBodyWriter;
import dev.cachewright.format.divergence.Explainer;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.Renderer;
import dev.cachewright.prompt.Row;
import dev.cachewright.provider.Simulators;
import dev.cachewright.ui.FxToolkit;
import dev.cachewright.ui.SamplePrompt;
import dev.cachewright.ui.Snapshots;
import dev.cachewright.ui.fx.Background;
import dev.cachewright.ui.fx.Views;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class WhyViewTest {

    private static final Instant AT = Instant.parse("2026-11-23T09:41:00Z");
    private static final Prompt PROMPT = SamplePrompt.prompt();

    private final List<String> shown = new ArrayList<>();
    private final WhyViewModel model = new WhyViewModel(new Background(Runnable::run, Runnable::run),
            new PromptBlocks() {
                @Override
                public UnaryOperator<String> names() {
                    return id -> PROMPT.block(id).orElseThrow().name();
                }

                @Override
                public boolean has(String id) {
                    return PROMPT.block(id).isPresent();
                }

                @Override
                public void show(String id, int offset) {
                    shown.add(id + " " + offset);
                }
            });

    private static Sent sent(int number, Prompt prompt) {
        Destination destination = Simulators.ANALYST.destination(prompt.settings().model());
        RequestBody body = RequestBodyWriter.write(destination.requests()
                .of(Renderer.render(prompt, new Row(Map.of("question", "Where is my parcel?", "orders", "A-1042")))),
                false);
        return new Sent(number, () -> new Explainer.Side(body.json(), body.blocks(),
                destination));
    }

    private static Prompt edited() {
        return PROMPT.with("policy", block -> block.withText(block.text().replaceFirst("Outfitters", "Outfitter’s")));
    }

    private void ask(Prompt earlier, Prompt later) {
        model.watchedProperty().set(true);
        model.ask(new Question(sent(8, later), List.of(sent(6, later), sent(7, earlier)), 1,
                Optional.of(new Diagnosis("cache_miss", "input_changed")), AT));
    }

    @Test
    void nothingIsExplainedBeforeItIsLookedAt() {
        model.ask(new Question(new Sent(2, () -> {
            throw new AssertionError("not yet");
        }), List.of(sent(1, PROMPT)), 0, Optional.empty(), AT));

        assertThat(model.answerProperty().get()).isEmpty();
    }

    @Test
    void thePlaceIsShownInTheEditor() {
        ask(PROMPT, edited());
        model.showInEditor();

        assertThat(model.isReachable()).isTrue();
        assertThat(shown).hasSize(1).first().asString().startsWith("policy ");
        assertThat(model.answerProperty().get().orElseThrow().sentence()).startsWith("Call 8 left call 7 at token ")
                .contains("Outfitter’s instead of Outfitters");
        assertThat(model.answerProperty().get().orElseThrow().notes()).isEqualTo(
                "The provider says the same: cache_miss, input_changed.");
    }

    @Test
    void anotherCallIsComparedWhereItIsChosen() {
        ask(PROMPT, edited());
        model.chosenProperty().set(0);

        assertThat(model.answerProperty().get().orElseThrow().sentence()).isEqualTo(
                "Call 8 sends the same prompt as call 6.");
        assertThat(model.isReachable()).isFalse();
    }

    @Test
    void aDifferenceThatIsIgnoredIsNoneAnyMore() {
        ask(PROMPT, PROMPT.with("policy", block -> block.withText(block.text().replace("\n", "  \n"))));
        Toggle whiteSpace = model.toggles().getFirst();

        assertThat(whiteSpace.form()).isEqualTo(Normalising.WHITE_SPACE);
        assertThat(whiteSpace.effectProperty().get()).contains("they are the same");
        whiteSpace.onProperty().set(true);
        assertThat(model.answerProperty().get().orElseThrow().sentence()).isEqualTo(
                "Call 8 sends the same prompt as call 7.");
        assertThat(model.answerProperty().get().orElseThrow().notes()).startsWith("Ignored: line ends");
    }

    @Test
    void tokensHaveTheirIdsWhereTheseAreAskedFor() {
        ask(PROMPT, edited());
        String without = model.getTokens();
        model.withIdsProperty().set(true);

        assertThat(without).doesNotContainPattern("\\d");
        assertThat(model.getTokens()).containsPattern("]\\d+");
    }

    @Test
    void aBodyThatIsNoRequestIsAProblemInWords() {
        model.watchedProperty().set(true);
        model.ask(new Question(new Sent(2, () -> new Explainer.Side("[]", List.of(),
                Simulators.ANALYST.destination("gpt-5.4"))), List.of(sent(1, PROMPT)), 0, Optional.empty(), AT));

        assertThat(model.getProblem()).startsWith("These requests cannot be compared: ");
        assertThat(model.answerProperty().get()).isEmpty();
    }

    @Test
    void bothRequestsLookAsBeforeWideAndNarrow() {
        ask(PROMPT, edited());
        Snapshots.check("why", 960, 640, () -> Views.load(new WhyView(model)).root());
    }

    @Test
    void theyStandBelowEachOtherWhereItIsNarrow() {
        ask(PROMPT, edited());
        Snapshots.check("why-narrow", 380, 760, () -> Views.load(new WhyView(model)).root());
    }

    @Test
    void theTextsAreAtThePlaceWhereTheyPart() {
        ask(PROMPT, edited());
        FxToolkit.run(() -> {
            PaneText later = model.answerProperty().get().orElseThrow().later();
            assertThat(later.text().substring(later.focus())).startsWith("Outfitter’s");
        });
    }
}
