package dev.cachewright.store.git;

import dev.cachewright.prompt.text.InputException;
import dev.cachewright.store.FileBytes;
import dev.cachewright.store.FileVersion;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;

/// Files as they are in a commit, each in the repository that it lies in. Safe for several threads.
public final class GitVersion implements FileVersion, AutoCloseable {

    private final String ref;
    /// By the folder of the repository.
    private final Map<File, Commit> commits = new ConcurrentHashMap<>();

    /// @param ref a commit, branch or tag, in any form that git takes
    public GitVersion(String ref) {
        this.ref = ref;
        QuietSystem.install();
    }

    @Override
    public String name() {
        return ref;
    }

    @Override
    public Optional<String> whyNothing(Path file) {
        Optional<Commit> commit = commit(file);
        if (commit.isEmpty()) {
            return Optional.of("It is not in a git repository: there is nothing to compare it with");
        }
        return commit.get().holds(file) ? Optional.empty()
                : Optional.of("It is new since " + ref + ": there is nothing to compare it with");
    }

    @Override
    public FileBytes files() {
        return file -> commit(file).orElseThrow(() -> new InputException("It is not in a git repository", 0, 0))
                .read(file);
    }

    /// @throws InputException where the repository has no such commit
    private Optional<Commit> commit(Path file) {
        var builder = new FileRepositoryBuilder().findGitDir(file.toAbsolutePath().normalize().getParent().toFile());
        return Optional.ofNullable(builder.getGitDir())
                .map(folder -> commits.computeIfAbsent(folder, _ -> open(builder)));
    }

    private Commit open(FileRepositoryBuilder builder) {
        try {
            Repository repository = builder.build();
            return Commit.of(repository, ref).orElseThrow(() -> {
                repository.close();
                return new InputException("--baseline: the git repository has no " + ref
                        + ": name a commit, branch or tag that was fetched", 0, 0);
            });
        } catch (IOException e) {
            throw new InputException("--baseline: the git repository cannot be read: " + e.getMessage(), 0, 0);
        }
    }

    @Override
    public void close() {
        commits.values().forEach(Commit::close);
    }
}
