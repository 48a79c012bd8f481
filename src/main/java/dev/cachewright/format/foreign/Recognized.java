package dev.cachewright.format.foreign;

import dev.cachewright.prompt.Prompt;
import java.util.List;

/// What a text was taken for.
public sealed interface Recognized {

    /// What to say of it: what it was taken for, and what was left out; a sentence each.
    List<String> notes();

    /// A Dotprompt file, or text that is one message.
    record PromptText(List<String> notes) implements Recognized {

        public PromptText {
            notes = List.copyOf(notes);
        }
    }

    /// A request body, which is read and compared in its own characters.
    record Body(List<String> notes) implements Recognized {

        public Body {
            notes = List.copyOf(notes);
        }
    }

    /// A prompt in the form of another program.
    ///
    /// @param rows JSON Lines with the values for its variables; empty where it has none
    record Foreign(Prompt prompt, String rows, List<String> notes) implements Recognized {

        public Foreign {
            notes = List.copyOf(notes);
        }
    }
}
