package dev.surety.kit.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.surety.contracts.Topics;
import dev.surety.contracts.cases.CaseClaimed;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CloudEventCodecTest {
    private static final Instant TIME = Instant.parse("2026-11-23T08:00:00.123Z");
    private static final CloudEvent<CaseClaimed> EVENT = new CloudEvent<>(
            UUID.fromString("0193508e-6c00-7000-8000-000000000001"),
            URI.create("/surety/escalation-service"),
            "c-88",
            "acme",
            TIME,
            new CaseClaimed("case-1", "c-88", "alice", TIME));

    private final CloudEventCodec codec = new CloudEventCodec();

    @Test
    void writesTheAttributesAsHeadersAndTheDataAsJson() {
        // When
        ProducerRecord<String, byte[]> message = codec.encode("c-88", EVENT);

        // Then
        assertThat(message.topic()).isEqualTo(Topics.CASES);
        assertThat(message.key()).isEqualTo("c-88");
        assertThat(StreamSupport.stream(message.headers().spliterator(), false)
                        .map(header -> header.key() + "=" + new String(header.value(), UTF_8)))
                .containsExactly(
                        "ce_specversion=1.0",
                        "ce_id=0193508e-6c00-7000-8000-000000000001",
                        "ce_source=/surety/escalation-service",
                        "ce_type=dev.surety.case.claimed.v1",
                        "ce_subject=c-88",
                        "ce_time=2026-11-23T08:00:00.123Z",
                        "ce_tenant=acme",
                        "content-type=application/json");
        assertThat(new String(message.value(), UTF_8)).isEqualTo("""
                        {"caseId":"case-1","conversationId":"c-88","agent":"alice","claimedAt":"2026-11-23T08:00:00.123Z"}""");
    }

    @Test
    void readsWhatItWrote() throws PoisonEventException {
        assertThat(codec.decode(received(codec.encode("c-88", EVENT)))).contains(EVENT);
    }

    @Test
    void ignoresFieldsThatANewerProducerAdded() throws PoisonEventException {
        // Given
        ProducerRecord<String, byte[]> message = codec.encode("c-88", EVENT);
        byte[] newer = new String(message.value(), UTF_8)
                .replace("{\"caseId\"", "{\"mood\":\"calm\",\"caseId\"")
                .getBytes(UTF_8);

        // When / Then
        assertThat(codec.decode(received(message, newer))).contains(EVENT);
    }

    @Test
    void leavesTypesThatItDoesNotKnowToOthers() throws PoisonEventException {
        // Given
        ProducerRecord<String, byte[]> message = codec.encode("c-88", EVENT);
        message.headers().remove("ce_type").add("ce_type", "dev.surety.case.frozen.v1".getBytes(UTF_8));

        // When / Then
        assertThat(codec.decode(received(message))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ce_specversion", "ce_id", "ce_source", "ce_type", "ce_subject", "ce_time", "ce_tenant"})
    void refusesARecordWithoutAnAttribute(String header) {
        // Given
        ProducerRecord<String, byte[]> message = codec.encode("c-88", EVENT);
        message.headers().remove(header);

        // When / Then
        assertThatThrownBy(() -> codec.decode(received(message)))
                .isInstanceOf(PoisonEventException.class)
                .hasMessage("the attribute %s is missing", header.substring(3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{", "{\"caseId\":\" \"}", "{\"caseId\":\"case-1\",\"agent\":7}"})
    void refusesDataThatDoesNotFitTheTypeWithoutQuotingIt(String data) {
        assertThatThrownBy(() -> codec.decode(received(codec.encode("c-88", EVENT), data.getBytes(UTF_8))))
                .isInstanceOf(PoisonEventException.class)
                .hasMessageNotContaining("case-1");
    }

    @Test
    void refusesARecordWithoutValue() {
        assertThatThrownBy(() -> codec.decode(received(codec.encode("c-88", EVENT), null)))
                .isInstanceOf(PoisonEventException.class)
                .hasMessage("the record has no value");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ce_id", "ce_time", "ce_source"})
    void refusesAMalformedAttribute(String header) {
        // Given
        ProducerRecord<String, byte[]> message = codec.encode("c-88", EVENT);
        message.headers().remove(header).add(header, "not : a value".getBytes(UTF_8));

        // When / Then
        assertThatThrownBy(() -> codec.decode(received(message)))
                .isInstanceOf(PoisonEventException.class)
                .hasMessage("an attribute of the envelope is malformed");
    }

    private static ConsumerRecord<String, byte[]> received(ProducerRecord<String, byte[]> message) {
        return received(message, message.value());
    }

    private static ConsumerRecord<String, byte[]> received(ProducerRecord<String, byte[]> message, byte[] value) {
        ConsumerRecord<String, byte[]> received = new ConsumerRecord<>(message.topic(), 0, 0, message.key(), value);
        message.headers().forEach(received.headers()::add);
        return received;
    }
}
