package dev.surety.audit.query.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.surety.audit.testing.Auditor;
import dev.surety.audit.testing.Broker;
import dev.surety.audit.testing.RealLog;
import dev.surety.audit.testing.SampleEvents;
import dev.surety.tlog.checkpoint.Checkpoint;
import dev.surety.tlog.checkpoint.TlogProof;
import dev.surety.tlog.merkle.ConsistencyProof;
import dev.surety.tlog.merkle.Hash;
import dev.surety.tlog.merkle.MerkleHashing;
import dev.surety.tlog.note.SignedNote;
import dev.surety.tlog.note.VerifierKey;
import dev.surety.tlog.verification.LogVerdict;
import dev.surety.tlog.verification.LogVerifier;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The proofs as a third party checks them: over REST, with code that knows nothing of the service. */
@QuarkusTest
@RealLog
class ProofsTest {
    private final String conversation = "conv-" + UUID.randomUUID();

    @Test
    void everyEntryIsProvenToUsAndToCodeThatWeDidNotWrite() throws Exception {
        // Given
        List<Map<String, Object>> entries = log(25);
        VerifierKey key = verifierKey();

        for (Map<String, Object> summary : entries) {
            // When
            Object index = summary.get("index");
            byte[] leaf = Base64.getDecoder().decode(Auditor.entry(index).getString("leaf"));
            JsonPath proof =
                    Auditor.as("ada").get("/v1/entries/" + index + "/proof").jsonPath();
            String file = Auditor.as("ada")
                    .accept("text/plain")
                    .get("/v1/entries/" + index + "/proof")
                    .asString();

            // Then
            Hash leafHash = MerkleHashing.leafHash(leaf);
            assertThat(proof.getString("leafHash"))
                    .isEqualTo(leafHash.toBase64())
                    .isEqualTo(summary.get("leafHash"));
            Checkpoint checkpoint = TlogProof.parse(file).verify(leafHash, key);
            assertThat(checkpoint.origin()).isEqualTo("surety.local/audit");
            assertThat(foreignInclusion(proof, leafHash.bytes())).isTrue();
            byte[] other = leafHash.bytes();
            other[0] ^= 1;
            assertThat(foreignInclusion(proof, other)).isFalse();
        }
    }

    @Test
    void theLogOfTodayContinuesTheLogOfBefore() throws Exception {
        // Given
        var _ = log(2);
        long before = Auditor.as("ada").get("/v1/log").jsonPath().getLong("size");
        Hash rootBefore =
                Hash.fromBase64(Auditor.as("ada").get("/v1/log").jsonPath().getString("rootHash"));
        var _ = log(3);

        // When
        JsonPath proof = Auditor.as("carla")
                .queryParam("from", before)
                .get("/v1/log/consistency")
                .jsonPath();

        // Then
        List<Hash> path = proof.getList("hashes", String.class).stream()
                .map(Hash::fromBase64)
                .toList();
        Hash newRoot = Hash.fromBase64(proof.getString("toRoot"));
        new ConsistencyProof(before, proof.getLong("to"), path)
                .verify(Hash.fromBase64(proof.getString("fromRoot")), newRoot);
        assertThat(Checkpoint.open(SignedNote.parse(proof.getString("checkpoint")), verifierKey())
                        .size())
                .isGreaterThanOrEqualTo(proof.getLong("to"));
        assertThat(ForeignVerifier.acceptsConsistency(
                        before,
                        proof.getLong("to"),
                        Hash.fromBase64(proof.getString("fromRoot")).bytes(),
                        newRoot.bytes(),
                        path.stream().map(Hash::bytes).toList()))
                .isTrue();
        assertThat(rootBefore).isNotEqualTo(newRoot);
    }

    @Test
    void theWholeLogIsVerifiedFromItsFilesWithoutAToken() throws Exception {
        // Given
        var _ = log(300);

        // When
        LogVerdict verdict = new LogVerifier(ProofsTest::file, verifierKey()).verify();

        // Then
        assertThat(verdict.description()).startsWith("All ").contains("lead to the signed root");
        assertThat(verdict).isInstanceOf(LogVerdict.Intact.class);
    }

    /** Sends exchanges and waits until all of them are provable. */
    private List<Map<String, Object>> log(int count) {
        int before = Auditor.entriesOf(conversation).size();
        try (Broker broker = new Broker()) {
            for (int i = 0; i < count; i++) {
                var _ = broker.send(SampleEvents.exchange(UUID.randomUUID(), "acme", conversation, "customer-p"));
            }
        }
        List<Map<String, Object>> entries = Auditor.entriesOf(conversation, before + count);
        Auditor.awaitProof(entries.getLast().get("index"));
        return entries;
    }

    private static boolean foreignInclusion(JsonPath proof, byte[] leafHash) {
        return ForeignVerifier.acceptsInclusion(
                proof.getLong("index"),
                proof.getLong("treeSize"),
                leafHash,
                Base64.getDecoder().decode(proof.getString("rootHash")),
                proof.getList("hashes", String.class).stream()
                        .map(Base64.getDecoder()::decode)
                        .toList());
    }

    private static VerifierKey verifierKey() {
        return VerifierKey.parse(given().get("/vkey").asString().strip());
    }

    private static Optional<byte[]> file(String path) {
        Response response = given().get("/" + path);
        return response.statusCode() == 200 ? Optional.of(response.asByteArray()) : Optional.empty();
    }
}
