package dev.cachewright.ui.kit.rail;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/// The rail beside the blocks: how far down the prompt the cache reaches, with token counts at its ticks.
///
/// Positions are pixels in this control's own height. Where two labels would touch, the weaker one (not strong, then
/// a step, then the later one) is left out; its mark stays. Ticks move with every frame of scrolling: only this control
/// is laid out for that, nothing around it.
public final class PrefixRail extends Region {

    private static final double BAR_LEFT = 56;
    private static final double RIGHT_OF_BAR = 8;
    /// `999,999` has room; a longer label moves the bar by whole characters, so that it does not move with every digit.
    private static final int USUAL_LABEL = 7;
    private static final double CHARACTER = 8;
    private static final double BAR_WIDTH = 8;
    private static final double MARK_OVERHANG = 4;
    private static final double LABEL_GAP = 8;
    private static final double NARROWEST_ZONE = 8;

    private final DoubleProperty railHeight = new DrawnDouble("railHeight", this::requestLayout);
    private final DoubleProperty fillTo = new DrawnDouble("fillTo", () -> setNeedsLayout(true));
    private final ObservableList<RailTick> ticks = FXCollections.observableArrayList();
    private final Region bar = part("rail-bar");
    private final Region fill = part("rail-fill");
    private final Region zone = part("rail-zone");
    private final List<TickNode> nodes = new ArrayList<>();
    private double zoneFrom;
    private double zoneTo;
    private boolean isZoned;
    private double shownBarLeft;

    /// A tick with its two nodes.
    private record TickNode(RailTick tick, Region mark, Label label) {

        boolean looksLike(RailTick other) {
            return tick.strong() == other.strong() && tick.styleClass().equals(other.styleClass());
        }

        TickNode with(RailTick moved) {
            label.setText(moved.label());
            return new TickNode(moved, mark, label);
        }
    }

    public PrefixRail() {
        getStyleClass().add("prefix-rail");
        setMinWidth(USE_PREF_SIZE);
        setMouseTransparent(true);
        getChildren().setAll(bar, fill, zone);
        ticks.subscribe(this::rebuild);
    }

    /// A tick that only moved or has a new count keeps its nodes: every frame of scrolling brings new places.
    private void rebuild() {
        List<TickNode> before = List.copyOf(nodes);
        nodes.clear();
        for (int i = 0; i < ticks.size(); i++) {
            RailTick tick = ticks.get(i);
            nodes.add(i < before.size() && before.get(i).looksLike(tick) ? before.get(i).with(tick) : node(tick));
        }
        List<Node> children = new ArrayList<>(List.of(bar, fill, zone));
        nodes.forEach(node -> children.addAll(List.of(node.mark(), node.label())));
        if (!getChildren().equals(children)) {
            getChildren().setAll(children);
        }
        if (barLeft() == shownBarLeft) {
            setNeedsLayout(true);
        } else {
            requestLayout();
        }
    }

    private static TickNode node(RailTick tick) {
        Region mark = part("rail-mark");
        Label label = new Label(tick.label());
        label.setManaged(false);
        label.getStyleClass().add(tick.strong() ? "rail-label-strong" : "rail-label");
        if (!tick.styleClass().isEmpty()) {
            mark.getStyleClass().add(tick.styleClass());
            label.getStyleClass().add(tick.styleClass());
        }
        return new TickNode(tick, mark, label);
    }

    private static Region part(String styleClass) {
        Region part = new Region();
        part.getStyleClass().add(styleClass);
        part.setManaged(false);
        return part;
    }

    @Override
    protected void layoutChildren() {
        double height = Math.max(0, railHeight.get());
        double filled = Math.clamp(fillTo.get(), 0, height);
        double barLeft = barLeft();
        shownBarLeft = barLeft;
        bar.resizeRelocate(barLeft, 0, BAR_WIDTH, height);
        fill.resizeRelocate(barLeft, 0, BAR_WIDTH, Math.round(filled));
        layoutZone(barLeft, height);
        List<TickNode> shown = new ArrayList<>();
        List<TickNode> byWeight = new ArrayList<>(nodes);
        byWeight.sort(Comparator.comparing((TickNode node) -> !node.tick().strong())
                .thenComparing(node -> node.tick().isStep()));
        for (TickNode node : byWeight) {
            layoutTick(node, barLeft, height);
            boolean free = shown.stream().noneMatch(other -> overlap(node.label(), other.label()));
            node.label().setVisible(free);
            if (free) {
                shown.add(node);
            }
        }
    }

    private void layoutZone(double barLeft, double height) {
        double tall = Math.max(NARROWEST_ZONE, zoneTo - zoneFrom);
        double top = Math.clamp((zoneFrom + zoneTo - tall) / 2, 0, Math.max(0, height - NARROWEST_ZONE));
        zone.setVisible(isZoned);
        zone.resizeRelocate(barLeft - MARK_OVERHANG, Math.round(top), BAR_WIDTH + 2 * MARK_OVERHANG,
                Math.round(Math.min(tall, height - top)));
    }

    private double barLeft() {
        int longest = ticks.stream().mapToInt(tick -> tick.label().length()).max().orElse(0);
        return BAR_LEFT + CHARACTER * Math.max(0, longest - USUAL_LABEL);
    }

    private static void layoutTick(TickNode node, double barLeft, double height) {
        double y = Math.round(node.tick().y());
        node.mark().setVisible(node.tick().strong() || node.tick().isStep());
        if (node.tick().isStep()) {
            node.mark().resizeRelocate(barLeft - MARK_OVERHANG, y, MARK_OVERHANG, 1);
        } else {
            node.mark().resizeRelocate(barLeft - MARK_OVERHANG, y - 1, BAR_WIDTH + 2 * MARK_OVERHANG, 2);
        }
        Label label = node.label();
        label.autosize();
        double top = Math.clamp(y - Math.round(label.getHeight() / 2), 0, Math.max(0, height - label.getHeight()));
        label.relocate(barLeft - LABEL_GAP - label.getWidth(), top);
    }

    private static boolean overlap(Label one, Label other) {
        return one.getLayoutY() < other.getLayoutY() + other.getHeight()
                && other.getLayoutY() < one.getLayoutY() + one.getHeight();
    }

    @Override
    protected double computePrefHeight(double width) {
        return railHeight.get();
    }

    @Override
    protected double computePrefWidth(double height) {
        return barLeft() + BAR_WIDTH + RIGHT_OF_BAR;
    }

    public ObservableList<RailTick> getTicks() {
        return ticks;
    }

    /// Shows that something lies between these heights, though not where.
    public void showZone(double from, double to) {
        setZone(true, from, to);
    }

    public void hideZone() {
        setZone(false, 0, 0);
    }

    /// With every frame of scrolling the rail is set again, and nothing but the rail is laid out.
    private void setZone(boolean wanted, double from, double to) {
        if (wanted != isZoned || from != zoneFrom || to != zoneTo) {
            isZoned = wanted;
            zoneFrom = from;
            zoneTo = to;
            setNeedsLayout(true);
        }
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

    private final class DrawnDouble extends SimpleDoubleProperty {

        private final Runnable onChange;

        private DrawnDouble(String name, Runnable onChange) {
            super(PrefixRail.this, name, 0);
            this.onChange = onChange;
        }

        @Override
        protected void invalidated() {
            get();
            onChange.run();
        }
    }
}
