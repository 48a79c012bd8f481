package dev.cachewright.ui.kit.chart;

import dev.cachewright.chart.Palette;
import dev.cachewright.chart.Pattern;
import dev.cachewright.chart.Role;
import dev.cachewright.chart.Ruler;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.scene.Group;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.layout.Background;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.ImagePattern;
import javafx.scene.paint.Paint;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/// The colours and fonts of the chart, as the style sheet gives them to a node for each role (`.call-cached`) that is
/// never seen; a canvas has no style classes of its own.
final class ChartInks extends Group implements Ruler {

    /// Tiles are painted larger than they are shown, for screens with more than one pixel to each of ours.
    private static final int TILE_SCALE = 2;
    private static final int MOST_WIDTHS = 5_000;

    private final Map<Role, Region> probes = new EnumMap<>(Role.class);
    private final Map<Role, Paint> patterns = new EnumMap<>(Role.class);
    private final Map<Measured, Double> widths = new HashMap<>();
    private final Text measure = new Text();
    private final ReadOnlyLongWrapper version = new ReadOnlyLongWrapper();

    private record Measured(String text, Font font) {
    }

    ChartInks() {
        setManaged(false);
        setMouseTransparent(true);
        for (Role role : Role.values()) {
            Region probe = role.isWords() ? words() : fill();
            probe.getStyleClass().add("call-" + role.word());
            probe.setManaged(false);
            probes.put(role, probe);
            getChildren().add(probe);
        }
    }

    private Region fill() {
        var probe = new Region();
        probe.backgroundProperty().subscribe(background -> changed());
        return probe;
    }

    private Region words() {
        var probe = new Label();
        probe.fontProperty().subscribe(font -> changed());
        probe.textFillProperty().subscribe(fill -> changed());
        return probe;
    }

    private void changed() {
        patterns.clear();
        version.set(version.get() + 1);
    }

    /// Rises with each change of a colour or a font.
    ReadOnlyLongProperty versionProperty() {
        return version.getReadOnlyProperty();
    }

    long getVersion() {
        return version.get();
    }

    Paint colour(Role role) {
        if (probes.get(role) instanceof Label label) {
            return label.getTextFill();
        }
        Background background = probes.get(role).getBackground();
        return background == null || background.getFills().isEmpty()
                ? new Color(0, 0, 0, 0)
                : background.getFills().getFirst().getFill();
    }

    /// The colour with its pattern.
    Paint fill(Role role) {
        return role.pattern() == Pattern.NONE ? colour(role) : patterns.computeIfAbsent(role, this::tile);
    }

    private Paint tile(Role role) {
        double size = Pattern.SIZE * TILE_SCALE;
        var canvas = new Canvas(size, size);
        GraphicsContext pen = canvas.getGraphicsContext2D();
        pen.scale(TILE_SCALE, TILE_SCALE);
        pen.setFill(colour(role));
        pen.fillRect(0, 0, Pattern.SIZE, Pattern.SIZE);
        pen.setStroke(colour(Role.PANEL));
        pen.setGlobalAlpha(Pattern.OPACITY);
        pen.setLineWidth(Pattern.WIDTH);
        role.pattern().strokes()
                .forEach(each -> pen.strokeLine(each.fromX(), each.fromY(), each.toX(), each.toY()));
        return new ImagePattern(canvas.snapshot(new SnapshotParameters(), null), 0, 0, Pattern.SIZE, Pattern.SIZE,
                false);
    }

    Font font(Role role) {
        return ((Label) probes.get(role)).getFont();
    }

    @Override
    public double size(Role role) {
        return font(role).getSize();
    }

    @Override
    public double width(String text, Role role) {
        if (widths.size() > MOST_WIDTHS) {
            widths.clear();
        }
        return widths.computeIfAbsent(new Measured(text, font(role)), this::measured);
    }

    private double measured(Measured wanted) {
        measure.setText(wanted.text());
        measure.setFont(wanted.font());
        return Math.ceil(measure.getLayoutBounds().getWidth());
    }

    /// The colours as they are now.
    Palette palette() {
        var colours = new EnumMap<Role, String>(Role.class);
        for (Role role : Role.values()) {
            colours.put(role, hex((Color) colour(role)));
        }
        return new Palette(colours);
    }

    private static String hex(Color colour) {
        return "#%02x%02x%02x".formatted(Math.round(colour.getRed() * 255), Math.round(colour.getGreen() * 255),
                Math.round(colour.getBlue() * 255));
    }
}
