package dev.cachewright.ui.kit.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.ui.FxToolkit;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReadOnlyTextTest {

    @Test
    void tintsExactlyTheCachedPartAlsoAcrossSoftBreaks() {
        FxToolkit.run(() -> {
            ReadOnlyText viewer = new ReadOnlyText();
            viewer.show("0123456789".repeat(400), 1500);
            BrokenLinesArea area = viewer.area();
            int inside = area.map().ofText(1499, true).area();
            int outside = area.map().ofText(1500, true).area();
            assertThat(area.getStyleOfChar(inside)).isEqualTo(List.of("cached"));
            assertThat(area.getStyleOfChar(outside)).isEmpty();
        });
    }

    @Test
    void streamedTextIsAddedAtTheEnd() {
        FxToolkit.run(() -> {
            ReadOnlyText viewer = new ReadOnlyText();
            StringBuilder twin = new StringBuilder();
            for (int i = 0; i < 300; i++) {
                String part = i % 50 == 0 ? "\n" : "some words " + i;
                viewer.append(part);
                twin.append(part);
            }
            assertThat(viewer.getText()).isEqualTo(twin.toString());
        });
    }
}
