package dev.cachewright.ui.shell;

import dev.cachewright.catalog.Model;
import dev.cachewright.prompt.Api;
import dev.cachewright.provider.Profile;
import dev.cachewright.ui.fx.Numbers;
import dev.cachewright.ui.fx.Subscriptions;
import dev.cachewright.ui.fx.Texts;
import dev.cachewright.ui.kit.KeyHint;
import dev.cachewright.ui.kit.Picker;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.HBox;

/// The header: menu, file, pickers, and the buttons that send.
public final class HeaderView {

    /// More rows than this are chosen in the Values pane.
    private static final int LISTED_ROWS = 30;
    private static final double ROOMY = 1_240;

    private final HeaderViewModel model;
    private final Commands commands;
    private final Subscriptions subscriptions = new Subscriptions();

    @FXML
    private HBox root;
    @FXML
    private Button commandsButton;
    @FXML
    private KeyHint seriesKey;
    @FXML
    private KeyHint sendKey;
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

    HeaderView(HeaderViewModel model, Commands commands) {
        this.model = model;
        this.commands = commands;
    }

    @FXML
    private void initialize() {
        CommandMenus.fill(menu, commands);
        fillModels();
        for (Api choice : new Api[]{Api.CHAT, Api.RESPONSES}) {
            api.getItems().add(item(Texts.get("header.api." + choice.word()), () -> model.useApi(choice)));
        }
        subscriptions.add(profile.showingProperty().subscribe(this::fillProfiles));
        subscriptions.add(row.showingProperty().subscribe(this::fillRows));
        subscriptions.add(model.runningProperty().subscribe(this::showRunning));
        subscriptions.add(root.widthProperty().subscribe(width -> showNarrow(width.doubleValue() < ROOMY)));
        fillProfiles();
        fillRows();
    }

    /// Where room is short the choices stay readable, and hints at keys go: the menu and F1 have them too.
    private void showNarrow(boolean isNarrow) {
        setShown(commandsButton, !isNarrow);
        setShown(seriesKey, !isNarrow);
        setShown(sendKey, !isNarrow);
        for (Picker picker : List.of(profile, models, api, row)) {
            picker.setCompact(isNarrow);
        }
    }

    private void showRunning(boolean isRunning) {
        setShown(send, !isRunning);
        setShown(stop, isRunning);
        series.setDisable(isRunning);
    }

    private static void setShown(Node node, boolean isShown) {
        node.setVisible(isShown);
        node.setManaged(isShown);
    }

    private void fillProfiles() {
        profile.getItems().clear();
        for (Profile choice : model.profiles()) {
            profile.getItems().add(item(choice.name(), () -> model.useProfile(choice)));
        }
        profile.getItems().add(new SeparatorMenuItem());
        profile.getItems().add(item(Texts.get("command.add-server"), () -> commands.run("add-server")));
    }

    private void fillModels() {
        Map<String, Menu> providers = new LinkedHashMap<>();
        for (Model choice : model.models()) {
            providers.computeIfAbsent(choice.provider(), name -> new Menu(Texts.get("header.provider." + name)))
                    .getItems().add(item(choice.id(), () -> model.useModel(choice.id())));
        }
        models.getItems().setAll(providers.values());
        models.getItems().add(new SeparatorMenuItem());
        models.getItems().add(item(Texts.get("command.other-model"), () -> commands.run("other-model")));
    }

    private void fillRows() {
        row.getItems().clear();
        for (int i = 0; i < Math.min(LISTED_ROWS, model.rows()); i++) {
            int index = i;
            row.getItems().add(item(Texts.format("header.row-item", Numbers.count(i + 1L)), () -> model.useRow(index)));
        }
        if (model.rows() > 0) {
            row.getItems().add(new SeparatorMenuItem());
        }
        row.getItems().add(item(Texts.get("command.load-values"), () -> commands.run("load-values")));
    }

    private static MenuItem item(String text, Runnable action) {
        var item = new MenuItem(text);
        item.setMnemonicParsing(false);
        item.setOnAction(event -> action.run());
        return item;
    }

    @FXML
    private void send() {
        commands.run("send");
    }

    @FXML
    private void stop() {
        commands.run("cancel");
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
