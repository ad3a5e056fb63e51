package dev.surety.tlog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surety.tlog.checkpoint.Checkpoint;
import dev.surety.tlog.checkpoint.TlogProof;
import dev.surety.tlog.json.CanonicalJson;
import dev.surety.tlog.merkle.Hash;
import dev.surety.tlog.merkle.InclusionProof;
import dev.surety.tlog.merkle.InvalidProofException;
import dev.surety.tlog.merkle.MerkleHashing;
import dev.surety.tlog.note.SignedNote;
import dev.surety.tlog.note.SignerKey;
import dev.surety.tlog.note.UntrustedNoteException;
import dev.surety.tlog.note.VerifierKey;
import dev.surety.tlog.tile.TileHashReader;
import dev.surety.tlog.tile.TreeEdge;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The example of the README, run, and compared with what the README shows. */
class ReadmeExampleTest {
    private static final Path README = Path.of("README.md");
    private static final Path THIS = Path.of("src/test/java/dev/surety/tlog/ReadmeExampleTest.java");

    @Test
    void theExampleWorks() throws UntrustedNoteException, InvalidProofException {
        // example begins
        SignerKey signer = SignerKey.generate("surety.local/audit", new SecureRandom());
        byte[] entry = CanonicalJson.bytes(Map.of("id", "0198c0de", "confidence", 875, "agent", false));
        Hash leaf = MerkleHashing.leafHash(entry);

        // The writer appends, stores the tiles that became full, and signs what it has.
        TreeEdge edge = TreeEdge.EMPTY.extendedBy(List.of(leaf)).edge();
        SignedNote note = new Checkpoint(signer.name(), edge.size(), edge.root()).sign(signer);

        // The server proves an entry from tiles alone.
        TileHashReader tiles = new TileHashReader(_ -> edge.partialTiles().getFirst(), edge.size());
        byte[] file =
                TlogProof.of(InclusionProof.of(0, edge.size(), tiles), note).bytes();

        // The auditor has the entry, the file and the log's public key, and needs nothing else.
        VerifierKey log = VerifierKey.parse(signer.verifierKey().toString());
        Checkpoint checkpoint = TlogProof.parse(file).verify(MerkleHashing.leafHash(entry), log);
        // example ends

        assertThat(checkpoint.size()).isEqualTo(1);
        assertThat(checkpoint.root()).isEqualTo(leaf);
    }

    @Test
    void theReadmeShowsTheExample() throws IOException {
        String shown = between(Files.readString(README), "```java\n", "```");
        String run = between(Files.readString(THIS), "        // example begins\n", "        // example ends\n");

        assertThat(shown).isEqualTo(run.indent(-8));
    }

    private static String between(String text, String begin, String end) {
        int start = text.indexOf(begin) + begin.length();
        return text.substring(start, text.indexOf(end, start));
    }
}
