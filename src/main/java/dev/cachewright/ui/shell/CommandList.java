package dev.cachewright.ui.shell;

import dev.cachewright.format.export.CodeForm;
import dev.cachewright.prompt.Role;
import dev.cachewright.session.Call;
import dev.cachewright.store.Samples;
import dev.cachewright.ui.command.Command;
import dev.cachewright.ui.command.Command.Group;
import dev.cachewright.ui.command.Commands;
import dev.cachewright.ui.editor.BlockAction;
import dev.cachewright.ui.editor.EditorView;
import dev.cachewright.ui.editor.EditorViewModel;
import dev.cachewright.ui.fx.Theme.Appearance;
import dev.cachewright.ui.workspace.PromptModel;
import dev.cachewright.ui.workspace.Workspace;
import dev.cachewright.words.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.BooleanProperty;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;

/// Makes the commands of the window.
final class CommandList {

    private final WindowActions window;
    private final Workspace workspace;
    private final EditorView editor;
    private final List<Command> all = new ArrayList<>();

    CommandList(WindowActions window, Workspace workspace, EditorView editor) {
        this.window = window;
        this.workspace = workspace;
        this.editor = editor;
    }

    Commands commands() {
        addFile();
        addEdit();
        addBlock();
        addRun();
        addView();
        addHelp();
        return new Commands(all);
    }

    private void addFile() {
        add(Group.FILE, "new", "Shortcut+N", () -> window.documents().startNew());
        add(Group.FILE, "open", "Shortcut+O", () -> window.documents().open());
        add(Group.FILE, "paste-body", "Shortcut+Shift+V", () -> window.documents()
                .importText(
                        Clipboard.getSystemClipboard().hasString() ? Clipboard.getSystemClipboard().getString() : ""));
        add(Group.FILE, "read-logs", "Shortcut+L", window::askLogs);
        add(Group.FILE, "watch", "Shortcut+Shift+L", window::watch);
        var watching = workspace.watch().watchingProperty();
        add(Group.FILE, "stop-watching", "", workspace.watch()::stop,
                Bindings.createBooleanBinding(() -> watching.get().isPresent(), watching),
                () -> Texts.get("command-palette.nothing-watched"));
        addOpen(Group.FILE, "save", "Shortcut+S", () -> window.documents().save());
        addOpen(Group.FILE, "save-as", "Shortcut+Shift+S", () -> window.documents().saveAs());
        addOpen(Group.FILE, "export", "Shortcut+E", () -> window.documents().exports().export());
        addOpen(Group.FILE, "load-values", "", () -> window.documents().loadValues());
        addOpen(Group.FILE, "close", "Shortcut+W", () -> window.documents().close());
    }

    private void addEdit() {
        PromptModel prompt = workspace.prompt();
        add(Group.EDIT, "undo", "Shortcut+Z", prompt::undo, BooleanExpression.booleanExpression(
                prompt.undoableProperty()), "nothing-to-undo");
        add(Group.EDIT, "redo", "Shortcut+Shift+Z", prompt::redo, BooleanExpression.booleanExpression(
                prompt.redoableProperty()), "nothing-to-redo");
        for (CodeForm form : CodeForm.values()) {
            addOpen(Group.EDIT, "copy-" + form.word(), "", () -> window.documents().exports().copy(form,
                    code -> Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, code))));
        }
        addOpen(Group.EDIT, "find", "Shortcut+F", editor::find);
        addOpen(Group.EDIT, "compare-request", "", () -> window.documents().compare());
        addOpen(Group.EDIT, "compare-layouts", "Shortcut+Shift+A", window::compareLayouts);
        addOpen(Group.EDIT, "keep-variant", "", window::keepVariant);
        add(Group.EDIT, "drop-comparison", "", prompt::dropComparison,
                BooleanExpression.booleanExpression(prompt.draftProperty().map(draft -> draft.compared().isPresent())),
                "nothing-compared");
        addOpen(Group.EDIT, "choose-model", "", () -> window.choose("model"));
        addOpen(Group.EDIT, "other-model", "", window::askModel);
        addOpen(Group.EDIT, "choose-row", "", () -> window.choose("row"));
        addOpen(Group.EDIT, "cache-settings", "", window::showCacheSettings);
    }

    private void addBlock() {
        for (Role role : EditorViewModel.ROLES_TO_ADD) {
            addOpen(Group.BLOCK, "add-" + role.word(), role == Role.USER ? "Shortcut+Shift+N" : "",
                    () -> editor.getModel().addBlock(role));
        }
        addBlock("fold", "Shortcut+Shift+F", BlockAction.TOGGLE_FOLD);
        addOpen(Group.BLOCK, "fold-all", "", () -> editor.getModel().folds().foldAll());
        addOpen(Group.BLOCK, "unfold-all", "", () -> editor.getModel().folds().unfoldAll());
        add(Group.BLOCK, "make-variable", "Shortcut+Shift+E",
                () -> editor.getModel().onFocused(BlockAction.MAKE_VARIABLE),
                BooleanExpression.booleanExpression(editor.getModel().selectedProperty()), "nothing-selected");
        addBlock("move-up", "Alt+Up", BlockAction.MOVE_UP);
        addBlock("move-down", "Alt+Down", BlockAction.MOVE_DOWN);
        addBlock("toggle-kind", "Shortcut+Shift+D", BlockAction.TOGGLE_KIND);
        add(Group.BLOCK, "toggle-breakpoint", "Shortcut+Shift+B",
                () -> editor.getModel().onFocused(BlockAction.TOGGLE_BREAKPOINT),
                BooleanExpression.booleanExpression(editor.getModel().breakpointsTakenProperty()), "no-breakpoints");
        addBlock("split", "Shortcut+Shift+X", BlockAction.SPLIT);
        addBlock("merge", "Shortcut+Shift+M", BlockAction.MERGE);
        addBlock("duplicate", "Shortcut+D", BlockAction.DUPLICATE);
        addBlock("delete", "Shortcut+Shift+Backspace", BlockAction.DELETE);
    }

    private void addRun() {
        BooleanProperty measuring = workspace.runs().measuringProperty();
        BooleanExpression idle = isOpen().and(workspace.runs().runningProperty().not()).and(measuring.not());
        Supplier<String> busy = () -> obstacle(measuring.get() ? "measuring" : "busy");
        add(Group.RUN, "send", "Shortcut+Enter", window::send, idle, busy);
        add(Group.RUN, "run-series", "Shortcut+Shift+Enter", window::askSeries, idle, busy);
        add(Group.RUN, "stop", "", () -> workspace.runs().stop(),
                BooleanExpression.booleanExpression(workspace.runs().runningProperty()), "nothing-to-stop");
        add(Group.RUN, "pause", "", () -> workspace.runs().pauseOrGoOn(),
                BooleanExpression.booleanExpression(workspace.runs().runningProperty())
                        .and(Bindings.greaterThan(workspace.runs().plannedProperty(), 1)),
                "nothing-to-pause");
        var unfinished = workspace.runs().unfinishedProperty();
        add(Group.RUN, "resume-series", "", () -> workspace.runs().resume(),
                idle.and(Bindings.createBooleanBinding(() -> unfinished.get().isPresent(), unfinished)),
                "nothing-to-resume");
        add(Group.RUN, "continue", "Shortcut+Shift+C", () -> workspace.conversation().goOn(),
                BooleanExpression.booleanExpression(workspace.conversation().possibleProperty()),
                "nothing-to-continue");
        BooleanExpression countable = isOpen().and(workspace.counts().countingProperty().not());
        add(Group.RUN, "count-on-server", "", () -> window.countOnServer(false), countable, "counting");
        add(Group.RUN, "calibrate", "", () -> window.countOnServer(true), countable, "counting");
        addMiss("next-miss", "F8", 1);
        addMiss("previous-miss", "Shift+F8", -1);
        add(Group.RUN, "new-session", "", workspace::startSession);
        add(Group.RUN, "sessions", "", window::showSessions);
        add(Group.RUN, "export-session", "", () -> window.documents().sessions().exportShown(), hasCalls(), "no-calls");
        add(Group.RUN, "figures", "", window::showFigures);
        add(Group.RUN, "session-traffic", "", window::showTraffic, hasCalls(), "no-calls");
        addOpen(Group.RUN, "choose-profile", "", () -> window.choose("profile"));
        add(Group.RUN, "servers", "", window::showServers);
        add(Group.RUN, "telemetry", "", window::askTelemetry);
    }

    /// Shows a call of the session that read less than was forecast.
    private void addMiss(String id, String keys, int step) {
        var session = workspace.session().sessionProperty();
        add(Group.RUN, id, keys, () -> {
            window.showTab("session");
            workspace.session().selectMiss(step);
        }, Bindings.createBooleanBinding(() -> session.get().calls().stream().anyMatch(Call::isUnexpectedMiss),
                session),
                "no-miss");
    }

    private void addView() {
        add(Group.VIEW, "commands", "Shortcut+K", window::showCommands);
        List<String> tabs = List.of("session", "response", "values", "request", "what-if", "advice");
        for (int i = 0; i < tabs.size(); i++) {
            String tab = tabs.get(i);
            addOpen(Group.VIEW, "show-" + tab, "Shortcut+" + (i + 1), () -> window.showTab(tab));
        }
        all.add(Command.of(Group.VIEW, "zoom-in", "Shortcut+EQUALS", () -> workspace.preferences().zoom(1))
                .alsoBy("Shortcut+PLUS", "Shortcut+Shift+PLUS", "Shortcut+Shift+EQUALS", "Shortcut+ADD"));
        all.add(Command.of(Group.VIEW, "zoom-out", "Shortcut+MINUS", () -> workspace.preferences().zoom(-1))
                .alsoBy("Shortcut+SUBTRACT", "Shortcut+Shift+MINUS"));
        all.add(Command.of(Group.VIEW, "zoom-reset", "Shortcut+0", () -> workspace.preferences().resetZoom())
                .alsoBy("Shortcut+NUMPAD0"));
        addOpen(Group.VIEW, "show-tokens", "Shortcut+T", editor::toggleTokens);
        add(Group.VIEW, "theme-system", "", () -> window.useTheme(Appearance.SYSTEM));
        add(Group.VIEW, "theme-light", "", () -> window.useTheme(Appearance.LIGHT));
        add(Group.VIEW, "theme-dark", "", () -> window.useTheme(Appearance.DARK));
    }

    private void addHelp() {
        for (String sample : Samples.names()) {
            add(Group.HELP, "sample-" + sample, "", () -> window.documents().openSample(sample));
        }
        add(Group.HELP, "keys", "F1", window::showKeys);
    }

    private void add(Group group, String id, String keys, Runnable action) {
        all.add(Command.of(group, id, keys, action));
    }

    /// @param obstacle names what is said while it cannot be done; where no prompt is open, that is said
    private void add(Group group, String id, String keys, Runnable action, BooleanExpression enabled, String obstacle) {
        add(group, id, keys, action, enabled, () -> obstacle(obstacle));
    }

    private String obstacle(String name) {
        return Texts.get("command-palette." + (workspace.prompt().getDocument().isEmpty() ? "not-open" : name));
    }

    private void add(Group group, String id, String keys, Runnable action, BooleanExpression enabled,
            Supplier<String> obstacle) {
        all.add(Command.of(group, id, keys, action).enabledWhen(enabled, obstacle));
    }

    private void addOpen(Group group, String id, String keys, Runnable action) {
        add(group, id, keys, action, isOpen(), "not-open");
    }

    private void addBlock(String id, String keys, BlockAction action) {
        var focused = editor.getModel().focusedProperty();
        add(Group.BLOCK, id, keys, () -> editor.getModel().onFocused(action),
                Bindings.createBooleanBinding(() -> focused.get().isPresent(), focused), "no-block");
    }

    private BooleanExpression hasCalls() {
        var session = workspace.session().sessionProperty();
        return Bindings.createBooleanBinding(() -> !session.get().calls().isEmpty(), session);
    }

    private BooleanExpression isOpen() {
        var document = workspace.prompt().documentProperty();
        return Bindings.createBooleanBinding(() -> document.get().isPresent(), document);
    }
}
