package dev.cachewright.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.analysis.Analysis;
import dev.cachewright.app.Core;
import dev.cachewright.app.Workbench;
import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.Settings;
import dev.cachewright.provider.Profile;
import dev.cachewright.provider.Simulators;
import dev.cachewright.provider.simulated.SimulatedServer;
import dev.cachewright.provider.simulated.SimulatorOptions;
import dev.cachewright.provider.wire.RawServer;
import dev.cachewright.run.Pace;
import dev.cachewright.run.RunEvent;
import dev.cachewright.session.Call;
import dev.cachewright.session.CallResult;
import dev.cachewright.session.Session;
import dev.cachewright.session.Verdict;
import dev.cachewright.ui.FakeDialogs;
import dev.cachewright.ui.FxToolkit;
import dev.cachewright.ui.Snapshots;
import dev.cachewright.ui.kit.chart.CallChart;
import dev.cachewright.ui.kit.text.PromptArea;
import dev.cachewright.words.FailureWords;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a new user does, through the real window and real calls to the simulator.
class JourneyTest {

    @TempDir
    private Path home;
    private Core core;
    private Workbench workbench;
    private Scene scene;
    private Window window;
    private final FakeDialogs dialogs = new FakeDialogs();

    @BeforeEach
    void start() {
        core = newCore();
        open();
    }

    private Core newCore() {
        return new Core(Map.of("CACHEWRIGHT_HOME", home.toString()),
                SimulatorOptions.defaults().withDelayScale(0));
    }

    @AfterEach
    void stop() {
        window.close();
    }

    private void open() {
        window = Window.on(core, dialogs);
        workbench = window.workbench();
        scene = window.scene();
    }

    @Test
    void opensEditsSendsChartsAndReopens() {
        openSample();
        Analysis first = FxToolkit.call(() -> workbench.workspace().analysis().getAnalysis().orElseThrow());
        long cacheable = first.outlook().orElseThrow().cacheable();
        assertThat(cacheable).isGreaterThanOrEqualTo(1_024);
        assertThat(first.tokens().spans().stream().mapToInt(span -> span.tokens()).sum())
                .isEqualTo(first.tokens().ids().size());

        runSeries(12);
        List<Call> calls = session().calls();
        assertThat(calls).hasSize(12);
        assertThat(calls.getFirst().verdict()).isEqualTo(Verdict.COLD);
        assertThat(calls.subList(1, 12)).allSatisfy(call -> {
            assertThat(call.verdict()).isEqualTo(Verdict.AS_FORECAST);
            assertThat(call.measurement().usage().cached()).hasValue(call.forecast().split().cached());
            assertThat(call.measurement().usage().input()).hasValue(call.forecast().split().input());
            assertThat(call.forecast().split().cached()).isGreaterThanOrEqualTo(cacheable);
        });
        assertThat(chartCached()).hasSize(12).startsWith(0L).contains(cacheable);

        editPolicy();
        send();
        Call miss = session().calls().getLast();
        assertThat(miss.verdict()).isEqualTo(Verdict.PREFIX_CHANGED);
        assertThat(miss.forecast().changedIn()).isEqualTo("policy");
        assertThat(miss.measurement().usage().cached()).hasValue(0);
        assertThat(chartCached()).hasSize(13).endsWith(0L);

        Path file = home.resolve("mine/support.prompt");
        dialogs.saveTo(file);
        FxToolkit.run(() -> press("save"));
        await(() -> !workbench.workspace().prompt().isDirty());
        assertThat(file).content().contains("Dear model. You are the support agent");
        assertThat(home.resolve("mine")).isDirectoryContaining(path -> path.endsWith("support-cases.csv"));
        reopen(file);
    }

    private void reopen(Path file) {
        Prompt saved = FxToolkit.call(() -> workbench.workspace().prompt().getPrompt());
        stop();
        core = newCore();
        open();
        await(() -> workbench.workspace().session().getSession().calls().size() == 13);
        FxToolkit.run(() -> workbench.open(file));
        await(() -> workbench.workspace().prompt().getDocument().isPresent());
        assertThat(FxToolkit.call(() -> workbench.workspace().prompt().getPrompt())).isEqualTo(saved);
        assertThat(FxToolkit.call(() -> workbench.workspace().prompt().getValues().rows())).hasSize(24);
        assertThat(FxToolkit.call(() -> workbench.workspace().preferences().get().recentFiles())).containsExactly(file);
    }

    @Test
    void aCallThatIsStoppedKeepsWhatArrived() {
        openSample();
        // After its first words this server is silent until it is closed, which is after the cancellation.
        try (var silent = new RawServer(RawServer.events("data: {\"type\": \"response.output_text.delta\", "
                + "\"delta\": \"I am sorry\"}\n\n…"))) {
            FxToolkit.run(() -> {
                workbench.workspace().preferences().change(now -> now.withProfile(
                        Profile.compatible(silent.baseUrl(), Optional.empty())));
                workbench.workspace().runs().onEvent(event -> {
                    if (event instanceof RunEvent.TextArrived) {
                        workbench.workspace().runs().stop();
                    }
                });
            });
            send();
        }

        assertThat(session().calls().getFirst().measurement().result())
                .isEqualTo(new CallResult.Cancelled());
        assertThat(workbench.workspace().exchange().get().exchange().orElseThrow().answer()).isEqualTo("I am sorry");
    }

    @Test
    void theBlockKeysActOnTheBlockThatHasTheCaret() {
        openSample();
        putCaretInto(2);
        pressKeys("Alt+Down");
        assertThat(blockIds()).containsExactly("tools", "policy", "context", "examples", "question");
        await(() -> caretIsIn(3));
        pressKeys("Alt+Up");
        assertThat(blockIds()).containsExactly("tools", "policy", "examples", "context", "question");
        await(() -> caretIsIn(2));
    }

    @Test
    void theCaretGoesToTheCopyAndToTheNeighbourOfWhatIsGone() {
        openSample();
        putCaretInto(2);
        pressKeys("Shortcut+D");
        assertThat(blockIds()).containsExactly("tools", "policy", "examples", "examples-2", "context", "question");
        await(() -> caretIsIn(3));
        pressKeys("Shortcut+Shift+Backspace");
        assertThat(blockIds()).containsExactly("tools", "policy", "examples", "context", "question");
        await(() -> caretIsIn(3));
    }

    @Test
    void findShowsTheFirstHitWhileTypingAndHandsTheFocusToItsBlock() {
        openSample();
        putCaretInto(2);
        pressKeys("Shortcut+F");
        FxToolkit.run(() -> ((TextField) scene.lookup(".find-bar .text-field")).setText("warranty of five"));
        await(() -> areas().get(1).getSelectionEnd() > 0);
        FxToolkit.run(() -> ((TextField) scene.lookup(".find-bar .text-field")).setText("Ms Okafor"));
        await(() -> areas().get(2).getSelectionEnd() > areas().get(2).getSelectionStart());
        await(() -> areas().get(1).getSelectionEnd() == areas().get(1).getSelectionStart());
        FxToolkit.run(() -> scene.getFocusOwner().fireEvent(
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ESCAPE, false, false, false, false)));
        await(() -> caretIsIn(2));
    }

    @Test
    void aBlockOpensWhenTheCaretLeavesTheRowsThatAreShown() {
        openSample();
        putCaretInto(1);
        double before = FxToolkit.call(() -> areas().get(1).getHeight());
        FxToolkit.run(() -> areas().get(1).select(4_000, 4_000));
        await(() -> areas().get(1).isExpanded() && areas().get(1).getHeight() > 2 * before);
    }

    @Test
    void aBlockStaysAsItIsWhileOneTypesInTheRowsThatAreShown() {
        openSample();
        putCaretInto(1);
        double before = FxToolkit.call(() -> areas().get(1).getHeight());
        FxToolkit.run(() -> areas().get(1).select(20, 20));
        for (int i = 0; i < 8; i++) {
            FxToolkit.run(() -> Event.fireEvent(scene.getFocusOwner(), new KeyEvent(KeyEvent.KEY_TYPED, "x", "",
                    KeyCode.UNDEFINED, false, false, false, false)));
            FxToolkit.frames(3);
        }
        FxToolkit.frames(10);

        assertThat(FxToolkit.call(() -> areas().get(1).getText())).contains("xxxxxxxx");
        assertThat(FxToolkit.call(() -> areas().get(1).isExpanded())).isFalse();
        assertThat(FxToolkit.call(() -> areas().get(1).getHeight())).isEqualTo(before);
    }

    @Test
    void tokensAreShownInTheTextWhereTheUserLooks() {
        openSample();
        await(() -> areas().size() == 5);
        FxToolkit.run(() -> press("show-tokens"));
        await(() -> !scene.getRoot().lookupAll(".token-tint").isEmpty());
        Snapshots.scene("tokens-top", scene, workbench::useAppearance);
        FxToolkit.run(() -> areas().get(1).select(6_000, 6_000));
        await(() -> areas().get(1).isExpanded());
        Snapshots.scene("tokens-scrolled", scene, workbench::useAppearance);
        FxToolkit.run(() -> press("show-tokens"));
        await(() -> scene.getRoot().lookupAll(".token-tint").isEmpty());
    }

    @Test
    void anErrorSaysWhatTheServerSaidAndNothingIsLost() {
        openSample();
        try (SimulatedServer server = Simulators.start(Simulators.quick())) {
            FxToolkit.run(() -> {
                Prompt prompt = workbench.workspace().prompt().getPrompt();
                Settings settings = prompt.settings().withModel("gpt-nonsense");
                workbench.workspace().prompt().edit(prompt.withSettings(settings));
                workbench.workspace().preferences().change(now -> now.withProfile(
                        Profile.compatible(server.baseUrl(), Optional.empty())));
            });
            send();
        }

        assertThat(session().calls().getFirst().measurement().result())
                .isInstanceOfSatisfying(CallResult.Failed.class, failed -> {
                    assertThat(failed.failure().status()).isEqualTo(404);
                    assertThat(FailureWords.message(failed.failure())).contains("gpt-nonsense");
                    assertThat(FailureWords.advice(failed.failure())).isNotEmpty();
                });
        assertThat(FxToolkit.call(() -> workbench.workspace().prompt().isDirty())).isTrue();
    }

    @Test
    void aFileThatIsNoPromptChangesNothing() throws Exception {
        openSample();
        Path broken = Files.writeString(home.resolve("broken.prompt"), "ok\n{{never closed");
        FxToolkit.run(() -> workbench.open(broken));
        await(() -> !dialogs.errors().isEmpty());

        assertThat(dialogs.errors().getFirst()).contains("broken.prompt:2:1");
        assertThat(FxToolkit.call(() -> workbench.workspace().prompt().getDocument().orElseThrow().name()))
                .isEqualTo("support-agent.prompt");
    }

    private void openSample() {
        FxToolkit.run(() -> workbench.openSample("support-agent"));
        await(() -> workbench.workspace().analysis().getAnalysis().isPresent()
                && !workbench.workspace().analysis().staleProperty().get());
    }

    private void runSeries(int calls) {
        FxToolkit.run(() -> workbench.workspace().runs().runRows(calls, Pace.oneByOne(Duration.ZERO)));
        await(() -> !workbench.workspace().runs().isRunning());
    }

    private void editPolicy() {
        FxToolkit.run(() -> workbench.workspace().prompt().edit(workbench.workspace().prompt().getPrompt()
                .with("policy", block -> block.withText("Dear model. " + block.text()))));
        await(() -> !workbench.workspace().analysis().staleProperty().get());
    }

    private List<PromptArea> areas() {
        return scene.getRoot().lookupAll(".block-card .prompt-area").stream().filter(PromptArea.class::isInstance)
                .map(PromptArea.class::cast).toList();
    }

    private void putCaretInto(int block) {
        await(() -> areas().size() == 5);
        FxToolkit.run(() -> areas().get(block).requestFocus());
        await(() -> caretIsIn(block));
    }

    private boolean caretIsIn(int block) {
        return areas().get(block).isTextFocused();
    }

    private void pressKeys(String keys) {
        FxToolkit.run(() -> scene.getAccelerators().get(KeyCombination.valueOf(keys)).run());
    }

    private List<String> blockIds() {
        return FxToolkit.call(() -> workbench.workspace().prompt().getPrompt().blocks().stream().map(Block::id)
                .toList());
    }

    private void send() {
        FxToolkit.run(() -> workbench.workspace().runs().send());
        await(() -> !workbench.workspace().runs().isRunning());
    }

    private void press(String command) {
        workbench.run(command);
    }

    private Session session() {
        return FxToolkit.call(() -> workbench.workspace().session().getSession());
    }

    private List<Long> chartCached() {
        return FxToolkit.call(() -> {
            Node chart = scene.getRoot().lookup(".call-chart");
            return ((CallChart) chart).getBars().stream().map(bar -> bar.cached()).toList();
        });
    }

    private static void await(BooleanSupplier condition) {
        Frames.until(condition);
    }
}
