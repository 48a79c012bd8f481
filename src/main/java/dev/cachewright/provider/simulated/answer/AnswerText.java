package dev.cachewright.provider.simulated.answer;

import dev.cachewright.prompt.Message;
import dev.cachewright.prompt.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToIntFunction;

/// Makes up answers: plain sentences, the same ones for the same seed and request.
final class AnswerText {

    private static final List<String> OPENINGS = List.of("Thanks for the details.", "Here is what I found.",
            "I have looked into this for you.", "Good question.", "Let me sum this up.",
            "This is a simulated answer.");
    private static final List<String> BODIES = List.of(
            "The beginning of your request is the part that a cache can keep.",
            "What changes from call to call is best placed at the end.",
            "Every token before the first difference can be read again for less.",
            "The instructions above settle most of it, so the rest is short.",
            "Two of the points you raise have the same cause.",
            "Please check the order number once more before you go on.",
            "The parcel left the warehouse and should arrive within three days.",
            "You can return the item within thirty days, unused and in its box.",
            "I would begin with the smallest change that shows an effect.",
            "The figures agree with each other, apart from the last one.");
    private static final List<String> ENDINGS = List.of("Tell me if you need more.", "That should settle it.",
            "I hope this helps.", "Shall I go on?", "Nothing else is needed from your side.");

    private final long seed;

    AnswerText(long seed) {
        this.seed = seed;
    }

    /// The words of the answer, each with the space before it.
    List<String> words(Request request) {
        var random = new SplittableRandom(seed ^ hash(request));
        var sentences = new ArrayList<String>();
        sentences.add(OPENINGS.get(random.nextInt(OPENINGS.size())));
        int bodies = 1 + random.nextInt(2);
        int first = random.nextInt(BODIES.size());
        for (int i = 0; i < bodies; i++) {
            sentences.add(BODIES.get((first + i) % BODIES.size()));
        }
        sentences.add(ENDINGS.get(random.nextInt(ENDINGS.size())));
        return List.of(String.join(" ", sentences).split("(?= )"));
    }

    /// As many of the words as `limit` tokens hold.
    static List<String> within(List<String> words, int limit, ToIntFunction<String> counter) {
        int kept = words.size();
        while (kept > 0 && counter.applyAsInt(String.join("", words.subList(0, kept))) > limit) {
            kept--;
        }
        return words.subList(0, kept);
    }

    private static long hash(Request request) {
        // FNV-1a: the same in every run and on every machine.
        long hash = 0xcbf29ce484222325L;
        for (Message message : request.messages()) {
            String text = message.role().word() + "\n" + message.text() + "\n";
            for (int i = 0; i < text.length(); i++) {
                hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
            }
        }
        return hash;
    }
}
