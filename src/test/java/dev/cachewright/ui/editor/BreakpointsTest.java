package dev.cachewright.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.prompt.Api;
import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.CacheSettings;
import dev.cachewright.prompt.Form;
import dev.cachewright.prompt.Kind;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.Role;
import dev.cachewright.ui.FxToolkit;
import dev.cachewright.ui.SamplePrompt;
import dev.cachewright.ui.Snapshots;
import dev.cachewright.ui.WorkspaceFixture;
import dev.cachewright.ui.editor.marks.TokenSight;
import dev.cachewright.ui.fx.Theme;
import dev.cachewright.ui.fx.Views;
import dev.cachewright.ui.kit.rail.BreakpointGap;
import dev.cachewright.ui.kit.rail.PrefixRail;
import dev.cachewright.ui.kit.rail.RailTick;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;

class BreakpointsTest {

    private final WorkspaceFixture fixture = new WorkspaceFixture();
    private final EditorViewModel editor = new EditorViewModel(fixture.workspace().prompt(),
            fixture.workspace().analysis());

    private static Prompt prompt(String model, CacheSettings cache) {
        Prompt sample = SamplePrompt.prompt(model);
        Prompt named = sample.withSettings(sample.settings().withApi(model.startsWith("claude")
                ? Api.MESSAGES
                : Api.RESPONSES).withCache(cache));
        return named.withBlocks(List.of(named.blocks().get(0), named.blocks().get(1), named.blocks().get(2),
                Block.of("reply", Role.ASSISTANT, Kind.STATIC, "How can I help?"), named.blocks().get(4)));
    }

    private void open(String model, CacheSettings cache) {
        fixture.open("support-agent.prompt", prompt(model, cache), SamplePrompt.values());
    }

    private String words(String id) {
        return editor.breakpoints().marksProperty().get().get(id).words();
    }

    private Prompt now() {
        return fixture.workspace().prompt().getPrompt();
    }

    @Test
    void aBreakpointSaysItsNumberItsTokensAndHowLongItIsKept() {
        open("gpt-5.6-sol", new CacheSettings("explicit", "", "", ""));
        editor.act("policy", BlockAction.TOGGLE_BREAKPOINT);
        editor.act("question", BlockAction.TOGGLE_BREAKPOINT);

        assertThat(words("policy"))
                .matches("breakpoint 1 of 4 · reads and writes exactly 1,3\\d\\d tokens · kept 30 min after each use");
        assertThat(words("question")).startsWith("breakpoint 2 of 4 · 1,");
        editor.act("policy", BlockAction.TOGGLE_BREAKPOINT);
        assertThat(editor.breakpoints().marksProperty().get()).containsOnlyKeys("question");
        fixture.workspace().prompt().undo();
        assertThat(editor.breakpoints().marksProperty().get()).containsOnlyKeys("policy", "question");
    }

    @Test
    void lifetimesAreThoseOfTheBlockElseOfTheRequest() {
        open("claude-sonnet-5-5", new CacheSettings("", "1h", "", ""));
        editor.act("tools", BlockAction.TOGGLE_BREAKPOINT);
        fixture.workspace().prompt().edit(now().with("reply", block -> block.withBreakpoint("5m")));

        assertThat(words("tools")).endsWith("kept 1 h after each use");
        assertThat(words("reply")).endsWith("kept 5 min after each use");
    }

    @Test
    void aShortPrefixSaysHowMuchIsMissing() {
        open("gpt-5.6-sol", CacheSettings.none());
        fixture.workspace().prompt().edit(now().with("policy", block -> block.withText("Be kind.")
                .withBreakpoint(true)));

        assertThat(words("policy")).matches("breakpoint 1 of 4 · \\d+ tokens · \\d+ short of the threshold of 1,024.*");
    }

    @Test
    void whatIsRefusedSaysWhy() {
        open("gpt-5.6-sol", CacheSettings.none());
        fixture.workspace().prompt().edit(now().with("reply", block -> block.withBreakpoint(true)));
        assertThat(words("reply")).isEqualTo(
                "breakpoint not sent · assistant output cannot carry a breakpoint");

        fixture.workspace().prompt().edit(now().withSettings(now().settings().withModel("gpt-5.4")));
        assertThat(words("reply")).isEqualTo(
                "breakpoint not sent · this model does not support breakpoints");
        assertThat(editor.breakpoints().marksProperty().get().get("reply").isRefused()).isTrue();
    }

    @Test
    void markersInsideAnItemAreCountedAndSaidWithTheirPlace() {
        String turn = """
                {"role": "assistant", "content": [{"type": "text", "text": "%s", "cache_control": {"type": "ephemeral"}},
                 {"type": "tool_use", "id": "1", "name": "f", "input": {}}]}""";
        Prompt sample = prompt("claude-sonnet-4-5", CacheSettings.none());
        fixture.open("a.prompt", sample.with("policy", block -> block.withBreakpoint(true)).with("reply",
                block -> block.withForm(Form.ITEM).withText(turn.formatted("Wait."))), SamplePrompt.values());
        assertThat(words("policy")).startsWith("breakpoint 1 of 4");
        assertThat(words("reply")).isEqualTo("breakpoint 2 of 4 in part 1");

        fixture.workspace().prompt().edit(now().with("reply", block -> block.withText(turn.formatted(""))));
        assertThat(words("reply")).isEqualTo("part 1: a block without text cannot carry a breakpoint");
        assertThat(editor.breakpoints().marksProperty().get().get("reply").isRefused()).isTrue();
    }

    @Test
    void olderBreakpointsAreReadAndNotWritten() {
        open("gpt-5.6-sol", CacheSettings.none());
        Prompt many = now().withBlocks(List.of("1", "2", "3", "4").stream().map(id -> Block.of(id, Role.USER,
                Kind.STATIC, "text").withBreakpoint(true)).toList());
        fixture.workspace().prompt().edit(many);

        assertThat(words("1")).contains("read but not written: a request writes only its last 3");
        assertThat(words("4")).startsWith("breakpoint 3 of 4 · ");
    }

    @Test
    void noneIsSetWhereItWouldBeRefused() {
        var asked = new AtomicReference<String>();
        editor.breakpoints().setOnRefused(asked::set);
        open("gpt-5.6-sol", CacheSettings.none());

        editor.act("reply", BlockAction.TOGGLE_BREAKPOINT);

        assertThat(now().block("reply").flatMap(Block::breakpoint)).isEmpty();
        assertThat(asked).hasValue("reply");
        assertThat(editor.breakpoints().invitation("reply")).isEqualTo(
                "assistant output cannot carry a breakpoint");
        assertThat(editor.breakpoints().invitation("policy")).isEqualTo("add breakpoint");
    }

    @Test
    void aMovedBlockTakesItsBreakpointAlong() {
        open("gpt-5.6-sol", CacheSettings.none());
        editor.act("policy", BlockAction.TOGGLE_BREAKPOINT);

        editor.edits().moveTo("policy", 2);

        assertThat(now().blocks().get(2).breakpoint()).isPresent();
    }

    @Test
    void theGapIsSetByClickAndKeysAndNamedForAScreenReader() {
        open("gpt-5.6-sol", new CacheSettings("explicit", "", "", ""));
        Stage stage = FxToolkit.call(() -> Snapshots.show(Views.load(new EditorView(editor,
                new TokenSight(fixture.workspace().prompt(), fixture.workspace().analysis(),
                        fixture.workspace().preferences())))
                .root(), 820, 900, Theme.Appearance.LIGHT));
        FxToolkit.frames(6);
        Scene scene = stage.getScene();

        FxToolkit.run(() -> click(gap(scene, 1)));
        assertThat(now().block("policy").flatMap(Block::breakpoint)).isPresent();
        assertThat(FxToolkit.call(() -> gap(scene, 1).getAccessibleText())).startsWith("breakpoint 1 of 4");
        assertThat(editor.focusedProperty().get()).contains("policy");
        FxToolkit.run(() -> press(gap(scene, 1), KeyCode.DELETE));
        assertThat(now().block("policy").flatMap(Block::breakpoint)).isEmpty();
        FxToolkit.run(() -> press(gap(scene, 1), KeyCode.ENTER));
        FxToolkit.run(() -> gap(scene, 2).executeAccessibleAction(AccessibleAction.FIRE));
        assertThat(now().blocks().stream().filter(block -> block.breakpoint().isPresent())).extracting(Block::id)
                .containsExactly("policy", "context");
        assertThat(FxToolkit.call(() -> gap(scene, 4).queryAccessibleAttribute(AccessibleAttribute.TEXT)))
                .isEqualTo("add breakpoint");
        FxToolkit.frames(4);
        assertThat(FxToolkit.call(() -> ((PrefixRail) scene.lookup(".prefix-rail")).getTicks().stream()
                .filter(tick -> tick.styleClass().equals("written")).map(RailTick::label).toList())).hasSize(2);
        FxToolkit.run(stage::close);
    }

    @Test
    void theRailMarksABreakpointAtItsTokens() {
        open("gpt-5.6-sol", new CacheSettings("explicit", "", "", ""));
        editor.act("policy", BlockAction.TOGGLE_BREAKPOINT);

        RailTick tick = editor.breakpoints().withTicks(List.of()).getFirst();

        int end = fixture.workspace().analysis().getAnalysis().orElseThrow().tokens().ends().stream()
                .filter(each -> each.blockId().equals("policy")).findFirst().orElseThrow().position();
        assertThat(tick).isEqualTo(new RailTick(end, "1,375", true, "written"));
    }

    @Test
    void oneLineIsDrawnWhereAReadEndsAtABreakpoint() {
        open("gpt-5.6-sol", new CacheSettings("explicit", "", "", ""));
        fixture.workspace().prompt().edit(now().with("context", block -> block.withText("{{tier}} it is")));
        assertThat(editor.marks().linesProperty().get()).containsOnlyKeys("policy");

        editor.act("policy", BlockAction.TOGGLE_BREAKPOINT);

        assertThat(words("policy")).contains(" · reads and writes exactly ");
        assertThat(editor.marks().linesProperty().get()).isEmpty();
    }

    @Test
    void theEditorWithBreakpointsLooksAsBefore() {
        open("gpt-5.6-sol", new CacheSettings("explicit", "", "support", ""));
        editor.act("policy", BlockAction.TOGGLE_BREAKPOINT);
        editor.act("question", BlockAction.TOGGLE_BREAKPOINT);
        fixture.workspace().prompt().edit(now().with("reply", block -> block.withBreakpoint(true)));
        seen("editor-breakpoints");
        FxToolkit.run(() -> fixture.workspace().prompt().edit(now().withSettings(now().settings().withModel(
                "gpt-5.4"))));
        seen("editor-breakpoints-refused");
        FxToolkit.run(() -> {
            open("claude-sonnet-5-5", CacheSettings.none());
            editor.act("tools", BlockAction.TOGGLE_BREAKPOINT);
            editor.act("policy", BlockAction.TOGGLE_BREAKPOINT);
        });
        seen("editor-breakpoints-claude");
    }

    private void seen(String name) {
        Snapshots.check(name, 820, 900,
                () -> Views
                        .load(new EditorView(editor,
                                new TokenSight(fixture.workspace().prompt(), fixture.workspace().analysis(),
                                        fixture.workspace().preferences())))
                        .root());
    }

    private static BreakpointGap gap(Scene scene, int index) {
        List<Node> gaps = scene.getRoot().lookupAll(".breakpoint-gap").stream().toList();
        return (BreakpointGap) gaps.get(index);
    }

    private static void click(Node node) {
        node.fireEvent(new MouseEvent(MouseEvent.MOUSE_CLICKED, 5, 5, 5, 5, MouseButton.PRIMARY, 1, false, false, false,
                false, true, false, false, true, false, true, null));
    }

    private static void press(Node node, KeyCode code) {
        node.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
    }
}
