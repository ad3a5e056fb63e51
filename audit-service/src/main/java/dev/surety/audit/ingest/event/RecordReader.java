package dev.surety.audit.ingest.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.surety.audit.disclosure.FieldGroup;
import dev.surety.audit.disclosure.Participants;
import dev.surety.audit.ingest.Facts;
import dev.surety.audit.ingest.Received;
import dev.surety.audit.ingest.Received.Part;
import dev.surety.audit.ingest.Received.Reason;
import dev.surety.audit.ledger.Source;
import dev.surety.contracts.EventType;
import dev.surety.kit.json.StrictJson;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Reads a Kafka record as a CloudEvent in binary mode. It never fails: what cannot be read comes back as {@link
 * Received.Unreadable} with the whole record in it. An event of a type that this version does not know is kept as one
 * group under the tenant's key: a newer service may run beside an older log.
 */
final class RecordReader {
    private final ObjectMapper json = mapper();
    private final int maxEventSize;

    RecordReader(int maxEventSize) {
        this.maxEventSize = maxEventSize;
    }

    Received read(ConsumerRecord<byte[], byte[]> message) {
        Source source = new Source(new Source.Stream(message.topic(), message.partition()), message.offset());
        Envelope envelope = null;
        try {
            envelope = Envelope.read(message.headers());
            return event(source, envelope, data(message));
        } catch (UnreadableRecordException unreadable) {
            return unreadable(source, tenant(envelope, message), unreadable.reason(), message);
        }
    }

    private byte[] data(ConsumerRecord<byte[], byte[]> message) throws UnreadableRecordException {
        byte[] value = message.value();
        if (value == null) {
            throw new UnreadableRecordException(Reason.MISSING_DATA);
        }
        if (value.length > maxEventSize) {
            throw new UnreadableRecordException(Reason.OVERSIZED);
        }
        return value;
    }

    private Received.Event event(Source source, Envelope envelope, byte[] value) throws UnreadableRecordException {
        ObjectNode data = object(value);
        Optional<EventType> type = EventType.of(envelope.type());
        if (type.isEmpty()) {
            Participants nobody = Participants.ofTenant(envelope.key().tenant());
            EventMeaning unknown = new EventMeaning(nobody, Facts.NONE, null);
            return event(source, envelope, unknown, parts(envelope, data, Map.of()), value);
        }
        if (!type.get().topic().equals(source.stream().topic())) {
            throw new UnreadableRecordException(Reason.WRONG_TOPIC);
        }
        EventMeaning meaning = EventMeaning.of(
                type.get(), record(type.get(), data), envelope.key().tenant());
        requireEncodable(meaning.participants());
        byte[] identity =
                meaning.identity() == null ? value : meaning.identity().getBytes(UTF_8);
        List<Part> parts = parts(envelope, data, EventLayout.of(type.get()));
        return event(source, envelope, meaning, parts, identity);
    }

    private static Received.Event event(
            Source source, Envelope envelope, EventMeaning meaning, List<Part> parts, byte[] identity) {
        return new Received.Event(
                source,
                envelope.key(),
                envelope.type(),
                envelope.time(),
                meaning.participants(),
                meaning.facts(),
                parts,
                identity);
    }

    /** A lone surrogate has no UTF-8 form: two people whose references differ in one only would share a key. */
    private static void requireEncodable(Participants participants) throws UnreadableRecordException {
        boolean encodable = Stream.of(participants.customer(), participants.conversation(), participants.agent())
                .filter(Objects::nonNull)
                .allMatch(identifier -> UTF_8.newEncoder().canEncode(identifier));
        if (!encodable) {
            throw new UnreadableRecordException(Reason.MALFORMED_DATA);
        }
    }

    private ObjectNode object(byte[] value) throws UnreadableRecordException {
        try {
            if (json.readTree(value) instanceof ObjectNode object) {
                return object;
            }
        } catch (IOException malformed) {
            throw new UnreadableRecordException(Reason.MALFORMED_DATA);
        }
        throw new UnreadableRecordException(Reason.MALFORMED_DATA);
    }

    private Record record(EventType type, ObjectNode data) throws UnreadableRecordException {
        try {
            return json.treeToValue(data, type.record());
        } catch (JacksonException malformed) {
            throw new UnreadableRecordException(Reason.MALFORMED_DATA);
        }
    }

    /** A field goes to its group with its name, so that the union of the groups is the event again. */
    private List<Part> parts(Envelope envelope, ObjectNode data, Map<String, FieldGroup> layout)
            throws UnreadableRecordException {
        Map<FieldGroup, ObjectNode> groups = new EnumMap<>(FieldGroup.class);
        var _ = group(groups, FieldGroup.ENVELOPE)
                .put("source", envelope.source())
                .put("subject", envelope.subject());
        for (Map.Entry<String, JsonNode> field : data.properties()) {
            FieldGroup named = layout.getOrDefault(field.getKey(), FieldGroup.EVENT);
            FieldGroup group = field.getValue().isNull() ? FieldGroup.EVENT : named;
            var _ = group(groups, group).set(field.getKey(), field.getValue());
        }
        List<Part> parts = new ArrayList<>(groups.size());
        for (Map.Entry<FieldGroup, ObjectNode> group : groups.entrySet()) {
            parts.add(new Part(group.getKey(), bytes(group.getValue())));
        }
        return parts;
    }

    private static ObjectNode group(Map<FieldGroup, ObjectNode> groups, FieldGroup group) {
        return groups.computeIfAbsent(group, _ -> JsonNodeFactory.instance.objectNode());
    }

    private byte[] bytes(ObjectNode node) throws UnreadableRecordException {
        try {
            return json.writeValueAsBytes(node);
        } catch (JsonProcessingException unwritable) {
            throw new UnreadableRecordException(Reason.MALFORMED_DATA);
        }
    }

    private static String tenant(@Nullable Envelope envelope, ConsumerRecord<byte[], byte[]> message) {
        return envelope == null
                ? Envelope.tenant(message.headers()).orElse(Participants.NO_TENANT)
                : envelope.key().tenant();
    }

    private static Received.Unreadable unreadable(
            Source source, String tenant, Reason reason, ConsumerRecord<byte[], byte[]> message) {
        return new Received.Unreadable(source, Participants.ofTenant(tenant), reason, RawRecord.toJson(message));
    }

    private static ObjectMapper mapper() {
        ObjectMapper mapper = StrictJson.forEvents();
        mapper.getFactory().configure(StreamReadFeature.STRICT_DUPLICATE_DETECTION.mappedFeature(), true);
        mapper.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        mapper.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
        var _ = mapper.configure(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES, false);
        return mapper;
    }
}
