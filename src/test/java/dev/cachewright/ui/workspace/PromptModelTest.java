package dev.cachewright.ui.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.format.file.PromptFile;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.Row;
import dev.cachewright.prompt.Values;
import dev.cachewright.store.PromptDocument;
import dev.cachewright.ui.SamplePrompt;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PromptModelTest {

    private static final PromptDocument SAMPLE = document(SamplePrompt.prompt(), SamplePrompt.values());
    private static final Values OTHER = new Values("other.csv", List.of("tier"), List.of(new Row(Map.of("tier",
            "bronze"))));

    private final PromptModel model = new PromptModel();

    private static PromptDocument document(Prompt prompt, Values values) {
        return PromptDocument.untitled("support.prompt", PromptFile.empty(), prompt, values);
    }

    private Prompt typed(String text) {
        return model.getPrompt().with("policy", block -> block.withText(text));
    }

    private void type(String text) {
        model.edit(typed(text), "typing policy");
    }

    private String policy() {
        return model.getPrompt().block("policy").orElseThrow().text();
    }

    private List<Boolean> flags() {
        return List.of(model.isDirty(), model.undoableProperty().get(), model.redoableProperty().get());
    }

    @Test
    void atFirstNothingIsOpen() {
        assertThat(model.getDraft()).isEqualTo(Draft.NOTHING);
        assertThat(flags()).containsExactly(false, false, false);
    }

    @Test
    void whatIsOpenedIsShownFromItsFirstRow() {
        model.open(SAMPLE);

        assertThat(model.getDraft())
                .isEqualTo(new Draft(Optional.of(SAMPLE), SAMPLE.opened(), SAMPLE.values(), 0, Optional.empty()));
        assertThat(flags()).containsExactly(false, false, false);
    }

    @Test
    void anEditIsUnsavedAndCanBeUndone() {
        model.open(SAMPLE);
        type("Be brief.");

        assertThat(flags()).containsExactly(true, true, false);
        model.undo();
        assertThat(model.getPrompt()).isEqualTo(SAMPLE.opened());
        assertThat(flags()).containsExactly(false, false, true);
        model.redo();
        assertThat(policy()).isEqualTo("Be brief.");
        assertThat(flags()).containsExactly(true, true, false);
    }

    @Test
    void theSamePromptIsNoEdit() {
        model.open(SAMPLE);
        model.edit(SamplePrompt.prompt());

        assertThat(flags()).containsExactly(false, false, false);
    }

    @Test
    void anEditBackByHandIsSavedAndCanBeUndone() {
        model.open(SAMPLE);
        String before = policy();
        model.edit(typed("Be brief."));
        model.edit(typed(before));

        assertThat(flags()).containsExactly(false, true, false);
    }

    @Test
    void lettersOfAWordAreUndoneTogether() {
        model.open(SAMPLE);
        type("B");
        type("Be");
        type("Be brief.");

        model.undo();

        assertThat(model.getPrompt()).isEqualTo(SAMPLE.opened());
    }

    @Test
    void undoingNothingChangesNothing() {
        model.open(SAMPLE);
        model.undo();
        model.redo();

        assertThat(model.getDraft()).isEqualTo(Draft.of(SAMPLE));
    }

    @Test
    void whatIsSavedIsCleanAndCanStillBeUndone() {
        model.open(SAMPLE);
        type("Be brief.");
        model.markSaved(document(model.getPrompt(), model.getValues()));

        assertThat(flags()).containsExactly(false, true, false);
        model.undo();
        assertThat(flags()).containsExactly(true, false, true);
    }

    @Test
    void typingBehindASaveIsAStepOfItsOwn() {
        model.open(SAMPLE);
        type("Be brief.");
        model.markSaved(document(model.getPrompt(), model.getValues()));
        type("Be brief. Be kind.");

        model.undo();

        assertThat(policy()).isEqualTo("Be brief.");
        assertThat(model.isDirty()).isFalse();
    }

    @Test
    void anotherDataSetIsUnsavedAndShownFromItsFirstRow() {
        model.open(SAMPLE);
        model.showRow(5);
        model.useValues(OTHER);

        assertThat(model.getValues()).isEqualTo(OTHER);
        assertThat(model.getRow()).isZero();
        assertThat(model.getDocument().map(PromptDocument::values)).contains(OTHER);
        assertThat(flags()).containsExactly(true, false, false);
    }

    @Test
    void anotherRowIsNoEdit() {
        model.open(SAMPLE);
        model.showRow(7);

        assertThat(model.getRow()).isEqualTo(7);
        assertThat(flags()).containsExactly(false, false, false);
    }

    @Test
    void undoLeavesTheRowThatIsShown() {
        model.open(SAMPLE);
        type("Be brief.");
        model.showRow(3);

        model.undo();

        assertThat(model.getRow()).isEqualTo(3);
    }

    @Test
    void anotherDocumentForgetsTheEditsOfTheOneBefore() {
        model.open(SAMPLE);
        type("Be brief.");
        model.open(document(SamplePrompt.prompt("gpt-4o"), Values.none()));

        assertThat(flags()).containsExactly(false, false, false);
        assertThat(model.getValues()).isEqualTo(Values.none());
    }

    @Test
    void nothingIsLeftOfWhatIsClosed() {
        model.open(SAMPLE);
        type("Be brief.");
        model.close();

        assertThat(model.getDraft()).isEqualTo(Draft.NOTHING);
        assertThat(flags()).containsExactly(false, false, false);
    }

    @Test
    void whoeverHearsOfOnePartSeesTheOthersOfTheSameMoment() {
        var seen = new ArrayList<Draft>();
        model.promptProperty().subscribe((before, now) -> seen.add(model.getDraft()));
        model.valuesProperty().subscribe((before, now) -> seen.add(model.getDraft()));
        model.documentProperty().subscribe((before, now) -> seen.add(model.getDraft()));

        model.open(SAMPLE);

        assertThat(seen).hasSize(3).containsOnly(Draft.of(SAMPLE));
    }

    @Test
    void thePropertiesOfThePartsAreThoseOfTheDraft() {
        model.open(SAMPLE);
        type("Be brief.");
        model.showRow(2);

        assertThat(new Draft(model.documentProperty().get(), model.promptProperty().get(), model.valuesProperty().get(),
                model.rowProperty().get(), Optional.empty())).isEqualTo(model.getDraft());
    }

    @Test
    void theDraftIsToldOnceForEachStep() {
        var drafts = new ArrayList<Draft>();
        model.draftProperty().subscribe(draft -> drafts.add(draft));
        model.open(SAMPLE);
        model.showRow(1);
        model.showRow(1);
        type("Be brief.");

        assertThat(drafts).hasSize(4).doesNotHaveDuplicates();
    }
}
