package dev.cachewright.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.chart.Span.Room;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class SightTest {

    private static final Room ROOM = new Room(1_000, 600);

    @Test
    void theNewestCallsAreInSightAtFirstAsManyAsFit() {
        assertThat(Sight.newest().in(ROOM)).isEqualTo(new Span(950, 1_000));
        assertThat(Sight.newest().in(new Room(1_001, 600))).isEqualTo(new Span(951, 1_001));
        assertThat(Sight.newest().in(new Room(20, 600))).isEqualTo(new Span(0, 20));
    }

    @Test
    void fewCallsStandAtTheLeftAndNotFarApart() {
        assertThat(Sight.newest().in(new Room(1, 480))).isEqualTo(new Span(0, 10));
        assertThat(Sight.newest().whole().in(new Room(3, 480))).isEqualTo(new Span(0, 10));
    }

    @Test
    void zoomingKeepsThePlaceUnderThePointer() {
        Sight all = Sight.newest().whole();
        Span zoomed = all.zoomed(0.5, 400, ROOM).in(ROOM);
        assertThat(zoomed.length()).isEqualTo(500);
        assertThat((400 - zoomed.from()) / zoomed.length()).isCloseTo(0.4, Offset.offset(1e-9));
    }

    @Test
    void whatIsAtTheEndFollowsNewCallsAndWhatIsNotStays() {
        Room later = new Room(1_010, 600);
        Sight atEnd = Sight.newest().zoomed(2, 1_000, ROOM);
        assertThat(atEnd.in(later)).isEqualTo(new Span(910, 1_010));
        Sight before = Sight.newest().movedTo(100, ROOM);
        assertThat(before.in(later)).isEqualTo(before.in(ROOM));
        assertThat(Sight.newest().whole().in(later)).isEqualTo(new Span(0, 1_010));
    }

    @Test
    void backLeadsThroughWhatWasMarkedToTheNewestCalls() {
        Sight twice = Sight.newest().whole().marked(100, 300, ROOM).marked(150, 160, ROOM);
        assertThat(twice.in(ROOM)).isEqualTo(new Span(150, 160));
        Sight once = twice.back(ROOM);
        assertThat(once.in(ROOM)).isEqualTo(new Span(100, 300));
        assertThat(once.back(ROOM).in(ROOM)).isEqualTo(new Span(0, 1_000));
        assertThat(once.back(ROOM).back(ROOM)).isEqualTo(Sight.newest());
        assertThat(Sight.newest().hasBack()).isFalse();
    }

    @Test
    void aMarkOfOneBarShowsItsNeighboursToo() {
        assertThat(Sight.newest().marked(960, 961, ROOM).in(ROOM)).isEqualTo(new Span(959, 962));
        assertThat(Sight.newest().marked(0, 1, ROOM).in(ROOM)).isEqualTo(new Span(0, 3));
    }

    @Test
    void aCallComesIntoSightByTheShortestWay() {
        assertThat(Sight.newest().revealing(960, ROOM)).isEqualTo(Sight.newest());
        assertThat(Sight.newest().revealing(3, ROOM).in(ROOM)).isEqualTo(new Span(3, 53));
        assertThat(Sight.newest().movedTo(0, ROOM).revealing(70, ROOM).in(ROOM)).isEqualTo(new Span(21, 71));
    }

    /// Whatever is done, what is in sight are calls, and not less than a few of them.
    @Test
    void nothingLeadsBeyondTheCalls() {
        var chance = new Random(16);
        for (int i = 0; i < 2_000; i++) {
            Room room = new Room(1 + chance.nextInt(3_000), 20 + chance.nextInt(1_500));
            Sight sight = Sight.newest();
            for (int step = 0; step < 12; step++) {
                double place = chance.nextDouble() * 1.4 * room.calls() - 0.2 * room.calls();
                sight = switch (chance.nextInt(6)) {
                    case 0 -> sight.zoomed(0.1 + chance.nextDouble() * 3, place, room);
                    case 1 -> sight.movedTo(place, room);
                    case 2 -> sight.marked(place, chance.nextDouble() * room.calls(), room);
                    case 3 -> sight.revealing(chance.nextInt(room.calls()), room);
                    case 4 -> sight.back(room);
                    default -> sight.whole();
                };
                Span seen = sight.in(room);
                assertThat(seen.from()).isGreaterThanOrEqualTo(0);
                assertThat(seen.length()).isGreaterThanOrEqualTo(Math.min(Span.FEWEST, room.calls()) - 1e-9);
                assertThat(seen.from()).isLessThan(room.calls());
                assertThat(seen.to()).isLessThanOrEqualTo(room.whole().to() + 1e-6);
            }
        }
    }
}
