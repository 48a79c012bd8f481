package dev.cachewright.format.foreign;

import dev.cachewright.prompt.text.InputException;

/// Gives the text of the files that a prompt names.
@FunctionalInterface
public interface SideFiles {

    /// @param name as the text has it, relative to the folder of the file
    /// @throws InputException where there is no folder to look in
    String read(String name);

    /// For a text that is in no folder.
    static SideFiles none() {
        return name -> {
            throw new InputException("This text names the file " + name + ": open it as a file beside that one", 1, 1);
        };
    }
}
