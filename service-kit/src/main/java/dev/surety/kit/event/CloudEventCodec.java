package dev.surety.kit.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.surety.contracts.EventType;
import dev.surety.kit.json.StrictJson;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/**
 * CloudEvents in the binary content mode of the Kafka protocol binding (CloudEvents Kafka binding 1.0.2, section
 * 3.2): the attributes travel as headers with the prefix {@code ce_}, the data as the value.
 */
public final class CloudEventCodec {
    private static final String PREFIX = "ce_";
    private static final String CONTENT_TYPE = "content-type";
    private static final String JSON_TYPE = "application/json";

    private final ObjectMapper json = StrictJson.forEvents();

    /** The record that carries {@code event} on the topic of its type. */
    public ProducerRecord<String, byte[]> encode(String key, CloudEvent<?> event) {
        EventType type = event.type();
        ProducerRecord<String, byte[]> message = new ProducerRecord<>(type.topic(), key, bytes(event.data()));
        Headers headers = message.headers();
        add(headers, PREFIX + "specversion", CloudEvent.SPEC_VERSION);
        add(headers, PREFIX + "id", event.id().toString());
        add(headers, PREFIX + "source", event.source().toString());
        add(headers, PREFIX + "type", type.type());
        add(headers, PREFIX + "subject", event.subject());
        add(headers, PREFIX + "time", event.time().toString());
        add(headers, PREFIX + "tenant", event.tenant());
        add(headers, CONTENT_TYPE, JSON_TYPE);
        return message;
    }

    /**
     * Reads a record.
     *
     * @return the event; empty for one of a type that this version does not know, which is nobody's fault
     * @throws PoisonEventException when an attribute is missing or the data does not fit the type
     */
    public Optional<CloudEvent<?>> decode(ConsumerRecord<String, byte[]> message) throws PoisonEventException {
        Headers headers = message.headers();
        if (!CloudEvent.SPEC_VERSION.equals(attribute(headers, "specversion"))) {
            throw new PoisonEventException("specversion is not " + CloudEvent.SPEC_VERSION);
        }
        Optional<EventType> type = EventType.of(attribute(headers, "type"));
        if (type.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new CloudEvent<>(
                    UUID.fromString(attribute(headers, "id")),
                    URI.create(attribute(headers, "source")),
                    attribute(headers, "subject"),
                    attribute(headers, "tenant"),
                    Instant.parse(attribute(headers, "time")),
                    data(type.get(), message.value())));
        } catch (IllegalArgumentException | DateTimeParseException malformed) {
            throw new PoisonEventException("an attribute of the envelope is malformed");
        }
    }

    /** The data of an event as it travels. */
    public byte[] bytes(Record data) {
        try {
            return json.writeValueAsBytes(data);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("An event of " + data.getClass().getName() + " has no JSON", impossible);
        }
    }

    /**
     * The record that {@code value} carries.
     *
     * @throws PoisonEventException when the value is not JSON of that type
     */
    public Record data(EventType type, byte[] value) throws PoisonEventException {
        if (value == null) {
            throw new PoisonEventException("the record has no value");
        }
        try {
            Record data = json.readValue(value, type.record());
            if (data == null) {
                throw new PoisonEventException("the data is null");
            }
            return data;
        } catch (IOException malformed) {
            // Jackson's message may quote the data, which may be personal: only its class is kept.
            throw new PoisonEventException("the data is not a " + type.type() + ": "
                    + malformed.getClass().getSimpleName());
        }
    }

    private static String attribute(Headers headers, String name) throws PoisonEventException {
        Header header = headers.lastHeader(PREFIX + name);
        if (header == null || header.value() == null) {
            throw new PoisonEventException("the attribute " + name + " is missing");
        }
        return new String(header.value(), UTF_8);
    }

    private static void add(Headers headers, String name, String value) {
        var _ = headers.add(name, value.getBytes(UTF_8));
    }
}
