package dev.cachewright.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CardPlacesTest {

    private static final double[] HEIGHTS = {100, 200, 300, 400};

    private static CardPlaces places() {
        var places = new CardPlaces();
        places.measure(HEIGHTS.clone(), 60, 500);
        return places;
    }

    @Test
    void scrollingEndsAtBothEnds() {
        CardPlaces places = places();
        assertThat(places.offset()).isZero();
        places.scrollBy(-10);
        assertThat(places.offset()).isZero();
        places.scrollBy(10_000);
        assertThat(places.offset()).isEqualTo(places.hidden()).isEqualTo(CardPlaces.TOP + 1_000 + 60 - 500);
    }

    @Test
    void whatIsAtTheUpperEdgeStaysWhenCardsAboveItAreHigherThanWasThought() {
        CardPlaces places = places();
        places.scrollTo(350);
        double before = places.top(2) - places.offset();

        places.measure(new double[]{150, 250, 300, 400}, 60, 500);

        assertThat(places.first()).isEqualTo(2);
        assertThat(places.top(2) - places.offset()).isEqualTo(before);
    }

    @Test
    void itStaysWhenBlocksComeBeforeIt() {
        CardPlaces places = places();
        places.scrollTo(350);
        double before = places.top(2) - places.offset();

        places.renumber(3);
        places.measure(new double[]{80, 100, 200, 300, 400}, 60, 500);

        assertThat(places.top(3) - places.offset()).isEqualTo(before);
    }

    @Test
    void aHeightBelongsToTheCardThatIsThere() {
        CardPlaces places = places();
        assertThat(places.at(0)).isZero();
        assertThat(places.at(CardPlaces.TOP + 100)).isEqualTo(1);
        assertThat(places.at(1e9)).isEqualTo(3);
        assertThat(new CardPlaces().at(5)).isEqualTo(-1);
        assertThat(places.partAbove(CardPlaces.TOP + 200)).isEqualTo(0.5);
        assertThat(places.slotAt(0)).isZero();
        assertThat(places.slotAt(CardPlaces.TOP + 101)).isEqualTo(1);
    }
}
