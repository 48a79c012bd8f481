package dev.cachewright.ui.advice;

import dev.cachewright.advice.Spot;
import dev.cachewright.prompt.text.LineDifference;
import dev.cachewright.ui.fx.Subscriptions;
import dev.cachewright.ui.kit.text.Mark;
import dev.cachewright.ui.kit.text.ReadOnlyText;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The advice as a list, what saves most first; each with its place, its reason and its edit.
public final class AdviceView {

    private final AdviceViewModel model;
    private final Consumer<Spot> goTo;
    private final Consumer<String> commands;
    private final Subscriptions subscriptions = new Subscriptions();

    @FXML
    private VBox list;
    @FXML
    private ReadOnlyText difference;

    /// @param goTo brings a place of the prompt into view
    /// @param commands does what a command does, by its id
    public AdviceView(AdviceViewModel model, Consumer<Spot> goTo, Consumer<String> commands) {
        this.model = model;
        this.goTo = goTo;
        this.commands = commands;
    }

    @FXML
    private void initialize() {
        subscriptions.add(model.rowsProperty()
                .subscribe(rows -> list.getChildren().setAll(rows.stream().map(this::row).toList())));
        subscriptions.add(model.differenceProperty().subscribe(this::showDifference));
    }

    private VBox row(AdviceViewModel.Row row) {
        var title = new Hyperlink(row.title());
        title.getStyleClass().add("advice-title");
        title.setWrapText(true);
        title.setMaxWidth(Double.MAX_VALUE);
        title.setTooltip(new Tooltip(row.source()));
        title.setAccessibleHelp(row.source());
        title.setOnAction(event -> goTo.accept(row.advice().spot()));
        var gain = new Label(row.gain());
        gain.getStyleClass().add(row.advice().gain().isGain() ? "advice-gain" : "advice-note");
        gain.setMinWidth(Label.USE_PREF_SIZE);
        var details = new Label(row.details());
        details.getStyleClass().add("advice-note");
        details.setWrapText(true);
        details.setMinHeight(Label.USE_PREF_SIZE);
        details.setMaxWidth(Double.MAX_VALUE);
        var apply = new Hyperlink(row.action());
        apply.getStyleClass().add("advice-apply");
        apply.setMinWidth(Hyperlink.USE_PREF_SIZE);
        apply.setVisible(!row.action().isEmpty());
        apply.setAccessibleText(row.action() + ": " + row.title());
        apply.setOnAction(event -> model.apply(row.advice()));
        HBox.setHgrow(title, Priority.ALWAYS);
        HBox.setHgrow(details, Priority.ALWAYS);
        var box = new VBox(line(title, gain), line(details, apply));
        box.getStyleClass().add("advice-row");
        return box;
    }

    private static HBox line(Node left, Node right) {
        var line = new HBox(left, right);
        line.getStyleClass().add("advice-line");
        return line;
    }

    private void showDifference(LineDifference found) {
        var text = new StringBuilder();
        List<Mark> marks = new ArrayList<>();
        for (LineDifference.Line line : found.lines()) {
            int start = text.length();
            text.append(switch (line.change()) {
                case SAME -> "  " + line.text();
                case REMOVED -> "- " + line.text();
                case ADDED -> "+ " + line.text();
                case GAP -> "  …";
            });
            if (line.change() == LineDifference.Change.REMOVED) {
                marks.add(new Mark(start, text.length(), "difference"));
            } else if (line.change() == LineDifference.Change.ADDED) {
                marks.add(new Mark(start, text.length(), "cached"));
            }
            text.append('\n');
        }
        difference.show(text.toString(), 0, marks.toArray(Mark[]::new));
    }

    @FXML
    private void preview() {
        model.preview();
    }

    @FXML
    private void leavePreview() {
        model.leavePreview();
    }

    @FXML
    private void previewLayout() {
        model.previewLayout();
    }

    @FXML
    private void applyShown() {
        model.applyShown();
    }

    @FXML
    private void compare() {
        commands.accept("compare-request");
    }

    @FXML
    private void loadValues() {
        commands.accept("load-values");
    }

    public AdviceViewModel getModel() {
        return model;
    }
}
