package dev.cachewright.ui.kit;

import dev.cachewright.ui.fx.EscapeKey;
import dev.cachewright.words.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.collections.FXCollections;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/// The open list of a [Picker]: it lies over the whole window, so that a press beside it closes it, and is never larger
/// than the window.
final class PickerList extends Region {

    /// In em.
    private static final double WIDTH = 41.5;
    private static final double MARGIN = 8;
    private static final double BORDERS = 2;
    /// Rows above the one that is scrolled to.
    private static final int ABOVE = 3;
    private static final int PAGE = 8;
    private static final int MOST_ROWS = 11;

    private final Picker picker;
    private final Choices choices;
    private final TextField query = new TextField();
    private final ListView<Choice> list = new ListView<>();
    private final Label none = new Label();
    private final VBox box = new VBox();
    private List<Choice> all = List.of();
    private List<Choice> found = List.of();
    private String sought = "";
    private Optional<Node> before = Optional.empty();
    private Subscription size = Subscription.EMPTY;

    PickerList(Picker picker, Choices choices) {
        this.picker = picker;
        this.choices = choices;
        getStyleClass().addAll("picker-list", EscapeKey.CLOSES);
        setManaged(false);
        query.setPromptText(choices.prompt());
        query.accessibleTextProperty().bind(Bindings.format("%s. %s", picker.captionProperty(), choices.prompt()));
        query.textProperty().subscribe((was, now) -> search(now));
        query.addEventFilter(KeyEvent.KEY_PRESSED, this::press);
        list.setFocusTraversable(false);
        list.setCellFactory(view -> new ChoiceCell());
        list.accessibleTextProperty().bind(picker.captionProperty());
        list.addEventHandler(MouseEvent.MOUSE_CLICKED, event -> choose());
        none.getStyleClass().add("text-quiet");
        none.setWrapText(true);
        list.setPlaceholder(none);
        VBox.setVgrow(list, Priority.ALWAYS);
        box.getStyleClass().add("picker-box");
        box.getChildren().setAll(query, list);
        addFoot();
        getChildren().setAll(box);
        addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
            if (event.getTarget() == this) {
                close();
            }
            event.consume();
        });
    }

    private void addFoot() {
        var foot = new FlowPane();
        foot.getStyleClass().add("picker-foot");
        if (!choices.note().isEmpty()) {
            var note = new Label(choices.note());
            note.getStyleClass().add("text-quiet");
            foot.getChildren().add(note);
        }
        for (Choices.Other other : choices.others()) {
            var link = new Hyperlink(other.text());
            link.setOnAction(event -> {
                close();
                other.action().run();
            });
            foot.getChildren().add(link);
        }
        if (!foot.getChildren().isEmpty()) {
            box.getChildren().add(foot);
        }
    }

    void open() {
        if (getParent() != null || !(picker.getScene().getRoot() instanceof Pane root)) {
            return;
        }
        before = Optional.ofNullable(picker.getScene().getFocusOwner());
        all = choices.all().get();
        query.clear();
        search("");
        root.getChildren().add(this);
        size = Subscription.combine(picker.getScene().widthProperty().subscribe(this::cover),
                picker.getScene().heightProperty().subscribe(this::cover));
        cover();
        // The list scrolls to the choice in use once it has its size.
        applyCss();
        layout();
        select(list.getSelectionModel().getSelectedIndex());
        query.requestFocus();
    }

    /// The focus goes back to where it was.
    private void close() {
        if (!(getParent() instanceof Pane root)) {
            return;
        }
        size.unsubscribe();
        root.getChildren().remove(this);
        before.ifPresent(Node::requestFocus);
        before = Optional.empty();
        all = List.of();
        found = List.of();
        list.setItems(FXCollections.emptyObservableList());
    }

    private void cover() {
        resizeRelocate(0, 0, picker.getScene().getWidth(), picker.getScene().getHeight());
        requestLayout();
    }

    private void search(String typed) {
        List<Choice> items = typed.isBlank() ? all : fitting(typed);
        sought = typed;
        found = items;
        none.setText(all.isEmpty() ? Texts.get("picker.empty") : Texts.format("picker.none", typed.strip()));
        list.setItems(FXCollections.observableList(items));
        select(current(items));
        requestLayout();
    }

    /// More letters find fewer choices: then only those are looked at that were found before.
    private List<Choice> fitting(String typed) {
        List<String> words = List.of(typed.toLowerCase(Locale.ROOT).strip().split("\\s+"));
        boolean isNarrower = !sought.isBlank() && typed.startsWith(sought);
        var fitting = new ArrayList<Choice>();
        for (Choice choice : isNarrower ? found : all) {
            if (!choice.isHeading() && choice.fits(words)) {
                fitting.add(choice);
            }
        }
        return fitting;
    }

    private static int current(List<Choice> found) {
        int first = -1;
        for (int i = 0; i < found.size(); i++) {
            Choice choice = found.get(i);
            if (choice.isCurrent()) {
                return i;
            }
            first = first < 0 && !choice.isHeading() ? i : first;
        }
        return first;
    }

    private void press(KeyEvent event) {
        int at = list.getSelectionModel().getSelectedIndex();
        switch (event.getCode()) {
            case ESCAPE, TAB -> close();
            case ENTER -> choose();
            case DOWN -> move(at, 1);
            case UP -> move(at, -1);
            case PAGE_DOWN -> move(at, PAGE);
            case PAGE_UP -> move(at, -PAGE);
            default -> {
                return;
            }
        }
        event.consume();
    }

    /// So many rows on, and past headings; at the ends the nearest choice.
    private void move(int from, int by) {
        List<Choice> items = list.getItems();
        int to = Math.clamp((long) from + by, 0, Math.max(0, items.size() - 1));
        int step = Integer.signum(by);
        int onward = past(items, to, step);
        select(onward >= 0 ? onward : past(items, to, -step));
    }

    /// The first choice from there on in that direction; −1 where there is none.
    private static int past(List<Choice> items, int from, int step) {
        for (int i = from; i >= 0 && i < items.size(); i += step) {
            if (!items.get(i).isHeading()) {
                return i;
            }
        }
        return -1;
    }

    private void select(int index) {
        if (index < 0) {
            list.getSelectionModel().clearSelection();
        } else {
            list.getSelectionModel().clearAndSelect(index);
            list.scrollTo(Math.max(0, index - ABOVE));
        }
    }

    private void choose() {
        Choice chosen = list.getSelectionModel().getSelectedItem();
        if (chosen != null && !chosen.isHeading()) {
            close();
            choices.chosen().accept(chosen);
        }
    }

    @Override
    protected void layoutChildren() {
        Bounds face = sceneToLocal(picker.localToScene(picker.getLayoutBounds()));
        double width = Math.min(Math.max(Math.round(WIDTH * query.getFont().getSize()), face.getWidth()),
                getWidth() - 2 * MARGIN);
        double left = Math.clamp(face.getMinX(), MARGIN, Math.max(MARGIN, getWidth() - MARGIN - width));
        double top = face.getMaxY() + MARGIN / 2;
        list.setPrefHeight(Math.clamp(list.getItems().size(), 1, MOST_ROWS) * list.getFixedCellSize() + BORDERS);
        double height = Math.min(box.prefHeight(width), getHeight() - MARGIN - top);
        box.resizeRelocate(snapPositionX(left), snapPositionY(top), snapSizeX(width), snapSizeY(height));
    }
}
