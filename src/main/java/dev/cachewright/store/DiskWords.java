package dev.cachewright.store;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/// What the disk said, as a sentence part: `no permission for /a/b`, `No space left on device`.
public final class DiskWords {

    private DiskWords() {
    }

    public static String of(IOException e) {
        return switch (e) {
            case AccessDeniedException denied -> "no permission for " + denied.getFile();
            case FileAlreadyExistsException there -> there.getFile() + " is not a folder";
            case NotDirectoryException other -> other.getFile() + " is not a folder";
            case DirectoryNotEmptyException other -> other.getFile() + " is a folder";
            case NoSuchFileException gone -> "there is no " + gone.getFile();
            case FileSystemException other when other.getReason() != null ->
                other.getReason() + " (" + other.getFile() + ")";
            default -> e.getMessage() == null ? "unknown cause" : e.getMessage();
        };
    }
}
