package dev.surety.audit.ledger.store;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Writes rows into a table in the binary format of COPY (PostgreSQL 18 documentation, "COPY", section "Binary
 * Format"), which costs a fraction of what statements cost. Columns are written in the order of the statement; a row
 * with too few or too many makes the server refuse the whole copy.
 */
final class BinaryCopy implements AutoCloseable {
    private static final byte[] SIGNATURE = "PGCOPY\n\u00ff\r\n\0".getBytes(ISO_8859_1);
    private static final int FLUSH_AT = 1 << 16;
    private static final int NULL = -1;
    private static final int END = -1;
    private static final long MICROS_TO_2000 = 946_684_800_000_000L;

    private final CopyIn copy;
    private ByteBuffer buffer = ByteBuffer.allocate(FLUSH_AT * 2);

    private BinaryCopy(CopyIn copy) {
        this.copy = copy;
    }

    /** Begins a copy into {@code target}: a table and its columns in parentheses. */
    static BinaryCopy into(Connection connection, String target) throws SQLException {
        CopyIn copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("COPY " + target + " FROM STDIN (FORMAT binary)");
        BinaryCopy rows = new BinaryCopy(copy);
        // No flags, no header extension.
        rows.buffer.put(SIGNATURE).putInt(0).putInt(0);
        return rows;
    }

    /** Begins a row of that many columns. */
    BinaryCopy row(int columns) throws SQLException {
        if (buffer.position() >= FLUSH_AT) {
            flush();
        }
        room(Short.BYTES).putShort((short) columns);
        return this;
    }

    BinaryCopy int2(int value) {
        room(Integer.BYTES + Short.BYTES).putInt(Short.BYTES).putShort((short) value);
        return this;
    }

    BinaryCopy int4(int value) {
        room(2 * Integer.BYTES).putInt(Integer.BYTES).putInt(value);
        return this;
    }

    BinaryCopy int8(long value) {
        room(Integer.BYTES + Long.BYTES).putInt(Long.BYTES).putLong(value);
        return this;
    }

    BinaryCopy uuid(@Nullable UUID value) {
        if (value == null) {
            return none();
        }
        room(Integer.BYTES + 2 * Long.BYTES)
                .putInt(2 * Long.BYTES)
                .putLong(value.getMostSignificantBits())
                .putLong(value.getLeastSignificantBits());
        return this;
    }

    BinaryCopy text(@Nullable String value) {
        return value == null ? none() : bytes(value.getBytes(UTF_8));
    }

    BinaryCopy bytes(byte @Nullable [] value) {
        if (value == null) {
            return none();
        }
        room(Integer.BYTES + value.length).putInt(value.length).put(value);
        return this;
    }

    /** A {@code timestamptz}: microseconds since the first second of the year 2000. */
    BinaryCopy timestamp(@Nullable Instant value) {
        if (value == null) {
            return none();
        }
        long micros = Math.addExact(Math.multiplyExact(value.getEpochSecond(), 1_000_000L), value.getNano() / 1_000);
        return int8(micros - MICROS_TO_2000);
    }

    /** Ends the copy; the rows are in the transaction. */
    void finish() throws SQLException {
        room(Short.BYTES).putShort((short) END);
        flush();
        long _ = copy.endCopy();
    }

    /** Abandons the copy unless it was finished. */
    @Override
    public void close() throws SQLException {
        if (copy.isActive()) {
            copy.cancelCopy();
        }
    }

    private BinaryCopy none() {
        room(Integer.BYTES).putInt(NULL);
        return this;
    }

    private ByteBuffer room(int bytes) {
        if (buffer.remaining() < bytes) {
            byte[] grown = Arrays.copyOf(buffer.array(), Math.max(buffer.capacity() * 2, buffer.position() + bytes));
            buffer = ByteBuffer.wrap(grown).position(buffer.position());
        }
        return buffer;
    }

    private void flush() throws SQLException {
        copy.writeToCopy(buffer.array(), 0, buffer.position());
        buffer.clear();
    }
}
