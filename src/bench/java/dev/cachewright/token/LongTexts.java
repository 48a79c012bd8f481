package dev.cachewright.token;

import java.util.Random;

/// Texts of about a million tokens, made anew from the same seed each time.
final class LongTexts {

    private static final int TOKENS = 1_000_000;
    private static final String[] ENGLISH = """
            the of and to in is that it was for on are with as his they at be this from have or by one had not but what
            all were when we there can an your which their said if do will each about how up out them then she many some
            so these would other into has more her two like him see time could no make than first been its who now people
            my made over did down only way find use may water long little very after words called just where most know
            customer invoice refund shipping warranty account subscription payment dispute escalation policy response
            """.split("\\s+");
    private static final String[] CODE = {"public ", "static ", "int ", "return ", "value", "getName", "(", ")", " {\n",
            "    ", "}\n", ";\n", " = ", "HashMap<String, Integer>", "foo.bar()", " == null", "// note: ", "\"text\"",
            "if (", "for (int i = 0; i < n; i++) ", "list.add(", "0x1F", "42", "\t"};

    private LongTexts() {
    }

    static String of(String kind) {
        var random = new Random(7);
        var text = new StringBuilder();
        switch (kind) {
            case "English" -> {
                for (int words = 0; words < TOKENS * 9 / 10; words++) {
                    text.append(ENGLISH[random.nextInt(ENGLISH.length)]).append(words % 14 == 13 ? ".\n" : " ");
                }
            }
            case "code" -> {
                for (int i = 0; i < TOKENS * 6 / 10; i++) {
                    text.append(CODE[random.nextInt(CODE.length)]);
                }
            }
            case "Chinese" -> {
                for (int i = 0; i < TOKENS * 8 / 10; i++) {
                    text.append((char) (0x4E00 + Math.abs((int) (random.nextGaussian() * 1_500)) % 6_000));
                    text.append(i % 18 == 17 ? i % 90 == 89 ? "。\n" : "，" : "");
                }
            }
            case "one letter" -> text.repeat("a", TOKENS);
            case "spaces" -> text.repeat(" ", TOKENS);
            case "unbroken Chinese" -> random.ints(TOKENS, 0x4E00, 0x5E00).forEach(c -> text.append((char) c));
            default -> throw new IllegalArgumentException(kind);
        }
        return text.toString();
    }
}
