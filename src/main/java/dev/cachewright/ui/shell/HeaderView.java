package dev.cachewright.ui.shell;

import dev.cachewright.ui.command.CommandMenus;
import dev.cachewright.ui.command.Commands;
import dev.cachewright.ui.fx.Subscriptions;
import dev.cachewright.ui.fx.Views;
import dev.cachewright.ui.kit.Picker;
import dev.cachewright.words.Texts;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;

/// The header: menu, file, pickers, and the buttons that send.
public final class HeaderView {

    /// In em.
    private static final double ROOMY = 95;

    private final HeaderViewModel model;
    private final Commands commands;
    private final HeaderChoices choices;
    private final Subscriptions subscriptions = new Subscriptions();

    @FXML
    private HBox root;
    @FXML
    private Button commandsButton;
    @FXML
    private MenuButton menu;
    @FXML
    private Picker profile;
    @FXML
    private Picker models;
    @FXML
    private Picker api;
    @FXML
    private Picker row;
    @FXML
    private Button send;
    @FXML
    private Button stop;
    @FXML
    private Button series;

    HeaderView(HeaderViewModel model, HeaderChoices choices, Commands commands) {
        this.model = model;
        this.choices = choices;
        this.commands = commands;
    }

    @FXML
    private void initialize() {
        CommandMenus.fill(menu, commands);
        var recent = new Menu(Texts.get("menu.recent"));
        menu.getItems().add(recent);
        subscriptions.add(menu.showingProperty().subscribe(() -> fillRecent(recent)));
        profile.setChoices(choices.profiles());
        models.setChoices(choices.models());
        api.setChoices(choices.apis());
        row.setChoices(choices.rows());
        subscriptions.add(model.runningProperty().subscribe(this::showRunning));
        subscriptions.add(root.widthProperty().subscribe(this::arrange));
        subscriptions.add(send.fontProperty().subscribe(this::arrange));
        commands.find("send").ifPresent(command -> send.disableProperty().bind(command.enabled().not()));
        commands.find("run-series").ifPresent(command -> series.disableProperty().bind(command.enabled().not()));
    }

    /// Opens one of the lists.
    void choose(String what) {
        switch (what) {
            case "profile" -> profile.open();
            case "model" -> models.open();
            case "row" -> row.open();
            default -> throw new IllegalArgumentException("no list of " + what);
        }
    }

    private void fillRecent(Menu recent) {
        recent.getItems().setAll(model.recentFiles().stream().map(file -> {
            var item = new MenuItem(file.toString());
            item.setMnemonicParsing(false);
            item.setOnAction(event -> model.open(file));
            return item;
        }).toList());
        recent.setDisable(recent.getItems().isEmpty());
    }

    /// Where room is short the choices stay readable, and key hints go: the menu and F1 have them too.
    private void arrange() {
        boolean isNarrow = root.getWidth() < ROOMY * send.getFont().getSize();
        Views.setShown(commandsButton, !isNarrow);
        ContentDisplay display = isNarrow ? ContentDisplay.TEXT_ONLY : ContentDisplay.RIGHT;
        List.of(send, series, stop).forEach(button -> button.setContentDisplay(display));
        for (Picker picker : List.of(profile, models, api, row)) {
            picker.setCompact(isNarrow);
        }
    }

    private void showRunning(boolean isRunning) {
        Views.setShown(send, !isRunning);
        Views.setShown(stop, isRunning);
        // What cannot be pressed meanwhile makes room for how far the run is.
        Views.setShown(series, !isRunning);
    }

    @FXML
    private void send() {
        commands.run("send");
    }

    @FXML
    private void stop() {
        commands.run("stop");
    }

    @FXML
    private void runSeries() {
        commands.run("run-series");
    }

    @FXML
    private void showCommands() {
        commands.run("commands");
    }

    public HeaderViewModel getModel() {
        return model;
    }
}
