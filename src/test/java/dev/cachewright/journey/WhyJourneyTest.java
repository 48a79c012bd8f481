package dev.cachewright.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.app.Core;
import dev.cachewright.provider.simulated.SimulatorOptions;
import dev.cachewright.ui.FakeDialogs;
import dev.cachewright.ui.FxToolkit;
import dev.cachewright.ui.workspace.Workspace;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Labeled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A word of the prompt is changed between two calls: the window says where the second left the first.
class WhyJourneyTest {

    @TempDir
    private Path home;

    @Test
    void anEditBetweenTwoCallsIsSaidWithItsWordsAndItsCost() {
        try (var window = Window.on(new Core(Map.of("CACHEWRIGHT_HOME", home.toString()),
                SimulatorOptions.defaults().withDelayScale(0)), new FakeDialogs())) {
            Workspace workspace = window.workbench().workspace();
            FxToolkit.run(() -> window.workbench().openSample("support-agent"));
            Frames.until(() -> workspace.analysis().getAnalysis().isPresent());
            send(workspace, 1);
            FxToolkit.run(() -> workspace.prompt().edit(workspace.prompt().getPrompt()
                    .with("policy", block -> block.withText("Changed. " + block.text()))));
            send(workspace, 2);

            FxToolkit.run(() -> window.workbench().run("show-session"));
            Frames.until(() -> link(window).isPresent());
            FxToolkit.run(() -> link(window).orElseThrow().fire());
            Frames.until(() -> !sentence(window).isEmpty());

            assertThat(FxToolkit.call(() -> sentence(window))).startsWith("Call 2 left call 1 at token ")
                    .contains("Changed").contains(
                            " were billed again, ");
        }
    }

    private static void send(Workspace workspace, int calls) {
        FxToolkit.run(() -> workspace.runs().send());
        Frames.until(() -> workspace.session().getSession().calls().size() == calls);
    }

    private static Optional<Hyperlink> link(Window window) {
        return Optional.ofNullable((Hyperlink) window.scene().lookup(".session-summary .hyperlink"));
    }

    private static String sentence(Window window) {
        return window.scene().lookup(".why-sentence") instanceof Labeled label ? label.getText() : "";
    }
}
