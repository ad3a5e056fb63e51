package dev.surety.audit.ingest.event;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.surety.audit.testing.Auditor;
import dev.surety.audit.testing.Broker;
import dev.surety.audit.testing.RealLog;
import dev.surety.audit.testing.SampleEvents;
import dev.surety.launcher.testing.RealServers;
import dev.surety.tlog.note.VerifierKey;
import dev.surety.tlog.verification.LogVerdict;
import dev.surety.tlog.verification.LogVerifier;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.net.URL;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

@QuarkusTest
@RealLog
class SurvivesOutagesTest {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final String conversation = "conv-" + UUID.randomUUID();

    @TestHTTPResource(value = "/health/ready", management = true)
    URL readiness;

    @Test
    void logsEverythingOnceAlthoughTheDatabaseIsKilledInTheMiddle() throws Exception {
        // Given
        awaitReadiness(200);
        List<String> sent = Collections.synchronizedList(new ArrayList<>());

        // When
        try (ExecutorService sender = Executors.newSingleThreadExecutor();
                Broker broker = new Broker()) {
            Future<?> sending = sender.submit(() -> {
                for (int i = 0; i < 400; i++) {
                    UUID id = UUID.randomUUID();
                    var _ = broker.send(SampleEvents.exchange(id, "acme", conversation, "customer-o"));
                    sent.add(id.toString());
                    pause();
                }
            });
            await().until(() -> sent.size() > 100);
            RealServers.postgres().kill();
            try {
                awaitReadiness(503);
            } finally {
                RealServers.postgres().start();
            }
            sending.get();
        }

        // Then
        awaitReadiness(200);
        List<Object> logged = new ArrayList<>();
        Auditor.entriesOf(conversation, sent.size()).forEach(entry -> logged.add(entry.get("id")));
        assertThat(logged).containsExactlyInAnyOrderElementsOf(new ArrayList<Object>(sent));
        assertThat(verifyLog()).isInstanceOf(LogVerdict.Intact.class);
    }

    @Test
    void saysThatItIsNotReadyWithoutKafkaAndGoesOnAfterwards() {
        // Given
        awaitReadiness(200);

        // When
        RealServers.kafka().stop();
        try {
            awaitReadiness(503);
            assertThat(given().get("/checkpoint").statusCode())
                    .as("what is logged stays readable")
                    .isEqualTo(200);
        } finally {
            RealServers.kafka().start();
        }

        // Then
        awaitReadiness(200);
        try (Broker broker = new Broker()) {
            var _ = broker.send(SampleEvents.exchange(UUID.randomUUID(), "acme", conversation, "customer-o"));
        }
        assertThat(Auditor.entriesOf(conversation, 1)).hasSize(1);
    }

    private void awaitReadiness(int status) {
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .untilAsserted(
                        () -> assertThat(given().get(readiness).statusCode()).isEqualTo(status));
    }

    private static void pause() {
        try {
            Thread.sleep(5);
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    private static LogVerdict verifyLog() throws Exception {
        VerifierKey key = VerifierKey.parse(given().get("/vkey").asString().strip());
        return new LogVerifier(
                        path -> {
                            Response response = given().get("/" + path);
                            return response.statusCode() == 200
                                    ? Optional.of(response.asByteArray())
                                    : Optional.empty();
                        },
                        key)
                .verify();
    }
}
