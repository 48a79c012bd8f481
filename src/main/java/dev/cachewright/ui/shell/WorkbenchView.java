package dev.cachewright.ui.shell;

import dev.cachewright.ui.document.DocumentActions;
import dev.cachewright.ui.fx.FileDrop;
import dev.cachewright.ui.fx.Subscriptions;
import dev.cachewright.ui.fx.Views;
import dev.cachewright.ui.shell.WorkbenchViewModel.Start;
import dev.cachewright.words.Texts;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The window's frame: header, blocks and panes side by side, footer; the start page while nothing is open.
public final class WorkbenchView {

    private final WorkbenchViewModel model;
    private final Frame frame;
    private final Panes panes;
    private final DocumentActions documents;
    private final TabPane tabs = new TabPane();
    private final Label badge = new Label();
    private final Subscriptions subscriptions = new Subscriptions();
    /// Made when it is first shown.
    private Optional<Parent> start = Optional.empty();

    @FXML
    private StackPane root;
    @FXML
    private BorderPane window;
    @FXML
    private SplitPane split;
    @FXML
    private StackPane beside;
    @FXML
    private BorderPane left;
    @FXML
    private VBox right;
    @FXML
    private StackPane body;

    /// What makes the header, the footer, the notices, what is said above the blocks, and the start page.
    record Frame(Supplier<Parent> header, Supplier<Parent> footer, Supplier<Parent> notices,
            Supplier<Parent> changes, Supplier<Parent> start) {
    }

    WorkbenchView(WorkbenchViewModel model, Frame frame, Panes panes, DocumentActions documents) {
        this.model = model;
        this.frame = frame;
        this.panes = panes;
        this.documents = documents;
    }

    @FXML
    private void initialize() {
        badge.getStyleClass().add("badge");
        FileDrop.install(root, documents::drop);
        subscriptions.add(model.startProperty().map(Start::leavesRoom).subscribe(split::setVisible));
    }

    /// Makes forecast and footer, which describe the prompt before its text is there.
    List<Runnable> figures() {
        return List.of(() -> window.setBottom(frame.footer().get()), () -> left.setBottom(panes.strip().get()));
    }

    /// Makes the header, the blocks and the tabs, or the start page where nothing is open.
    void showPanes() {
        window.setTop(frame.header().get());
        left.setTop(frame.changes().get());
        left.setCenter(panes.editor().get());
        // A tab pane chooses its first tab by itself.
        String wanted = model.tabProperty().get();
        panes.tabs().forEach((key, content) -> {
            var tab = new Tab(Texts.get("workbench.tab." + key));
            tab.setId(key);
            if (key.equals("advice")) {
                subscriptions.add(model.adviceProperty().subscribe(count -> count(tab, count)));
            }
            subscriptions.add(tab.selectedProperty().subscribe(isSelected -> {
                if (isSelected) {
                    if (tab.getContent() == null) {
                        tab.setContent(content.get());
                    }
                    model.tabProperty().set(key);
                }
            }));
            tabs.getTabs().add(tab);
        });
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        VBox.setVgrow(tabs, Priority.ALWAYS);
        right.getChildren().setAll(frame.notices().get(), tabs, TabLetters.fitting(tabs, subscriptions));
        model.tabProperty().set(wanted);
        subscriptions.add(model.tabProperty().subscribe(this::select));
        subscriptions.add(model.startProperty().subscribe(this::placeStart));
    }

    private void placeStart(Start now) {
        left.setVisible(now != Start.BESIDE);
        if (now.isShown()) {
            Parent page = start.orElseGet(frame.start());
            start = Optional.of(page);
            StackPane place = now == Start.BESIDE ? beside : body;
            if (page.getParent() != place) {
                place.getChildren().add(page);
            }
        }
        start.ifPresent(page -> Views.setShown(page, now.isShown()));
    }

    /// A tab makes room for its graphic only when it is set.
    private void count(Tab tab, int advice) {
        badge.setText(Integer.toString(advice));
        tab.setGraphic(advice > 0 ? badge : null);
    }

    private void select(String key) {
        tabs.getTabs().stream().filter(tab -> key.equals(tab.getId())).findFirst()
                .ifPresent(tab -> tabs.getSelectionModel().select(tab));
    }

    void addOver(Parent overlay) {
        root.getChildren().add(overlay);
    }

    public WorkbenchViewModel getModel() {
        return model;
    }
}
