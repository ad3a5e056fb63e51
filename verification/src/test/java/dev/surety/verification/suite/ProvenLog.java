package dev.surety.verification.suite;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.surety.launcher.demo.Api;
import dev.surety.launcher.suite.Part;
import dev.surety.tlog.checkpoint.Checkpoint;
import dev.surety.tlog.checkpoint.TlogProof;
import dev.surety.tlog.merkle.InvalidProofException;
import dev.surety.tlog.merkle.MerkleHashing;
import dev.surety.tlog.note.UntrustedNoteException;
import dev.surety.tlog.note.VerifierKey;
import dev.surety.tlog.verification.LogVerdict;
import dev.surety.tlog.verification.LogVerifier;
import java.io.IOException;
import java.util.Base64;
import java.util.List;

/** The log, read by an auditor who believes nothing that can be computed. */
public final class ProvenLog {
    private final Api audit = RunningSuite.as("ada", Part.AUDIT);

    /** The entries of a conversation, in the order of the log. */
    public List<JsonNode> entriesOf(String conversation) {
        return audit.get("/v1/entries?limit=100&conversation=" + Api.encoded(conversation))
                .path("items")
                .valueStream()
                .toList();
    }

    /** The types of the entries of a conversation, in the order of the log. */
    public List<String> typesOf(String conversation) {
        return entriesOf(conversation).stream()
                .map(entry -> entry.path("type").asText())
                .toList();
    }

    public JsonNode entry(long index) {
        return audit.get("/v1/entries/" + index);
    }

    /** Hashes the leaf, folds the proof and checks the signature; fails unless all of it fits together. */
    public Checkpoint prove(long index) throws InvalidProofException, UntrustedNoteException {
        byte[] leaf = Base64.getDecoder().decode(entry(index).path("leaf").asText());
        TlogProof proof = TlogProof.parse(audit.getText("/v1/entries/%d/proof".formatted(index), "text/plain"));
        assertThat(proof.index()).isEqualTo(index);
        return proof.verify(MerkleHashing.leafHash(leaf), key());
    }

    /** Whether a checkpoint covers the entry already. */
    public boolean isCovered(long index) {
        return audit.tryGet("/v1/entries/%d/proof".formatted(index)).statusCode() == 200;
    }

    /** Reads every tile and bundle of the log and hashes it all again. */
    public LogVerdict verifyWhole() throws IOException {
        return new LogVerifier(audit::tryGetBytes, key()).verify();
    }

    private VerifierKey key() {
        return VerifierKey.parse(audit.getText("/vkey", "text/plain").strip());
    }
}
