package dev.cachewright.store;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Objects;

/// What the disk said, as a sentence part: `no permission for /a/b`, `No space left on device`.
public final class DiskWords {

    private DiskWords() {
    }

    public static String of(IOException e) {
        return switch (e) {
            case AccessDeniedException denied -> "no permission for " + place(denied);
            case FileAlreadyExistsException there -> place(there) + " is not a folder";
            case NotDirectoryException other -> place(other) + " is not a folder";
            case DirectoryNotEmptyException other -> place(other) + " is a folder";
            case NoSuchFileException gone -> "there is no " + place(gone);
            case FileSystemException other when other.getReason() != null ->
                other.getReason() + " (" + place(other) + ")";
            default -> e.getMessage() == null ? "unknown cause" : e.getMessage();
        };
    }

    /// The file that the user knows: what a save writes first is named after where it was to go.
    private static String place(FileSystemException e) {
        Path file = Path.of(Objects.toString(e.getFile(), ""));
        if (!TemporaryFiles.isTemporary(file)) {
            return file.toString();
        }
        return e.getOtherFile() != null ? e.getOtherFile() : String.valueOf(file.getParent());
    }
}
