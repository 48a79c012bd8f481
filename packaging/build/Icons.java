import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Line2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.imageio.ImageIO;

/// Draws the mark in all sizes and forms: blocks of a prompt, the cached prefix above a dashed line, the rest below it.
///
/// `java packaging/build/Icons.java FOLDER` writes `cachewright.svg`, `SIZE.png`, `cachewright.ico`, `cachewright.icns`.
final class Icons {

    private static final double UNIT = 64;
    private static final List<Integer> SIZES = List.of(16, 22, 24, 32, 48, 64, 128, 256, 512, 1024);
    private static final List<Integer> ICO_SIZES = List.of(16, 24, 32, 48, 64, 128, 256);
    private static final Map<String, Integer> ICNS_TYPES = new TreeMap<>(Map.of("icp4", 16, "icp5", 32, "icp6", 64,
            "ic07", 128, "ic08", 256, "ic09", 512, "ic10", 1024));
    private static final double LINE_Y = 44;
    private static final String LINE = "#8fa3ad";
    private static final List<Box> BOXES = List.of(new Box(2, 2, 60, 60, 13, "#14232b"),
            new Box(13, 12, 38, 8, 2.5, "#2fb3a3"), new Box(13, 23, 30, 8, 2.5, "#2fb3a3"),
            new Box(13, 34, 38, 5.5, 2.5, "#1f8a80"), new Box(13, 48.5, 24, 6.5, 2.5, "#e2a33b"));

    private Icons() {
    }

    /// A rounded rectangle on a square of [#UNIT].
    private record Box(double x, double y, double width, double height, double radius, String colour) {
    }

    public static void main(String[] arguments) throws IOException {
        System.setProperty("java.awt.headless", "true");
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        Files.writeString(folder.resolve("cachewright.svg"), svg());
        Map<Integer, byte[]> images = new TreeMap<>();
        for (int size : SIZES) {
            images.put(size, png(size));
            Files.write(folder.resolve(size + ".png"), images.get(size));
        }
        Files.write(folder.resolve("cachewright.ico"), ico(images));
        Files.write(folder.resolve("cachewright.icns"), icns(images));
    }

    private static String svg() {
        var text = new StringBuilder("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 64 64\">\n");
        for (Box box : BOXES) {
            text.append(String.format(Locale.ROOT,
                    "  <rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" rx=\"%s\" fill=\"%s\"/>%n", box.x(), box.y(),
                    box.width(), box.height(), box.radius(), box.colour()));
        }
        return text.append(String.format(Locale.ROOT,
                "  <path d=\"M9 %s H55\" stroke=\"%s\" stroke-width=\"1.8\" stroke-dasharray=\"4 3\"/>%n</svg>%n", LINE_Y,
                LINE)).toString();
    }

    private static byte[] png(int size) throws IOException {
        var image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.scale(size / UNIT, size / UNIT);
        for (Box box : BOXES) {
            graphics.setColor(Color.decode(box.colour()));
            graphics.fill(new RoundRectangle2D.Double(box.x(), box.y(), box.width(), box.height(), 2 * box.radius(),
                    2 * box.radius()));
        }
        graphics.setColor(Color.decode(LINE));
        graphics.setStroke(new BasicStroke(1.8f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10,
                new float[]{4, 3}, 0));
        graphics.draw(new Line2D.Double(9, LINE_Y, 55, LINE_Y));
        graphics.dispose();
        var out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }

    /// A directory of PNG images, as Windows reads them since Vista.
    private static byte[] ico(Map<Integer, byte[]> images) {
        int offset = 6 + 16 * ICO_SIZES.size();
        int length = offset + ICO_SIZES.stream().mapToInt(size -> images.get(size).length).sum();
        ByteBuffer out = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        out.putShort((short) 0).putShort((short) 1).putShort((short) ICO_SIZES.size());
        for (int size : ICO_SIZES) {
            // A side of 256 is written as 0.
            out.put((byte) size).put((byte) size).putShort((short) 0).putShort((short) 1).putShort((short) 32)
                    .putInt(images.get(size).length).putInt(offset);
            offset += images.get(size).length;
        }
        ICO_SIZES.forEach(size -> out.put(images.get(size)));
        return out.array();
    }

    /// A list of PNG images, each behind its type and length.
    private static byte[] icns(Map<Integer, byte[]> images) throws IOException {
        var body = new ByteArrayOutputStream();
        var out = new DataOutputStream(body);
        for (var type : ICNS_TYPES.entrySet()) {
            byte[] image = images.get(type.getValue());
            out.writeBytes(type.getKey());
            out.writeInt(8 + image.length);
            out.write(image);
        }
        var file = new ByteArrayOutputStream();
        var head = new DataOutputStream(file);
        head.writeBytes("icns");
        head.writeInt(8 + body.size());
        body.writeTo(head);
        return file.toByteArray();
    }
}
