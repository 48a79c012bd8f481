package dev.cachewright.ui.kit.chart;

import dev.cachewright.words.Texts;
import java.util.List;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.LongProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleLongProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.util.Subscription;

/// The calls of a session as stacked bars: cached, written, uncached, and what was forecast.
///
/// A call is chosen by click or with Left, Right, Home and End; [#selectedIndexProperty()] is −1 without one.
public final class CallChart extends Region {

    private static final double PREF_WIDTH = 560;
    private static final double PREF_HEIGHT = 250;
    private static final double MIN_HEIGHT = 140;

    private final ObjectProperty<ObservableList<CallBar>> bars = new SimpleObjectProperty<>(this, "bars",
            FXCollections.observableArrayList());
    private final IntegerProperty selectedIndex = new SimpleIntegerProperty(this, "selectedIndex", -1);
    private final LongProperty threshold = new SimpleLongProperty(this, "threshold", 0);
    private final ChartPlot plot = new ChartPlot(this::pick);
    private final ChartLegend legend = new ChartLegend();
    private Subscription changes = Subscription.EMPTY;
    private final Label empty = new Label(Texts.get("call-chart.empty"));

    public CallChart() {
        getStyleClass().add("call-chart");
        empty.getStyleClass().add("call-empty");
        empty.setWrapText(true);
        getChildren().setAll(plot, legend, empty);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
        bars.subscribe(list -> {
            changes.unsubscribe();
            changes = list.subscribe(this::changed);
            changed();
        });
        selectedIndex.subscribe(now -> refresh());
        threshold.subscribe(now -> refresh());
    }

    private void changed() {
        selectedIndex.set(Math.min(selectedIndex.get(), getBars().size() - 1));
        refresh();
    }

    private void refresh() {
        List<CallBar> shown = getBars();
        plot.show(shown, threshold.get(), selectedIndex.get());
        legend.show(shown, threshold.get());
        empty.setVisible(shown.isEmpty());
        int chosen = selectedIndex.get();
        String text = Texts.format("call-chart.accessible", shown.size());
        setAccessibleText(chosen < 0 || chosen >= shown.size() ? text : text + ". " + shown.get(chosen).description());
        notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
        requestLayout();
    }

    private void pick(int index) {
        requestFocus();
        selectedIndex.set(index);
    }

    private void onKey(KeyEvent event) {
        int last = getBars().size() - 1;
        int now = selectedIndex.get();
        if (last < 0 || event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        int next = switch (event.getCode()) {
            case LEFT -> now < 0 ? last : Math.max(0, now - 1);
            case RIGHT -> now < 0 ? last : Math.min(last, now + 1);
            case HOME -> 0;
            case END -> last;
            case ESCAPE -> -1;
            default -> now;
        };
        if (next != now) {
            selectedIndex.set(next);
            event.consume();
        }
    }

    @Override
    protected void layoutChildren() {
        double left = snappedLeftInset();
        double top = snappedTopInset();
        double width = Math.max(0, getWidth() - left - snappedRightInset());
        double height = Math.max(0, getHeight() - top - snappedBottomInset());
        double legendHeight = snapSizeY(legend.prefHeight(width));
        plot.resizeRelocate(left, top, width, Math.max(0, height - legendHeight));
        legend.resizeRelocate(left, top + height - legendHeight, width, legendHeight);
        empty.resizeRelocate(left, top, width, Math.max(0, height - legendHeight));
    }

    @Override
    protected double computePrefWidth(double height) {
        return PREF_WIDTH;
    }

    @Override
    protected double computePrefHeight(double width) {
        return PREF_HEIGHT;
    }

    @Override
    protected double computeMinHeight(double width) {
        return MIN_HEIGHT;
    }

    /// The calls, oldest first; the owner of the list may set it.
    public ObjectProperty<ObservableList<CallBar>> barsProperty() {
        return bars;
    }

    public ObservableList<CallBar> getBars() {
        return bars.get();
    }

    public void setBars(ObservableList<CallBar> calls) {
        bars.set(calls);
    }

    public IntegerProperty selectedIndexProperty() {
        return selectedIndex;
    }

    public int getSelectedIndex() {
        return selectedIndex.get();
    }

    public void setSelectedIndex(int index) {
        selectedIndex.set(index);
    }

    public LongProperty thresholdProperty() {
        return threshold;
    }

    public long getThreshold() {
        return threshold.get();
    }

    /// The model's minimum of cacheable tokens; 0 draws no line.
    public void setThreshold(long tokens) {
        threshold.set(tokens);
    }

    public StringProperty emptyTextProperty() {
        return empty.textProperty();
    }

    public String getEmptyText() {
        return empty.getText();
    }

    public void setEmptyText(String text) {
        empty.setText(text);
    }
}
