package dev.cachewright.ui.session;

import dev.cachewright.ui.kit.Hint;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.scene.control.TableRow;
import javafx.scene.input.MouseEvent;

/// A row of the table, which says why its call missed while it is pointed at.
final class CallTableRow extends TableRow<CallRow> {

    /// @param tell tells of a call, by its number, what is known of its miss, perhaps twice
    CallTableRow(BiConsumer<Integer, Consumer<String>> tell) {
        addEventHandler(MouseEvent.MOUSE_ENTERED, event -> ask(tell));
    }

    /// Rows are used again for other calls.
    @Override
    protected void updateItem(CallRow row, boolean isEmpty) {
        if (!Objects.equals(row, getItem())) {
            setAccessibleHelp("");
            setTooltip(null);
        }
        super.updateItem(row, isEmpty);
    }

    private void ask(BiConsumer<Integer, Consumer<String>> tell) {
        CallRow asked = getItem();
        if (asked != null) {
            tell.accept(asked.number(), words -> {
                if (asked.equals(getItem())) {
                    setAccessibleHelp(words);
                    if (getTooltip() == null) {
                        setTooltip(Hint.of(accessibleHelpProperty()));
                    }
                }
            });
        }
    }
}
