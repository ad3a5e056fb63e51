package dev.surety.audit.ingest.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import dev.surety.audit.ingest.Received.Reason;
import dev.surety.audit.ledger.EventKey;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** The attributes of a CloudEvent 1.0 in the binary mode of its Kafka binding: headers with the prefix {@code ce_}. */
record Envelope(EventKey key, String type, String source, String subject, Instant time) {
    private static final Pattern TENANT = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");
    private static final Pattern TYPE = Pattern.compile("[a-z0-9][a-z0-9.-]{0,127}");
    private static final Pattern UUID_FORM = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    /** What PostgreSQL can hold in a timestamptz, and more than any event needs. */
    private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    Envelope {
        requireNonNull(key, "key");
        requireNonNull(type, "type");
        requireNonNull(source, "source");
        requireNonNull(subject, "subject");
        requireNonNull(time, "time");
    }

    static Envelope read(Headers headers) throws UnreadableRecordException {
        require("1.0".equals(attribute(headers, "specversion")));
        String tenant = attribute(headers, "tenant");
        String id = attribute(headers, "id");
        String type = attribute(headers, "type");
        require(TENANT.matcher(tenant).matches());
        require(UUID_FORM.matcher(id).matches());
        require(TYPE.matcher(type).matches());
        return new Envelope(
                new EventKey(tenant, UUID.fromString(id)),
                type,
                attribute(headers, "source"),
                attribute(headers, "subject"),
                time(attribute(headers, "time")));
    }

    /** The tenant of a record whose other attributes may be wrong; empty when it cannot be told. */
    static Optional<String> tenant(Headers headers) {
        String tenant = text(headers.lastHeader("ce_tenant"));
        return tenant != null && TENANT.matcher(tenant).matches() ? Optional.of(tenant) : Optional.empty();
    }

    private static Instant time(String text) throws UnreadableRecordException {
        try {
            Instant time = Instant.parse(text);
            require(!time.isBefore(EARLIEST) && !time.isAfter(LATEST));
            return time;
        } catch (DateTimeException malformed) {
            throw new UnreadableRecordException(Reason.MALFORMED_ATTRIBUTE);
        }
    }

    private static String attribute(Headers headers, String name) throws UnreadableRecordException {
        Header header = headers.lastHeader("ce_" + name);
        if (header == null || header.value() == null) {
            throw new UnreadableRecordException(Reason.MISSING_ATTRIBUTE);
        }
        String text = text(header);
        require(text != null && !text.isBlank());
        return requireNonNull(text);
    }

    private static @Nullable String text(@Nullable Header header) {
        if (header == null || header.value() == null) {
            return null;
        }
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(header.value())).toString();
        } catch (CharacterCodingException malformed) {
            return null;
        }
    }

    private static void require(boolean condition) throws UnreadableRecordException {
        if (!condition) {
            throw new UnreadableRecordException(Reason.MALFORMED_ATTRIBUTE);
        }
    }
}
