package dev.cachewright.token;

import dev.cachewright.prompt.text.Text;
import dev.cachewright.token.encoding.Encoding;
import dev.cachewright.token.encoding.RankTokenizer;
import java.util.List;

/// Prints what a million tokens and their counts take on the heap; run with
/// `-Dbench.main=dev.cachewright.token.HeapBench`.
public final class HeapBench {

    private HeapBench() {
    }

    public static void main(String[] args) {
        var counter = new TextCounter(new RankTokenizer(Encoding.O200K_BASE));
        for (String kind : List.of("English", "code", "Chinese")) {
            String written = LongTexts.of(kind);
            long before = used();
            Text text = Text.of(written);
            long withText = used();
            CountedText counted = counter.count(text);
            long withCounts = used();
            System.out.printf("%-8s %,d tokens: text %,d KB, counts %,d KB, %.0f %% of the text%n", kind,
                    counted.tokens(),
                    (withText - before) / 1_024, (withCounts - withText) / 1_024,
                    100.0 * (withCounts - withText) / (withText - before));
            if (counted.text().length() != written.length()) {
                throw new IllegalStateException("nothing may be collected before this line");
            }
        }
    }

    private static long used() {
        for (int i = 0; i < 4; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
