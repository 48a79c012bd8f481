package dev.cachewright.cli.compare;

import dev.cachewright.cli.argument.CliProblem;
import dev.cachewright.store.FileProblem;
import dev.cachewright.store.PromptDocument;
import dev.cachewright.store.PromptDocuments;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// Puts the file of one layout in the place of another.
///
/// @param target the file that gets it
record Choice(Path target) {

    private static final String PROMPT = ".prompt";

    /// Refuses before anything is paid for what could not be written after it: another form, or a file beside the layout
    /// that would come in the way of another one of its name.
    ///
    /// @throws CliProblem where one of these layouts cannot go there
    void check(List<Candidate> candidates) {
        for (Candidate each : candidates) {
            if (!isSame(each.file(), target)) {
                if (!each.file().toString().endsWith(PROMPT) || !target.toString().endsWith(PROMPT)) {
                    throw new CliProblem("--choose: " + each.file() + " cannot go into " + target
                            + ": only .prompt files can take each other's place");
                }
                checkBeside(each);
            }
        }
    }

    private void checkBeside(Candidate candidate) {
        Path folder = candidate.file().toAbsolutePath().normalize().getParent();
        for (Map.Entry<Path, byte[]> beside : candidate.input().document().read().entrySet()) {
            Path source = beside.getKey().toAbsolutePath().normalize();
            Path there = target.toAbsolutePath().normalize().resolveSibling(folder.relativize(source));
            if (!isSame(source, candidate.file()) && !isSame(source, there) && isOther(there, beside.getValue())) {
                throw new CliProblem("--choose: " + there + " is another file than " + source + ", which "
                        + candidate.file() + " needs beside it: rename one of them");
            }
        }
    }

    private static boolean isOther(Path file, byte[] bytes) {
        try {
            return Files.exists(file) && !Arrays.equals(Files.readAllBytes(file), bytes);
        } catch (IOException _) {
            return true;
        }
    }

    /// Whether the layout is there already.
    boolean isThere(Candidate winner) {
        return isSame(winner.file(), target);
    }

    /// @throws FileProblem where it cannot be written; the file then holds its old bytes
    void write(Candidate winner) {
        if (!isThere(winner)) {
            PromptDocument document = winner.input().document();
            new PromptDocuments().save(document, document.opened(), target);
        }
    }

    private static boolean isSame(Path one, Path other) {
        try {
            return one.toAbsolutePath().normalize().equals(other.toAbsolutePath().normalize())
                    || Files.exists(one) && Files.exists(other) && Files.isSameFile(one, other);
        } catch (IOException _) {
            return false;
        }
    }
}
