package dev.surety.launcher.demo;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import dev.surety.launcher.server.LaunchFailure;
import dev.surety.tlog.TlogFormatException;
import dev.surety.tlog.checkpoint.Checkpoint;
import dev.surety.tlog.checkpoint.TlogProof;
import dev.surety.tlog.merkle.Hash;
import dev.surety.tlog.merkle.InvalidProofException;
import dev.surety.tlog.merkle.MerkleHashing;
import dev.surety.tlog.note.UntrustedNoteException;
import dev.surety.tlog.note.VerifierKey;
import dev.surety.tlog.tile.ResourceFetcher;
import dev.surety.tlog.verification.LogVerdict;
import dev.surety.tlog.verification.LogVerifier;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * Waits until every decision is in the log, and checks each proof itself: the leaf is hashed here, the path is folded
 * here, and the root must be the one in a checkpoint that the log's key has signed (RFC 9162 §2.1.3, C2SP tlog-proof).
 * At last the whole log is read and hashed again, tile by tile.
 */
final class ProveRecords implements DemoStep {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Api audit;
    private final ResourceFetcher files;

    ProveRecords(Api audit, ResourceFetcher files) {
        this.audit = requireNonNull(audit, "audit");
        this.files = requireNonNull(files, "files");
    }

    @Override
    public String name() {
        return "Proof that every decision is in the log";
    }

    @Override
    public StepResult run(Journal journal) {
        VerifierKey key = VerifierKey.parse(audit.getText("/vkey", "text/plain").strip());
        journal.print("  verifier key of the log: " + key);
        List<String> failures = new ArrayList<>();
        Optional<Checkpoint> last = Optional.empty();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        for (Decision decision : journal.decisions()) {
            Duration left = Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
            Optional<Checkpoint> proven = prove(decision, key, left, failures);
            last = proven.isPresent() ? proven : last;
        }
        int proven = journal.decisions().size() - failures.size();
        last.ifPresent(checkpoint -> journal.print("  signed checkpoint: %s, %d entries, root %s"
                .formatted(
                        checkpoint.origin(),
                        checkpoint.size(),
                        checkpoint.root().toBase64())));
        LogVerdict verdict = verifyWholeLog(key);
        journal.print("  " + verdict.description());
        if (!(verdict instanceof LogVerdict.Intact)) {
            failures.add(verdict.description());
        }
        return new StepResult(
                "%d of %d decisions are proven to be in the log."
                        .formatted(proven, journal.decisions().size()),
                failures);
    }

    private Optional<Checkpoint> prove(Decision decision, VerifierKey key, Duration patience, List<String> failures) {
        Optional<Long> index = Patience.await(patience, () -> indexOf(decision));
        if (index.isEmpty()) {
            failures.add("%s: decision %s is not in the log after %d seconds"
                    .formatted(decision.exchange().name(), decision.id(), PATIENCE.toSeconds()));
            return Optional.empty();
        }
        try {
            return Optional.of(verify(decision, index.get(), key));
        } catch (InvalidProofException | UntrustedNoteException | TlogFormatException | LaunchFailure e) {
            failures.add("%s: entry %d is not proven: %s"
                    .formatted(decision.exchange().name(), index.get(), e.getMessage()));
            return Optional.empty();
        }
    }

    /** The decision's place in the log, once a checkpoint covers it. */
    private Optional<Long> indexOf(Decision decision) {
        String query =
                "/v1/entries?conversation=" + Api.encoded(decision.exchange().conversation()) + "&limit=100";
        return audit.get(query)
                .path("items")
                .valueStream()
                .filter(item -> item.path("id").asText().equals(decision.id()))
                .map(item -> item.path("index").asLong())
                .findFirst()
                .filter(index ->
                        audit.tryGet("/v1/entries/%d/proof".formatted(index)).statusCode() == 200);
    }

    private Checkpoint verify(Decision decision, long index, VerifierKey key)
            throws InvalidProofException, UntrustedNoteException {
        JsonNode entry = audit.get("/v1/entries/" + index);
        byte[] leaf = Base64.getDecoder().decode(entry.path("leaf").asText());
        if (!entry.path("entry").toString().contains(decision.id())) {
            throw new LaunchFailure("the entry does not speak of decision " + decision.id());
        }
        Hash leafHash = MerkleHashing.leafHash(leaf);
        TlogProof proof = TlogProof.parse(audit.getText("/v1/entries/%d/proof".formatted(index), "text/plain"));
        if (proof.index() != index) {
            throw new LaunchFailure("the proof is for entry " + proof.index());
        }
        return proof.verify(leafHash, key);
    }

    private LogVerdict verifyWholeLog(VerifierKey key) {
        try {
            return new LogVerifier(files, key).verify();
        } catch (IOException e) {
            throw new LaunchFailure("The log's files cannot be read: " + e.getMessage(), e);
        }
    }
}
