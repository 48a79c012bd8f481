package dev.cachewright.store.git;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;

/// Makes repositories.
public final class Repositories {

    private Repositories() {
    }

    /// A repository whose one commit is all that the folder holds.
    public static void commit(Path folder) throws GitAPIException {
        try (Git git = Git.init().setDirectory(folder.toFile()).setInitialBranch("main").call()) {
            git.add().addFilepattern(".").call();
            git.commit().setMessage("First").setAuthor("A", "a@example.com").setCommitter("A", "a@example.com")
                    .setSign(false).call();
            git.tag().setName("v1").setAnnotated(false).call();
        }
    }

    /// Writes a file into a folder, with the folders around it.
    public static Path write(Path folder, String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }
}
