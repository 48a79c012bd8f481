package dev.cachewright.ui.kit;

import javafx.beans.DefaultProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.collections.ObservableList;
import javafx.css.PseudoClass;
import javafx.geometry.HPos;
import javafx.geometry.Orientation;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/// Figures in columns that do not move when a number changes; in two rows where one would be too narrow.
///
/// Pseudo-class `stacked` means two rows. The first column is [#leadProperty()] times as wide as each other one.
@DefaultProperty("figures")
public final class FigureRow extends Region {

    private static final PseudoClass STACKED = PseudoClass.getPseudoClass("stacked");
    private static final double USUAL_NARROWEST = 128;

    private final DoubleProperty narrowest = new SimpleDoubleProperty(this, "narrowest", USUAL_NARROWEST);
    private final DoubleProperty lead = new SimpleDoubleProperty(this, "lead", 1);

    public FigureRow() {
        getStyleClass().add("figure-row");
        lead.subscribe(now -> requestLayout());
        narrowest.subscribe(now -> requestLayout());
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected void layoutChildren() {
        double width = inner(getWidth());
        int columns = columns(width);
        pseudoClassStateChanged(STACKED, columns < getChildren().size());
        double unit = width / (columns - 1 + lead.get());
        double y = snappedTopInset();
        for (int first = 0; first < getChildren().size(); first += columns) {
            double height = rowHeight(first, columns, unit);
            double x = snappedLeftInset();
            for (int i = first; i < Math.min(first + columns, getChildren().size()); i++) {
                double end = i == first + columns - 1
                        ? snappedLeftInset() + width
                        : snapPositionX(x + unit * (i == first ? lead.get() : 1));
                layoutInArea(getChildren().get(i), x, y, end - x, height, 0, HPos.LEFT, VPos.TOP);
                x = end;
            }
            y += height;
        }
    }

    @Override
    protected double computePrefHeight(double width) {
        int columns = width < 0 ? Math.max(1, getChildren().size()) : columns(inner(width));
        double height = snappedTopInset() + snappedBottomInset();
        for (int first = 0; first < getChildren().size(); first += columns) {
            height += rowHeight(first, columns, width < 0 ? -1 : inner(width) / (columns - 1 + lead.get()));
        }
        return height;
    }

    @Override
    protected double computePrefWidth(double height) {
        return getChildren().size() * narrowest.get() + snappedLeftInset() + snappedRightInset();
    }

    @Override
    protected double computeMinWidth(double height) {
        return snappedLeftInset() + snappedRightInset();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    private int columns(double width) {
        int columns = Math.max(1, getChildren().size());
        while (columns > 1 && (width < columns * narrowest.get() || !fits(width, columns))) {
            columns = (columns + 1) / 2;
        }
        return columns;
    }

    private boolean fits(double width, int columns) {
        double unit = width / (columns - 1 + lead.get());
        for (int i = 0; i < getChildren().size(); i++) {
            if (getChildren().get(i).minWidth(-1) > unit * (i % columns == 0 ? lead.get() : 1)) {
                return false;
            }
        }
        return true;
    }

    private double inner(double width) {
        return Math.max(0, width - snappedLeftInset() - snappedRightInset());
    }

    private double rowHeight(int first, int columns, double unit) {
        double height = 0;
        for (int i = first; i < Math.min(first + columns, getChildren().size()); i++) {
            double width = unit < 0 ? -1 : Math.floor(unit * (i == first ? lead.get() : 1));
            height = Math.max(height, snapSizeY(getChildren().get(i).prefHeight(width)));
        }
        return height;
    }

    public ObservableList<Node> getFigures() {
        return getChildren();
    }

    /// The column width below which the figures are in two rows.
    public DoubleProperty narrowestProperty() {
        return narrowest;
    }

    public double getNarrowest() {
        return narrowest.get();
    }

    public void setNarrowest(double width) {
        narrowest.set(width);
    }

    public DoubleProperty leadProperty() {
        return lead;
    }

    public double getLead() {
        return lead.get();
    }

    public void setLead(double times) {
        lead.set(times);
    }
}
