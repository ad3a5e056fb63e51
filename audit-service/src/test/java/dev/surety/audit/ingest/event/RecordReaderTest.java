package dev.surety.audit.ingest.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.surety.audit.disclosure.FieldGroup;
import dev.surety.audit.disclosure.Participants;
import dev.surety.audit.ingest.Received;
import dev.surety.audit.ingest.Received.Reason;
import dev.surety.audit.testing.SampleEvents;
import dev.surety.contracts.Topics;
import dev.surety.kit.event.CloudEvent;
import dev.surety.kit.event.CloudEventCodec;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordReaderTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final UUID ID = UUID.fromString("0193b0a0-0000-7000-8000-000000000001");
    private static final CloudEvent<?> EXCHANGE = SampleEvents.exchange(ID, "acme", "conv-1", "customer-1");

    private final RecordReader reader = new RecordReader(64 * 1024);

    @Test
    void readsWhomAnExchangeIsAbout() {
        Received.Event event = (Received.Event) reader.read(record(EXCHANGE));

        assertThat(event.key().id()).isEqualTo(ID);
        assertThat(event.participants()).isEqualTo(new Participants("acme", "customer-1", "conv-1", null));
        assertThat(event.facts().values())
                .containsEntry("action", "annotate")
                .containsEntry("turn", 3L)
                .containsEntry("reasons", List.of("AI_LABEL"));
    }

    @Test
    void splitsAnEventWithoutLosingAnyOfIt() throws IOException {
        // Given
        ConsumerRecord<byte[], byte[]> record = record(EXCHANGE);

        // When
        Received.Event event = (Received.Event) reader.read(record);

        // Then the union of the groups is the event
        ObjectNode union = JSON.createObjectNode();
        for (Received.Part part : event.groups()) {
            if (part.group() != FieldGroup.ENVELOPE) {
                union.setAll((ObjectNode) JSON.readTree(part.json()));
            }
        }
        assertThat(union).isEqualTo(JSON.readTree(record.value()));
        assertThat(groups(event)
                        .get(FieldGroup.QUERY)
                        .path("messages")
                        .path(0)
                        .path("content")
                        .asText())
                .isEqualTo(SampleEvents.QUESTION);
        assertThat(groups(event).get(FieldGroup.EVENT).has("messages")).isFalse();
    }

    @Test
    void tellsAReplysAuthorFromItsContent() throws IOException {
        Received.Event event = (Received.Event)
                reader.read(record(SampleEvents.replySent(ID, "acme", "conv-1", "I am sorry to hear that.")));

        assertThat(event.participants()).isEqualTo(new Participants("acme", null, "conv-1", "agent-ana"));
        assertThat(groups(event).get(FieldGroup.AGENT)).isEqualTo(JSON.readTree("{\"agent\":\"agent-ana\"}"));
        assertThat(groups(event).get(FieldGroup.MESSAGE).path("content").asText())
                .isEqualTo("I am sorry to hear that.");
    }

    @Test
    void takesTwoReplicasAnswersToOneRequestForOneEvent() throws IOException {
        ObjectNode other = (ObjectNode) JSON.readTree(record(EXCHANGE).value());
        other.put("evaluatedAt", "2026-11-02T09:30:01Z").put("durationMicros", 9_999);
        var _ = other.putObject("producer").put("instance", "guardrail-1").put("sequence", 3);

        Received.Event first = (Received.Event) reader.read(record(EXCHANGE));
        Received.Event second = (Received.Event) reader.read(withValue(other.toString()));

        assertThat(second.identity()).isEqualTo(first.identity());
    }

    @Test
    void tellsAnswersApartThatDecideDifferently() {
        Received.Event first = (Received.Event) reader.read(record(EXCHANGE));
        Received.Event second = (Received.Event)
                reader.read(record(SampleEvents.exchange(ID, "acme", "conv-1", "customer-1", "Something else.")));

        assertThat(second.identity()).isNotEqualTo(first.identity());
    }

    @Test
    void keepsAnEventOfATypeThatItDoesNotKnow() throws IOException {
        ConsumerRecord<byte[], byte[]> record = withValue("{\"fresh\":true,\"amount\":1.50}");
        replace(record.headers(), "ce_type", "dev.surety.fresh.invented.v1");

        Received.Event event = (Received.Event) reader.read(record);

        assertThat(event.type()).isEqualTo("dev.surety.fresh.invented.v1");
        assertThat(event.participants()).isEqualTo(Participants.ofTenant("acme"));
        assertThat(new String(part(event, FieldGroup.EVENT), UTF_8)).isEqualTo("{\"fresh\":true,\"amount\":1.50}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"specversion", "id", "source", "type", "subject", "time", "tenant"})
    void quarantinesARecordWithoutAnAttribute(String attribute) {
        ConsumerRecord<byte[], byte[]> record = record(EXCHANGE);
        var _ = record.headers().remove("ce_" + attribute);

        assertThat(unreadable(record).reason()).isEqualTo(Reason.MISSING_ATTRIBUTE);
    }

    @ParameterizedTest
    @CsvSource({
        "specversion, 0.3",
        "id, not-a-uuid",
        "id, 1-1-1-1-1",
        "time, yesterday",
        "time, +1000000000-12-31T23:59:59Z",
        "time, 1969-12-31T23:59:59Z",
        "tenant, ACME",
        "tenant, '-'",
        "type, 'Dev Surety'",
        "subject, ' '"
    })
    void quarantinesARecordWithAMalformedAttribute(String attribute, String value) {
        ConsumerRecord<byte[], byte[]> record = record(EXCHANGE);
        replace(record.headers(), "ce_" + attribute, value);

        assertThat(unreadable(record).reason()).isEqualTo(Reason.MALFORMED_ATTRIBUTE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "not json",
                "[]",
                "null",
                "{\"decisionId\":1}",
                "{} trailing",
                "{\"a\":1,\"a\":2}",
                "{\"decisionId\":\"\\ud800\"}"
            })
    void quarantinesARecordWithMalformedData(String value) {
        assertThat(unreadable(withValue(value)).reason()).isEqualTo(Reason.MALFORMED_DATA);
    }

    @Test
    void quarantinesInvalidUtf8() {
        ConsumerRecord<byte[], byte[]> record = withValue(new byte[] {'{', '"', (byte) 0xc3, '"', ':', '1', '}'});

        assertThat(unreadable(record).reason()).isEqualTo(Reason.MALFORMED_DATA);
    }

    @Test
    void keepsATextThatHasNoUtf8FormAsItWasEscaped() {
        String value = new String(record(EXCHANGE).value(), UTF_8).replace("shop-bot", "shop-\\ud800");

        Received.Event event = (Received.Event) reader.read(withValue(value));

        assertThat(new String(part(event, FieldGroup.EVENT), UTF_8)).contains("shop-\\uD800");
    }

    @Test
    void quarantinesAPersonWhoseReferenceHasNoUtf8Form() {
        String value = new String(record(EXCHANGE).value(), UTF_8).replace("customer-1", "customer-\\ud800");

        assertThat(unreadable(withValue(value)).reason()).isEqualTo(Reason.MALFORMED_DATA);
    }

    @Test
    void quarantinesABombOfBrackets() {
        assertThat(unreadable(withValue("{\"a\":" + "[".repeat(20_000))).reason())
                .isEqualTo(Reason.MALFORMED_DATA);
    }

    @Test
    void quarantinesATombstone() {
        assertThat(unreadable(withValue((byte[]) null)).reason()).isEqualTo(Reason.MISSING_DATA);
    }

    @Test
    void quarantinesWhatIsTooLargeWithoutParsingIt() {
        assertThat(unreadable(withValue(new byte[64 * 1024 + 1])).reason()).isEqualTo(Reason.OVERSIZED);
    }

    @Test
    void quarantinesAnEventOnTheWrongTopic() {
        ConsumerRecord<byte[], byte[]> record = record(SampleEvents.policyActivated(ID, "acme"));
        ConsumerRecord<byte[], byte[]> misplaced = record(Topics.FLOOR, record.headers(), record.value());

        assertThat(unreadable(misplaced).reason()).isEqualTo(Reason.WRONG_TOPIC);
    }

    @Test
    void keepsAllOfAnUnreadableRecord() throws IOException {
        ConsumerRecord<byte[], byte[]> record = withValue(new byte[] {0, (byte) 0xff});

        JsonNode kept = JSON.readTree(unreadable(record).record());

        assertThat(kept.path("topic").asText()).isEqualTo(Topics.INTERACTIONS);
        assertThat(kept.path("offset").asLong()).isEqualTo(42);
        assertThat(Base64.getDecoder().decode(kept.path("value").asText())).containsExactly(0, 0xff);
        assertThat(kept.path("headers").findValuesAsText("name")).contains("ce_id", "ce_tenant");
    }

    @Test
    void knowsTheTenantOfAnUnreadableRecordIfItSaysSo() {
        ConsumerRecord<byte[], byte[]> known = record(EXCHANGE);
        var _ = known.headers().remove("ce_id");
        ConsumerRecord<byte[], byte[]> unknown = record(EXCHANGE);
        var _ = unknown.headers().remove("ce_tenant");

        assertThat(unreadable(known).participants().tenant()).isEqualTo("acme");
        assertThat(unreadable(unknown).participants().tenant()).isEqualTo(Participants.NO_TENANT);
    }

    private Received.Unreadable unreadable(ConsumerRecord<byte[], byte[]> record) {
        return (Received.Unreadable) reader.read(record);
    }

    private static Map<FieldGroup, JsonNode> groups(Received.Event event) {
        return event.groups().stream().collect(Collectors.toMap(Received.Part::group, part -> {
            try {
                return JSON.readTree(part.json());
            } catch (IOException impossible) {
                throw new AssertionError(impossible);
            }
        }));
    }

    private static byte[] part(Received.Event event, FieldGroup group) {
        return event.groups().stream()
                .filter(part -> part.group() == group)
                .findFirst()
                .orElseThrow()
                .json();
    }

    private static ConsumerRecord<byte[], byte[]> record(CloudEvent<?> event) {
        ProducerRecord<String, byte[]> encoded = new CloudEventCodec().encode("key", event);
        return record(encoded.topic(), encoded.headers(), encoded.value());
    }

    private static ConsumerRecord<byte[], byte[]> withValue(String value) {
        return withValue(value.getBytes(UTF_8));
    }

    private static ConsumerRecord<byte[], byte[]> withValue(byte[] value) {
        return record(Topics.INTERACTIONS, record(EXCHANGE).headers(), value);
    }

    private static ConsumerRecord<byte[], byte[]> record(String topic, Headers headers, byte[] value) {
        return new ConsumerRecord<>(
                topic,
                0,
                42,
                0L,
                TimestampType.CREATE_TIME,
                0,
                value == null ? 0 : value.length,
                "key".getBytes(UTF_8),
                value,
                new RecordHeaders(headers.toArray()),
                Optional.empty());
    }

    private static void replace(Headers headers, String name, String value) {
        var _ = headers.remove(name).add(name, value.getBytes(UTF_8));
    }
}
