package dev.cachewright.ui.document;

import dev.cachewright.ui.command.Commands;
import dev.cachewright.ui.fx.Subscriptions;
import dev.cachewright.ui.kit.Callout;
import dev.cachewright.ui.kit.Hint;
import dev.cachewright.words.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.VBox;

/// What the window shows while nothing is open: samples, recent files, and how to begin.
public final class StartView {

    private final StartViewModel model;
    private final Commands commands;
    private final Subscriptions subscriptions = new Subscriptions();

    @FXML
    private Callout offer;
    @FXML
    private VBox samples;
    @FXML
    private VBox recent;
    @FXML
    private Label noRecent;

    public StartView(StartViewModel model, Commands commands) {
        this.model = model;
        this.commands = commands;
    }

    @FXML
    private void initialize() {
        for (String name : model.samples()) {
            var title = link(Texts.get("sample." + name), () -> model.openSample(name));
            var hint = new Label(Texts.get("sample." + name + ".hint"));
            hint.getStyleClass().add("text-quiet");
            hint.setWrapText(true);
            samples.getChildren().add(new VBox(title, hint));
        }
        subscriptions.add(model.offer().offeredProperty().subscribe(now -> offer
                .setText(now.map(offered -> Texts.format("start.offer", offered.name())).orElse(""))));
        subscriptions.add(model.recentProperty().subscribe(this::showRecent));
    }

    private void showRecent(List<Path> files) {
        recent.getChildren().setAll(files.stream().map(this::entry).toList());
        noRecent.setVisible(files.isEmpty());
        noRecent.setManaged(files.isEmpty());
    }

    /// The name, and its folder below it; what is too long is cut in its middle and said whole in a hint.
    private Node entry(Path file) {
        var name = link(file.getFileName().toString(), () -> model.open(file));
        name.setMnemonicParsing(false);
        var folder = new Label(Objects.toString(file.getParent(), ""));
        folder.getStyleClass().add("text-quiet");
        List.of(name, folder).forEach(each -> {
            each.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
            each.setAccessibleText(file.toString());
            Hint.setOf(each, Hint.Source.TEXT);
        });
        return new VBox(name, folder);
    }

    private static Hyperlink link(String text, Runnable action) {
        var link = new Hyperlink(text);
        link.setOnAction(event -> action.run());
        return link;
    }

    @FXML
    private void acceptOffer() {
        model.offer().accept();
    }

    @FXML
    private void open() {
        commands.run("open");
    }

    @FXML
    private void create() {
        commands.run("new");
    }

    @FXML
    private void paste() {
        commands.run("paste-body");
    }

    @FXML
    private void watch() {
        commands.run("watch");
    }

    public StartViewModel getModel() {
        return model;
    }
}
