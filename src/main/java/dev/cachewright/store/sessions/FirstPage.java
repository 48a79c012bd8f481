package dev.cachewright.store.sessions;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/// The first page of a database, which says where its tables begin: the same in each file that the same steps made, so
/// that it can be taken from another.
final class FirstPage {

    private static final int PAGE = 4_096;
    private static final int HEADER = 100;
    private static final int SIZE_IN_PAGES = 28;

    private FirstPage() {
    }

    /// Gives a file the first page of a whole one where its own is damaged; its length as it is.
    static void mend(Path damaged, Path whole) throws IOException {
        byte[] own = read(damaged);
        byte[] good = read(whole);
        if (own.length < PAGE || good.length < PAGE || isSame(own, good)) {
            return;
        }
        try (FileChannel file = FileChannel.open(damaged, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            ByteBuffer page = ByteBuffer.wrap(good);
            page.putInt(SIZE_IN_PAGES, (int) (file.size() / PAGE));
            file.write(page, 0);
        }
    }

    /// Whether both name the same tables at the same pages; what changes with each write stands in the header.
    private static boolean isSame(byte[] own, byte[] good) {
        return Arrays.equals(own, 0, 18, good, 0, 18)
                && Arrays.equals(own, HEADER, PAGE, good, HEADER, PAGE);
    }

    private static byte[] read(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer page = ByteBuffer.allocate(PAGE);
            while (page.hasRemaining() && channel.read(page) >= 0) {
                // Until it is full, or the file ends.
            }
            return Arrays.copyOf(page.array(), page.position());
        }
    }
}
