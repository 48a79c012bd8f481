package dev.cachewright.journey;

import java.util.Random;

/// Texts of about a million tokens, the same at each run.
final class LongTexts {

    private static final String[] WORDS = ("the of and a to in is you that it he was for on are as with his they I at "
            + "be this have from or one had by word but not what all were we when your can said there use an each "
            + "which she do how their if will up other about out many then them these so some her would make like him "
            + "into time has look two more write go see number no way could people my than first water been call who "
            + "oil its now find long down day did get come made may part customer order delivery refund policy "
            + "carrier parcel replacement warranty invoice conversation personalised temporarily responsibility")
            .split(" ");
    private static final String HAN = "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实";

    private LongTexts() {
    }

    /// @param kind `english`, `one-line`, `short-lines`, `code`, `han`, `letter`, or one of them and a number of
    /// thousands of tokens, as in `english:100`
    static String of(String kind) {
        String[] parts = kind.split(":");
        int tokens = 1000 * (parts.length > 1 ? Integer.parseInt(parts[1]) : 1000);
        return switch (parts[0]) {
            case "english" -> prose(tokens, 90, "\n\n");
            case "one-line" -> prose(tokens, Integer.MAX_VALUE, "\n");
            case "short-lines" -> prose(tokens, 6, "\n");
            case "code" -> code(tokens);
            case "han" -> han(tokens * 14 / 10);
            case "letter" -> "a".repeat(tokens);
            default -> throw new IllegalArgumentException("unknown text: " + kind);
        };
    }

    private static String prose(int tokens, int wordsInParagraph, String end) {
        Random random = new Random(1);
        StringBuilder text = new StringBuilder();
        for (int word = 1; word <= tokens * 10L / 11; word++) {
            text.append(WORDS[random.nextInt(WORDS.length)]);
            text.append(word % wordsInParagraph == 0 ? "." + end : word % 11 == 0 ? ". " : " ");
        }
        return text.toString();
    }

    private static String code(int tokens) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < tokens / 22; i++) {
            text.append("    int total").append(i).append(" = rows.get(").append(i % 97)
                    .append(").count() + offset;\n");
        }
        return text.toString();
    }

    private static String han(int length) {
        Random random = new Random(1);
        StringBuilder text = new StringBuilder(length);
        while (text.length() < length) {
            text.append(HAN.charAt(random.nextInt(HAN.length())));
            if (random.nextInt(15) == 0) {
                text.append(random.nextInt(12) == 0 ? "。\n" : "，");
            }
        }
        return text.toString();
    }
}
