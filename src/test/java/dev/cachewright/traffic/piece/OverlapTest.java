package dev.cachewright.traffic.piece;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OverlapTest {

    @Test
    void isWhatTwoBagsOfPiecesShare() {
        var random = new Random(11);
        var overlap = new Overlap();
        for (int round = 0; round < 3_000; round++) {
            PieceTokens request = pieces(random);
            overlap.of(request);
            for (int other = 0; other < 3; other++) {
                PieceTokens earlier = random.nextInt(4) == 0 ? changed(request, random) : pieces(random);
                assertThat(overlap.with(earlier)).isEqualTo(Math.min(request.total(), inBags(request, earlier)));
            }
        }
    }

    private static int inBags(PieceTokens request, PieceTokens earlier) {
        Map<Integer, Integer> left = new HashMap<>();
        for (int i = 0; i < request.pieces(); i++) {
            left.merge(request.id(i), 1, Integer::sum);
        }
        int shared = 0;
        for (int i = 0; i < earlier.pieces(); i++) {
            int before = left.getOrDefault(earlier.id(i), 0);
            left.put(earlier.id(i), Math.max(0, before - 1));
            shared += before > 0 ? earlier.tokens(i) : 0;
        }
        return shared;
    }

    private static PieceTokens pieces(Random random) {
        var builder = new PieceTokens.Builder();
        int count = random.nextInt(120);
        for (int i = 0; i < count; i++) {
            add(1 + random.nextInt(60), builder);
        }
        return builder.build();
    }

    /// The same with a run of pieces in the middle that is another.
    private static PieceTokens changed(PieceTokens request, Random random) {
        int from = random.nextInt(request.pieces() + 1);
        int to = from + random.nextInt(request.pieces() + 1 - from);
        var builder = new PieceTokens.Builder();
        for (int i = 0; i < from; i++) {
            add(request.id(i), builder);
        }
        for (int i = random.nextInt(5); i > 0; i--) {
            add(1 + random.nextInt(60), builder);
        }
        for (int i = to; i < request.pieces(); i++) {
            add(request.id(i), builder);
        }
        return builder.build();
    }

    /// A piece has as many tokens wherever it stands.
    private static void add(int id, PieceTokens.Builder builder) {
        builder.add(PieceTable.entryOf(id, 1 + id % 7));
    }
}
