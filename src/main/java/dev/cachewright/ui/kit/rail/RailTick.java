package dev.cachewright.ui.kit.rail;

/// A mark on the [PrefixRail]: after how many tokens, what it says, whether it is reached, and its colour as a style
/// class (`""`, `written`, `miss`), or `step` for a fine mark of a ruler.
public record RailTick(int at, String label, boolean strong, String styleClass) {

    private static final String STEP = "step";

    boolean isStep() {
        return styleClass.equals(STEP);
    }
}
