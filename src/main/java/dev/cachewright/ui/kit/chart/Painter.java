package dev.cachewright.ui.kit.chart;

import dev.cachewright.chart.Drawing;
import dev.cachewright.chart.Role;
import dev.cachewright.chart.Shape;
import dev.cachewright.chart.Shape.Area;
import dev.cachewright.chart.Shape.Box;
import dev.cachewright.chart.Shape.Line;
import dev.cachewright.chart.Shape.Point;
import dev.cachewright.chart.Shape.Words;
import java.util.List;
import java.util.function.ToDoubleFunction;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.TextAlignment;

/// Paints a drawing on a canvas.
final class Painter {

    private final ChartInks inks;

    Painter(ChartInks inks) {
        this.inks = inks;
    }

    /// Paints it alone, in the size of the canvas.
    void paint(Canvas canvas, Drawing drawing) {
        GraphicsContext pen = canvas.getGraphicsContext2D();
        pen.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        pen.setLineCap(StrokeLineCap.BUTT);
        pen.setLineJoin(StrokeLineJoin.ROUND);
        for (Shape shape : drawing.shapes()) {
            paint(pen, shape);
        }
    }

    private void paint(GraphicsContext pen, Shape shape) {
        switch (shape) {
            case Box box -> {
                pen.setFill(inks.fill(box.role()));
                pen.fillRect(box.x(), box.y(), box.width(), box.height());
            }
            case Area area -> {
                pen.setFill(inks.fill(area.role()));
                pen.fillPolygon(each(area.corners(), Point::x), each(area.corners(), Point::y),
                        area.corners().size());
            }
            case Line line -> {
                stroke(pen, line.role());
                pen.strokePolyline(each(line.points(), Point::x), each(line.points(), Point::y),
                        line.points().size());
            }
            case Words words -> {
                pen.setFill(inks.colour(words.role()));
                pen.setFont(inks.font(words.role()));
                pen.setTextAlign(switch (words.anchor()) {
                    case START -> TextAlignment.LEFT;
                    case MIDDLE -> TextAlignment.CENTER;
                    case END -> TextAlignment.RIGHT;
                });
                pen.fillText(words.text(), words.x(), words.y());
            }
        }
    }

    private void stroke(GraphicsContext pen, Role role) {
        pen.setStroke(inks.colour(role));
        pen.setLineWidth(role.width());
        if (role.isDashed()) {
            pen.setLineDashes(role.on(), role.off());
        } else {
            pen.setLineDashes();
        }
    }

    private static double[] each(List<Point> points, ToDoubleFunction<Point> side) {
        return points.stream().mapToDouble(side).toArray();
    }
}
