package dev.cachewright.token.part;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/// The size of a picture, read from the first bytes of its file: PNG, JPEG, GIF or WebP.
///
/// @param width in pixels, at least 1
/// @param height in pixels, at least 1
public record PictureSize(int width, int height) {

    /// Base64 characters that are looked at: headers are short, but those of JPEG follow its notes and thumbnails.
    private static final int MOST = 1 << 18;
    private static final int PNG = 24;
    private static final int GIF = 10;
    private static final int WEBP = 30;
    private static final int FOURTEEN_BITS = 0x3FFF;

    /// The size of a picture that is written in base64, with or without `data:` and its type before it; empty where the
    /// text is something else, like an address, or no picture whose size can be read.
    public static Optional<PictureSize> of(String base64OrDataUrl) {
        String text = base64OrDataUrl.strip();
        int from = text.startsWith("data:") ? text.indexOf(',') + 1 : 0;
        String body = text.substring(from, Math.min(text.length(), from + MOST));
        try {
            byte[] bytes = Base64.getMimeDecoder().decode(body.substring(0, body.length() - body.length() % 4));
            return Optional.of(read(bytes)).filter(size -> size.width > 0 && size.height > 0);
        } catch (IllegalArgumentException | IndexOutOfBoundsException _) {
            return Optional.empty();
        }
    }

    private static PictureSize read(byte[] file) {
        if (file.length >= PNG && word(file, 1, 3).equals("PNG")) {
            return new PictureSize(big(file, 16, 4), big(file, 20, 4));
        }
        if (file.length >= GIF && word(file, 0, 3).equals("GIF")) {
            return new PictureSize(little(file, 6, 2), little(file, 8, 2));
        }
        if (file.length >= WEBP && word(file, 0, 4).equals("RIFF") && word(file, 8, 4).equals("WEBP")) {
            return webp(file);
        }
        if (file.length > 2 && big(file, 0, 2) == 0xFFD8) {
            return jpeg(file);
        }
        throw new IllegalArgumentException("no picture");
    }

    private static PictureSize webp(byte[] file) {
        return switch (word(file, 12, 4)) {
            case "VP8X" -> new PictureSize(little(file, 24, 3) + 1, little(file, 27, 3) + 1);
            case "VP8L" -> {
                int bits = little(file, 21, 4);
                yield new PictureSize((bits & FOURTEEN_BITS) + 1, (bits >> 14 & FOURTEEN_BITS) + 1);
            }
            default -> new PictureSize(little(file, 26, 2) & FOURTEEN_BITS, little(file, 28, 2) & FOURTEEN_BITS);
        };
    }

    /// The sections of a JPEG file follow each other, each with its length; one of them begins the picture.
    private static PictureSize jpeg(byte[] file) {
        int at = 2;
        while (!beginsPicture(big(file, at, 2))) {
            boolean isFill = big(file, at, 2) == 0xFFFF;
            at += isFill ? 1 : 2 + big(file, at + 2, 2);
        }
        return new PictureSize(big(file, at + 7, 2), big(file, at + 5, 2));
    }

    private static boolean beginsPicture(int marker) {
        boolean isOther = marker == 0xFFC4 || marker == 0xFFC8 || marker == 0xFFCC;
        return marker >= 0xFFC0 && marker <= 0xFFCF && !isOther;
    }

    private static String word(byte[] file, int from, int length) {
        return new String(Arrays.copyOfRange(file, from, from + length), StandardCharsets.ISO_8859_1);
    }

    private static int big(byte[] file, int from, int length) {
        int value = 0;
        for (int i = from; i < from + length; i++) {
            value = value << 8 | file[i] & 0xFF;
        }
        return value;
    }

    private static int little(byte[] file, int from, int length) {
        int value = 0;
        for (int i = from + length - 1; i >= from; i--) {
            value = value << 8 | file[i] & 0xFF;
        }
        return value;
    }
}
