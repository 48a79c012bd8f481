package dev.cachewright.ui.traffic;

import dev.cachewright.format.traffic.TrafficReading;
import dev.cachewright.ui.fx.FileDrop;
import dev.cachewright.ui.fx.Subscriptions;
import dev.cachewright.ui.fx.Views;
import dev.cachewright.ui.kit.EmptyState;
import dev.cachewright.ui.kit.chart.PicturePane;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// What the calls in logs read and missed: progress, pictures, families and their causes.
public final class TrafficView implements AutoCloseable {

    private final TrafficViewModel model;
    private final ZoneId zone;
    private final Doors doors;
    private final Subscriptions subscriptions = new Subscriptions();

    @FXML
    private VBox root;
    @FXML
    private VBox progress;
    @FXML
    private Label progressWords;
    @FXML
    private ProgressBar bar;
    @FXML
    private EmptyState empty;
    @FXML
    private ScrollPane result;
    @FXML
    private Label summary;
    @FXML
    private Label notes;
    @FXML
    private PicturePane overTime;
    @FXML
    private PicturePane byCause;
    @FXML
    private Label grey;
    @FXML
    private PicturePane gaps;
    @FXML
    private TableView<FamilyRow> table;
    @FXML
    private VBox family;
    @FXML
    private Label said;
    @FXML
    private Button save;
    @FXML
    private Button open;

    /// @param zone of the times in the pictures
    public TrafficView(TrafficViewModel model, ZoneId zone, Doors doors) {
        this.model = model;
        this.zone = zone;
        this.doors = doors;
    }

    /// What the window does for the view.
    ///
    /// @param logs asks for files of logs; none where the user has changed their mind
    /// @param folder asks for a folder of logs
    /// @param page asks where a page is saved
    public record Doors(Supplier<List<Path>> logs, Supplier<Optional<Path>> folder, Supplier<Optional<Path>> page) {
    }

    @FXML
    private void initialize() {
        FileDrop.install(root, model::read);
        FamilyTable.connect(table, model, subscriptions);
        var chosen = Views.load(new FamilyView(model.family()));
        family.getChildren().setAll(chosen.root());
        subscriptions.add(chosen.view()::close);
        subscriptions.add(model.chosenProperty().subscribe(row -> Views.setShown(family, row.isPresent())));
        open.disableProperty().bind(model.opensProperty().not());
        // Else the table takes the focus from the button that cancels, and what stands above it is scrolled away.
        subscriptions.add(open.disabledProperty().subscribe(isDisabled -> open.requestFocus()));
        subscriptions.add(model.readingProperty().subscribe(this::show));
        subscriptions.add(model.problemProperty().subscribe(words -> Views.setShown(empty, !words.isEmpty())));
        subscriptions.add(model.saidProperty().subscribe(words -> Views.setShown(said, !words.isEmpty())));
        subscriptions.add(model.progressProperty().subscribe(seen -> {
            Views.setShown(progress, seen.isPresent());
            progressWords.setText(seen.map(ReadingProgress.Seen::words).orElse(""));
            bar.setProgress(seen.map(ReadingProgress.Seen::share).orElse(0.0));
        }));
    }

    private void show(Optional<TrafficReading> shown) {
        Views.setShown(result, shown.isPresent());
        VBox.setVgrow(progress, shown.isPresent() ? Priority.NEVER : Priority.ALWAYS);
        save.setDisable(shown.isEmpty());
        shown.ifPresent(reading -> {
            summary.setText(TrafficViewModel.summary(reading));
            notes.setText(TrafficViewModel.notes(reading));
            Views.setShown(notes, !notes.getText().isEmpty());
            new TrafficPictures(overTime, byCause, grey, gaps, zone).show(reading.profile());
        });
    }

    @FXML
    private void cancel() {
        model.cancel();
    }

    @FXML
    private void choose() {
        List<Path> logs = doors.logs().get();
        if (!logs.isEmpty()) {
            model.read(logs);
        }
    }

    @FXML
    private void chooseFolder() {
        doors.folder().get().ifPresent(folder -> model.read(List.of(folder)));
    }

    @FXML
    private void open() {
        model.openFamily();
    }

    @FXML
    private void save() {
        doors.page().get().ifPresent(model::save);
    }

    public TrafficViewModel getModel() {
        return model;
    }

    @Override
    public void close() {
        subscriptions.close();
    }
}
