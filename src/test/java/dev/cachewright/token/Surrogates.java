package dev.cachewright.token;

/// Half characters have no UTF-8 form; the official tokenizer reads each as U+FFFD.
final class Surrogates {

    private static final char REPLACEMENT = '\uFFFD';

    private Surrogates() {
    }

    /// `text` with each lone surrogate replaced; offsets stay, since both are one UTF-16 unit.
    static String repaired(String text) {
        StringBuilder repaired = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Character.isSurrogate(c)) {
                continue;
            }
            boolean isPair = Character.isHighSurrogate(c) && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (isPair) {
                i++;
            } else {
                repaired = repaired == null ? new StringBuilder(text) : repaired;
                repaired.setCharAt(i, REPLACEMENT);
            }
        }
        return repaired == null ? text : repaired.toString();
    }
}
