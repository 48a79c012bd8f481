package dev.cachewright.ui.layouts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.format.file.PromptFile;
import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.Values;
import dev.cachewright.prompt.template.Partials;
import dev.cachewright.prompt.text.LineDifference.Change;
import dev.cachewright.store.PromptDocument;
import dev.cachewright.store.PromptDocuments;
import dev.cachewright.ui.SamplePrompt;
import dev.cachewright.ui.workspace.PromptModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LayoutsViewModelTest {

    private final LayoutsFixture layouts = new LayoutsFixture();

    private static List<String> names(LayoutsViewModel model) {
        return model.rows().stream().map(LayoutRow::name).toList();
    }

    private static PromptDocument file(String name, Prompt prompt) {
        return PromptDocument.untitled(name, PromptFile.empty(), prompt, Values.none());
    }

    private static void choose(LayoutsViewModel model, int index) {
        model.choose(Optional.of(model.rows().get(index)));
    }

    @Test
    void saysWhatToDoWhileThereIsNothingToCompare() {
        LayoutsViewModel model = layouts.model();
        assertThat(model.getHint()).startsWith("Open a prompt first");

        layouts.openSample();
        assertThat(model.getHint()).startsWith("Keep the prompt as a variant");
        assertThat(model.rows()).isEmpty();

        model.keep();
        assertThat(model.getHint()).isEmpty();
        assertThat(model.getSaid()).startsWith("The prompt is kept as Variant 1.");
    }

    @Test
    void theFirstRowFollowsEachEditAndTheVariantStays() {
        LayoutsViewModel model = layouts.openSample().model();
        model.keep();
        String before = model.rows().get(0).tokens();
        assertThat(model.rows().get(1).tokens()).isEqualTo(before);
        assertThat(model.rows().get(1).difference()).isEqualTo("$0");

        layouts.edit(layouts.prompt().with("policy", block -> block.withText(SamplePrompt.policy(10))));

        assertThat(names(model)).containsExactly("support-agent.prompt (open)", "Variant 1");
        assertThat(model.rows().get(0).tokens()).isNotEqualTo(before);
        assertThat(model.rows().get(1).tokens()).isEqualTo(before);
    }

    @Test
    void eachLayoutIsForecastOverTheRowsAndSetAgainstTheFirst() {
        LayoutsViewModel model = layouts.mended();

        LayoutRow mended = model.rows().get(0);
        LayoutRow before = model.rows().get(1);
        assertThat(mended.prefix()).isEqualTo("≈ 1,463");
        assertThat(before.prefix()).isEqualTo("143");
        assertThat(before.hitRate()).isEqualTo("81.1%");
        assertThat(mended.difference()).isEmpty();
        assertThat(before.difference()).isEqualTo("≈ +$0.0064");
        assertThat(model.getNote()).startsWith("Forecast of 24 calls, one for each row, from a cold cache on");
    }

    @Test
    void theChosenLayoutSaysWhereItPartsFromTheFirst() {
        LayoutsViewModel model = layouts.mended();

        assertThat(model.difference().getTitle()).isEqualTo("Variant 1 beside support-agent.prompt (open)");
        assertThat(model.difference().getWords()).startsWith("Variant 1 left support-agent.prompt (open) at token ")
                .endsWith("2 lines were removed, 2 added.");
        assertThat(model.difference().lines()).extracting(line -> line.change()).contains(Change.REMOVED,
                Change.ADDED);

        choose(model, 0);
        assertThat(model.difference().getWords()).startsWith("This is the prompt as it is in the editor.");
        assertThat(model.difference().lines()).isEmpty();
    }

    @Test
    void whatIsNotKnownIsADashAndWhatIsEstimatedIsSigned() {
        LayoutsViewModel model = layouts.open(SamplePrompt.prompt("mistral-nobody"), SamplePrompt.values()).model();
        model.keep();

        LayoutRow row = model.rows().get(1);
        assertThat(row.tokens()).startsWith("≈ ");
        assertThat(List.of(row.hitRate(), row.cost(), row.difference())).containsOnly("–");
    }

    @Test
    void aLayoutThatCannotBeCountedIsSaidAndKeepsTheOthers() {
        LayoutsViewModel model = layouts.openSample().model();
        layouts.variants.addFile(file("broken.prompt", SamplePrompt.prompt().with("policy",
                block -> block.withText("{{#each orders}}"))));

        assertThat(model.rows().get(1).tokens()).isEqualTo("–");
        assertThat(model.rows().get(0).tokens()).isNotEqualTo("–");
        assertThat(model.getNote()).contains("broken.prompt is not counted: ");
        assertThat(model.difference().getWords()).startsWith("This layout or the first is not counted");
    }

    @Test
    void aVariantGetsANameThatNoOtherHas() {
        LayoutsViewModel model = layouts.mended();
        layouts.variants.addFile(file("a.prompt", SamplePrompt.prompt("gpt-4o")));
        layouts.variants.addFile(file("a.prompt", SamplePrompt.prompt("gpt-4.1")));
        assertThat(names(model)).endsWith("Variant 1", "a.prompt", "a.prompt (2)");

        model.nameProperty().set(" short ");
        model.rename();
        assertThat(names(model)).endsWith("a.prompt", "short");
        assertThat(model.nameProperty().get()).isEqualTo("short");

        model.nameProperty().set("a.prompt");
        model.rename();
        assertThat(model.getSaid()).isEqualTo("Another layout is called a.prompt. Choose another name.");
        assertThat(names(model)).endsWith("a.prompt", "short");
        assertThat(model.nameProperty().get()).isEqualTo("short");
    }

    @Test
    void thePromptIsNotKeptTwice() {
        LayoutsViewModel model = layouts.openSample().model();
        model.keep();
        model.keep();

        assertThat(layouts.variants.all()).hasSize(1);
        assertThat(model.getSaid()).isEqualTo("The prompt was kept before: as Variant 1.");
    }

    @Test
    void usingALayoutIsOneEditThatCanBeUndoneAndKeepsWhatWasThere() {
        LayoutsViewModel model = layouts.mended();
        Prompt mended = layouts.prompt();
        Prompt before = layouts.variants.all().getFirst().prompt();

        model.use();

        assertThat(layouts.prompt()).isEqualTo(before);
        assertThat(layouts.variants.all()).extracting(Variant::prompt).containsExactly(before, mended);
        assertThat(model.getSaid()).isEqualTo("Variant 1 is in the editor now. Save writes it into "
                + "support-agent.prompt; Undo brings back what was there before, which is also kept here as Variant 2.");

        layouts.fixture.workspace().prompt().undo();
        assertThat(layouts.prompt()).isEqualTo(mended);
    }

    @Test
    void savingAUsedVariantWritesTheFileThatItWasKeptFrom(@TempDir Path folder) throws IOException {
        String text = "---\nmodel: gpt-5.4 # ours\n---\n{{role \"system\"}}\nBe brief.\n{{role \"user\"}}\n{{ask}}\n";
        Path file = Files.writeString(folder.resolve("a.prompt"), text);
        var documents = new PromptDocuments();
        PromptModel open = layouts.fixture.workspace().prompt();
        open.open(documents.open(file));
        LayoutsViewModel model = layouts.model();
        model.keep();
        layouts.edit(layouts.prompt().withBlocks(layouts.prompt().blocks().reversed()));
        open.markSaved(documents.save(open.getDocument().orElseThrow(), layouts.prompt(), file));
        assertThat(file).content().isNotEqualTo(text);

        model.use();
        assertThat(open.isDirty()).isTrue();
        open.markSaved(documents.save(open.getDocument().orElseThrow(), layouts.prompt(), file));

        assertThat(file).content().isEqualTo(text);
        assertThat(layouts.variants.all()).hasSize(2);
    }

    @Test
    void aLayoutWithOtherPartialsIsNotPutIntoTheEditor() {
        LayoutsViewModel model = layouts.openSample().model();
        Prompt before = layouts.prompt();
        Prompt other = before.withBlocks(before.blocks().stream().map(each -> withPartials(each)).toList());
        layouts.variants.addFile(file("other.prompt", other));

        model.use();

        assertThat(layouts.prompt()).isEqualTo(before);
        assertThat(model.getSaid()).startsWith("other.prompt was left where it is");
    }

    private static Block withPartials(Block block) {
        return block.withPartials(Partials.of(Map.of("style", "Be kind.")));
    }

    @Test
    void aVariantIsRemoved() {
        LayoutsViewModel model = layouts.mended();
        layouts.variants.addFile(file("a.prompt", SamplePrompt.prompt("gpt-4o")));
        choose(model, 1);

        model.remove();

        assertThat(names(model)).containsExactly("support-agent.prompt (open)", "a.prompt");
        assertThat(model.chosenProperty().get().map(LayoutRow::name)).contains("a.prompt");
        assertThat(model.getSaid()).isEqualTo("Variant 1 was removed.");
    }

    @Test
    void variantsLiveWithTheOpenPromptAndOutliveTheirWindow() {
        layouts.mended().close();
        LayoutsViewModel again = layouts.model();
        assertThat(names(again)).containsExactly("support-agent.prompt (open)", "Variant 1");

        layouts.openSample();
        assertThat(layouts.variants.all()).isEmpty();
        assertThat(again.rows()).isEmpty();
        assertThat(again.getHint()).startsWith("Keep the prompt as a variant");
    }

    @Test
    void variablesWithoutAValueAreSaid() {
        LayoutsViewModel model = layouts.openSample().model();
        layouts.variants.addFile(file("a.prompt", SamplePrompt.prompt().with("question",
                block -> block.withText("{{customer}}: {{wish}}"))));

        assertThat(model.getNote())
                .contains("a.prompt has variables without a value in some row, which are sent empty: wish.");
    }
}
