package dev.cachewright.token.encoding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The table of borders by the classes of the two characters: no surroundings break a safe one, and each that is not
/// safe has surroundings in which a piece crosses it.
class SafeBordersTest {

    private static final int TRIALS = 4_000;
    private static final SequencedMap<String, String> CLASSES = new LinkedHashMap<>();

    static {
        CLASSES.put("NL", "\n\r");
        CLASSES.put("WS", " \t\u00a0\u2003\u0085\u3000");
        CLASSES.put("Ll", "arvlstdmeéß");
        CLASSES.put("Lu", "AEELRVSTDMÉǅ");
        CLASSES.put("Lo", "中ʰあ");
        CLASSES.put("M", "\u0301\u0902");
        CLASSES.put("N", "17٣Ⅷ½");
        CLASSES.put("'", "'");
        CLASSES.put("/", "/");
        CLASSES.put("P", "!.{\ud83d\ude42\u0000\u0378-");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            O200K_BASE, NL, ..SSSSSS.S
            O200K_BASE, WS, ..........
            O200K_BASE, Ll, SS....S.SS
            O200K_BASE, Lu, SS....S.SS
            O200K_BASE, Lo, SS....S.SS
            O200K_BASE, M, .S....S...
            O200K_BASE, N, SSSSSS.SSS
            O200K_BASE, ', .S....S...
            O200K_BASE, /, .S....S...
            O200K_BASE, P, .S....S...
            CL100K_BASE, NL, ..SSSSSSSS
            CL100K_BASE, WS, ..........
            CL100K_BASE, Ll, SS...SSSSS
            CL100K_BASE, Lu, SS...SSSSS
            CL100K_BASE, Lo, SS...SSSSS
            CL100K_BASE, M, .S....S...
            CL100K_BASE, N, SSSSSS.SSS
            CL100K_BASE, ', .S....S...
            CL100K_BASE, /, .S....S...
            CL100K_BASE, P, .S....S...
            """, quoteCharacter = '"')
    void bordersAreSafeExactlyWhereNoSurroundingsBreakThem(Encoding encoding, String before, String row) {
        var borders = new SafeBorders(encoding);
        PieceRules rules = PieceRules.of(encoding);
        Map<String, String> broken = new LinkedHashMap<>();
        var table = new StringBuilder();
        for (String behind : CLASSES.sequencedKeySet()) {
            assertThat(alike(borders, before, behind)).as("all of %s before all of %s", before, behind).hasSize(1);
            boolean isSafe = alike(borders, before, behind).getFirst();
            table.append(isSafe ? 'S' : '.');
            Optional<String> example = counterExample(rules, before, behind);
            example.ifPresent(text -> broken.put(before + "|" + behind, text));
            assertThat(example.isEmpty()).as("%s|%s, counter-example %s", before, behind, example).isEqualTo(isSafe);
        }
        System.out.println("Borders of " + encoding.word() + " that are not safe: " + broken);
        assertThat(table).hasToString(row);
    }

    private static List<Boolean> alike(SafeBorders borders, String before, String behind) {
        return CLASSES.get(before).codePoints().boxed().flatMap(one -> CLASSES.get(behind).codePoints()
                .mapToObj(two -> borders.isSafe(one, two))).distinct().toList();
    }

    /// Text with a bar where a piece crosses a border of these classes.
    private static Optional<String> counterExample(PieceRules rules, String before, String behind) {
        var random = new Random(before.hashCode() * 31L + behind.hashCode());
        for (int trial = 0; trial < TRIALS; trial++) {
            String left = surroundings(random) + one(random, CLASSES.get(before));
            String right = one(random, CLASSES.get(behind)) + surroundings(random);
            List<String> apart = new ArrayList<>(pieces(rules, left));
            apart.addAll(pieces(rules, right));
            if (!pieces(rules, left + right).equals(apart)) {
                return Optional.of(left + "|" + right);
            }
        }
        return Optional.empty();
    }

    private static String surroundings(Random random) {
        return random.ints(random.nextInt(4), 0, CLASSES.size())
                .mapToObj(i -> one(random, List.copyOf(CLASSES.sequencedValues()).get(i)))
                .collect(Collectors.joining());
    }

    private static String one(Random random, String letters) {
        int[] codePoints = letters.codePoints().toArray();
        return Character.toString(codePoints[random.nextInt(codePoints.length)]);
    }

    private static List<String> pieces(PieceRules rules, String text) {
        char[] units = text.toCharArray();
        var pieces = new ArrayList<String>();
        for (int from = 0; from < units.length;) {
            int to = rules.end(units, from, units.length);
            pieces.add(text.substring(from, to));
            from = to;
        }
        return pieces;
    }
}
