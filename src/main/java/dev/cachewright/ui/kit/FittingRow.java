package dev.cachewright.ui.kit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.beans.DefaultProperty;
import javafx.collections.ObservableList;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.layout.Region;

/// Words in a line, from the left, and from one of them on at the right. Where room is short, those that can be
/// spared leave, and then there are more lines: no word is cut.
///
/// In FXML `FittingRow.leaves="1"` says what can be spared, and that it leaves first, `FittingRow.atEnd="true"` where
/// the right part begins.
@DefaultProperty("words")
public final class FittingRow extends Region {

    private static final String LEAVES = "fitting-row-leaves";
    private static final String AT_END = "fitting-row-at-end";
    private static final double GAP = 16;
    private static final double LINE_GAP = 2;

    public FittingRow() {
        getStyleClass().add("fitting-row");
    }

    /// What can be spared; the smallest number leaves first.
    public static void setLeaves(Node node, int turn) {
        node.getProperties().put(LEAVES, turn);
    }

    /// When it leaves; 0 where it stays.
    public static int getLeaves(Node node) {
        return (int) node.getProperties().getOrDefault(LEAVES, 0);
    }

    /// Has this and what comes after it stand at the right.
    public static void setAtEnd(Node node, boolean isAtEnd) {
        node.getProperties().put(AT_END, isAtEnd);
    }

    public static boolean isAtEnd(Node node) {
        return (boolean) node.getProperties().getOrDefault(AT_END, false);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected void layoutChildren() {
        double width = inner(getWidth());
        List<Node> fitting = fitting(width);
        getChildren().forEach(child -> child.setVisible(fitting.contains(child)));
        double y = snappedTopInset();
        for (List<Node> line : lines(fitting, width)) {
            double height = height(line, width);
            double x = snappedLeftInset();
            double spare = Math.max(0, width - width(line));
            for (Node child : line) {
                double own = Math.min(snapSizeX(child.prefWidth(-1)), width);
                double tall = snapSizeY(child.prefHeight(own));
                if (isAtEnd(child)) {
                    x += spare;
                }
                child.resizeRelocate(x, y + Math.round((height - tall) / 2), own, tall);
                x += own + GAP;
            }
            y += height + LINE_GAP;
        }
    }

    /// What is left when all that has to leave has left.
    private List<Node> fitting(double width) {
        List<Node> fitting = new ArrayList<>(getChildren().stream().filter(FittingRow::saysSomething).toList());
        List<Node> sparing = fitting.stream().filter(child -> getLeaves(child) > 0)
                .sorted(Comparator.comparing(FittingRow::getLeaves)).toList();
        for (Node child : sparing) {
            if (width(fitting) > width) {
                fitting.remove(child);
            }
        }
        return fitting;
    }

    private static boolean saysSomething(Node child) {
        return !(child instanceof Labeled label) || label.getText() != null && !label.getText().isEmpty();
    }

    private List<List<Node>> lines(List<Node> fitting, double width) {
        List<List<Node>> lines = new ArrayList<>(List.of(new ArrayList<>()));
        for (Node child : fitting) {
            lines.getLast().add(child);
            if (lines.getLast().size() > 1 && width(lines.getLast()) > width) {
                lines.getLast().removeLast();
                lines.add(new ArrayList<>(List.of(child)));
            }
        }
        return lines;
    }

    private double width(List<Node> line) {
        return line.stream().mapToDouble(child -> snapSizeX(child.prefWidth(-1))).sum()
                + GAP * Math.max(0, line.size() - 1);
    }

    private double height(List<Node> line, double width) {
        return line.stream().mapToDouble(child -> snapSizeY(child.prefHeight(
                Math.min(snapSizeX(child.prefWidth(-1)), width)))).max().orElse(0);
    }

    private double inner(double width) {
        return Math.max(0, width - snappedLeftInset() - snappedRightInset());
    }

    @Override
    protected double computePrefHeight(double width) {
        double room = width < 0 ? Double.MAX_VALUE : inner(width);
        double height = -LINE_GAP;
        for (List<Node> line : lines(fitting(room), room)) {
            height += height(line, room) + LINE_GAP;
        }
        return snappedTopInset() + height + snappedBottomInset();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefWidth(double height) {
        return snappedLeftInset() + width(getChildren()) + snappedRightInset();
    }

    @Override
    protected double computeMinWidth(double height) {
        return snappedLeftInset() + snappedRightInset();
    }

    public ObservableList<Node> getWords() {
        return getChildren();
    }
}
