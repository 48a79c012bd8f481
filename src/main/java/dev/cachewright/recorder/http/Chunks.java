package dev.cachewright.recorder.http;

/// Finds the end of a chunked body, and its content.
final class Chunks {

    private static final int LONGEST_SIZE = 15;

    /// What comes next.
    private enum Part {
        SIZE, EXTENSION, DATA, DATA_END, TRAILER, DONE
    }

    private Part part = Part.SIZE;
    private long left;
    private int digits;
    private int lineLength;

    boolean isDone() {
        return part == Part.DONE;
    }

    /// Takes what belongs to the body.
    ///
    /// @return the place after it
    int take(byte[] bytes, int from, int to, Content content) throws MalformedHttp {
        int at = from;
        while (at < to && part != Part.DONE) {
            if (part == Part.DATA) {
                int end = (int) Math.min(to, at + left);
                content.accept(bytes, at, end);
                left -= end - at;
                at = end;
                part = left == 0 ? Part.DATA_END : Part.DATA;
            } else {
                step(bytes[at]);
                at++;
            }
        }
        return at;
    }

    private void step(byte next) throws MalformedHttp {
        switch (part) {
            case SIZE -> size(next);
            case EXTENSION -> {
                if (next == '\n') {
                    begin();
                }
            }
            case DATA_END -> {
                if (next == '\n') {
                    part = Part.SIZE;
                    digits = 0;
                } else if (next != '\r') {
                    throw malformed();
                }
            }
            default -> trailer(next);
        }
    }

    private void size(byte next) throws MalformedHttp {
        int digit = Character.digit(next, 16);
        if (digit >= 0) {
            left = left * 16 + digit;
            digits++;
        } else if (digits > 0 && next == '\n') {
            begin();
        } else if (digits > 0 && (next == ';' || next == ' ' || next == '\t' || next == '\r')) {
            part = Part.EXTENSION;
        } else {
            throw malformed();
        }
        if (digits > LONGEST_SIZE) {
            throw malformed();
        }
    }

    private void begin() {
        part = left == 0 ? Part.TRAILER : Part.DATA;
        lineLength = 0;
    }

    private void trailer(byte next) {
        if (next == '\n') {
            part = lineLength == 0 ? Part.DONE : Part.TRAILER;
            lineLength = 0;
        } else if (next != '\r') {
            lineLength++;
        }
    }

    private static MalformedHttp malformed() {
        return new MalformedHttp("A chunk does not say how long it is");
    }
}
