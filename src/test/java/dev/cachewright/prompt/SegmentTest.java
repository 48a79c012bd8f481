package dev.cachewright.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.prompt.text.Text;
import java.util.List;
import org.junit.jupiter.api.Test;

class SegmentTest {

    @Test
    void theAuthorsTextStandsWhereItWasWritten() {
        var segment = new Segment("a", Text.of("hello"), 7, false);

        assertThat(List.of(segment.templateOffset(0), segment.templateOffset(4))).containsExactly(7, 11);
    }

    @Test
    void allOfAValueStandsAtItsTag() {
        var segment = new Segment("a", Text.of("hello"), 7, true);

        assertThat(List.of(segment.templateOffset(0), segment.templateOffset(4))).containsExactly(7, 7);
    }

    @Test
    void itsLengthIsThatOfItsText() {
        var segment = new Segment("a", Text.of("a😀"), 0, false);

        assertThat(segment.length()).isEqualTo(3);
        assertThat(segment.text()).isEqualTo("a😀");
    }

    @Test
    void aMessageIsItsSegmentsInOnePiece() {
        var one = new Segment("a", Text.of("one "), 0, false);
        var two = new Segment("b", Text.of("two"), 3, true);

        assertThat(new Message(Role.USER, Form.TEXT, List.of(one)).text()).isEqualTo("one ");
        assertThat(new Message(Role.USER, Form.TEXT, List.of(one, two)).text()).isEqualTo("one two");
    }
}
