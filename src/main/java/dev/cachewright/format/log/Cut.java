package dev.cachewright.format.log;

import java.util.List;

/// A part of a log, as the thread that cuts hands it to those that parse.
sealed interface Cut {

    /// The longest record that is read.
    int LONGEST = 64 << 20;

    /// How many bytes it holds.
    int weight();

    /// Whole lines, one record each.
    ///
    /// @param length of what of the bytes is theirs
    record Lines(byte[] bytes, int length) implements Cut {

        @Override
        public int weight() {
            return bytes.length;
        }
    }

    /// Records of a document.
    record Records(List<Piece> pieces) implements Cut {

        @Override
        public int weight() {
            return pieces.stream().mapToInt(piece -> piece.bytes().length).sum();
        }
    }

    /// One record.
    ///
    /// @param line at which it begins, from 0 on
    record Piece(byte[] bytes, long line) {
    }

    /// Something that cannot be read.
    ///
    /// @param line where it begins, from 0 on, and counted from the end of the lines before it
    /// @param lines that it takes
    record Fault(String why, long line, int lines) implements Cut {

        @Override
        public int weight() {
            return 0;
        }
    }
}
