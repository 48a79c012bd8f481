package dev.cachewright.ui.kit.chart;

import dev.cachewright.chart.CallBar;
import dev.cachewright.chart.ChartCalls;
import dev.cachewright.chart.ChartLayout;
import dev.cachewright.chart.ChartWords;
import dev.cachewright.chart.Drawing;
import dev.cachewright.chart.Frame;
import dev.cachewright.chart.Layer;
import dev.cachewright.chart.Legend;
import dev.cachewright.chart.Span;
import dev.cachewright.words.ChartTexts;
import dev.cachewright.words.Texts;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.LongProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.util.Subscription;

/// The calls of a session as stacked bars (cached, written, uncached, and what was forecast), with lines below them, a
/// strip of the whole session, and a legend whose layers are switches.
///
/// A call is chosen by click or with the keys; [#selectedIndexProperty()] is −1 without one. However many calls there
/// are, what is drawn is as much as there are pixels.
public final class CallChart extends Region {

    /// The height of the bars where there is room, and where there is least.
    static final double BARS = 160;
    static final double LOWEST_BARS = 48;
    private static final double PREF_WIDTH = 560;
    private static final double GAP = 4;

    private final ObjectProperty<ObservableList<CallBar>> bars = new SimpleObjectProperty<>(this, "bars",
            FXCollections.observableArrayList());
    private final ChartState state = new ChartState();
    private final ChartInks inks = new ChartInks();
    private final ChartWords words = new ChartTexts();
    private final ChartPlot plot = new ChartPlot(state, inks, new ChartLayout(inks, words), this::figures);
    private final ChartOverview overview = new ChartOverview(state, inks, plot::frame);
    private final ChartLegend legend = new ChartLegend(state, inks, words);
    private final ChartPictures pictures = new ChartPictures(inks, this::drawing, this::title, this::tell);
    private final ContextMenu menu = pictures.menu(this);
    private final ChartHead head = new ChartHead(state, menu);
    private final ChartKeys keys = new ChartKeys(state, plot::frame);
    private final Label empty = new Label(Texts.get("call-chart.empty"));
    private Subscription changes = Subscription.EMPTY;
    private IntFunction<String> describer = index -> Texts.format("call-chart.bar",
            state.getCalls().get(index).number(),
            state.getCalls().get(index).tokens().input());

    public CallChart() {
        getStyleClass().add("call-chart");
        empty.getStyleClass().add("call-empty");
        empty.setWrapText(true);
        getChildren().setAll(inks, head, plot, overview, legend, empty);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleHelp(Texts.get("call-chart.help"));
        addEventHandler(KeyEvent.KEY_PRESSED, keys::press);
        setOnContextMenuRequested(event -> menu.show(this, event.getScreenX(), event.getScreenY()));
        bars.subscribe(list -> {
            changes.unsubscribe();
            changes = list.subscribe(this::changed);
            changed();
        });
        state.thresholdProperty().subscribe(now -> changed());
        state.selectedProperty().subscribe(now -> {
            state.reveal();
            say();
        });
        state.layersProperty().subscribe(() -> {
            requestLayout();
            if (getParent() != null) {
                getParent().requestLayout();
            }
        });
        state.sightProperty().subscribe(this::requestLayout);
        focusVisibleProperty().subscribe(isVisible -> plot.placeBands());
    }

    private void changed() {
        state.show(getBars());
        say();
        requestLayout();
    }

    private void tell(String text) {
        head.tell(text);
    }

    private String title() {
        return Texts.format("call-chart.accessible", getBars().size());
    }

    /// Tells a screen reader which call is chosen.
    private void say() {
        int chosen = state.getSelected();
        setAccessibleText(chosen < 0 || chosen >= state.getCalls().size()
                ? title()
                : title() + ". " + figures(new Frame.Calls(chosen, chosen + 1)).replace("\n", ". "));
        notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
    }

    /// What is known of a call, or of those that share a column.
    private String figures(Frame.Calls calls) {
        ChartCalls all = state.getCalls();
        if (calls.size() == 1) {
            String lines = Stream.of(Layer.values()).filter(Layer::isLine)
                    .filter(layer -> !Double.isNaN(all.value(layer, calls.from())))
                    .map(layer -> Texts.format("call-chart.figure", words.name(layer),
                            words.figure(layer, all.value(layer, calls.from()))))
                    .collect(Collectors.joining(" · "));
            return describer.apply(calls.from()) + (lines.isEmpty() ? "" : "\n" + lines);
        }
        int[] missed = IntStream.range(calls.from(), calls.to()).filter(i -> all.get(i).isUnexpectedMiss()).toArray();
        String range = Texts.format("call-chart.range", all.get(calls.from()).number(),
                all.get(calls.to() - 1).number(), Texts.format("call-chart.misses", missed.length));
        return missed.length == 0 ? range : range + "\n" + describer.apply(missed[0]);
    }

    /// What is seen, with its legend, and without the marks of the call that is chosen.
    private Drawing drawing() {
        Drawing seen = plot.unchosen().drawing();
        return seen.above(Legend.drawing(state.getCalls(), state.getLayers(), inks, words, seen.width()));
    }

    ChartPictures pictures() {
        return pictures;
    }

    ChartState state() {
        return state;
    }

    Drawing shown() {
        return plot.picture().drawing();
    }

    Frame frame() {
        return plot.frame();
    }

    @Override
    protected void layoutChildren() {
        double left = snappedLeftInset();
        double top = snappedTopInset();
        double width = Math.max(0, getWidth() - left - snappedRightInset());
        double height = Math.max(0, getHeight() - top - snappedBottomInset());
        boolean isEmpty = state.getCalls().size() == 0;
        double headHeight = isEmpty ? 0 : snapSizeY(head.prefHeight(width));
        double legendHeight = snapSizeY(legend.prefHeight(width));
        double stripHeight = hasOverview() ? ChartOverview.HEIGHT + GAP : 0;
        head.setVisible(!isEmpty);
        overview.setVisible(hasOverview());
        head.resizeRelocate(left, top, width, headHeight);
        double plotHeight = Math.max(0, height - headHeight - legendHeight - stripHeight);
        plot.resizeRelocate(left, top + headHeight, width, plotHeight);
        plot.layout();
        overview.resizeRelocate(left, top + headHeight + plotHeight + GAP, width, ChartOverview.HEIGHT);
        overview.requestLayout();
        legend.resizeRelocate(left, top + height - legendHeight, width, legendHeight);
        empty.setVisible(isEmpty);
        empty.resizeRelocate(left, top, width, Math.max(0, height - legendHeight));
        head.refresh();
    }

    /// Where something is out of sight, or was before a key showed all of it.
    private boolean hasOverview() {
        Span.Room room = state.room();
        return !state.getSight().isWhole(room) || room.calls() > room.width() / Span.USUAL_PITCH;
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefWidth(double height) {
        return PREF_WIDTH;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefHeight(double width) {
        return height(width, plot.prefHeight(-1));
    }

    @Override
    protected double computeMinHeight(double width) {
        return height(width, plot.minHeight(-1));
    }

    private double height(double width, double plotHeight) {
        double wide = (width < 0 ? PREF_WIDTH : width) - snappedLeftInset() - snappedRightInset();
        return snappedTopInset() + snapSizeY(head.prefHeight(wide)) + plotHeight
                + (hasOverview() ? ChartOverview.HEIGHT + GAP : 0) + snapSizeY(legend.prefHeight(wide))
                + snappedBottomInset();
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

    /// Takes what says a call in a sentence, by its index; asked for only where it is read.
    public void setDescriber(IntFunction<String> sentence) {
        describer = sentence;
        say();
    }

    public IntegerProperty selectedIndexProperty() {
        return state.selectedProperty();
    }

    public int getSelectedIndex() {
        return state.getSelected();
    }

    public void setSelectedIndex(int index) {
        state.choose(index);
    }

    public LongProperty thresholdProperty() {
        return state.thresholdProperty();
    }

    public long getThreshold() {
        return state.thresholdProperty().get();
    }

    /// The model's minimum of cacheable tokens; 0 draws no line.
    public void setThreshold(long tokens) {
        state.thresholdProperty().set(tokens);
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
