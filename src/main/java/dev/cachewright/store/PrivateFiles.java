package dev.cachewright.store;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/// Files and folders of the program's own that nobody but their user may read, whatever the umask: they hold prompts.
///
/// Windows has no such bits; there the user's own folders are closed to other users by what they inherit.
public final class PrivateFiles {

    /// To open a file for writing, and to make it where it does not exist.
    static final Set<StandardOpenOption> WRITING = Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE);

    private static final boolean HAS_BITS = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");

    private PrivateFiles() {
    }

    /// Makes a folder of the program's own, and those above it that do not exist; closes one that others could read.
    ///
    /// @throws IOException where it cannot be made
    public static void createFolders(Path folder) throws IOException {
        if (HAS_BITS) {
            Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(FOLDER));
        } else {
            Files.createDirectories(folder);
        }
        close(folder, FOLDER);
    }

    /// Makes an empty file where there is none; closes one that others could read.
    ///
    /// @throws IOException where it cannot be made
    public static void createFile(Path file) throws IOException {
        if (Files.exists(file)) {
            close(file);
        } else {
            Files.newByteChannel(file, WRITING, file()).close();
        }
    }

    /// The attributes with which a file is made.
    static FileAttribute<?>[] file() {
        return HAS_BITS ? new FileAttribute<?>[]{PosixFilePermissions.asFileAttribute(FILE)} : new FileAttribute<?>[0];
    }

    /// Closes a file that others could read; one that is not ours stays as it is.
    public static void close(Path file) throws IOException {
        close(file, FILE);
    }

    private static void close(Path path, Set<PosixFilePermission> wanted) throws IOException {
        var view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
        if (view != null && !wanted.containsAll(view.readAttributes().permissions())) {
            view.setPermissions(wanted);
        }
    }
}
