package dev.cachewright.experiment;

import dev.cachewright.analysis.Destination;
import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.Prompt;

/// One of several ways to write a prompt.
///
/// @param name what people call it, another one for each
/// @param destination where its calls go
public record Layout(String name, Prompt prompt, Destination destination) {

    /// All its blocks as their author wrote them, each under its role: what is compared line by line. The names of blocks
    /// are not sent, and not in it.
    public String text() {
        var text = new StringBuilder();
        for (Block block : prompt.blocks()) {
            boolean goesOn = block.joined() && !text.isEmpty();
            text.append(goesOn || text.isEmpty() ? "" : "\n")
                    .append(goesOn ? "" : "[" + block.role().word() + "]\n").append(block.text());
        }
        return text.toString();
    }
}
