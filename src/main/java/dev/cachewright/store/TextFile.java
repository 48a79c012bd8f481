package dev.cachewright.store;

import dev.cachewright.prompt.text.InputException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.UnaryOperator;

/// The bytes of a text file as they were read, to notice when they have changed.
record TextFile(byte[] bytes, String text) {

    /// In bytes.
    static final int LARGEST = 64 << 20;

    /// Reads UTF-8 strictly. What is no file could have no end.
    ///
    /// @throws InputException with line and column where the bytes are not text, or without where the file cannot be
    /// read
    static TextFile read(Path file) {
        return read(file, FileBytes.onDisk());
    }

    /// The same of a file that may be kept elsewhere.
    static TextFile read(Path file, FileBytes files) {
        try {
            byte[] bytes = files.of(file);
            return new TextFile(bytes, decode(bytes));
        } catch (NoSuchFileException _) {
            throw new InputException("There is no such file", 0, 0);
        } catch (IOException e) {
            throw new InputException("The file cannot be read: " + DiskWords.of(e), 0, 0);
        }
    }

    /// Changes the text of a file, which is empty where there is none yet; what comes out equal is not written.
    ///
    /// @param change may throw [InputException] at a fault in the file; then nothing is written
    /// @throws FileProblem where the file cannot be used, or has been changed by somebody else meanwhile
    static void change(Path file, UnaryOperator<String> change) {
        try {
            boolean isThere = Files.exists(file);
            TextFile before = isThere ? TextFile.read(file) : new TextFile(new byte[0], "");
            String after = change.apply(before.withoutMark());
            if (after.equals(before.withoutMark())) {
                return;
            }
            if (!before.isCurrent(file)) {
                throw new InputException("The file has changed meanwhile: nothing was written, try again", 0, 0);
            }
            AtomicFile.write(file, after.getBytes(StandardCharsets.UTF_8));
        } catch (InputException e) {
            throw new FileProblem(file, e);
        } catch (IOException e) {
            throw new FileProblem(file,
                    new InputException("The file cannot be written: " + DiskWords.of(e), 0, 0));
        }
    }

    /// Its size may be unknown beforehand, and grow meanwhile.
    static byte[] bytes(Path file) throws IOException {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new InputException("The file cannot be read: it is a folder, a device or a pipe", 0, 0);
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = Files.size(file) > LARGEST ? new byte[0] : in.readNBytes(LARGEST);
            if (Files.size(file) > LARGEST || in.read() >= 0) {
                throw new InputException("The file is larger than 64 MB, which is the most that is read", 0, 0);
            }
            return bytes;
        }
    }

    /// The text without the byte order mark that some editors put before it.
    String withoutMark() {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /// Whether the file on disk still holds these bytes.
    boolean isCurrent(Path file) {
        try {
            return Files.size(file) == bytes.length && Arrays.equals(bytes, Files.readAllBytes(file));
        } catch (IOException _) {
            // A file that is gone holds nothing that could be lost.
            return true;
        }
    }

    private static String decode(byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(in, out, true);
        String text = out.flip().toString();
        int nul = text.indexOf('\0');
        if (nul >= 0) {
            throw at(text.substring(0, nul), "This is not a text file");
        }
        if (result.isError()) {
            throw at(text, "The file is not UTF-8 text: convert it, then open it again");
        }
        return text;
    }

    private static InputException at(String before, String message) {
        int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
        return new InputException(message, line, before.length() - before.lastIndexOf('\n'));
    }
}
