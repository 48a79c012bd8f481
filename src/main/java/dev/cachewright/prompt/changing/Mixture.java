package dev.cachewright.prompt.changing;

/// How letters and digits are mixed: what chance made changes between them often, what people write seldom.
final class Mixture {

    private Mixture() {
    }

    /// How often letters and digits follow each other directly.
    static int changes(String word) {
        int changes = 0;
        for (int i = 1; i < word.length(); i++) {
            char one = word.charAt(i - 1);
            char other = word.charAt(i);
            if (isDigit(one) && Character.isLetter(other) || Character.isLetter(one) && isDigit(other)) {
                changes++;
            }
        }
        return changes;
    }

    static int digits(String word) {
        return (int) word.chars().filter(c -> c >= '0' && c <= '9').count();
    }

    static int letters(String word) {
        return (int) word.chars().filter(Character::isLetter).count();
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
