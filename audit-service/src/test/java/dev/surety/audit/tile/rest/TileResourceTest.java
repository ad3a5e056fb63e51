package dev.surety.audit.tile.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.surety.audit.testing.Auditor;
import dev.surety.audit.testing.Broker;
import dev.surety.audit.testing.RealLog;
import dev.surety.audit.testing.SampleEvents;
import dev.surety.tlog.checkpoint.Checkpoint;
import dev.surety.tlog.note.SignedNote;
import dev.surety.tlog.note.VerifierKey;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@RealLog
class TileResourceTest {
    private final String conversation = "conv-" + UUID.randomUUID();

    @BeforeEach
    void logSomething() {
        try (Broker broker = new Broker()) {
            var _ = broker.send(SampleEvents.exchange(UUID.randomUUID(), "acme", conversation, "customer-t"));
        }
        Auditor.awaitProof(Auditor.entriesOf(conversation, 1).getFirst().get("index"));
    }

    @Test
    void servesASignedCheckpointForAMoment() throws Exception {
        Response key = given().get("/vkey");
        Response checkpoint = given().get("/checkpoint");

        Checkpoint opened = Checkpoint.open(
                SignedNote.parse(checkpoint.asByteArray()),
                VerifierKey.parse(key.asString().strip()));
        assertThat(opened.origin()).isEqualTo("surety.local/audit");
        assertThat(opened.size()).isPositive();
        assertThat(checkpoint.contentType()).isEqualToIgnoringCase("text/plain;charset=utf-8");
        assertThat(checkpoint.header("Cache-Control")).isEqualTo("public, max-age=1");
        assertThat(key.header("Cache-Control")).isEqualTo("public, max-age=300");
    }

    @Test
    void servesTilesAndBundlesForEver() {
        for (String path : new String[] {"/tile/0/000.p/1", "/tile/entries/000.p/1"}) {
            Response response = given().get(path);

            assertThat(response.statusCode()).as(path).isEqualTo(200);
            assertThat(response.contentType()).isEqualTo("application/octet-stream");
            assertThat(response.header("Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
        }
        assertThat(given().get("/tile/0/000.p/1").asByteArray()).hasSize(32);
    }

    @Test
    void servesAPartialTileThatASmallerLogHad() {
        long size = Auditor.as("ada").get("/v1/log").jsonPath().getLong("size");

        assertThat(given().get("/tile/0/000.p/1").statusCode()).isEqualTo(200);
        assertThat(given().get("/tile/0/" + tile(size) + ".p/" + (size % 256 + 1))
                        .statusCode())
                .as("one more than a checkpoint covers")
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/tile/0/999",
                "/tile/0/x999/999",
                "/tile/9/000",
                "/tile/64/000",
                "/tile/-1/000",
                "/tile/00/000",
                "/tile/0/0",
                "/tile/0/0000",
                "/tile/0/x000/000",
                "/tile/0/000.p/0",
                "/tile/0/000.p/256",
                "/tile/0/000.p/01",
                "/tile/0/000.p/",
                "/tile/0/abc",
                "/tile/entries/999",
                "/tile/entries/abc",
                "/tile/entries/000.p/256",
                "/tile/entries",
                "/tile/0",
                "/tile/0/..%2F..%2Fcheckpoint",
                "/tile/0/x999/x999/x999/x999/x999/x999/999"
            })
    void findsNothingAtAnyOtherPath(String path) {
        Response response = given().urlEncodingEnabled(false).get(path);

        assertThat(response.statusCode()).as(path).isEqualTo(404);
        assertThat(response.contentType()).startsWith("application/problem+json");
        assertThat(response.header("Cache-Control")).isNull();
    }

    @Test
    void refusesToBeWrittenTo() {
        assertThat(given().body("x").put("/checkpoint").statusCode()).isIn(401, 405);
        assertThat(given().delete("/tile/0/000.p/1").statusCode()).isIn(401, 405);
    }

    private static String tile(long size) {
        return "%03d".formatted(size / 256);
    }
}
