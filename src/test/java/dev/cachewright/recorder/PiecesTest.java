package dev.cachewright.recorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PiecesTest {

    private static boolean add(Pieces pieces, String text, long nanos) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        return pieces.add(bytes, 0, bytes.length, nanos);
    }

    @Test
    void aReadNeverGoesBeyondAPieceSoThatEachHasItsTime() throws IOException {
        var pieces = new Pieces(new Budget(1_000));
        add(pieces, "one", 10);
        add(pieces, "", 15);
        add(pieces, "three", 20);
        var times = new ArrayList<Long>();
        var read = new ArrayList<String>();
        try (InputStream in = pieces.stream(times::add, false)) {
            byte[] buffer = new byte[100];
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                read.add(new String(buffer, 0, count, StandardCharsets.US_ASCII));
            }
        }

        assertThat(read).containsExactly("one", "three");
        assertThat(times).containsExactly(10L, 15L, 20L);
    }

    @Test
    void whatWasCutFailsAtItsEnd() throws IOException {
        var pieces = new Pieces(new Budget(1_000));
        add(pieces, "one", 10);
        try (InputStream in = pieces.stream(_ -> {
        }, true)) {
            assertThat(in.readNBytes(3)).asString().isEqualTo("one");
            assertThatThrownBy(in::read).isInstanceOf(IOException.class);
        }
    }

    /// A copy with a hole would be read as another answer.
    @Test
    void aPieceThatHasNoRoomTakesAllOfItsBodyWithItAndMakesRoomForOthers() {
        var budget = new Budget(400);
        var long1 = new Pieces(budget);
        var long2 = new Pieces(budget);

        assertThat(List.of(add(long1, "x".repeat(200), 1), add(long2, "x", 1), add(long1, "x".repeat(100), 2),
                add(long2, "x".repeat(250), 2), add(long1, "x", 3))).containsExactly(true, true, false, true, false);
        long2.drop();
        long1.drop();
        assertThat(budget.take(400)).as("all that was taken is given back").isTrue();
    }
}
