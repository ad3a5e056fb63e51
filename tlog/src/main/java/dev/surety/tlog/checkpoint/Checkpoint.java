package dev.surety.tlog.checkpoint;

import dev.surety.tlog.TlogFormatException;
import dev.surety.tlog.merkle.Hash;
import dev.surety.tlog.merkle.MerkleHashing;
import dev.surety.tlog.note.NoteSignature;
import dev.surety.tlog.note.SignedNote;
import dev.surety.tlog.note.SignerKey;
import dev.surety.tlog.note.UntrustedNoteException;
import dev.surety.tlog.note.VerifierKey;
import dev.surety.tlog.note.WitnessSignerKey;
import dev.surety.tlog.text.StrictText;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * What a log states: who it is, how many entries it has and the root over them. Extension lines are refused, because
 * not every kind of cosignature covers them. A checkpoint can be believed when it comes from {@link #open}.
 */
public record Checkpoint(String origin, long size, Hash root) {
    private static final int LINES = 3;

    public Checkpoint {
        if (origin.isEmpty() || origin.chars().anyMatch(c -> c < ' ')) {
            throw new TlogFormatException("a checkpoint's origin is one non-empty line");
        }
        if (size < 0) {
            throw new TlogFormatException("a checkpoint's size is " + size + ": zero or more was expected");
        }
        Objects.requireNonNull(root, "root");
        if (size == 0 && !root.equals(MerkleHashing.EMPTY_ROOT)) {
            throw new TlogFormatException("the root of a log without entries is " + MerkleHashing.EMPTY_ROOT);
        }
    }

    /** Reads the text that is signed; says nothing about who signed it. */
    public static Checkpoint parse(String text) {
        String[] lines = text.split("\n", -1);
        if (lines.length != LINES + 1 || !lines[LINES].isEmpty()) {
            throw new TlogFormatException("a checkpoint is three lines: origin, size and root");
        }
        return new Checkpoint(lines[0], StrictText.decimal(lines[1], "checkpoint size"), Hash.fromBase64(lines[2]));
    }

    /**
     * Reads a signed checkpoint and verifies that this log signed it.
     *
     * @throws TlogFormatException when it is no checkpoint at all
     * @throws UntrustedNoteException when the log did not sign it, or it names another origin than the log's key
     */
    public static Checkpoint open(SignedNote note, VerifierKey log) throws UntrustedNoteException {
        var _ = note.verify(List.of(log));
        Checkpoint checkpoint = parse(note.text());
        if (!checkpoint.origin.equals(log.name())) {
            throw new UntrustedNoteException(
                    "The checkpoint is of " + checkpoint.origin + ", but the key is of " + log.name() + ".");
        }
        return checkpoint;
    }

    /** Signs the checkpoint with the log's key, whose name must be the origin. */
    public SignedNote sign(SignerKey log) {
        if (!log.name().equals(origin)) {
            throw new IllegalArgumentException("the key of " + log.name() + " cannot sign for " + origin);
        }
        return SignedNote.sign(text(), log);
    }

    /**
     * The line by which a witness cosigns the checkpoint. To cosign is to state that the log only
     * grew since the witness last saw it, so check that before.
     */
    public NoteSignature cosign(WitnessSignerKey witness, Instant time) {
        return witness.cosign(text(), time);
    }

    /** The text that is signed: origin, size and root, each ended by a newline. */
    public String text() {
        return origin + "\n" + size + "\n" + root.toBase64() + "\n";
    }
}
