package dev.cachewright.ui.traffic;

import dev.cachewright.format.traffic.TrafficReading;
import dev.cachewright.picture.GapsPicture;
import dev.cachewright.picture.HitRatePicture;
import dev.cachewright.picture.WastePicture;
import dev.cachewright.traffic.TrafficProfile;
import dev.cachewright.ui.fx.Subscriptions;
import dev.cachewright.ui.fx.Views;
import dev.cachewright.ui.kit.EmptyState;
import dev.cachewright.ui.kit.chart.PicturePane;
import dev.cachewright.words.Texts;
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
import javafx.scene.layout.VBox;

/// What the calls in logs read and missed: progress, pictures, families and their causes.
public final class TrafficView implements AutoCloseable {

    private final TrafficViewModel model;
    private final ZoneId zone;
    private final Doors doors;
    private final Subscriptions subscriptions = new Subscriptions();

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
    private PicturePane gaps;
    @FXML
    private TableView<FamilyRow> table;
    @FXML
    private VBox causes;
    @FXML
    private Label said;
    @FXML
    private Button save;

    /// @param zone of the times in the pictures
    public TrafficView(TrafficViewModel model, ZoneId zone, Doors doors) {
        this.model = model;
        this.zone = zone;
        this.doors = doors;
    }

    /// What the window does for the view.
    ///
    /// @param logs asks for logs; none where the user has changed their mind
    /// @param page asks where a page is saved
    public record Doors(Supplier<List<Path>> logs, Supplier<Optional<Path>> page) {
    }

    @FXML
    private void initialize() {
        FamilyColumns.fill(table);
        table.setItems(model.families());
        table.setPlaceholder(new Label(Texts.get("traffic.no-requests")));
        subscriptions.add(model.chosenProperty().subscribe(row -> row.ifPresentOrElse(
                each -> table.getSelectionModel().select(each), table.getSelectionModel()::clearSelection)));
        subscriptions.add(table.getSelectionModel().selectedItemProperty()
                .subscribe(row -> model.chosenProperty().set(Optional.ofNullable(row))));
        subscriptions.add(model.causes().subscribe(this::showCauses));
        showCauses();
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
        save.setDisable(shown.isEmpty());
        shown.ifPresent(reading -> {
            TrafficProfile profile = reading.profile();
            boolean isTimed = profile.first().isPresent();
            summary.setText(TrafficViewModel.summary(reading));
            notes.setText(TrafficViewModel.notes(reading));
            Views.setShown(notes, !notes.getText().isEmpty());
            overTime.show((ruler, width) -> HitRatePicture.of(profile, ruler, zone, width),
                    Texts.get("traffic.over-time"),
                    Texts.get(isTimed ? "traffic.no-usage" : "traffic.no-times"));
            byCause.show((ruler, width) -> WastePicture.of(profile.all().causes(), ruler, width),
                    Texts.get("traffic.by-cause"),
                    Texts.get(profile.families().isEmpty() ? "traffic.no-requests" : "traffic.no-waste"));
            var lifetimes = profile.families().stream().flatMap(family -> family.lifetime().stream()).toList();
            gaps.show((ruler, width) -> isTimed ? GapsPicture.of(profile.gaps(), lifetimes, ruler, width)
                    : Optional.empty(), Texts.get("traffic.gaps"),
                    Texts.get(isTimed ? "traffic.no-gaps" : "traffic.no-times"));
        });
    }

    private void showCauses() {
        causes.getChildren().setAll(model.causes().stream().map(CauseBox::new).toList());
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
