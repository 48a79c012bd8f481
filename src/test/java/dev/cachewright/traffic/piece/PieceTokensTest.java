package dev.cachewright.traffic.piece;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.token.SharedTokenizers;
import dev.cachewright.token.encoding.Encoding;
import dev.cachewright.token.encoding.Tokenizer;
import dev.cachewright.token.request.TokenSequence;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PieceTokensTest {

    private final Tokenizer tokenizer = SharedTokenizers.ALL.of(Encoding.O200K_BASE);
    private final PieceCutter cutter = new PieceCutter(new PieceTable(), tokenizer);

    private PieceTokens pieces(String text) {
        var pieces = new PieceTokens.Builder();
        pieces.addAll(cutter.cut(text.toCharArray()));
        return pieces.build();
    }

    private static String text(Random random, int words) {
        return IntStream.range(0, words).mapToObj(i -> "word" + random.nextInt(500)
                + (random.nextInt(15) == 0 ? "\n" : " ")).collect(Collectors.joining());
    }

    @Test
    void twoSequencesShareWhatTheyShareTokenByToken() {
        var random = new Random(1);
        for (int i = 0; i < 100; i++) {
            String first = text(random, 5 + random.nextInt(300));
            int cut = random.nextInt(first.length());
            PieceTokens a = pieces(first);
            PieceTokens b = pieces(first.substring(0, cut) + text(random, random.nextInt(100)));
            int shared = TokenSequence.compare(a, b, 0);
            assertThat(a.commonPrefix(b, 0)).isEqualTo(shared);
            assertThat(a.start(a.commonPieces(b))).isEqualTo(shared);
            int from = random.nextInt(shared + 1);
            assertThat(a.commonPrefix(b.from(from), from)).isEqualTo(shared);
        }
    }

    @Test
    void theCountOfPiecesIsNearlyThatOfTheWhole() {
        var random = new Random(2);
        for (int i = 0; i < 30; i++) {
            String text = text(random, 2_000);
            int whole = tokenizer.count(text.toCharArray(), 0, text.length());
            assertThat(pieces(text).total() / (double) whole).isBetween(0.98, 1.02);
        }
    }

    @Test
    void aChangeInALongLineLeavesThePiecesAfterItAsTheyWere() {
        var random = new Random(3);
        String line = text(random, 3_000).replace('\n', ' ');
        PieceTokens before = pieces("Now 09:41 " + line);
        PieceTokens after = pieces("It is half past ten on Monday " + line);
        var overlap = new Overlap();
        overlap.of(after);
        assertThat(overlap.with(before) / (double) after.total()).isGreaterThan(0.9);
        assertThat(before.commonPieces(after)).isZero();
    }

    @Test
    void textThatIsThereTwiceIsSharedOnlyAsOftenAsBothHaveIt() {
        PieceTokens once = pieces("a line of text\nanother one\n");
        PieceTokens twice = pieces("a line of text\na line of text\n");
        var overlap = new Overlap();
        overlap.of(twice);
        assertThat(overlap.with(once)).isEqualTo(once.tokens(0));
        overlap.of(once);
        assertThat(overlap.with(twice)).isEqualTo(once.tokens(0));
    }
}
