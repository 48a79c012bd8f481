package dev.cachewright.ui.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.format.export.CodeForm;
import dev.cachewright.format.export.Endpoint;
import dev.cachewright.format.export.RequestCode;
import dev.cachewright.provider.Profile;
import dev.cachewright.store.PromptDocuments;
import dev.cachewright.ui.FakeDialogs;
import dev.cachewright.ui.WorkspaceFixture;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExportsTest {

    @TempDir
    private Path folder;

    private final WorkspaceFixture fixture = new WorkspaceFixture().openSample();
    private final FakeDialogs dialogs = new FakeDialogs();
    private final DocumentActions actions = new DocumentActions(fixture.workspace(), new PromptDocuments(),
            fixture.background(), dialogs);
    private final Exports exports = actions.exports();
    private final List<String> clipboard = new ArrayList<>();

    @Test
    void theRequestOfTheShownRowIsCopied() {
        fixture.workspace().prompt().showRow(2);

        exports.copy(CodeForm.PYTHON, clipboard::add);

        assertThat(clipboard).containsExactly(RequestCode.of(CodeForm.PYTHON, fixture.workspace().analysis().sent(),
                Endpoint.ofVendor()));
    }

    @Test
    void theServerOfTheUsersOwnIsTheOneThatIsCopied() {
        fixture.workspace().preferences().change(now -> now.withProfile(Profile.compatible("http://127.0.0.1:8080/v1",
                Optional.empty())));

        exports.copy(CodeForm.CURL, clipboard::add);

        assertThat(clipboard.getFirst()).startsWith("curl http://127.0.0.1:8080/v1/").doesNotContain("API_KEY");
    }

    @Test
    void aRequestThatThereIsNotIsNotCopied() {
        var prompt = fixture.workspace().prompt();
        prompt.edit(prompt.getPrompt().withBlocks(List.of()));

        exports.copy(CodeForm.JAVA, clipboard::add);

        assertThat(clipboard).isEmpty();
        assertThat(dialogs.errors()).containsExactly(
                "There is no request to write: the prompt is empty. Add a block and write a text into it.");
    }

    @ParameterizedTest
    @CsvSource({"a.sh,curl https://", "a.py,# pip install openai", "a.mjs,// npm install openai",
            "a.java,// com.openai:openai-java", "a.json,{", "a.prompty,---", "a.yaml,description:"})
    void theNameOfAFileSaysItsForm(String name, String start) {
        Path file = folder.resolve(name);
        dialogs.saveTo(file);

        exports.export();

        assertThat(file).content().startsWith(start);
        assertThat(fixture.workspace().prompt().isDirty()).isFalse();
    }

    @Test
    void anEndingThatIsNotKnownIsSaid() {
        Path file = folder.resolve("a.xml");
        dialogs.saveTo(file);

        exports.export();

        assertThat(dialogs.errors()).singleElement().asString().startsWith("The ending of the name says");
        assertThat(file).doesNotExist();
    }

    @Test
    void whatIsNotInTheFileIsSaid() {
        Path file = folder.resolve("a.prompty");
        dialogs.saveTo(file);
        var prompt = fixture.workspace().prompt();
        prompt.edit(prompt.getPrompt().withSettings(prompt.getPrompt().settings().withModel("gpt-5.6-sol")));
        String system = prompt.getPrompt().blocks().stream().filter(block -> block.role().isMessage()).findFirst()
                .orElseThrow().id();
        prompt.edit(prompt.getPrompt().with(system, block -> block.withBreakpoint(true)));

        exports.export();

        assertThat(dialogs.errors()).containsExactly("The breakpoints are not in it: Prompty has no form for them.");
    }
}
