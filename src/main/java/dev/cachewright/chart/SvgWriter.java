package dev.cachewright.chart;

import dev.cachewright.chart.Shape.Area;
import dev.cachewright.chart.Shape.Box;
import dev.cachewright.chart.Shape.Line;
import dev.cachewright.chart.Shape.Point;
import dev.cachewright.chart.Shape.Words;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// Writes a [Drawing] as SVG 1.1 that needs nothing beside it.
public final class SvgWriter {

    private static final String FONTS = "Inter, -apple-system, 'Segoe UI', Roboto, 'DejaVu Sans', sans-serif";
    private static final Set<Role> STRONG = EnumSet.of(Role.TICK_STRONG, Role.SIGN, Role.MISS_SIGN);

    private final Palette palette;
    private final Ruler ruler;

    /// @param ruler the one that the drawing was laid out with
    public SvgWriter(Palette palette, Ruler ruler) {
        this.palette = palette;
        this.ruler = ruler;
    }

    /// @param title says what is to be seen, also to a screen reader
    public String write(Drawing drawing, String title) {
        var svg = new StringBuilder();
        String width = number(drawing.width());
        String height = number(drawing.height());
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" width=\"").append(width)
                .append("\" height=\"").append(height).append("\" viewBox=\"0 0 ").append(width).append(' ')
                .append(height).append("\">\n<title>").append(escaped(title)).append("</title>\n<defs>\n");
        Set<Role> used = drawing.shapes().stream().map(Shape::role)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
        used.stream().filter(role -> role.pattern() != Pattern.NONE).forEach(role -> pattern(svg, role));
        svg.append("</defs>\n<style>\n.words { font-family: ").append(FONTS).append("; }\n");
        used.forEach(role -> style(svg, role));
        svg.append("</style>\n");
        drawing.shapes().forEach(shape -> shape(svg, shape));
        return svg.append("</svg>\n").toString();
    }

    private void pattern(StringBuilder svg, Role role) {
        String size = number(Pattern.SIZE);
        svg.append("<pattern id=\"").append(role.word()).append("\" width=\"").append(size).append("\" height=\"")
                .append(size).append("\" patternUnits=\"userSpaceOnUse\"><rect width=\"").append(size)
                .append("\" height=\"").append(size).append("\" fill=\"").append(palette.of(role))
                .append("\"/><path d=\"");
        for (Pattern.Stroke stroke : role.pattern().strokes()) {
            svg.append('M').append(number(stroke.fromX())).append(' ').append(number(stroke.fromY())).append('L')
                    .append(number(stroke.toX())).append(' ').append(number(stroke.toY()));
        }
        svg.append("\" stroke=\"").append(palette.of(Role.PANEL)).append("\" stroke-width=\"")
                .append(number(Pattern.WIDTH)).append("\" stroke-opacity=\"").append(number(Pattern.OPACITY))
                .append("\"/></pattern>\n");
    }

    private void style(StringBuilder svg, Role role) {
        String colour = palette.of(role);
        svg.append('.').append(role.word()).append(" { fill: ")
                .append(role.pattern() == Pattern.NONE ? colour : "url(#" + role.word() + ")").append(';');
        if (role.isWords()) {
            svg.append(" font-size: ").append(number(ruler.size(role))).append("px;")
                    .append(STRONG.contains(role) ? " font-weight: 600;" : "");
        }
        svg.append(" }\n.line.").append(role.word()).append(" { fill: none; stroke: ").append(colour)
                .append("; stroke-width: ").append(number(role.width())).append(';');
        if (role.isDashed()) {
            svg.append(" stroke-dasharray: ").append(number(role.on())).append(' ').append(number(role.off()))
                    .append(';');
        }
        svg.append(" }\n");
    }

    private static void shape(StringBuilder svg, Shape shape) {
        String role = shape.role().word();
        switch (shape) {
            case Box box -> svg.append("<rect class=\"").append(role).append("\" x=\"").append(number(box.x()))
                    .append("\" y=\"").append(number(box.y())).append("\" width=\"").append(number(box.width()))
                    .append("\" height=\"").append(number(box.height())).append("\"/>\n");
            case Area area -> svg.append("<polygon class=\"").append(role).append("\" points=\"")
                    .append(points(area.corners())).append("\"/>\n");
            case Line line -> svg.append("<polyline class=\"line ").append(role).append("\" points=\"")
                    .append(points(line.points())).append("\"/>\n");
            case Words words -> svg.append("<text class=\"words ").append(role).append("\" x=\"")
                    .append(number(words.x())).append("\" y=\"").append(number(words.y()))
                    .append("\" text-anchor=\"").append(words.anchor().name().toLowerCase(Locale.ROOT)).append("\">")
                    .append(escaped(words.text())).append("</text>\n");
        }
    }

    private static String points(List<Point> points) {
        return points.stream().map(point -> number(point.x()) + ',' + number(point.y()))
                .collect(Collectors.joining(" "));
    }

    /// With two decimals at most.
    private static String number(double value) {
        long hundredths = Math.round(value * 100);
        return hundredths % 100 == 0
                ? Long.toString(hundredths / 100)
                : String.valueOf(hundredths / 100.0);
    }

    /// As XML takes it; characters that XML has no form for are left out.
    private static String escaped(String text) {
        var out = new StringBuilder();
        text.codePoints().forEach(code -> {
            switch (code) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '"' -> out.append("&quot;");
                default -> {
                    boolean isText = code >= 0x20 && code <= 0xD7FF || code == '\t' || code == '\n'
                            || code >= 0xE000 && code <= 0xFFFD || code >= 0x10000;
                    if (isText) {
                        out.appendCodePoint(code);
                    }
                }
            }
        });
        return out.toString();
    }
}
