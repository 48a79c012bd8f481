package dev.cachewright.ui.shell;

import dev.cachewright.report.SessionForm;
import dev.cachewright.store.FileDifference;
import dev.cachewright.ui.document.CompareView;
import dev.cachewright.ui.document.CompareViewModel;
import dev.cachewright.ui.document.Dialogs;
import dev.cachewright.ui.fx.Theme;
import dev.cachewright.ui.fx.UiThread;
import dev.cachewright.ui.fx.Views;
import dev.cachewright.words.FewWords;
import dev.cachewright.words.Texts;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Alert;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.DialogPane;
import javafx.scene.control.TextInputDialog;
import javafx.scene.layout.Region;
import javafx.stage.FileChooser;
import javafx.stage.Modality;
import javafx.stage.Stage;

/// Asks in dialogs over the window.
public final class StageDialogs implements Dialogs {

    /// The endings of the forms that can be exported.
    private static final List<String> EXPORTS = List.of("prompty", "yaml", "json", "sh", "py", "mjs", "java");
    private static final List<String> SESSIONS = Stream.of(SessionForm.values()).map(SessionForm::word).toList();

    private final Supplier<Stage> owner;
    private final Theme theme;
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private int open;

    /// @param owner the window, once it exists
    public StageDialogs(Supplier<Stage> owner, Theme theme) {
        this.owner = owner;
        this.theme = theme;
    }

    @Override
    public Optional<Path> chooseOpen(Optional<Path> folder) {
        FileChooser chooser = chooser(folder, "dialog.open", "dialog.prompts", "*.prompt", "*.json", "*.prompty",
                "*.yaml",
                "*.yml", "*.txt", "*.md", "*.http", "*.rest", "*.har", "*.curl");
        return Optional.ofNullable(chooser.showOpenDialog(owner.get())).map(File::toPath);
    }

    @Override
    public Optional<Path> chooseSave(String name, Optional<Path> folder) {
        FileChooser chooser = chooser(folder, "dialog.save", "dialog.prompts", "*.prompt", "*.json");
        chooser.setInitialFileName(name);
        return Optional.ofNullable(chooser.showSaveDialog(owner.get())).map(File::toPath);
    }

    @Override
    public Optional<Path> chooseExport(String name, Optional<Path> folder) {
        FileChooser chooser = chooser(folder, "dialog.export", "dialog.export.prompty", "*.prompty");
        chooser.getExtensionFilters().setAll(EXPORTS.stream().map(form -> new FileChooser.ExtensionFilter(
                Texts.get("dialog.export." + form), "*." + form)).toList());
        chooser.setInitialFileName(name);
        return Optional.ofNullable(chooser.showSaveDialog(owner.get())).map(File::toPath)
                .map(path -> withEnding(path, chooser.getSelectedExtensionFilter(), EXPORTS));
    }

    /// Not every system adds the ending that was chosen.
    private static Path withEnding(Path path, FileChooser.ExtensionFilter chosen, List<String> endings) {
        String name = path.getFileName().toString();
        boolean hasEnding = endings.stream().anyMatch(form -> name.endsWith("." + form));
        return hasEnding || chosen == null
                ? path
                : path.resolveSibling(name + chosen.getExtensions().getFirst().substring(1));
    }

    @Override
    public Optional<Path> chooseSessionCopy(String name, Optional<Path> folder) {
        FileChooser chooser = chooser(folder, "dialog.save-session", "dialog.sessions.jsonl", "*.jsonl");
        chooser.getExtensionFilters().setAll(SESSIONS.stream().map(form -> new FileChooser.ExtensionFilter(
                Texts.get("dialog.sessions." + form), "*." + form)).toList());
        chooser.setInitialFileName(name);
        return Optional.ofNullable(chooser.showSaveDialog(owner.get())).map(File::toPath)
                .map(path -> withEnding(path, chooser.getSelectedExtensionFilter(), SESSIONS));
    }

    @Override
    public Optional<Path> chooseValues(Optional<Path> folder) {
        FileChooser chooser = chooser(folder, "dialog.values", "dialog.data", "*.csv", "*.jsonl", "*.ndjson");
        return Optional.ofNullable(chooser.showOpenDialog(owner.get())).map(File::toPath);
    }

    static FileChooser chooser(Optional<Path> folder, String title, String kind, String... patterns) {
        var chooser = new FileChooser();
        // One that is gone would keep the dialog from opening.
        folder.map(Path::toFile).filter(File::isDirectory).ifPresent(chooser::setInitialDirectory);
        chooser.setTitle(Texts.get(title));
        chooser.getExtensionFilters().setAll(new FileChooser.ExtensionFilter(Texts.get(kind), patterns),
                new FileChooser.ExtensionFilter(Texts.get("dialog.all-files"), "*"));
        return chooser;
    }

    @Override
    public Unsaved askUnsaved(String name) {
        var save = new ButtonType(Texts.get("dialog.save-changes"), ButtonData.YES);
        var discard = new ButtonType(Texts.get("dialog.discard"), ButtonData.NO);
        var keep = new ButtonType(Texts.get("dialog.keep-editing"), ButtonData.CANCEL_CLOSE);
        ButtonType answer = ask(Texts.format("dialog.unsaved", name), Texts.get("dialog.unsaved-hint"), save, discard,
                keep);
        return answer == save ? Unsaved.SAVE : answer == discard ? Unsaved.DISCARD : Unsaved.CANCEL;
    }

    @Override
    public Overwrite askOverwrite(List<Path> changed) {
        var overwrite = new ButtonType(Texts.get("dialog.overwrite"), ButtonData.NO);
        var compare = new ButtonType(Texts.get("newer-files.compare"), ButtonData.YES);
        var keep = new ButtonType(Texts.get("dialog.keep-theirs"), ButtonData.CANCEL_CLOSE);
        String files = changed.stream().map(Path::toString).collect(Collectors.joining("\n"));
        ButtonType answer = ask(Texts.get("dialog.changed"), Texts.format("dialog.changed-hint", files), overwrite,
                compare, keep);
        return answer == overwrite ? Overwrite.OVERWRITE : answer == compare ? Overwrite.COMPARE : Overwrite.NOTHING;
    }

    @Override
    public boolean askOutside(String name, List<Path> files) {
        var use = new ButtonType(Texts.get("dialog.use-outside"), ButtonData.YES);
        var refuse = new ButtonType(Texts.get("dialog.refuse-outside"), ButtonData.CANCEL_CLOSE);
        String listed = files.stream().map(Path::toString).collect(Collectors.joining("\n"));
        return isAllowed(Texts.format("dialog.outside", name), Texts.format("dialog.outside-hint", listed), use,
                refuse);
    }

    @Override
    public Several askSeveral(String name) {
        var traffic = new ButtonType(Texts.get("dialog.read-traffic"), ButtonData.YES);
        var prompt = new ButtonType(Texts.get("dialog.open-prompt"), ButtonData.NO);
        var nothing = new ButtonType(Texts.get("dialog.cancel"), ButtonData.CANCEL_CLOSE);
        ButtonType answer = ask(Texts.format("dialog.several", name), Texts.get("dialog.several-hint"), traffic, prompt,
                nothing);
        return answer == traffic ? Several.TRAFFIC : answer == prompt ? Several.PROMPT : Several.NOTHING;
    }

    @Override
    public boolean askRestore(String name) {
        var open = new ButtonType(Texts.get("recovery.open"), ButtonData.YES);
        var later = new ButtonType(Texts.get("recovery.later"), ButtonData.CANCEL_CLOSE);
        return ask(Texts.format("recovery.question", name), Texts.get("recovery.question-hint"), open,
                later) == open;
    }

    @Override
    public Newer askNewer(List<FileDifference> differences) {
        var reload = new ButtonType(Texts.get("newer-files.reload"), ButtonData.LEFT);
        var keep = new ButtonType(Texts.get("newer-files.keep-mine"), ButtonData.LEFT);
        var later = new ButtonType(Texts.get("dialog.close"), ButtonData.CANCEL_CLOSE);
        Dialog<ButtonType> dialog = dialog(Texts.get("compare.title"),
                Views.load(new CompareView(new CompareViewModel(differences))).root(), reload, keep, later);
        makeDefault(dialog, later);
        return answer(dialog).map(
                answer -> answer == reload ? Newer.RELOAD : answer == keep ? Newer.KEEP_MINE : Newer.LATER)
                .orElse(Newer.LATER);
    }

    @Override
    public void showError(String title, String message) {
        if (open > 0) {
            waiting.add(() -> showError(title, message));
        } else {
            ask(title, message, new ButtonType(Texts.get("dialog.understood"), ButtonData.OK_DONE));
        }
    }

    /// Asks whether to do what may do harm; Enter does not.
    private boolean isAllowed(String title, String message, ButtonType go, ButtonType refuse) {
        Alert alert = alert(title, message, go, refuse);
        makeDefault(alert, refuse);
        return answer(alert).filter(answer -> answer == go).isPresent();
    }

    /// The only button that Enter presses.
    private static void makeDefault(Dialog<ButtonType> dialog, ButtonType safe) {
        dialog.getDialogPane().getButtonTypes().forEach(type -> ((Button) dialog.getDialogPane().lookupButton(type))
                .setDefaultButton(type == safe));
    }

    private ButtonType ask(String title, String message, ButtonType... buttons) {
        return answer(alert(title, message, buttons)).orElse(buttons[buttons.length - 1]);
    }

    private Alert alert(String title, String message, ButtonType... buttons) {
        var alert = new Alert(Alert.AlertType.NONE, message, buttons);
        alert.setTitle(Texts.get("workbench.title"));
        alert.setHeaderText(title);
        dress(alert);
        return alert;
    }

    /// Waits for the answer, and then says what had to wait meanwhile: no message lies over another.
    private <T> Optional<T> answer(Dialog<T> dialog) {
        open++;
        try {
            return dialog.showAndWait();
        } finally {
            open--;
            if (open == 0 && !waiting.isEmpty()) {
                UiThread.later(waiting.remove());
            }
        }
    }

    /// Asks for one line of text.
    Optional<String> askText(String title, String initial) {
        var dialog = new TextInputDialog(initial);
        dialog.setGraphic(null);
        dialog.getDialogPane().getContent().getStyleClass().add("grid-pane");
        ((Button) dialog.getDialogPane().lookupButton(ButtonType.OK)).setText(Texts.get("dialog.use"));
        dialog.setTitle(Texts.get("workbench.title"));
        dialog.setHeaderText(title);
        dress(dialog);
        return answer(dialog).map(String::strip).filter(text -> !text.isEmpty());
    }

    /// Asks whether variables may be sent empty; Enter does not send them.
    EmptyValues.Answer askEmpty(EmptyValues.Question question) {
        var send = new ButtonType(Texts.format("dialog.send-empty", question.variables().size()), ButtonData.YES);
        var show = new ButtonType(Texts.get("dialog.show-values"), ButtonData.NO);
        var nothing = new ButtonType(Texts.get("dialog.do-not-send"), ButtonData.CANCEL_CLOSE);
        int count = question.variables().size();
        String names = FewWords.list(question.variables());
        String title = switch (question.rows()) {
            case ONE -> Texts.format("dialog.empty-in-row", names, count, question.row());
            case ALL -> Texts.format("dialog.empty-in-rows", names, count);
            case NONE_THERE -> Texts.format("dialog.empty", names, count);
        };
        Alert alert = alert(title, Texts.format("dialog.empty-hint", count), send, show, nothing);
        ((Button) alert.getDialogPane().lookupButton(send)).setDefaultButton(false);
        ((Button) alert.getDialogPane().lookupButton(show)).setDefaultButton(true);
        return answer(alert).map(answer -> answer == send ? EmptyValues.Answer.SEND
                : answer == show ? EmptyValues.Answer.SHOW_VALUES : EmptyValues.Answer.NOTHING)
                .orElse(EmptyValues.Answer.NOTHING);
    }

    /// Shows a form; returns whether its button was pressed.
    boolean showForm(String title, Node form, ObservableValue<String> button, BooleanBinding valid) {
        var go = new ButtonType(button.getValue(), ButtonData.OK_DONE);
        Dialog<ButtonType> dialog = dialog(title, form, go,
                new ButtonType(Texts.get("dialog.cancel"), ButtonData.CANCEL_CLOSE));
        Button goes = (Button) dialog.getDialogPane().lookupButton(go);
        goes.disableProperty().bind(valid.not());
        goes.textProperty().bind(button);
        return answer(dialog).filter(answer -> answer == go).isPresent();
    }

    /// Asks before a server is removed (`remove`), and before what is typed of it is kept (`save`).
    boolean askServer(String what) {
        boolean isRemoval = what.equals("remove");
        var go = new ButtonType(Texts.get(isRemoval ? "dialog.remove-server" : "dialog.save-server"), ButtonData.YES);
        var not = new ButtonType(Texts.get(isRemoval ? "dialog.keep-server" : "dialog.drop-server"),
                ButtonData.CANCEL_CLOSE);
        String title = Texts.get(isRemoval ? "dialog.ask-remove-server" : "dialog.ask-save-server");
        String hint = Texts.get(isRemoval ? "dialog.ask-remove-server-hint" : "dialog.ask-save-server-hint");
        return isRemoval ? isAllowed(title, hint, go, not) : ask(title, hint, go, not) == go;
    }

    /// A window beside the one that the dialogs are over.
    SideWindow beside() {
        return new SideWindow(owner, theme);
    }

    /// Shows something to be read.
    void showNote(String title, Node content) {
        answer(dialog(title, content, new ButtonType(Texts.get("dialog.close"), ButtonData.OK_DONE)));
    }

    /// Shows something that can close its dialog.
    ///
    /// @param content is given what closes it
    void showClosable(String title, Function<Runnable, Node> content) {
        var close = new ButtonType(Texts.get("dialog.close"), ButtonData.CANCEL_CLOSE);
        var dialogs = new ArrayList<Dialog<ButtonType>>();
        Dialog<ButtonType> dialog = dialog(title, content.apply(() -> dialogs.forEach(Dialog::close)), close);
        dialogs.add(dialog);
        answer(dialog);
    }

    /// Shows something beside the window, which goes on meanwhile.
    ///
    /// @return brings it to the front
    Runnable showBeside(String title, Node content, Runnable closed) {
        Dialog<ButtonType> dialog = dialog(title, content,
                new ButtonType(Texts.get("dialog.close"), ButtonData.CANCEL_CLOSE));
        dialog.initModality(Modality.NONE);
        dialog.show();
        var stage = (Stage) dialog.getDialogPane().getScene().getWindow();
        // Of the window of the dialog, which may also go with that of its owner.
        stage.showingProperty().subscribe((_, isShowing) -> {
            if (!isShowing) {
                closed.run();
            }
        });
        return stage::toFront;
    }

    /// Whether a variant that is in no file may be removed for good.
    boolean askRemoveVariant(String name) {
        var go = new ButtonType(Texts.get("layouts.remove"), ButtonData.YES);
        var not = new ButtonType(Texts.get("layouts.keep-it"), ButtonData.CANCEL_CLOSE);
        return isAllowed(Texts.format("layouts.ask-remove", name), Texts.get("layouts.ask-remove-hint"), go, not);
    }

    /// Whether a session may be removed for good.
    boolean askDeleteSession(String name) {
        var go = new ButtonType(Texts.get("sessions.delete"), ButtonData.YES);
        var not = new ButtonType(Texts.get("sessions.keep"), ButtonData.CANCEL_CLOSE);
        return isAllowed(Texts.format("sessions.ask-delete", name), Texts.get("sessions.ask-delete-hint"), go, not);
    }

    private Dialog<ButtonType> dialog(String title, Node content, ButtonType... buttons) {
        var dialog = new Dialog<ButtonType>();
        dialog.setTitle(Texts.get("workbench.title"));
        dialog.setHeaderText(title);
        dialog.getDialogPane().setContent(content);
        dialog.getDialogPane().getButtonTypes().setAll(buttons);
        dress(dialog);
        return dialog;
    }

    private void dress(Dialog<?> dialog) {
        dialog.initOwner(owner.get());
        // Else long paths are cut off.
        dialog.getDialogPane().setMinHeight(Region.USE_PREF_SIZE);
        theme.install(dialog.getDialogPane().getScene());
        // Once it is known which button is the default one: the first style gives the focus away.
        dialog.setOnShowing(showing -> showWhole(dialog.getDialogPane()));
        dialog.setOnShown(shown -> {
            center(dialog);
            // A dialog may have its size only in the next frame.
            UiThread.nextFrame(() -> UiThread.later(() -> center(dialog)));
        });
    }

    /// No title and no button is cut, whatever the names in it.
    private static void showWhole(DialogPane pane) {
        pane.applyCss();
        pane.lookupAll(".header-panel .label").forEach(title -> ((Region) title).setMinHeight(Region.USE_PREF_SIZE));
        pane.getButtonTypes().forEach(type -> ((Region) pane.lookupButton(type)).setMinWidth(Region.USE_PREF_SIZE));
    }

    /// The first dialog of a new window can come up in the corner of the screen.
    private void center(Dialog<?> dialog) {
        Stage window = owner.get();
        dialog.setX(window.getX() + (window.getWidth() - dialog.getWidth()) / 2);
        dialog.setY(window.getY() + (window.getHeight() - dialog.getHeight()) / 2);
    }
}
