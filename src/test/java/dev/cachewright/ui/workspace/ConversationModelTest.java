package dev.cachewright.ui.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.prompt.Block;
import dev.cachewright.provider.CallEvent;
import dev.cachewright.provider.Reply;
import dev.cachewright.ui.WorkspaceFixture;
import org.junit.jupiter.api.Test;

class ConversationModelTest {

    private final WorkspaceFixture fixture = new WorkspaceFixture().openSample();
    private final Workspace workspace = fixture.workspace();
    private final ConversationModel conversation = workspace.conversation();

    private void answer() {
        fixture.willBring(new CallEvent.Delta("Hello"), new CallEvent.Completed("completed", "",
                new Reply("resp_1", "[{\"id\":\"rs_1\",\"type\":\"reasoning\",\"encrypted_content\":\"gAA\"},"
                        + "{\"type\":\"message\",\"role\":\"assistant\",\"content\":"
                        + "[{\"type\":\"output_text\",\"text\":\"Hello\"}]}]", "")));
        workspace.runs().send();
    }

    @Test
    void nothingIsContinuedBeforeAnAnswer() {
        assertThat(conversation.possibleProperty().getValue()).isFalse();
        conversation.goOn();

        assertThat(workspace.prompt().getPrompt().blocks()).hasSize(5);
    }

    @Test
    void theAnswerBecomesAPartOfThePromptAndIsTakenBackLikeAnEdit() {
        answer();
        var before = workspace.prompt().getPrompt();

        conversation.goOn();

        var now = workspace.prompt().getPrompt();
        assertThat(now.blocks().subList(0, before.blocks().size())).isEqualTo(before.blocks());
        assertThat(now.blocks().subList(before.blocks().size(), now.blocks().size())).extracting(Block::text)
                .containsExactly("{\"id\": \"rs_1\", \"type\": \"reasoning\", \"encrypted_content\": \"gAA\"}", "Hello",
                        "");
        workspace.prompt().undo();
        assertThat(workspace.prompt().getPrompt()).isEqualTo(before);
    }

    @Test
    void anAnswerToAnotherPromptIsNotContinued() {
        answer();
        workspace.prompt().edit(workspace.prompt().getPrompt().with("policy", block -> block.withText("Be brief")));

        conversation.goOn();

        assertThat(workspace.runs().problemProperty().get().map(RunProblem::words)).contains(
                "The prompt is not the one any more that call 1 answered. Send it again, then continue with that answer.");
    }
}
