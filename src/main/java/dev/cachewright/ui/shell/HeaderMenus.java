package dev.cachewright.ui.shell;

import dev.cachewright.catalog.Model;
import dev.cachewright.provider.Profile;
import dev.cachewright.ui.command.Commands;
import dev.cachewright.ui.kit.Picker;
import dev.cachewright.words.Numbers;
import dev.cachewright.words.ProviderWords;
import dev.cachewright.words.Texts;
import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/// What the header's choices offer.
final class HeaderMenus {

    /// More rows than this are chosen in the Values pane.
    private static final int LISTED_ROWS = 30;

    private final HeaderViewModel model;
    private final Commands commands;

    HeaderMenus(HeaderViewModel model, Commands commands) {
        this.model = model;
        this.commands = commands;
    }

    void fillRecent(Menu recent) {
        recent.getItems().setAll(model.recentFiles().stream()
                .map(file -> item(file.toString(), () -> model.open(file))).toList());
        recent.setDisable(recent.getItems().isEmpty());
    }

    void fillProfiles(Picker profile) {
        profile.getItems().clear();
        for (Profile choice : model.profiles()) {
            profile.getItems().add(item(choice.name(), () -> model.useProfile(choice)));
        }
        profile.getItems().add(new SeparatorMenuItem());
        profile.getItems().add(item(Texts.get("command.add-server"), () -> commands.run("add-server")));
    }

    void fillModels(Picker models) {
        Map<String, Menu> providers = new LinkedHashMap<>();
        for (Model choice : model.models()) {
            providers.computeIfAbsent(choice.provider(), HeaderMenus::providerMenu)
                    .getItems().add(item(choice.id(), () -> model.useModel(choice.id())));
        }
        models.getItems().setAll(providers.values());
        models.getItems().add(new SeparatorMenuItem());
        models.getItems().add(item(Texts.get("command.other-model"), () -> commands.run("other-model")));
    }

    void fillRows(Picker row) {
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

    static MenuItem item(String text, Runnable action) {
        var item = new MenuItem(text);
        item.setMnemonicParsing(false);
        item.setOnAction(event -> action.run());
        return item;
    }

    private static Menu providerMenu(String provider) {
        var menu = new Menu(ProviderWords.name(provider));
        menu.setMnemonicParsing(false);
        return menu;
    }
}
