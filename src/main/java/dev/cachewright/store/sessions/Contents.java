package dev.cachewright.store.sessions;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.zip.DataFormatException;

/// Texts of any length by a number, each kept once: in compressed pieces, which texts that are alike share.
final class Contents {

    /// The number of the empty text, which is not kept.
    static final long NOTHING = 0;

    private static final String FIND_TEXT = "SELECT id FROM text WHERE hash = ?";
    private static final String FIND_PIECE = "SELECT id FROM piece WHERE hash = ?";
    private static final String ADD_TEXT = "INSERT INTO text (hash, pieces) VALUES (?, ?)";
    private static final String ADD_PIECE = "INSERT INTO piece (hash, bytes) VALUES (?, ?)";
    private static final int SEVEN_BITS = 0x7F;

    private final Connection connection;

    Contents(Connection connection) {
        this.connection = connection;
    }

    /// A text that is kept and cannot be read.
    static final class Damaged extends Exception {

        private static final long serialVersionUID = 1;

        Damaged(String message) {
            super(message);
        }
    }

    /// Keeps a text, within a transaction of the caller.
    ///
    /// @return its number
    long keep(String text) throws SQLException {
        if (text.isEmpty()) {
            return NOTHING;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        byte[] hash = Packing.hash(bytes);
        long known = find(FIND_TEXT, hash);
        if (known != NOTHING) {
            return known;
        }
        var pieces = new ArrayList<Long>();
        for (byte[] piece : Pieces.of(bytes)) {
            byte[] pieceHash = Packing.hash(piece);
            long there = find(FIND_PIECE, pieceHash);
            pieces.add(there == NOTHING ? add(ADD_PIECE, pieceHash, Packing.pack(piece)) : there);
        }
        return add(ADD_TEXT, hash, numbers(pieces));
    }

    /// The text with this number.
    ///
    /// @throws Damaged where it is not what was kept
    String read(long id) throws SQLException, Damaged {
        if (id == NOTHING) {
            return "";
        }
        try (PreparedStatement query = connection.prepareStatement("SELECT hash, pieces FROM text WHERE id = ?")) {
            query.setLong(1, id);
            ResultSet row = query.executeQuery();
            if (!row.next()) {
                throw new Damaged("text " + id + " is gone");
            }
            byte[] bytes = join(numbers(row.getBytes(2)));
            if (!Arrays.equals(Packing.hash(bytes), row.getBytes(1))) {
                throw new Damaged("text " + id + " is not what was kept");
            }
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    private byte[] join(List<Long> pieces) throws SQLException, Damaged {
        var bytes = new ByteArrayOutputStream();
        try (PreparedStatement query = connection.prepareStatement("SELECT bytes FROM piece WHERE id = ?")) {
            for (long piece : pieces) {
                query.setLong(1, piece);
                ResultSet row = query.executeQuery();
                if (!row.next()) {
                    throw new Damaged("piece " + piece + " is gone");
                }
                bytes.writeBytes(Packing.unpack(row.getBytes(1)));
            }
            return bytes.toByteArray();
        } catch (DataFormatException e) {
            throw new Damaged("a piece cannot be unpacked: " + e.getMessage());
        }
    }

    /// Removes what no call has any more, within a transaction of the caller.
    void removeUnused() throws SQLException {
        var used = new BitSet();
        try (var statement = connection.createStatement()) {
            statement.execute("""
                    DELETE FROM text WHERE id NOT IN (SELECT body FROM call UNION SELECT blocks FROM call
                    UNION SELECT answer FROM call UNION SELECT items FROM call)""");
            ResultSet texts = statement.executeQuery("SELECT pieces FROM text");
            while (texts.next()) {
                numbers(texts.getBytes(1)).forEach(piece -> used.set(Math.toIntExact(piece)));
            }
            ResultSet pieces = statement.executeQuery("SELECT id FROM piece");
            var unused = new ArrayList<Long>();
            while (pieces.next()) {
                long piece = pieces.getLong(1);
                if (!used.get(Math.toIntExact(piece))) {
                    unused.add(piece);
                }
            }
            remove(unused);
        }
    }

    private void remove(List<Long> pieces) throws SQLException {
        try (PreparedStatement removal = connection.prepareStatement("DELETE FROM piece WHERE id = ?")) {
            for (long piece : pieces) {
                removal.setLong(1, piece);
                removal.addBatch();
            }
            removal.executeBatch();
        }
    }

    private long find(String sql, byte[] hash) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setBytes(1, hash);
            ResultSet row = query.executeQuery();
            return row.next() ? row.getLong(1) : NOTHING;
        }
    }

    private long add(String sql, byte[] hash, byte[] bytes) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(sql + " RETURNING id")) {
            insert.setBytes(1, hash);
            insert.setBytes(2, bytes);
            ResultSet row = insert.executeQuery();
            row.next();
            return row.getLong(1);
        }
    }

    /// Each as its difference from the one before, in as few bytes as it needs: neighbours take one byte.
    private static byte[] numbers(List<Long> ids) {
        var bytes = new ByteArrayOutputStream();
        long last = 0;
        for (long id : ids) {
            long difference = id - last;
            long zigzag = difference << 1 ^ difference >> Long.SIZE - 1;
            while ((zigzag & ~SEVEN_BITS) != 0) {
                bytes.write((int) (zigzag & SEVEN_BITS | SEVEN_BITS + 1));
                zigzag >>>= 7;
            }
            bytes.write((int) zigzag);
            last = id;
        }
        return bytes.toByteArray();
    }

    private static List<Long> numbers(byte[] bytes) {
        var ids = new ArrayList<Long>();
        ByteBuffer from = ByteBuffer.wrap(bytes);
        long last = 0;
        while (from.hasRemaining()) {
            long zigzag = 0;
            int shift = 0;
            boolean goesOn = true;
            while (goesOn && from.hasRemaining()) {
                byte next = from.get();
                zigzag |= (long) (next & SEVEN_BITS) << shift;
                shift += 7;
                goesOn = next < 0;
            }
            last += zigzag >>> 1 ^ -(zigzag & 1);
            ids.add(last);
        }
        return ids;
    }
}
