package dev.surety.audit.ingest.event;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** A Kafka record as JSON without any interpretation: bytes are Base64, so that what cannot be read is kept exactly. */
final class RawRecord {
    private static final JsonFactory JSON = new JsonFactory();

    private RawRecord() {}

    static byte[] toJson(ConsumerRecord<byte[], byte[]> message) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(bytes, JsonEncoding.UTF8)) {
            json.writeStartObject();
            json.writeStringField("topic", message.topic());
            json.writeNumberField("partition", message.partition());
            json.writeNumberField("offset", message.offset());
            json.writeNumberField("timestamp", message.timestamp());
            write(json, "key", message.key());
            json.writeArrayFieldStart("headers");
            for (Header header : message.headers()) {
                json.writeStartObject();
                // A name is text on the wire, but nothing keeps it from being text that has no UTF-8 form.
                json.writeStringField("name", header.key().replaceAll("\\p{Cs}", "\uFFFD"));
                write(json, "value", header.value());
                json.writeEndObject();
            }
            json.writeEndArray();
            write(json, "value", message.value());
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static void write(JsonGenerator json, String name, byte @Nullable [] value) throws IOException {
        if (value == null) {
            json.writeNullField(name);
        } else {
            json.writeBinaryField(name, value);
        }
    }
}
