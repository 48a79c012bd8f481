package dev.cachewright.ui.whatif;

import dev.cachewright.ui.fx.Views;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// Sentences below each other. Labels stay, so that nothing jumps while figures move.
public final class Lines extends VBox {

    public Lines() {
        getStyleClass().add("what-if-lines");
    }

    void say(List<String> words) {
        List<Node> labels = getChildren();
        for (int i = labels.size(); i < words.size(); i++) {
            var label = new Label();
            label.setWrapText(true);
            label.setMinHeight(Label.USE_PREF_SIZE);
            labels.add(label);
        }
        for (int i = 0; i < labels.size(); i++) {
            ((Label) labels.get(i)).setText(i < words.size() ? words.get(i) : "");
            Views.setShown(labels.get(i), i < words.size());
        }
    }
}
