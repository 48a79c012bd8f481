package dev.cachewright.token.encoding;

import java.util.Arrays;

/// The file of an encoding as OpenAI publishes it: lines of a token in Base64, a space and its id, in the order of the
/// ids.
///
/// Read by hand and in small methods: the first count waits for it, while little is compiled yet, and a string and an
/// array for each of 200,000 lines take several times as long.
final class RankFile {

    private static final int BASE_64_BITS = 6;
    private static final byte[] DIGITS = digits();

    private final byte[] file;
    private final byte[] bytes;
    private final int[] starts = new int[1 << 18];
    private int at;
    private int size;
    private int end;

    RankFile(byte[] file) {
        this.file = file;
        this.bytes = new byte[file.length];
    }

    Ranks ranks() {
        while (at < file.length) {
            readLine();
        }
        return new Ranks(Arrays.copyOf(starts, size + 1), Arrays.copyOf(bytes, end + Ranks.PADDING));
    }

    private void readLine() {
        int start = end;
        readToken();
        int id = readId();
        // Ids between the ranks and the special tokens are not used.
        while (size < id) {
            starts[++size] = start;
        }
        starts[++size] = end;
    }

    private void readToken() {
        int held = 0;
        int bits = 0;
        for (byte sign = file[at++]; sign != ' '; sign = file[at++]) {
            int digit = DIGITS[sign];
            if (digit >= 0) {
                held = held << BASE_64_BITS | digit;
                bits += BASE_64_BITS;
                if (bits >= Byte.SIZE) {
                    bits -= Byte.SIZE;
                    bytes[end++] = (byte) (held >>> bits);
                }
            }
        }
    }

    private int readId() {
        int id = 0;
        for (; at < file.length && file[at] != '\n'; at++) {
            if (file[at] != '\r') {
                id = id * 10 + file[at] - '0';
            }
        }
        at++;
        return id;
    }

    /// What each sign of Base64 stands for; -1 for the padding.
    private static byte[] digits() {
        byte[] digits = new byte[1 << Byte.SIZE - 1];
        Arrays.fill(digits, (byte) -1);
        String signs = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        for (int i = 0; i < signs.length(); i++) {
            digits[signs.charAt(i)] = (byte) i;
        }
        return digits;
    }
}
