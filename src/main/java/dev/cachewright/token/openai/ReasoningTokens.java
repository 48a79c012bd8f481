package dev.cachewright.token.openai;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cachewright.token.encoding.Tokenizer;
import dev.cachewright.token.part.Band;
import dev.cachewright.token.part.Counted;

/// An estimate of the hidden reasoning in an encrypted item.
///
/// The server counts the reasoning itself and two signs. Its text is encrypted, which leaves its length: 4.5 bytes a
/// token after a head. With heads derived from any two thirds of the recorded items the bands hold all of the last
/// third, for gpt-5-nano (8 items) as for others (6 items). Items that a later question follows are dropped by gpt-5 to
/// gpt-5.3 (11 requests of three projects, all exact).
///
/// @param head bytes that are no reasoning
/// @param least how far a short item may be off
/// @param share how much more of a longer one
record ReasoningTokens(int head, int least, double share, boolean isDropProven, Tokenizer tokenizer) {

    /// Version, time, vector and signature of the encryption.
    private static final int ENVELOPE = 57;
    private static final double BYTES_PER_TOKEN = 4.5;
    /// How far items that a question follows may be off where no recording shows that they are dropped.
    private static final int DROPPED_WIDTH = 8;
    /// The one compacted conversation that was reported: 298 tokens for what counts 1,957 as text.
    private static final int COMPACTED_BYTES = 8;
    /// Shorter texts are no cipher: they were made unreadable in the recording.
    private static final int LEAST_LENGTH = 400;

    /// @param model its id, with or without who serves it
    static ReasoningTokens ofModel(String model, Tokenizer tokenizer) {
        boolean isDropProven = OpenAiText.isEarlyFive(model);
        if (model.contains("gpt-5-nano")) {
            return new ReasoningTokens(885, 18, 0.04, isDropProven, tokenizer);
        }
        return new ReasoningTokens(625, isDropProven ? 12 : 6, 0.07, isDropProven, tokenizer);
    }

    /// @param isOver whether a user message follows, so that the server drops the item
    /// @param isKept whether the request asks that it stays
    Counted counted(JsonNode item, boolean isOver, boolean isKept) {
        String encrypted = item.path("encrypted_content").asText("");
        if (isOver && !isKept && isDropProven) {
            return new Counted.Builder(tokenizer).identity(item.toString()).build();
        }
        if (encrypted.length() < LEAST_LENGTH) {
            return new Counted.Builder(tokenizer).identity(encrypted.isEmpty() ? item.toString() : encrypted)
                    .give(Band.openAbove()).build();
        }
        int bytes = encrypted.length() * 3 / 4 - ENVELOPE;
        int tokens = (int) Math.round(Math.max(0, (bytes - head) / BYTES_PER_TOKEN));
        int width = least + (int) Math.ceil(tokens * share);
        if (isOver) {
            return new Counted.Builder(tokenizer).identity(encrypted)
                    .give(new Band(DROPPED_WIDTH, isKept ? tokens + width : DROPPED_WIDTH)).build();
        }
        return new Counted.Builder(tokenizer).identity(encrypted).signs(tokens)
                .give(new Band(Math.min(tokens, width), width)).build();
    }

    /// What the server made of an earlier part of the conversation: its length is all that is known.
    Counted compacted(JsonNode item) {
        String encrypted = item.path("encrypted_content").asText("");
        int tokens = encrypted.length() * 3 / 4 / COMPACTED_BYTES;
        return new Counted.Builder(tokenizer).identity(item.toString()).signs(tokens).give(Band.about(tokens / 2)).give(
                Band.openAbove()).build();
    }
}
