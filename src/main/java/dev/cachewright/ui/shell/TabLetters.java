package dev.cachewright.ui.shell;

import dev.cachewright.ui.fx.Subscriptions;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TabPane;

/// Makes the words of tabs smaller where all of them would not fit.
final class TabLetters {

    private static final PseudoClass TIGHT = PseudoClass.getPseudoClass("tight");
    private static final PseudoClass TIGHTEST = PseudoClass.getPseudoClass("tightest");
    /// How wide the words of all tabs are, and how wide small ones, in the size of letters.
    private static final double ROOM = 33.5;
    private static final double SMALL_ROOM = 22;

    private final TabPane tabs;
    private final Label usual;

    private TabLetters(TabPane tabs, Label usual) {
        this.tabs = tabs;
        this.usual = usual;
    }

    /// @return a label that is never seen, to be put beside the tabs: its letters have the usual size, whatever that of
    /// the tabs is
    static Label fitting(TabPane tabs, Subscriptions subscriptions) {
        var usual = new Label();
        usual.setVisible(false);
        usual.setManaged(false);
        var letters = new TabLetters(tabs, usual);
        subscriptions.add(tabs.widthProperty().subscribe(letters::fit));
        subscriptions.add(usual.fontProperty().subscribe(letters::fit));
        return usual;
    }

    private void fit() {
        double room = tabs.getWidth() / usual.getFont().getSize();
        tabs.pseudoClassStateChanged(TIGHT, room < ROOM);
        tabs.pseudoClassStateChanged(TIGHTEST, room < SMALL_ROOM);
    }
}
