package dev.cachewright.ui.shell;

import dev.cachewright.ui.fx.Subscriptions;
import dev.cachewright.ui.fx.Texts;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;

/// The window's frame: header, blocks and panes side by side, footer; the start page while nothing is open.
public final class WorkbenchView {

    private final WorkbenchViewModel model;
    private final Frame frame;
    private final Panes panes;
    private final DocumentActions documents;
    private final Subscriptions subscriptions = new Subscriptions();

    @FXML
    private StackPane root;
    @FXML
    private BorderPane window;
    @FXML
    private SplitPane split;
    @FXML
    private BorderPane left;
    @FXML
    private TabPane tabs;
    @FXML
    private StackPane body;

    /// The parts around the panes.
    record Frame(Parent header, Parent footer, Parent start) {
    }

    WorkbenchView(WorkbenchViewModel model, Frame frame, Panes panes, DocumentActions documents) {
        this.model = model;
        this.frame = frame;
        this.panes = panes;
        this.documents = documents;
    }

    @FXML
    private void initialize() {
        window.setTop(frame.header());
        window.setBottom(frame.footer());
        left.setCenter(panes.editor());
        left.setBottom(panes.strip());
        panes.tabs().forEach((key, content) -> {
            var tab = new Tab(Texts.get("workbench.tab." + key));
            tab.setId(key);
            subscriptions.add(tab.selectedProperty().subscribe(isSelected -> {
                if (isSelected && tab.getContent() == null) {
                    tab.setContent(content.get());
                }
            }));
            tabs.getTabs().add(tab);
        });
        body.getChildren().add(frame.start());
        subscriptions.add(model.openProperty().subscribe(isOpen -> {
            split.setVisible(isOpen);
            frame.start().setVisible(!isOpen);
        }));
    }

    void addOver(Parent overlay) {
        root.getChildren().add(overlay);
    }

    /// Brings a pane at the right to the front.
    void showTab(String key) {
        tabs.getTabs().stream().filter(tab -> key.equals(tab.getId())).findFirst()
                .ifPresent(tab -> tabs.getSelectionModel().select(tab));
    }

    /// Whether a pane at the right is at the front.
    ObservableValue<Boolean> shownProperty(String key) {
        return tabs.getSelectionModel().selectedItemProperty().map(tab -> key.equals(tab.getId()));
    }

    @FXML
    private void dragOver(DragEvent event) {
        if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY);
            event.consume();
        }
    }

    @FXML
    private void dragDropped(DragEvent event) {
        documents.drop(event.getDragboard().getFiles().stream().map(file -> file.toPath()).toList());
        event.setDropCompleted(true);
        event.consume();
    }

    public WorkbenchViewModel getModel() {
        return model;
    }
}
