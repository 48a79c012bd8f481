package dev.cachewright.whatif;

/// What is supposed.
///
/// @param model its id
/// @param lifetime a lifetime or retention of the model, in the vendor's word; empty for that of the prompt
/// @param pad tokens more in the static prefix, from 0 on
/// @param output tokens of an answer, from 0 on
public record Question(String model, String lifetime, int pad, int output, Load load) {

    /// @throws IllegalArgumentException where a figure is below 0
    public Question {
        if (pad < 0 || output < 0) {
            throw new IllegalArgumentException(pad + ", " + output);
        }
    }

    public Question withModel(String id) {
        return new Question(id, "", pad, output, load);
    }

    public Question withLifetime(String word) {
        return new Question(model, word, pad, output, load);
    }

    public Question withPad(int tokens) {
        return new Question(model, lifetime, tokens, output, load);
    }

    public Question withOutput(int tokens) {
        return new Question(model, lifetime, pad, tokens, load);
    }

    public Question withLoad(Load other) {
        return new Question(model, lifetime, pad, output, other);
    }
}
