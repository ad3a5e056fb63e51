package dev.surety.kit.event;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.surety.contracts.Topics;
import dev.surety.launcher.testing.RealServers;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(TraceTest.Traced.class)
@WithTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "database", value = "bias"))
class TraceTest {
    @Inject
    EventConsumers consumers;

    @Inject
    InMemorySpanExporter exporter;

    @Test
    void followsARequestOverKafkaToTheServiceThatHandlesIt() {
        // Given
        String conversation = "c-" + UUID.randomUUID();
        consumers.start("trace-" + conversation, List.of(Topics.CASES), _ -> {});

        // When
        given().when().post("/sample/events/" + conversation).then().statusCode(204);

        // Then
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            SpanData sent = only(SpanKind.PRODUCER);
            SpanData handled = only(SpanKind.CONSUMER);
            SpanData served = only(SpanKind.SERVER);
            assertThat(sent.getParentSpanId()).isEqualTo(served.getSpanId());
            assertThat(handled.getParentSpanId()).isEqualTo(sent.getSpanId());
            assertThat(handled.getTraceId()).isEqualTo(served.getTraceId());
        });
    }

    private SpanData only(SpanKind kind) {
        String trace = exporter.getFinishedSpanItems().stream()
                .filter(span -> span.getName().equals("send " + Topics.CASES))
                .map(SpanData::getTraceId)
                .findFirst()
                .orElse("none");
        List<SpanData> found = exporter.getFinishedSpanItems().stream()
                .filter(span -> span.getKind() == kind && span.getTraceId().equals(trace))
                .toList();
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    /** Tracing is off by default; this profile turns it on and keeps the spans in memory. */
    public static class Traced implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "quarkus.otel.sdk.disabled", "false",
                    "quarkus.otel.traces.exporter", "cdi",
                    "quarkus.otel.bsp.schedule.delay", "100ms");
        }
    }

    /** The memory that the spans are kept in; only looked at where tracing is on. */
    @ApplicationScoped
    public static class Memory {
        @Produces
        @ApplicationScoped
        InMemorySpanExporter exporter() {
            return InMemorySpanExporter.create();
        }
    }
}
