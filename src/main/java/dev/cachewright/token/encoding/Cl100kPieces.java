package dev.cachewright.token.encoding;

/// The pieces of cl100k_base: contractions are pieces of their own, words are runs of letters.
final class Cl100kPieces extends PieceRules {

    @Override
    int end(char[] text, int from, int to) {
        int contraction = contractionEnd(text, from, to);
        if (contraction > from) {
            return contraction;
        }
        int word = afterLead(text, from, to);
        int end = run(text, word, to, CharClass.LETTER);
        return end > word ? end : otherEnd(text, from, to, false);
    }
}
