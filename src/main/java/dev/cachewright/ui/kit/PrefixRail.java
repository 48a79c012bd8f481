package dev.cachewright.ui.kit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.beans.property.DoubleProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/// The rail beside the blocks: how far down the prompt the cache reaches, with token counts at its ticks.
///
/// Positions are pixels in this control's own height. Where two labels would touch, the weaker one (not strong,
/// then the later one) is left out; its mark stays.
public final class PrefixRail extends Region {

    private static final double WIDTH = 72;
    private static final double BAR_LEFT = 56;
    private static final double BAR_WIDTH = 8;
    private static final double MARK_OVERHANG = 4;
    private static final double LABEL_GAP = 8;
    private static final double NARROWEST_ZONE = 8;

    private final DoubleProperty railHeight = new DrawnDouble("railHeight", 0);
    private final DoubleProperty fillTo = new DrawnDouble("fillTo", 0);
    private final ObservableList<RailTick> ticks = FXCollections.observableArrayList();
    private final Region bar = part("rail-bar");
    private final Region fill = part("rail-fill");
    private final Region zone = part("rail-zone");
    private final List<TickNode> nodes = new ArrayList<>();
    private double zoneFrom;
    private double zoneTo;
    private boolean isZoned;

    /// A tick with its two nodes.
    private record TickNode(RailTick tick, Region mark, Label label) {
    }

    public PrefixRail() {
        getStyleClass().add("prefix-rail");
        setMinWidth(WIDTH);
        setPrefWidth(WIDTH);
        setMouseTransparent(true);
        getChildren().setAll(bar, fill, zone);
        ticks.subscribe(this::rebuild);
    }

    private void rebuild() {
        nodes.clear();
        for (RailTick tick : ticks) {
            Region mark = part("rail-mark");
            Label label = new Label(tick.label());
            label.getStyleClass().add(tick.strong() ? "rail-label-strong" : "rail-label");
            if (!tick.styleClass().isEmpty()) {
                mark.getStyleClass().add(tick.styleClass());
                label.getStyleClass().add(tick.styleClass());
            }
            nodes.add(new TickNode(tick, mark, label));
        }
        getChildren().setAll(bar, fill, zone);
        nodes.forEach(node -> getChildren().addAll(node.mark(), node.label()));
        requestLayout();
    }

    private static Region part(String styleClass) {
        Region part = new Region();
        part.getStyleClass().add(styleClass);
        return part;
    }

    @Override
    protected void layoutChildren() {
        double height = Math.max(0, railHeight.get());
        double filled = Math.clamp(fillTo.get(), 0, height);
        bar.resizeRelocate(BAR_LEFT, 0, BAR_WIDTH, height);
        fill.resizeRelocate(BAR_LEFT, 0, BAR_WIDTH, Math.round(filled));
        layoutZone(height);
        List<TickNode> shown = new ArrayList<>();
        List<TickNode> byWeight = new ArrayList<>(nodes);
        byWeight.sort(Comparator.comparing(node -> !node.tick().strong()));
        for (TickNode node : byWeight) {
            layoutTick(node, height);
            boolean free = shown.stream().noneMatch(other -> overlap(node.label(), other.label()));
            node.label().setVisible(free);
            if (free) {
                shown.add(node);
            }
        }
    }

    private void layoutZone(double height) {
        double tall = Math.max(NARROWEST_ZONE, zoneTo - zoneFrom);
        double top = Math.clamp((zoneFrom + zoneTo - tall) / 2, 0, Math.max(0, height - NARROWEST_ZONE));
        zone.setVisible(isZoned);
        zone.resizeRelocate(BAR_LEFT - MARK_OVERHANG, Math.round(top), BAR_WIDTH + 2 * MARK_OVERHANG,
                Math.round(Math.min(tall, height - top)));
    }

    private static void layoutTick(TickNode node, double height) {
        double y = Math.round(node.tick().y());
        node.mark().setVisible(node.tick().strong());
        node.mark().resizeRelocate(BAR_LEFT - MARK_OVERHANG, y - 1, BAR_WIDTH + 2 * MARK_OVERHANG, 2);
        Label label = node.label();
        label.autosize();
        double top = Math.clamp(y - Math.round(label.getHeight() / 2), 0, Math.max(0, height - label.getHeight()));
        label.relocate(BAR_LEFT - LABEL_GAP - label.getWidth(), top);
    }

    private static boolean overlap(Label one, Label other) {
        return one.getLayoutY() < other.getLayoutY() + other.getHeight()
                && other.getLayoutY() < one.getLayoutY() + one.getHeight();
    }

    @Override
    protected double computePrefHeight(double width) {
        return railHeight.get();
    }

    public ObservableList<RailTick> getTicks() {
        return ticks;
    }

    /// Shows that something lies between these heights, though not where.
    public void showZone(double from, double to) {
        isZoned = true;
        zoneFrom = from;
        zoneTo = to;
        requestLayout();
    }

    public void hideZone() {
        isZoned = false;
        requestLayout();
    }

    public DoubleProperty railHeightProperty() {
        return railHeight;
    }

    public double getRailHeight() {
        return railHeight.get();
    }

    public void setRailHeight(double pixels) {
        railHeight.set(pixels);
    }

    public DoubleProperty fillToProperty() {
        return fillTo;
    }

    public double getFillTo() {
        return fillTo.get();
    }

    public void setFillTo(double pixels) {
        fillTo.set(pixels);
    }

    private final class DrawnDouble extends javafx.beans.property.SimpleDoubleProperty {

        private DrawnDouble(String name, double initial) {
            super(PrefixRail.this, name, initial);
        }

        @Override
        protected void invalidated() {
            get();
            requestLayout();
        }
    }
}
