package dev.cachewright.ui.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.format.body.RequestBodyWriter;
import dev.cachewright.format.record.SessionLines;
import dev.cachewright.prompt.Api;
import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.Kind;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.Role;
import dev.cachewright.prompt.Row;
import dev.cachewright.prompt.Values;
import dev.cachewright.session.Call;
import dev.cachewright.session.Session;
import dev.cachewright.store.PromptDocument;
import dev.cachewright.store.PromptDocuments;
import dev.cachewright.ui.FakeDialogs;
import dev.cachewright.ui.SampleCalls;
import dev.cachewright.ui.WorkspaceFixture;
import dev.cachewright.ui.workspace.PromptModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentActionsTest {

    private static final String PROMPT = """
            ---
            model: openai/gpt-4o
            ---
            {{role "system"}}
            {{! @block id=policy kind=static }}
            Be kind.
            {{role "user"}}
            {{! @block id=question kind=dynamic }}
            {{question}}
            """;
    private static final String BODY = "{\"model\": \"gpt-4o\", \"messages\": [{\"role\": \"user\", \"content\": \"Hi\"}]}";

    @TempDir
    private Path folder;

    private final WorkspaceFixture fixture = new WorkspaceFixture();
    private final PromptModel prompt = fixture.workspace().prompt();
    private final FakeDialogs dialogs = new FakeDialogs();
    private final DocumentActions actions = new DocumentActions(fixture.workspace(), new PromptDocuments(),
            fixture.background(), dialogs);
    private Path file;

    @BeforeEach
    void writeFile() throws IOException {
        file = Files.writeString(folder.resolve("support.prompt"), PROMPT);
    }

    private void type(String text) {
        prompt.edit(prompt.getPrompt().with("policy", block -> block.withText(text)));
    }

    private String name() {
        return prompt.getDocument().map(PromptDocument::name).orElse("");
    }

    private List<Path> recent() {
        return fixture.workspace().preferences().get().recentFiles();
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    @Test
    void aFileIsOpenedAndRemembered() {
        actions.open(file);

        assertThat(prompt.getPrompt().blocks()).containsExactly(
                Block.of("policy", Role.SYSTEM, Kind.STATIC, "Be kind.\n"),
                Block.of("question", Role.USER, Kind.DYNAMIC, "{{question}}"));
        assertThat(name()).isEqualTo("support.prompt");
        assertThat(recent()).containsExactly(file);
        assertThat(prompt.isDirty()).isFalse();
    }

    @Test
    void theFileThatIsChosenIsOpened() {
        dialogs.openFrom(file);

        actions.open();

        assertThat(name()).isEqualTo("support.prompt");
    }

    @Test
    void whoeverChoosesNothingOpensNothing() {
        actions.open();

        assertThat(prompt.getDocument()).isEmpty();
        assertThat(dialogs.errors()).isEmpty();
    }

    @Test
    void theLatestFileIsTheFirstOfTheRecentOnes() throws IOException {
        Path other = write("other.prompt", PROMPT);
        actions.open(file);
        actions.open(other);
        actions.open(file);

        assertThat(recent()).containsExactly(file, other);
    }

    @Test
    void aFileThatIsGoneIsNoRecentFileAnyMore() throws IOException {
        actions.open(file);
        prompt.close();
        Files.delete(file);

        actions.open(file);

        assertThat(recent()).isEmpty();
        assertThat(dialogs.errors()).containsExactly(file + ": There is no such file.");
    }

    @Test
    void aRequestBodyBecomesAPromptWithoutAFile() throws IOException {
        Path body = write("call.json", BODY);
        actions.open(body);

        assertThat(name()).isEqualTo("call.prompt");
        assertThat(prompt.getDocument().flatMap(PromptDocument::path)).isEmpty();
        assertThat(recent()).containsExactly(body);
    }

    @Test
    void aBodyFromTheClipboardIsImported() {
        actions.importText(BODY);

        assertThat(prompt.getPrompt().blocks()).extracting(Block::text).containsExactly("Hi");
        assertThat(name()).isEqualTo("pasted.prompt");
    }

    @Test
    void aCommandOfCurlFromTheClipboardIsOpened() {
        actions.importText("curl https://h/v1/chat/completions -H 'Authorization: Bearer k' -d '" + BODY + "'");

        assertThat(prompt.getPrompt().blocks()).extracting(Block::text).containsExactly("Hi");
        assertThat(prompt.getDocument().orElseThrow().notes()).isNotEmpty();
    }

    @Test
    void plainTextFromTheClipboardIsOneMessage() {
        actions.importText("Say hello");

        assertThat(prompt.getPrompt().blocks()).extracting(Block::text).containsExactly("Say hello");
        assertThat(prompt.getDocument().orElseThrow().notes().getFirst()).startsWith("Taken as plain text");
    }

    @Test
    void aNewPromptHasInstructionsAndAQuestion() {
        actions.startNew();

        assertThat(prompt.getPrompt().blocks()).extracting(Block::id).containsExactly("instructions", "question");
        assertThat(prompt.getPrompt().settings().api()).isEqualTo(Api.CHAT);
        assertThat(prompt.isDirty()).isFalse();
    }

    @Test
    void aNewPromptKeepsTheModelOfTheOneBefore() {
        actions.open(file);

        actions.startNew();

        assertThat(prompt.getPrompt().settings().model()).isEqualTo("gpt-4o");
    }

    @Test
    void aSampleIsOpenedWithItsValues() {
        actions.openSample("support-agent");

        assertThat(name()).isEqualTo("support-agent.prompt");
        assertThat(prompt.getValues().rows()).hasSize(24);
        assertThat(recent()).isEmpty();
    }

    @Test
    void anotherPromptBeginsAnotherSession() {
        actions.open(file);
        fixture.workspace().runs().send();

        actions.openSample("support-agent");

        assertThat(fixture.workspace().session().getSession().calls()).isEmpty();
    }

    @Test
    void aPromptThatIsOpenedAgainGoesOnInItsSession() {
        actions.open(file);
        fixture.workspace().runs().send();
        prompt.close();

        actions.open(file);

        assertThat(fixture.workspace().session().getSession().calls()).hasSize(1);
    }

    @Test
    void whatIsSavedIsOnDiskAndClean() {
        actions.open(file);
        type("Be brief.\n");

        actions.save();

        assertThat(file).content().isEqualTo(PROMPT.replace("Be kind.", "Be brief."));
        assertThat(prompt.isDirty()).isFalse();
        assertThat(dialogs.questions()).isEmpty();
    }

    @Test
    void aPromptWithoutAFileIsSavedWhereTheUserSays() {
        actions.openSample("support-agent");
        dialogs.saveTo(folder.resolve("mine.prompt"));

        actions.save();

        assertThat(name()).isEqualTo("mine.prompt");
        assertThat(recent()).containsExactly(folder.resolve("mine.prompt"));
        assertThat(folder.resolve("support-cases.csv")).exists();
    }

    @Test
    void aNameWithoutASuffixGetsOne() {
        actions.open(file);
        dialogs.saveTo(folder.resolve("copy"));

        actions.saveAs();

        assertThat(folder.resolve("copy.prompt")).hasContent(PROMPT);
        assertThat(name()).isEqualTo("copy.prompt");
    }

    @Test
    void aSuffixOfTheUsersOwnIsKept() {
        actions.open(file);
        dialogs.saveTo(folder.resolve("copy.txt"));

        actions.saveAs();

        assertThat(folder.resolve("copy.txt")).hasContent(PROMPT);
    }

    @Test
    void savingNothingAsksNothing() {
        actions.save();
        actions.saveAs();

        assertThat(dialogs.errors()).isEmpty();
        assertThat(dialogs.questions()).isEmpty();
    }

    @Test
    void dialogsBeginBesideTheOpenedFile(@TempDir Path elsewhere) throws IOException {
        actions.open(Files.writeString(elsewhere.resolve("other.prompt"), PROMPT));
        actions.open(write("call.json", BODY));
        actions.open();
        actions.saveAs();
        actions.loadValues();
        actions.sessions().exportShown();
        assertThat(dialogs.folders()).containsExactly(folder, folder, folder, folder);

        actions.openSample("support-agent");
        actions.open();
        assertThat(dialogs.folders()).endsWith(folder);
    }

    @Test
    void aPromptThatIsSavedAsJsonIsWrittenAsItsRequestAndStaysUnsaved() throws IOException {
        actions.open(file);
        type("Be brief.\n");
        Path body = folder.resolve("request.json");
        dialogs.saveTo(body);

        actions.saveAs();

        assertThat(body).content().isEqualTo(RequestBodyWriter.write(fixture.workspace().analysis().sent(), true)
                .json()).contains("Be brief.");
        assertThat(prompt.isDirty()).isTrue();
        assertThat(name()).isEqualTo("support.prompt");
        assertThat(dialogs.errors()).containsExactly("It does not hold the blocks of support.prompt, their names or "
                + "variables. To keep these too, save the prompt as a .prompt file.");
    }

    @Test
    void aPromptThatIsSavedForPromptyStaysUnsaved() throws IOException {
        actions.open(file);
        type("Be brief.\n");
        Path other = folder.resolve("support.prompty");
        dialogs.saveTo(other);

        actions.saveAs();

        assertThat(other).content().startsWith("---\nname: \"support\"\n").contains("\nsystem:\nBe brief.\n");
        assertThat(prompt.isDirty()).isTrue();
        assertThat(dialogs.errors()).containsExactly("To keep all of support.prompt, save it as a .prompt file, too.");
    }

    @Test
    void aRequestBodyIsSavedAsOne() throws IOException {
        Path body = write("call.json", BODY);
        actions.open(body);
        prompt.edit(prompt.getPrompt().with("user", block -> block.withText("Hello")));
        dialogs.saveTo(body);

        actions.saveAs();

        assertThat(body).content().contains("\"content\": \"Hello\"");
        assertThat(prompt.isDirty()).isFalse();
        assertThat(dialogs.errors()).isEmpty();
        assertThat(fixture.workspace().prompt().getDocument().flatMap(PromptDocument::origin)).contains(body);
    }

    @Test
    void aPromptWithoutBlocksCannotBeSavedAsJson() {
        actions.startNew();
        prompt.edit(prompt.getPrompt().withBlocks(List.of()));
        Path body = folder.resolve("request.json");
        dialogs.saveTo(body);

        actions.saveAs();

        assertThat(dialogs.errors()).containsExactly(
                "There is no request to write: the prompt is empty. Add a block and write a text into it.");
        assertThat(body).doesNotExist();
    }

    @Test
    void aFileThatOthersChangedIsNotOverwrittenWithoutAsking() throws IOException {
        actions.open(file);
        type("Be brief.\n");
        Files.writeString(file, "theirs");

        actions.save();

        assertThat(dialogs.questions()).containsExactly("overwrite support.prompt");
        assertThat(file).hasContent("theirs");
        assertThat(prompt.isDirty()).isTrue();
    }

    @Test
    void aFileThatOthersChangedIsOverwrittenWhereTheUserSaysSo() throws IOException {
        actions.open(file);
        type("Be brief.\n");
        Files.writeString(file, "theirs");
        dialogs.overwrite();

        actions.save();

        assertThat(file).content().contains("Be brief.");
        assertThat(prompt.isDirty()).isFalse();
    }

    @Test
    void aFileThatIsGoneIsWrittenAgain() throws IOException {
        actions.open(file);
        type("Be brief.\n");
        Files.delete(file);

        actions.save();

        assertThat(dialogs.questions()).isEmpty();
        assertThat(file).content().contains("Be brief.");
    }

    @Test
    void aFileThatCannotBeWrittenSaysSoAndStaysUnsaved() throws IOException {
        actions.open(file);
        type("Be brief.\n");
        dialogs.saveTo(Files.createDirectory(folder.resolve("taken.prompt")));
        write("taken.prompt/inside", "x");

        actions.saveAs();

        assertThat(dialogs.errors()).singleElement().asString().contains("The file cannot be written: ");
        assertThat(prompt.isDirty()).isTrue();
        assertThat(name()).isEqualTo("support.prompt");
    }

    @Test
    void unsavedWorkIsAskedForBeforeAnotherPromptIsOpened() throws IOException {
        actions.open(file);
        type("Be brief.\n");
        dialogs.answerUnsaved(Dialogs.Unsaved.CANCEL);

        actions.open(write("other.prompt", PROMPT));

        assertThat(dialogs.questions()).containsExactly("unsaved support.prompt");
        assertThat(name()).isEqualTo("support.prompt");
        assertThat(prompt.isDirty()).isTrue();
    }

    @Test
    void unsavedWorkIsSavedFirstWhereTheUserSaysSo() throws IOException {
        actions.open(file);
        type("Be brief.\n");
        dialogs.answerUnsaved(Dialogs.Unsaved.SAVE);

        actions.open(write("other.prompt", PROMPT));

        assertThat(file).content().contains("Be brief.");
        assertThat(name()).isEqualTo("other.prompt");
    }

    @Test
    void unsavedWorkIsGivenUpWhereTheUserSaysSo() {
        actions.open(file);
        type("Be brief.\n");

        actions.close();

        assertThat(prompt.getDocument()).isEmpty();
        assertThat(file).hasContent(PROMPT);
    }

    @Test
    void unsavedWorkThatCannotBeSavedIsNotLeft() throws IOException {
        actions.open(file);
        type("Be brief.\n");
        Files.writeString(file, "theirs");
        dialogs.answerUnsaved(Dialogs.Unsaved.SAVE);

        actions.close();

        assertThat(name()).isEqualTo("support.prompt");
        assertThat(prompt.isDirty()).isTrue();
    }

    @Test
    void nothingIsAskedWhereNothingIsUnsaved() {
        var done = new ArrayList<String>();
        actions.open(file);

        actions.afterUnsaved(() -> done.add("done"));

        assertThat(done).containsExactly("done");
        assertThat(dialogs.questions()).isEmpty();
    }

    @Test
    void valuesBesideThePromptAreNamedByTheirName() throws IOException {
        actions.open(file);
        dialogs.openFrom(write("cases.csv", "question\nWhy?\nHow?\n"));

        actions.loadValues();

        assertThat(prompt.getValues()).isEqualTo(new Values("cases.csv", List.of("question"),
                List.of(new Row(Map.of("question", "Why?")), new Row(Map.of("question", "How?")))));
        assertThat(prompt.isDirty()).isTrue();
        actions.save();
        assertThat(file).content().contains("cachewright.values: cases.csv");
    }

    @Test
    void valuesElsewhereAreNamedByTheirPath(@TempDir Path elsewhere) throws IOException {
        actions.open(file);
        dialogs.openFrom(Files.writeString(elsewhere.resolve("cases.csv"), "question\nWhy?\n"));

        actions.loadValues();

        assertThat(prompt.getValues().name()).isEqualTo(elsewhere.resolve("cases.csv").toString());
    }

    @Test
    void aPromptThatIsDroppedIsOpened() throws IOException {
        actions.drop(List.of(file, write("other.prompt", PROMPT)));

        assertThat(name()).isEqualTo("support.prompt");
    }

    @Test
    void valuesThatAreDroppedAreTakenIntoUse() throws IOException {
        actions.open(file);
        for (String each : List.of("cases.csv", "CASES.CSV", "Cases.Csv")) {
            actions.drop(List.of(write(each, "question\n" + each + "\n")));

            assertThat(name()).isEqualTo("support.prompt");
            assertThat(prompt.getValues().rows()).containsExactly(new Row(Map.of("question", each)));
        }
    }

    @Test
    void linesOfJsonThatAreDroppedAreValues() throws IOException {
        actions.open(file);

        actions.drop(List.of(write("cases.jsonl", "{\"question\": \"Why?\"}\n{\"question\": \"How?\"}\n")));
        assertThat(prompt.getValues().rows()).hasSize(2);
        actions.drop(List.of(write("cases.ndjson", "{\"question\": \"Why?\"}\n")));
        assertThat(prompt.getValues().rows()).hasSize(1);
    }

    @Test
    void logsAreHandedOnTogetherAndAllElseIsOpened() throws IOException {
        var read = new ArrayList<Path>();
        actions.logs().lead((place, _) -> place.toString().contains("log"), read::addAll);
        Path first = write("log-1.jsonl", "{}\n");
        Path second = write("log-2.gz", "{}\n");

        actions.drop(List.of(first, second));
        actions.open(first);
        assertThat(read).containsExactly(first, second, first);
        assertThat(prompt.getDocument()).isEmpty();

        actions.open(file);
        actions.drop(List.of(write("cases.jsonl", "{\"question\": \"Why?\"}\n")));
        assertThat(name()).isEqualTo("support.prompt");
        assertThat(prompt.getValues().rows()).hasSize(1);
        assertThat(read).hasSize(3);
    }

    @Test
    void nothingThatIsDroppedOpensNothing() {
        actions.drop(List.of());

        assertThat(prompt.getDocument()).isEmpty();
    }

    @Test
    void aCopyOfTheSessionIsItsCallsAndLeavesNothingUnkept() throws IOException {
        fixture.fillDisk().openSample().workspace().runs().send();
        Session session = fixture.workspace().session().getSession();
        dialogs.saveTo(folder.resolve("copy.jsonl"));

        actions.sessions().exportShown();

        assertThat(Files.readAllLines(folder.resolve("copy.jsonl"))).hasSize(1)
                .map(line -> SessionLines.read(line).call().measurement())
                .isEqualTo(session.calls().stream().map(Call::measurement).toList());
        assertThat(fixture.workspace().session().unkeptProperty().get()).isEmpty();
    }

    @Test
    void aCopyThatCannotBeWrittenLeavesWhatIsUnkept() throws IOException {
        fixture.fillDisk().openSample().workspace().runs().send();
        dialogs.saveTo(Files.createDirectory(folder.resolve("taken")));
        write("taken/inside", "x");

        actions.sessions().exportShown();

        assertThat(fixture.workspace().session().unkeptProperty().get()).isPresent();
        assertThat(dialogs.errors()).hasSize(1);
    }

    @Test
    void figuresOfTheSessionAreNoCopyOfIt() throws IOException {
        fixture.fillDisk().openSample().workspace().runs().send();
        dialogs.saveTo(folder.resolve("copy.csv"));

        actions.sessions().exportShown();

        assertThat(folder.resolve("copy.csv")).content().startsWith("number,time,").hasLineCount(2);
        assertThat(fixture.workspace().session().unkeptProperty().get()).isPresent();
    }

    @Test
    void aSessionIsNotWrittenInAFormThatNobodyNamed() {
        fixture.openSample().workspace().runs().send();
        dialogs.saveTo(folder.resolve("copy.txt"));

        actions.sessions().exportShown();

        assertThat(folder.resolve("copy.txt")).doesNotExist();
        assertThat(dialogs.errors()).hasSize(1).first().asString().contains(".jsonl", ".csv");
    }

    @Test
    void anySessionOfTheDiskIsWrittenAndThatIsSaid() throws IOException {
        for (Call call : SampleCalls.twelve().calls()) {
            fixture.store().append(Session.started("kept"), call, SampleCalls.EXCHANGE);
        }
        var told = new ArrayList<String>();

        dialogs.saveTo(folder.resolve("kept.jsonl"));
        actions.sessions().export("kept", told::add);
        dialogs.saveTo(folder.resolve("kept.txt"));
        actions.sessions().export("kept", told::add);
        dialogs.saveTo(folder.resolve("other.csv"));
        actions.sessions().export("other", told::add);

        assertThat(folder.resolve("kept.jsonl")).content().hasLineCount(12);
        assertThat(told).hasSize(3);
        assertThat(told.getFirst()).isEqualTo("Written to " + folder.resolve("kept.jsonl"));
        assertThat(told.subList(1, 3)).allMatch(words -> words.contains(" was not written. "));
        assertThat(dialogs.errors()).isEmpty();
    }

    @Test
    void whatIsOfferedIsDoneOnce() {
        var done = new ArrayList<String>();
        actions.offer().make("broken.prompt", () -> done.add("opened"));
        assertThat(actions.offer().getName()).isEqualTo("broken.prompt");

        actions.offer().accept();
        actions.offer().accept();

        assertThat(done).containsExactly("opened");
        assertThat(actions.offer().getName()).isEmpty();
        assertThat(actions.offer().offeredProperty().get()).isEqualTo(Optional.empty());
    }

    @Test
    void aPromptThatIsOpenedAgainIsTheOneThatWasSaved() {
        actions.open(file);
        type("Be brief: {{{{no tag.\n");
        prompt.edit(prompt.getPrompt().with("policy", block -> block.withText("Be \\{{brief}}.\n")));
        actions.save();
        Prompt saved = prompt.getPrompt();
        prompt.close();

        actions.open(file);

        assertThat(prompt.getPrompt()).isEqualTo(saved);
    }
}
