package dev.cachewright.store;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.Set;

/// Writes a file so that a reader, or a crash, finds either the old bytes or the new ones.
public final class AtomicFile {

    private AtomicFile() {
    }

    /// Writes to a temporary file beside `file`, forces it to the disk, and moves it over `file`. A link is followed,
    /// permissions stay; a new file gets those that the user gives to new files.
    public static void write(Path file, byte[] bytes) throws IOException {
        Path target = target(file);
        Files.createDirectories(target.getParent());
        write(target, out -> out.write(bytes), new FileAttribute<?>[0]);
    }

    /// The same, a part at a time.
    ///
    /// @param content is asked once; what it throws leaves the file as it was
    public static void write(Path file, Content content) throws IOException {
        Path target = target(file);
        Files.createDirectories(target.getParent());
        write(target, content, new FileAttribute<?>[0]);
    }

    /// Bytes that are written as they are made.
    public interface Content {

        void writeTo(OutputStream out) throws IOException;
    }

    /// The same for a file of the program's own, which its user alone may read.
    public static void writePrivate(Path file, byte[] bytes) throws IOException {
        Path target = target(file);
        PrivateFiles.createFolders(target.getParent());
        if (Files.exists(target)) {
            PrivateFiles.close(target);
        }
        write(target, out -> out.write(bytes), PrivateFiles.file());
    }

    private static void write(Path target, Content content, FileAttribute<?>[] attributes) throws IOException {
        Path temporary = TemporaryFiles.beside(target);
        try {
            try (FileChannel channel = FileChannel.open(temporary,
                    Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), attributes)) {
                var out = new BufferedOutputStream(Channels.newOutputStream(channel));
                content.writeTo(out);
                out.flush();
                channel.force(true);
            }
            keepPermissions(target, temporary);
            move(temporary, target);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static Path target(Path file) throws IOException {
        if (Files.exists(file)) {
            return file.toRealPath();
        }
        Path absolute = file.toAbsolutePath();
        return Files.isSymbolicLink(absolute)
                ? absolute.resolveSibling(Files.readSymbolicLink(absolute)).normalize()
                : absolute;
    }

    private static void keepPermissions(Path target, Path temporary) throws IOException {
        var view = Files.getFileAttributeView(temporary, PosixFileAttributeView.class);
        if (view != null && Files.exists(target)) {
            view.setPermissions(Files.getPosixFilePermissions(target));
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException _) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
