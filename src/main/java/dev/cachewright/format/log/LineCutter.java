package dev.cachewright.format.log;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.function.Consumer;

/// Cuts a log of one record a line into blocks of whole lines. Lines are found by those that parse: only the last line
/// end of a block is looked for here.
final class LineCutter {

    private static final int BLOCK = 1 << 18;

    private final InputStream in;
    private final Consumer<Cut> to;
    private byte[] block = new byte[BLOCK];
    private int length;

    private LineCutter(InputStream in, Consumer<Cut> to) {
        this.in = in;
        this.to = to;
    }

    /// Cuts all there is. Where the log breaks off, the lines before that count.
    static void cut(InputStream in, Consumer<Cut> to) throws IOException {
        new LineCutter(in, to).cut();
    }

    private void cut() throws IOException {
        while (fill()) {
            int end = lastLineEnd();
            if (end > 0) {
                handOn(end);
            } else if (length == block.length && length >= Cut.LONGEST) {
                skipLine();
            } else if (length == block.length) {
                block = Arrays.copyOf(block, Math.min(2 * block.length, Cut.LONGEST));
            }
        }
        if (length > 0) {
            to.accept(new Cut.Lines(block, length));
        }
    }

    private boolean fill() throws IOException {
        int read = in.read(block, length, block.length - length);
        length += Math.max(0, read);
        return read >= 0;
    }

    private int lastLineEnd() {
        int end = length;
        while (end > 0 && block[end - 1] != '\n') {
            end--;
        }
        return end;
    }

    private void handOn(int end) {
        byte[] whole = block;
        int rest = length - end;
        block = new byte[Math.max(BLOCK, rest)];
        System.arraycopy(whole, end, block, 0, rest);
        length = rest;
        to.accept(new Cut.Lines(whole, end));
    }

    private void skipLine() throws IOException {
        to.accept(new Cut.Fault("a line of more than 64 MB", 0, 1));
        block = new byte[BLOCK];
        length = 0;
        while (fill()) {
            int from = 0;
            while (from < length && block[from] != '\n') {
                from++;
            }
            if (from < length) {
                System.arraycopy(block, from + 1, block, 0, length - from - 1);
                length -= from + 1;
                return;
            }
            length = 0;
        }
    }
}
