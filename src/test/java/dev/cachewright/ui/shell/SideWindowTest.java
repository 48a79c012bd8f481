package dev.cachewright.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;

class SideWindowTest {

    private static final Rectangle2D AREA = new Rectangle2D(100, 30, 1_200, 800);

    @Test
    void aWindowWhoseTitleWouldBeBeyondTheEdgeIsMovedIntoTheArea() {
        assertThat(SideWindow.within(AREA, new Rectangle2D(0, -20, 960, 700)))
                .isEqualTo(new Rectangle2D(100, 30, 960, 700));
        assertThat(SideWindow.within(AREA, new Rectangle2D(900, 400, 960, 700)))
                .isEqualTo(new Rectangle2D(340, 130, 960, 700));
    }

    @Test
    void aWindowThatIsLargerThanTheAreaIsAsLargeAsThat() {
        assertThat(SideWindow.within(AREA, new Rectangle2D(0, 0, 1_500, 900))).isEqualTo(AREA);
    }

    @Test
    void aWindowWithinTheAreaStaysWhereItIs() {
        var window = new Rectangle2D(200, 100, 960, 700);

        assertThat(SideWindow.within(AREA, window)).isEqualTo(window);
    }
}
