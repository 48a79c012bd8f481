package dev.cachewright.store.git;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.jgit.errors.AmbiguousObjectException;
import org.eclipse.jgit.errors.RevisionSyntaxException;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.TreeWalk.OperationType;
import org.eclipse.jgit.util.io.EolStreamTypeUtil;

/// The files of one commit of a repository, as a checkout would write them.
final class Commit implements AutoCloseable {

    /// As many as Linux follows.
    private static final int MOST_LINKS = 40;

    private final Repository repository;
    private final Path folder;
    private final ObjectId tree;

    private Commit(Repository repository, Path folder, ObjectId tree) {
        this.repository = repository;
        this.folder = folder;
        this.tree = tree;
    }

    /// Empty where the repository has no such commit, or no files.
    static Optional<Commit> of(Repository repository, String ref) throws IOException {
        if (repository.isBare()) {
            return Optional.empty();
        }
        try {
            Path folder = repository.getWorkTree().toPath().toRealPath();
            return Optional.ofNullable(repository.resolve(ref + "^{tree}"))
                    .map(tree -> new Commit(repository, folder, tree));
        } catch (RevisionSyntaxException | AmbiguousObjectException _) {
            return Optional.empty();
        }
    }

    boolean holds(Path file) {
        try {
            read(file);
            return true;
        } catch (NoSuchFileException _) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// @throws NoSuchFileException where the commit has no such file
    byte[] read(Path file) throws IOException {
        Path absolute = file.toAbsolutePath().normalize();
        Path parent = absolute.getParent();
        Path real = parent.toFile().exists() ? parent.toRealPath().resolve(absolute.getFileName()) : absolute;
        return read(real, MOST_LINKS);
    }

    private byte[] read(Path file, int links) throws IOException {
        if (!file.startsWith(folder) || links == 0) {
            throw new NoSuchFileException(file.toString());
        }
        try (var walk = new TreeWalk(repository)) {
            walk.addTree(tree);
            walk.setOperationType(OperationType.CHECKOUT_OP);
            if (!find(walk, folder.relativize(file))) {
                throw new NoSuchFileException(file.toString());
            }
            ObjectLoader content = repository.open(walk.getObjectId(0));
            if (FileMode.SYMLINK.equals(walk.getRawMode(0))) {
                String target = new String(content.getBytes(), StandardCharsets.UTF_8);
                return read(file.resolveSibling(target).normalize(), links - 1);
            }
            // Line ends become those of the files on disk, with which these are compared.
            try (InputStream in = EolStreamTypeUtil.wrapInputStream(new ByteArrayInputStream(content.getBytes()),
                    walk.getEolStreamType(OperationType.CHECKOUT_OP))) {
                return in.readAllBytes();
            }
        }
    }

    /// Goes to a file; false where there is none.
    private static boolean find(TreeWalk walk, Path way) throws IOException {
        int depth = 0;
        while (walk.next()) {
            if (!walk.getNameString().equals(way.getName(depth).toString())) {
                continue;
            }
            if (depth == way.getNameCount() - 1) {
                return !walk.isSubtree() && !FileMode.GITLINK.equals(walk.getRawMode(0));
            }
            if (!walk.isSubtree()) {
                return false;
            }
            walk.enterSubtree();
            depth++;
        }
        return false;
    }

    @Override
    public void close() {
        repository.close();
    }
}
