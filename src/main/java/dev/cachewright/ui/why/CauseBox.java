package dev.cachewright.ui.why;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// A cause, and what mends it below.
final class CauseBox extends VBox {

    CauseBox(Answer.CauseLine line) {
        var title = new Label(line.title());
        title.getStyleClass().add("why-cause");
        var mend = new Label(line.mend());
        mend.getStyleClass().add("why-mend");
        for (Label label : List.of(title, mend)) {
            label.setWrapText(true);
            label.setMinHeight(USE_PREF_SIZE);
        }
        getChildren().setAll(title, mend);
    }
}
