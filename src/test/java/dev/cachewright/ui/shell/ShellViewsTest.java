package dev.cachewright.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.ui.FxToolkit;
import dev.cachewright.ui.Snapshots;
import dev.cachewright.ui.WorkspaceFixture;
import dev.cachewright.ui.command.Command;
import dev.cachewright.ui.command.CommandPaletteView;
import dev.cachewright.ui.command.CommandPaletteViewModel;
import dev.cachewright.ui.command.Commands;
import dev.cachewright.ui.command.KeysView;
import dev.cachewright.ui.command.KeysViewModel;
import dev.cachewright.ui.fx.Views;
import dev.cachewright.ui.shell.WorkbenchViewModel.Start;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.event.Event;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;

/// The views that stand over the window, or before a prompt is open.
class ShellViewsTest {

    private final WorkspaceFixture fixture = new WorkspaceFixture().openSample();
    private final List<String> done = new ArrayList<>();
    private final Commands commands = new Commands(List.of(command("open", "Shortcut+O"), command("save", "Shortcut+S"),
            command("send", "Shortcut+Enter"), command("theme-dark", "")));
    private final Commands someUnavailable = new Commands(List.of(command("open", "Shortcut+O"),
            command("merge", "Shortcut+M").enabledWhen(new SimpleBooleanProperty(), () -> "Click into a block first."),
            command("copy-javascript", "").enabledWhen(new SimpleBooleanProperty(), () -> "Open a prompt first."),
            command("sample-timestamp-pitfall", "")));

    private Command command(String id, String keys) {
        return Command.of(Command.Group.FILE, id, keys, () -> done.add(id));
    }

    @Test
    void dialogsLookAsBefore() {
        fixture.workspace().preferences().change(now -> now.withProfileInUse("OpenAI"));
        Snapshots.check("run-series", 760, 460,
                () -> root(new RunSeriesView(new RunSeriesViewModel(fixture.workspace()))));
        Snapshots.check("keys", 480, 240, () -> root(new KeysView(new KeysViewModel(commands))));
        Snapshots.check("command-palette", 720, 480, () -> {
            var loaded = Views.load(new CommandPaletteView(new CommandPaletteViewModel(commands)));
            loaded.root().setVisible(true);
            return loaded.root();
        });
        Snapshots.check("command-palette-unavailable", 720, 260, () -> {
            var loaded = Views.load(new CommandPaletteView(new CommandPaletteViewModel(someUnavailable)));
            loaded.root().setVisible(true);
            return loaded.root();
        });
    }

    private static Parent root(Object view) {
        return Views.load(view).root();
    }

    @Test
    void theStartPageStandsThereWhileNothingIsOpenOrOnItsWay() {
        var reading = new SimpleBooleanProperty(true);
        var wanted = new SimpleBooleanProperty();
        WorkbenchViewModel window = window(new WorkspaceFixture(), reading, wanted);
        assertThat(window.startProperty().getValue()).isEqualTo(Start.EMPTY);
        reading.set(false);
        assertThat(window.startProperty().getValue()).isEqualTo(Start.WHOLE);
        wanted.set(true);
        assertThat(window.startProperty().getValue()).isEqualTo(Start.BESIDE);

        assertThat(window(fixture, reading, wanted).startProperty().getValue()).isEqualTo(Start.AWAY);
    }

    private static WorkbenchViewModel window(WorkspaceFixture fixture, SimpleBooleanProperty reading,
            SimpleBooleanProperty wanted) {
        return new WorkbenchViewModel(fixture.workspace().prompt(), reading, wanted, new SimpleObjectProperty<>(0));
    }

    @Test
    void thePaletteFindsCommandsByTheBeginningsOfTheirWords() {
        var palette = new CommandPaletteViewModel(commands);
        palette.queryProperty().set("da th");

        assertThat(palette.found()).extracting(Command::id).containsExactly("theme-dark");
        assertThat(palette.getNone()).isEmpty();
        palette.queryProperty().set("ave");
        assertThat(palette.found()).isEmpty();
        assertThat(palette.getNone()).isEqualTo("No command has “ave” in its name. Try another word.");
    }

    @Test
    void whatCannotBeDoneNowIsListedLastWithItsReason() {
        var open = new SimpleBooleanProperty();
        var palette = new CommandPaletteViewModel(new Commands(List.of(
                command("save", "").enabledWhen(open, () -> "Open a prompt first."), command("save-as", ""))));
        palette.queryProperty().set("save");

        assertThat(palette.found()).extracting(Command::id).containsExactly("save-as", "save");
        assertThat(palette.found().getLast().reason().get()).isEqualTo("Open a prompt first.");
    }

    @Test
    void enterOnWhatCannotBeDoneKeepsThePaletteOpen() {
        FxToolkit.run(() -> {
            var open = new SimpleBooleanProperty();
            var palette = new CommandPaletteView(new CommandPaletteViewModel(new Commands(List.of(
                    command("save", "").enabledWhen(open, () -> "Open a prompt first.")))));
            Parent root = root(palette);
            new Scene(root, 720, 480);
            palette.open();
            press(root, KeyCode.ENTER);
            assertThat(root.isVisible()).isTrue();
            open.set(true);
            press(root, KeyCode.ENTER);
            assertThat(root.isVisible()).isFalse();
            assertThat(done).containsExactly("save");
        });
    }

    @Test
    void arrowsDoNothingWhereNothingWasFound() {
        FxToolkit.run(() -> {
            var palette = new CommandPaletteView(new CommandPaletteViewModel(commands));
            Parent root = root(palette);
            new Scene(root, 720, 480);
            palette.open();
            palette.getModel().queryProperty().set("zzz");
            for (KeyCode code : List.of(KeyCode.DOWN, KeyCode.UP, KeyCode.UP, KeyCode.ENTER)) {
                press(root, code);
            }
            assertThat(root.isVisible()).isTrue();
            assertThat(done).isEmpty();
            palette.getModel().queryProperty().set("send");
            press(root, KeyCode.ENTER);
            assertThat(done).containsExactly("send");
        });
    }

    private static void press(Parent root, KeyCode code) {
        Event.fireEvent(root.lookup("#query"),
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
    }

    @Test
    void aPaletteInWhichNothingIsFoundSaysSoAndFindsAgain() {
        FxToolkit.run(() -> {
            var palette = new CommandPaletteViewModel(commands);
            Parent root = root(new CommandPaletteView(palette));
            var list = (ListView<?>) root.lookup("#list");
            new Scene(root, 720, 480);
            root.setVisible(true);
            list.getSelectionModel().select(1);
            palette.queryProperty().set("zzz");

            assertThat(list.getSelectionModel().getSelectedItem()).isNull();
            palette.queryProperty().set("da th");
            assertThat(list.getSelectionModel().getSelectedItem()).extracting("id").isEqualTo("theme-dark");
        });
    }

    @Test
    void theHeaderSaysWhatIsSentWhereAndWithWhichRow() {
        var header = FxToolkit.call(() -> new HeaderViewModel(fixture.workspace(), null));

        assertThat(List.of(header.getFile(), header.getProfile(), header.getModel(), header.getApi()))
                .containsExactly("support-agent.prompt", "Simulator", "gpt-5.4", "Chat");
        header.useRow(2);
        assertThat(header.getRow()).endsWith("row 3 of 24");
        header.useModel("gpt-4o");
        assertThat(header.getModel()).isEqualTo("gpt-4o");
        assertThat(header.isDirty()).isTrue();
    }
}
