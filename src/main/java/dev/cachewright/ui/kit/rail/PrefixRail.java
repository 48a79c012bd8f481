package dev.cachewright.ui.kit.rail;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

/// The outline of a prompt: its blocks one below the other in proportion to their tokens, coloured by what later calls
/// can reuse, with token counts at its ticks. A click goes to a block.
///
/// Where two labels would touch, the weaker one (not strong, then a step, then the later one) is left out; its mark
/// stays.
public final class PrefixRail extends Region {

    private static final double BAR_LEFT = 56;
    private static final double RIGHT_OF_BAR = 8;
    /// `999,999` has room; a longer label moves the bar by whole steps, so that it does not move with every digit.
    private static final double STEP = 8;
    private static final double BAR_WIDTH = 10;
    private static final double MARK_OVERHANG = 4;
    private static final double LABEL_GAP = 8;
    private static final double NARROWEST_ZONE = 8;
    private static final double LEAST_SIGHT = 12;
    /// Segments lower than this are drawn as one with their neighbours.
    private static final double LOWEST = 2;
    /// Finer steps would be a grey bar.
    private static final double LEAST_STEP = 6;
    /// Figures of steps leave room between them.
    private static final double STEP_GAP = 16;
    private static final double USUAL_HEIGHT = 120;

    private final List<Region> segmentNodes = new ArrayList<>();
    private final Region zone = part("rail-zone");
    private final Region sight = part("rail-sight");
    private final List<TickNode> nodes = new ArrayList<>();
    private final Tooltip tooltip = new Tooltip();
    private List<RailSegment> segments = List.of();
    private List<RailTick> ticks = List.of();
    private Optional<RailZone> shownZone = Optional.empty();
    private double sightFrom;
    private double sightTo;
    private RailScale scale = new RailScale(List.of(), 0);
    private Consumer<String> onGo = id -> {
    };
    private UnaryOperator<String> words = id -> id;

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

    /// Something lies between these tokens, though it is not known where.
    public record RailZone(int from, int to) {
    }

    public PrefixRail() {
        getStyleClass().add("prefix-rail");
        setMinWidth(USE_PREF_SIZE);
        getChildren().setAll(zone, sight);
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::press);
        addEventHandler(MouseEvent.MOUSE_MOVED, this::point);
        Tooltip.install(this, tooltip);
    }

    /// Shows a prompt. A tick that only moved or has a new count keeps its nodes.
    public void show(List<RailSegment> blocks, List<RailTick> marks, Optional<RailZone> open) {
        if (blocks.equals(segments) && marks.equals(ticks) && open.equals(shownZone)) {
            return;
        }
        segments = List.copyOf(blocks);
        ticks = List.copyOf(marks);
        shownZone = open;
        List<TickNode> before = List.copyOf(nodes);
        nodes.clear();
        for (int i = 0; i < ticks.size(); i++) {
            RailTick tick = ticks.get(i);
            nodes.add(i < before.size() && before.get(i).looksLike(tick) ? before.get(i).with(tick) : node(tick));
        }
        showNodes();
        requestLayout();
    }

    /// Says which tokens are in view beside the rail.
    public void setSight(double from, double to) {
        if (from != sightFrom || to != sightTo) {
            sightFrom = from;
            sightTo = to;
            setNeedsLayout(true);
        }
    }

    /// Sets what goes to a block.
    public void setOnGo(Consumer<String> listener) {
        onGo = listener;
    }

    /// Sets what is said of a block under the pointer.
    public void setWords(UnaryOperator<String> source) {
        words = source;
    }

    private void showNodes() {
        List<Node> children = new ArrayList<>(segmentNodes);
        children.addAll(List.of(zone, sight));
        nodes.forEach(node -> children.addAll(List.of(node.mark(), node.label())));
        if (!getChildren().equals(children)) {
            getChildren().setAll(children);
        }
    }

    private static TickNode node(RailTick tick) {
        Region mark = part("rail-mark");
        Label label = new Label(tick.label());
        label.setManaged(false);
        label.setMouseTransparent(true);
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
        part.setMouseTransparent(true);
        return part;
    }

    @Override
    protected void layoutChildren() {
        double top = snappedTopInset();
        double height = Math.max(0, getHeight() - top - snappedBottomInset());
        scale = new RailScale(segments, height);
        double barLeft = barLeft();
        layoutSegments(barLeft, top);
        layoutZone(barLeft, top, height);
        layoutSight(barLeft, top, height);
        layoutTicks(barLeft, top, height);
    }

    /// What is too low to be seen is drawn together, in the colour of the first.
    private void layoutSegments(double barLeft, double top) {
        int used = 0;
        int i = 0;
        while (i < segments.size()) {
            int last = i;
            while (last + 1 < segments.size()
                    && scale.top(last) + scale.height(last) - scale.top(i) < LOWEST) {
                last++;
            }
            Region node = segmentNode(used++, segments.get(i).styleClass());
            double y = Math.round(scale.top(i));
            double end = Math.round(scale.top(last) + scale.height(last));
            node.resizeRelocate(barLeft, top + y, BAR_WIDTH, Math.max(1, end - y));
            i = last + 1;
        }
        while (segmentNodes.size() > used) {
            getChildren().remove(segmentNodes.removeLast());
        }
    }

    private Region segmentNode(int index, String styleClass) {
        if (index == segmentNodes.size()) {
            Region made = part("rail-segment");
            segmentNodes.add(made);
            getChildren().add(index, made);
        }
        Region node = segmentNodes.get(index);
        List<String> wanted = List.of("rail-segment", styleClass);
        if (!node.getStyleClass().equals(wanted)) {
            node.getStyleClass().setAll(wanted);
            node.applyCss();
        }
        return node;
    }

    private void layoutZone(double barLeft, double top, double height) {
        zone.setVisible(shownZone.isPresent());
        shownZone.ifPresent(open -> {
            double from = scale.y(open.from());
            double to = scale.y(open.to());
            double tall = Math.max(NARROWEST_ZONE, to - from);
            double y = Math.clamp((from + to - tall) / 2, 0, Math.max(0, height - NARROWEST_ZONE));
            zone.resizeRelocate(barLeft - MARK_OVERHANG, top + Math.round(y), BAR_WIDTH + 2 * MARK_OVERHANG,
                    Math.round(Math.min(tall, height - y)));
        });
    }

    private void layoutSight(double barLeft, double top, double height) {
        double from = scale.y(sightFrom);
        double tall = Math.max(LEAST_SIGHT, scale.y(sightTo) - from);
        // Where all can be seen there is nothing to tell.
        sight.setVisible(!segments.isEmpty() && sightTo > sightFrom && tall < height - 1);
        sight.resizeRelocate(barLeft + BAR_WIDTH + 2, top + Math.round(Math.min(from, height - tall)), 2,
                Math.round(tall));
    }

    private void layoutTicks(double barLeft, double top, double height) {
        List<TickNode> shown = new ArrayList<>();
        List<TickNode> byWeight = new ArrayList<>(nodes);
        byWeight.sort(Comparator.comparing((TickNode node) -> !node.tick().strong())
                .thenComparing(node -> node.tick().isStep()));
        boolean hasSteps = hasRoomForSteps();
        for (TickNode node : byWeight) {
            layoutTick(node, barLeft, top, height);
            node.mark().setVisible(node.tick().strong() || node.tick().isStep() && hasSteps);
            boolean free = (hasSteps || !node.tick().isStep())
                    && node.label().getHeight() <= height
                    && shown.stream().noneMatch(other -> overlap(node.label(), other.label(),
                            node.tick().isStep() ? STEP_GAP : 0));
            node.label().setVisible(free);
            if (free) {
                shown.add(node);
            }
        }
    }

    private boolean hasRoomForSteps() {
        double above = Double.NEGATIVE_INFINITY;
        for (RailTick tick : ticks) {
            if (tick.isStep()) {
                double y = scale.y(tick.at());
                if (y - above < LEAST_STEP) {
                    return false;
                }
                above = y;
            }
        }
        return true;
    }

    private double barLeft() {
        double widest = 0;
        for (TickNode node : nodes) {
            if (getScene() != null) {
                node.label().applyCss();
            }
            widest = Math.max(widest, node.label().prefWidth(-1));
        }
        return Math.max(BAR_LEFT, Math.ceil((widest + LABEL_GAP) / STEP) * STEP);
    }

    private void layoutTick(TickNode node, double barLeft, double top, double height) {
        double y = Math.round(scale.y(node.tick().at()));
        if (node.tick().isStep()) {
            node.mark().resizeRelocate(barLeft - MARK_OVERHANG, top + y, MARK_OVERHANG, 1);
        } else {
            node.mark().resizeRelocate(barLeft - MARK_OVERHANG, top + y - 1, BAR_WIDTH + 2 * MARK_OVERHANG, 2);
        }
        Label label = node.label();
        label.applyCss();
        label.autosize();
        double above = Math.clamp(y - Math.round(label.getHeight() / 2), 0, Math.max(0, height - label.getHeight()));
        label.relocate(barLeft - LABEL_GAP - label.getWidth(), top + above);
    }

    private static boolean overlap(Label one, Label other, double gap) {
        return one.getLayoutY() < other.getLayoutY() + other.getHeight() + gap
                && other.getLayoutY() < one.getLayoutY() + one.getHeight() + gap;
    }

    private Optional<RailSegment> segmentAt(MouseEvent event) {
        int found = scale.at(event.getY() - snappedTopInset());
        return found < 0 ? Optional.empty() : Optional.of(segments.get(found));
    }

    private void press(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY) {
            segmentAt(event).ifPresent(segment -> onGo.accept(segment.blockId()));
            event.consume();
        }
    }

    private void point(MouseEvent event) {
        segmentAt(event).ifPresent(segment -> tooltip.setText(words.apply(segment.blockId())));
    }

    @Override
    protected double computePrefHeight(double width) {
        return USUAL_HEIGHT;
    }

    @Override
    protected double computeMinHeight(double width) {
        return 0;
    }

    @Override
    protected double computePrefWidth(double height) {
        return barLeft() + BAR_WIDTH + RIGHT_OF_BAR;
    }

    public List<RailTick> getTicks() {
        return ticks;
    }
}
