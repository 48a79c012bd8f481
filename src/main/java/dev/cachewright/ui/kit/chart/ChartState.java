package dev.cachewright.ui.kit.chart;

import dev.cachewright.chart.CallBar;
import dev.cachewright.chart.ChartCalls;
import dev.cachewright.chart.Frame;
import dev.cachewright.chart.Layer;
import dev.cachewright.chart.Sight;
import dev.cachewright.chart.Span;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.LongProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleLongProperty;
import javafx.beans.property.SimpleObjectProperty;

/// What the parts of the chart share: the calls, what of them is in sight, which layers are shown, which call is chosen.
final class ChartState {

    private static final double KEY_ZOOM = 1.5;

    private final ObjectProperty<Sight> sight = new SimpleObjectProperty<>(this, "sight", Sight.newest());
    private final ObjectProperty<Set<Layer>> layers = new SimpleObjectProperty<>(this, "layers", Layer.usual());
    private final IntegerProperty selected = new SimpleIntegerProperty(this, "selected", -1);
    private final LongProperty threshold = new SimpleLongProperty(this, "threshold", 0);
    private final ObjectProperty<ChartCalls> calls = new SimpleObjectProperty<>(this, "calls",
            new ChartCalls(List.of(), 0));
    /// Of the latest layout.
    private Span.Room room = new Span.Room(0, 1);

    /// Takes over the calls; one that was chosen and is no more is chosen no more, and of another session the newest
    /// calls are looked at.
    void show(List<CallBar> bars) {
        boolean isAnother = bars.isEmpty() || getCalls().size() > 0 && !getCalls().get(0).equals(bars.getFirst());
        calls.set(new ChartCalls(bars, threshold.get()));
        room = new Span.Room(bars.size(), room.width());
        if (isAnother) {
            sight.set(Sight.newest());
        }
        selected.set(Math.min(selected.get(), bars.size() - 1));
    }

    /// A call that was chosen before there was a width comes into sight now.
    void laidOut(Frame frame) {
        boolean isFirst = room.width() <= 1;
        room = new Span.Room(frame.calls(), frame.width());
        if (isFirst) {
            reveal();
        }
    }

    Span.Room room() {
        return room;
    }

    Span span() {
        return sight.get().in(room);
    }

    /// Whether this changed anything.
    boolean look(UnaryOperator<Sight> change) {
        Sight before = sight.get();
        Span seen = span();
        sight.set(change.apply(before));
        return !seen.equals(span());
    }

    boolean zoom(double factor, double around) {
        return look(now -> now.zoomed(factor, around, room));
    }

    boolean zoomIn() {
        return zoom(1 / KEY_ZOOM, anchor());
    }

    boolean zoomOut() {
        return zoom(KEY_ZOOM, anchor());
    }

    /// What a key zooms around: the chosen call where it is in sight, else the middle.
    private double anchor() {
        Span now = span();
        boolean isSeen = selected.get() >= now.from() && selected.get() < now.to();
        return isSeen ? selected.get() + 0.5 : Math.min(room.calls(), now.from() + now.length() / 2);
    }

    boolean move(double by) {
        return look(now -> now.movedTo(span().from() + by, room));
    }

    boolean showAll() {
        return look(Sight::whole);
    }

    boolean back() {
        boolean isElsewhere = sight.get().hasBack();
        look(now -> now.back(room));
        return isElsewhere;
    }

    void choose(int index) {
        selected.set(index);
    }

    void reveal() {
        if (selected.get() >= 0 && room.width() > 1) {
            look(now -> now.revealing(selected.get(), room));
        }
    }

    void nextMiss(int step) {
        int next = getCalls().nextMiss(selected.get(), step);
        if (next >= 0) {
            selected.set(next);
            reveal();
        }
    }

    void setShown(Layer layer, boolean isShown) {
        Set<Layer> next = EnumSet.noneOf(Layer.class);
        next.addAll(layers.get());
        if (isShown) {
            next.add(layer);
        } else {
            next.remove(layer);
        }
        layers.set(next);
    }

    ObjectProperty<Sight> sightProperty() {
        return sight;
    }

    Sight getSight() {
        return sight.get();
    }

    ObjectProperty<Set<Layer>> layersProperty() {
        return layers;
    }

    Set<Layer> getLayers() {
        return layers.get();
    }

    IntegerProperty selectedProperty() {
        return selected;
    }

    int getSelected() {
        return selected.get();
    }

    LongProperty thresholdProperty() {
        return threshold;
    }

    ObjectProperty<ChartCalls> callsProperty() {
        return calls;
    }

    ChartCalls getCalls() {
        return calls.get();
    }
}
