package dev.cachewright.ui.fx;

import java.lang.reflect.Field;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/// Repairs how JavaFX wraps Arabic, Hebrew, Devanagari and other shaped scripts on Linux.
///
/// Where a line is full, JavaFX cuts a run of shaped text in two and has Pango shape the first half again. Its
/// `PangoGlyphLayout` remembers the characters of each run by the run, which has become shorter meanwhile, so that the
/// half gets the glyphs of the whole, and in right-to-left text negative places, at which `PrismTextLayout` throws in
/// every frame. So it is in the sources of 25.0.4, 26.0.1, 26.0.2 and 27-ea+11. Here that memory is replaced by
/// one that finds nothing, and frees what it was given as before.
///
/// It needs `--add-opens` for the two packages below, which only the launchers for Linux give.
public final class PangoRepair {

    private static final String MANAGER = "com.sun.javafx.text.GlyphLayoutManager";
    private static final String PANGO = "com.sun.javafx.font.freetype.PangoGlyphLayout";

    private PangoRepair() {
    }

    /// Puts the mended memory in place; where text is not shaped by Pango there is nothing to mend. After the toolkit
    /// has started.
    ///
    /// @return false where Pango shapes text and could not be reached
    public static boolean install() {
        return remember(new Forgetful());
    }

    /// Gives back the shaper that a failed layout has kept, so that the next ones do not take another, unrepaired one.
    static void release() {
        try {
            if (reach(MANAGER, "IN_USE").get(null) instanceof AtomicBoolean isInUse) {
                isInUse.set(false);
            }
        } catch (ReflectiveOperationException | RuntimeException _) {
            // Without access there is nothing repaired to give back.
        }
    }

    static boolean remember(Map<Object, Long> memory) {
        try {
            Object shaper = reach(MANAGER, "REUSABLE_INSTANCE").get(null);
            if (shaper.getClass().getName().equals(PANGO)) {
                reach(PANGO, "runUtf8").set(shaper, memory);
            }
            return true;
        } catch (ReflectiveOperationException | RuntimeException e) {
            boolean isLinux = System.getProperty("os.name").startsWith("Linux");
            if (isLinux) {
                System.getLogger(PangoRepair.class.getName()).log(System.Logger.Level.WARNING,
                        "Text in right-to-left scripts may fail: JavaFX could not be mended", e);
            }
            return !isLinux;
        }
    }

    private static Field reach(String type, String name) throws ReflectiveOperationException {
        Field field = Class.forName(type).getDeclaredField(name);
        field.setAccessible(true);
        return field;
    }

    /// Keeps what has to be freed, and finds none of it again.
    private static final class Forgetful extends AbstractMap<Object, Long> {

        private final List<Long> kept = new ArrayList<>();

        @Override
        public Long get(Object run) {
            return null;
        }

        @Override
        public Long put(Object run, Long address) {
            kept.add(address);
            return null;
        }

        @Override
        public Collection<Long> values() {
            return kept;
        }

        @Override
        public void clear() {
            kept.clear();
        }

        @Override
        public Set<Entry<Object, Long>> entrySet() {
            throw new UnsupportedOperationException("Only what PangoGlyphLayout asks for is there");
        }
    }
}
