package dev.cachewright.ui.kit.chart;

import dev.cachewright.words.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollBar;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;

/// The plot of the [CallChart]: grid, threshold and the columns that fit; the rest is reached by scrolling.
///
/// Columns become narrower down to [#SMALLEST_PITCH]; only those in view have nodes.
final class ChartPlot extends Region {

    static final double SMALLEST_PITCH = 12;
    private static final double LARGEST_PITCH = 48;
    private static final double AXIS_GAP = 8;
    private static final double TOP = 16;
    private static final double NUMBERS_HEIGHT = 22;
    private static final double ABOVE_NUMBERS = 6;
    private static final double SCROLL_HEIGHT = 8;
    private static final double END_MARGIN = 8;
    private static final int[] NUMBER_STEPS = {1, 2, 5, 10, 20, 50};
    private static final double NUMBER_WIDTH = 28;

    private final Pane grid = new Pane();
    private final Pane columns = new Pane();
    private final ChangeMarks changes = new ChangeMarks();
    private final Line threshold = new Line();
    private final Label widest = new Label();
    private final ScrollBar scroll = new ScrollBar();
    private final List<BarNode> pool = new ArrayList<>();
    private final IntConsumer picked;
    private List<CallBar> bars = List.of();
    private double top = TOP;
    private long thresholdValue;
    private int selected = -1;
    private boolean followsNewest = true;
    private long version;
    private Drawn drawn = new Drawn(-1, -1, -1, -1);

    /// What the last drawing was made for: nodes change only when one of these does, because a change of nodes
    /// asks for a layout and would otherwise go on forever.
    private record Drawn(long version, double width, double height, double first) {
    }

    ChartPlot(IntConsumer picked) {
        this.picked = picked;
        getStyleClass().add("call-plot");
        threshold.getStyleClass().add("call-threshold");
        columns.setPickOnBounds(false);
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(columns.widthProperty());
        clip.heightProperty().bind(columns.heightProperty());
        columns.setClip(clip);
        scroll.setOrientation(Orientation.HORIZONTAL);
        scroll.setFocusTraversable(false);
        scroll.setUnitIncrement(1);
        scroll.setMax(0);
        scroll.valueProperty().subscribe(value -> {
            followsNewest = value.doubleValue() >= scroll.getMax() - 0.5;
            requestLayout();
        });
        setOnScroll(event -> scroll.setValue(Math.clamp(scroll.getValue() - Math.signum(event.getDeltaX()), 0,
                scroll.getMax())));
        widest.getStyleClass().add("call-tick-threshold");
        widest.setVisible(false);
        getChildren().setAll(widest, grid, columns, threshold, changes, scroll);
    }

    void show(List<CallBar> shown, long thresholdTokens, int selectedIndex) {
        boolean moved = selectedIndex != selected;
        bars = shown;
        thresholdValue = thresholdTokens;
        selected = selectedIndex;
        version++;
        widest.setText(Numbers.count(axis().top()));
        if (moved && selectedIndex >= 0) {
            reveal(selectedIndex);
        }
        requestLayout();
    }

    private void reveal(int index) {
        int fits = fits(plotWidth(axisWidth()));
        double first = scroll.getValue();
        if (index < first) {
            scroll.setValue(index);
        } else if (index >= first + fits) {
            scroll.setMax(Math.max(scroll.getMax(), bars.size() - (double) fits));
            scroll.setValue(index - fits + 1.0);
        }
    }

    @Override
    protected void layoutChildren() {
        widest.autosize();
        Drawn wanted = new Drawn(version, getWidth(), getHeight(), scroll.getValue());
        if (!wanted.equals(drawn)) {
            draw();
            drawn = new Drawn(version, getWidth(), getHeight(), scroll.getValue());
        }
    }

    private void draw() {
        top = bars.stream().allMatch(bar -> bar.change().isEmpty())
                ? TOP
                : TOP + Math.max(ChangeMarks.HEIGHT, Math.ceil(widest.getHeight()));
        TokenAxis axis = axis();
        double left = axisWidth();
        double width = plotWidth(left);
        int fits = fits(width);
        boolean scrolls = bars.size() > fits;
        double height = Math.max(0, snapPositionY(
                getHeight() - top - numbersHeight() - (scrolls ? SCROLL_HEIGHT : 0)));
        layoutGrid(axis, left, width, height);
        layoutScroll(left, width, fits, scrolls);
        columns.resizeRelocate(left, 0, width, top + height + numbersHeight());
        changes.resizeRelocate(left, 0, width, top + height);
        layoutColumns(axis, width, height, fits);
        threshold.setVisible(thresholdValue > 0 && !bars.isEmpty());
        double y = top + Math.round(height - (double) thresholdValue / axis.top() * height) + 0.5;
        threshold.setStartX(left);
        threshold.setEndX(left + width);
        threshold.setStartY(y);
        threshold.setEndY(y);
    }

    private TokenAxis axis() {
        long largest = bars.stream().mapToLong(bar -> Math.max(bar.input(), bar.forecast())).max().orElse(0);
        return TokenAxis.reaching(Math.max(largest, thresholdValue));
    }

    private double axisWidth() {
        return snapSizeX(widest.prefWidth(-1)) + AXIS_GAP;
    }

    /// Of the numbers below the columns, in any size of letters.
    private double numbersHeight() {
        return Math.max(NUMBERS_HEIGHT, Math.ceil(widest.getHeight()) + ABOVE_NUMBERS);
    }

    /// Ticks that are nearer to each other would touch.
    private double lineHeight() {
        return Math.max(NUMBERS_HEIGHT / 2 + 2, widest.getHeight());
    }

    private double plotWidth(double left) {
        return Math.max(SMALLEST_PITCH, getWidth() - left - END_MARGIN);
    }

    private static int fits(double width) {
        return (int) Math.max(1, Math.floor(width / SMALLEST_PITCH));
    }

    private void layoutScroll(double left, double width, int fits, boolean scrolls) {
        scroll.setVisible(scrolls);
        boolean follow = followsNewest;
        double last = Math.max(0, bars.size() - (double) fits);
        scroll.setMax(last);
        scroll.setVisibleAmount(last * fits / Math.max(1, bars.size()));
        scroll.setBlockIncrement(fits);
        scroll.setValue(follow ? last : Math.min(scroll.getValue(), last));
        followsNewest = follow;
        scroll.resizeRelocate(left, getHeight() - SCROLL_HEIGHT, width, SCROLL_HEIGHT);
    }

    private void layoutColumns(TokenAxis axis, double width, double height, int fits) {
        int first = (int) Math.round(scroll.getValue());
        int shown = Math.min(fits, bars.size() - first);
        double pitch = Math.clamp(Math.floor(width / Math.max(1, bars.size())), SMALLEST_PITCH, LARGEST_PITCH);
        int every = numberStep(pitch / Math.max(1, numbersHeight() / NUMBERS_HEIGHT));
        changes.show(IntStream.range(0, shown).filter(i -> !bars.get(first + i).change().isEmpty())
                .mapToObj(i -> new ChangeMarks.Mark(i * pitch, bars.get(first + i).change())).toList(), top + height);
        while (pool.size() < shown) {
            pool.add(newBar());
        }
        for (int i = 0; i < pool.size(); i++) {
            BarNode node = pool.get(i);
            node.setVisible(i < shown);
            if (i < shown) {
                CallBar bar = bars.get(first + i);
                boolean numbered = every == 1 || (first + i + 1) % every == 0;
                node.setUserData(first + i);
                node.show(bar, axis.top(), height, first + i == selected, numbered);
                node.resizeRelocate(i * pitch, top, pitch, height + numbersHeight());
            }
        }
    }

    private static int numberStep(double pitch) {
        for (int step : NUMBER_STEPS) {
            if (step * pitch >= NUMBER_WIDTH) {
                return step;
            }
        }
        return NUMBER_STEPS[NUMBER_STEPS.length - 1];
    }

    private BarNode newBar() {
        BarNode node = new BarNode();
        node.setManaged(false);
        node.setOnMousePressed(press -> picked.accept((int) node.getUserData()));
        columns.getChildren().add(node);
        node.applyCss();
        return node;
    }

    private void layoutGrid(TokenAxis axis, double left, double width, double height) {
        List<Node> nodes = new ArrayList<>();
        if (!bars.isEmpty()) {
            for (long value : axis.values()) {
                addGridLine(nodes, value, axis, left, width, height);
            }
            if (thresholdValue > 0 && !axis.values().contains(thresholdValue)) {
                nodes.add(placed(label(thresholdValue), thresholdValue, axis, left, height));
            }
        }
        grid.getChildren().setAll(nodes);
        grid.applyCss();
        grid.getChildren().forEach(Node::autosize);
        alignLabels(left);
    }

    private void addGridLine(List<Node> nodes, long value, TokenAxis axis, double left, double width, double height) {
        double y = top + Math.round(height - (double) value / axis.top() * height) + 0.5;
        Line line = new Line(left, y, left + width, y);
        line.getStyleClass().add("call-gridline");
        nodes.add(line);
        boolean nearThreshold = thresholdValue > 0 && value != thresholdValue
                && Math.abs(value - thresholdValue) * height / axis.top() < lineHeight();
        boolean isCrowded = axis.step() * height / axis.top() < lineHeight();
        boolean isEnd = value == 0 || value == axis.top();
        if (!nearThreshold && (isEnd || !isCrowded)) {
            nodes.add(placed(label(value), value, axis, left, height));
        }
    }

    private Label placed(Label label, long value, TokenAxis axis, double left, double height) {
        label.setLayoutY(top + Math.round(height - (double) value / axis.top() * height));
        label.setLayoutX(left);
        return label;
    }

    private void alignLabels(double left) {
        for (Node node : grid.getChildren()) {
            if (node instanceof Label label) {
                label.setLayoutX(left - AXIS_GAP - label.getWidth());
                label.setLayoutY(label.getLayoutY() - Math.round(label.getHeight() / 2));
            }
        }
    }

    private Label label(long value) {
        Label label = new Label(Numbers.count(value));
        label.getStyleClass().add(value > 0 && value == thresholdValue ? "call-tick-threshold" : "call-tick");
        return label;
    }
}
