package dev.cachewright.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.ui.FxToolkit;
import dev.cachewright.ui.Snapshots;
import dev.cachewright.ui.fx.Theme;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The list that a picker opens, worked with keys.
class PickerTest {

    private final List<String> done = new ArrayList<>();
    private final List<Choice> models = new ArrayList<>(List.of(Choice.heading("Used last"),
            model("gpt-5.4", true), model("gpt-4o", false), Choice.heading("All models"),
            model("claude-sonnet-4-5", false), model("deepseek-chat", false)));
    private final Picker picker = FxToolkit.call(Picker::new);
    private final Button before = FxToolkit.call(() -> new Button("Before"));
    private final Theme theme = FxToolkit.call(Theme::new);
    private final Stage stage = FxToolkit.call(() -> {
        picker.setCaption("Model");
        picker.setValue("gpt-5.4");
        picker.setChoices(choices(models));
        var content = new VBox(before, picker);
        var shown = new Stage();
        shown.setScene(new Scene(new StackPane(content), 520, 400));
        theme.install(shown.getScene());
        shown.show();
        return shown;
    });
    private final Scene scene = stage.getScene();

    @AfterEach
    void close() {
        FxToolkit.run(stage::close);
    }

    private static Choice model(String id, boolean isCurrent) {
        return new Choice(id, id, "$2.50 in · $0.25 cached", "Provider · steps of 128 tokens", isCurrent);
    }

    private Choices choices(List<Choice> all) {
        return new Choices("Find a model", () -> all, "Prices are for a million tokens.",
                choice -> done.add(choice.id()),
                List.of(new Choices.Other("Use another model…", () -> done.add("other"))));
    }

    private void open() {
        FxToolkit.run(() -> {
            before.requestFocus();
            picker.open();
        });
        FxToolkit.frames(2);
    }

    private void type(String text) {
        FxToolkit.run(() -> query().setText(text));
        FxToolkit.frames(2);
    }

    private void press(KeyCode... codes) {
        for (KeyCode code : codes) {
            FxToolkit.run(() -> scene.getFocusOwner().fireEvent(
                    new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false)));
        }
    }

    private TextField query() {
        return (TextField) scene.getRoot().lookup(".picker-list .text-field");
    }

    @SuppressWarnings("unchecked")
    private ListView<Choice> list() {
        return (ListView<Choice>) scene.getRoot().lookup(".picker-list .list-view");
    }

    private String selected() {
        return FxToolkit.call(() -> list().getSelectionModel().getSelectedItem().id());
    }

    private boolean isOpen() {
        return FxToolkit.call(() -> scene.getRoot().lookup(".picker-list") != null);
    }

    @Test
    void itOpensWithTheFocusInTheSearchAndTheChoiceInUseChosen() {
        open();

        assertThat(FxToolkit.call(scene::getFocusOwner)).isSameAs(query());
        assertThat(selected()).isEqualTo("gpt-5.4");
        assertThat(FxToolkit.call(() -> query().getAccessibleText())).isEqualTo("Model. Find a model");
    }

    @Test
    void arrowsPassHeadingsAndStayAtTheEnds() {
        open();

        press(KeyCode.UP);
        assertThat(selected()).isEqualTo("gpt-5.4");
        press(KeyCode.DOWN, KeyCode.DOWN);
        assertThat(selected()).isEqualTo("claude-sonnet-4-5");
        press(KeyCode.PAGE_DOWN, KeyCode.DOWN);
        assertThat(selected()).isEqualTo("deepseek-chat");
        press(KeyCode.PAGE_UP);
        assertThat(selected()).isEqualTo("gpt-5.4");
    }

    @Test
    void enterChoosesAndTheFocusGoesBackToWhereItWas() {
        open();

        type("sonnet cached");
        press(KeyCode.ENTER);

        assertThat(done).containsExactly("claude-sonnet-4-5");
        assertThat(isOpen()).isFalse();
        assertThat(FxToolkit.call(scene::getFocusOwner)).isSameAs(before);
    }

    @Test
    void escapeClosesAndChoosesNothing() {
        open();

        press(KeyCode.ESCAPE);

        assertThat(done).isEmpty();
        assertThat(isOpen()).isFalse();
        assertThat(FxToolkit.call(scene::getFocusOwner)).isSameAs(before);
    }

    @Test
    void aWordThatFindsNothingSaysSo() {
        open();

        type("gpt-9");

        assertThat(FxToolkit.call(() -> list().getItems())).isEmpty();
        assertThat(FxToolkit.call(() -> ((Label) list().getPlaceholder()).getText()))
                .isEqualTo("Nothing fits “gpt-9”. Try fewer letters or another word.");
        press(KeyCode.ENTER);
        assertThat(isOpen()).isTrue();
        type("deep");
        assertThat(selected()).isEqualTo("deepseek-chat");
    }

    @Test
    void moreLettersFindFewerAndFewerLettersMore() {
        open();

        type("gpt");
        type("gpt-4");
        assertThat(selected()).isEqualTo("gpt-4o");
        type("gpt-");
        press(KeyCode.DOWN);
        assertThat(selected()).isEqualTo("gpt-4o");
        type("deep");
        assertThat(selected()).isEqualTo("deepseek-chat");
        type("");
        assertThat(selected()).isEqualTo("gpt-5.4");
    }

    @Test
    void whatElseCanBeDoneStandsBelow() {
        open();

        FxToolkit.run(() -> ((Hyperlink) scene.getRoot().lookup(".picker-foot .hyperlink")).fire());

        assertThat(done).containsExactly("other");
        assertThat(isOpen()).isFalse();
    }

    @Test
    void downOpensIt() {
        FxToolkit.run(picker::requestFocus);

        press(KeyCode.DOWN);

        assertThat(isOpen()).isTrue();
    }

    @Test
    void aHundredThousandChoicesAreMadeWhenTheyAreLookedAt() {
        var made = new AtomicInteger();
        FxToolkit.run(() -> picker.setChoices(choices(new AbstractList<>() {

            @Override
            public Choice get(int index) {
                made.incrementAndGet();
                return new Choice(String.valueOf(index), "Row " + (index + 1), "", "", index == 0);
            }

            @Override
            public int size() {
                return 100_000;
            }
        })));

        open();

        assertThat(made.get()).isLessThan(1_000);
        type("row 99,999".replace(",", ""));
        press(KeyCode.ENTER);
        assertThat(done).containsExactly("99998");
    }

    @Test
    void theListFitsTheWindowAndScrolls() {
        FxToolkit.run(() -> picker.setChoices(choices(IntStream.range(0, 200)
                .mapToObj(i -> model("model-" + i, i == 120)).toList())));

        open();

        Node box = scene.getRoot().lookup(".picker-box");
        assertThat(FxToolkit.call(() -> box.localToScene(box.getLayoutBounds()).getMaxY())).isLessThanOrEqualTo(392);
        assertThat(FxToolkit.call(() -> ((Region) box).getWidth())).isEqualTo(504);
        assertThat(FxToolkit.call(() -> scene.getRoot().lookupAll(".choice-cell").stream()
                .anyMatch(cell -> "model-120, in use, $2.50 in · $0.25 cached, Provider · steps of 128 tokens"
                        .equals(cell.getAccessibleText()))))
                .isTrue();
    }

    @Test
    void theListLooksAsBefore() {
        open();

        Snapshots.scene("picker-list", scene, theme::setAppearance);
    }
}
