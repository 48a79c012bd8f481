package dev.cachewright.ui;

import java.awt.image.BufferedImage;
import java.util.Optional;

/// What a picture looks like from afar: the mean colour of each of its cells.
///
/// A cell holds a few letters, so that neither another rasterizer nor other digits change its colour much; a pane, a
/// line of text or a colour that is missing does.
record Fingerprint(BufferedImage cells) {

    /// In pixels, a side.
    private static final int CELL = 20;
    /// How far a channel of a cell may be off, of 255.
    private static final int TOLERANCE = 20;
    /// How many cells may be further off, of a hundred: what moved by a letter, a caret.
    private static final double ALLOWED = 1.5;

    static Fingerprint of(BufferedImage picture) {
        int columns = (picture.getWidth() + CELL - 1) / CELL;
        int rows = (picture.getHeight() + CELL - 1) / CELL;
        var cells = new BufferedImage(columns, rows, BufferedImage.TYPE_INT_RGB);
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                cells.setRGB(column, row, mean(picture, column * CELL, row * CELL));
            }
        }
        return new Fingerprint(cells);
    }

    private static int mean(BufferedImage picture, int x, int y) {
        int width = Math.min(CELL, picture.getWidth() - x);
        int height = Math.min(CELL, picture.getHeight() - y);
        int[] pixels = picture.getRGB(x, y, width, height, null, 0, width);
        int mean = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            long sum = 0;
            for (int pixel : pixels) {
                sum += pixel >> shift & 0xff;
            }
            mean |= (int) (sum / pixels.length) << shift;
        }
        return mean;
    }

    /// In what this picture is not the other one; empty where they look alike.
    Optional<String> difference(Fingerprint other) {
        int columns = cells.getWidth();
        int rows = cells.getHeight();
        if (columns != other.cells.getWidth() || rows != other.cells.getHeight()) {
            return Optional.of(columns + " x " + rows + " cells in place of " + other.cells.getWidth() + " x "
                    + other.cells.getHeight());
        }
        var off = new java.awt.Rectangle(-1, -1);
        int count = 0;
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                if (distance(cells.getRGB(column, row), other.cells.getRGB(column, row)) > TOLERANCE) {
                    off.add(new java.awt.Rectangle(column * CELL, row * CELL, CELL, CELL));
                    count++;
                }
            }
        }
        return count * 100.0 <= ALLOWED * columns * rows
                ? Optional.empty()
                : Optional.of(count + " of " + columns * rows + " cells differ, from " + off.x + ", " + off.y + " to "
                        + (off.x + off.width) + ", " + (off.y + off.height));
    }

    private static int distance(int one, int other) {
        int most = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            most = Math.max(most, Math.abs((one >> shift & 0xff) - (other >> shift & 0xff)));
        }
        return most;
    }
}
