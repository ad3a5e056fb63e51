package dev.surety.tlog.checkpoint;

import dev.surety.tlog.TlogFormatException;
import dev.surety.tlog.merkle.Hash;
import dev.surety.tlog.merkle.InclusionProof;
import dev.surety.tlog.merkle.InvalidProofException;
import dev.surety.tlog.note.SignedNote;
import dev.surety.tlog.note.UntrustedNoteException;
import dev.surety.tlog.note.VerifierKey;
import dev.surety.tlog.text.StrictText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A file that proves offline that an entry is in a log (C2SP tlog-proof, extension {@code .tlog-proof}): the entry's
 * index, the path to the root and the signed checkpoint with that root. It may carry extra data, which nobody signed.
 * What was parsed is written back byte for byte.
 */
public final class TlogProof {
    /** The first line of every such file. */
    public static final String HEADER = "c2sp.org/tlog-proof@v1";

    private static final String EXTRA = "extra ";
    private static final String INDEX = "index ";
    private static final int LONGEST_PATH = 63;
    /** Room for a hundred signatures and for extra data such as a timestamp token, no more. */
    private static final int LONGEST_FILE = 1024 * 1024;

    private final long index;
    private final List<Hash> path;
    private final SignedNote checkpoint;
    private final byte @Nullable [] extra;

    private TlogProof(long index, List<Hash> path, SignedNote checkpoint, byte @Nullable [] extra) {
        if (path.size() > LONGEST_PATH) {
            throw new TlogFormatException("a path has at most " + LONGEST_PATH + " hashes, not " + path.size());
        }
        this.index = index;
        this.path = List.copyOf(path);
        this.checkpoint = Objects.requireNonNull(checkpoint, "checkpoint");
        this.extra = extra;
    }

    /** A file for this proof, which must be for the tree that the checkpoint is about. */
    public static TlogProof of(InclusionProof proof, SignedNote checkpoint) {
        long size = Checkpoint.parse(checkpoint.text()).size();
        if (proof.treeSize() != size) {
            throw new IllegalArgumentException(
                    "the proof is for size " + proof.treeSize() + ", but the checkpoint for " + size);
        }
        return new TlogProof(proof.index(), proof.path(), checkpoint, null);
    }

    /** Reads a file. */
    public static TlogProof parse(byte[] file) {
        requireLength(file.length);
        return parse(StrictText.utf8(file, "proof file"));
    }

    /** Reads a file's text. */
    public static TlogProof parse(String file) {
        requireLength(file.length());
        int blankLine = file.indexOf("\n\n");
        if (blankLine < 0) {
            throw new TlogFormatException("a proof file is proof lines, an empty line and a checkpoint");
        }
        List<String> lines =
                new ArrayList<>(Arrays.asList(file.substring(0, blankLine).split("\n", -1)));
        if (!lines.removeFirst().equals(HEADER)) {
            throw new TlogFormatException("a proof file starts with the line " + HEADER);
        }
        byte[] extra = null;
        if (!lines.isEmpty() && lines.getFirst().startsWith(EXTRA)) {
            extra = StrictText.base64(lines.removeFirst().substring(EXTRA.length()), "extra data");
        }
        if (lines.isEmpty() || !lines.getFirst().startsWith(INDEX)) {
            throw new TlogFormatException("a proof file has a line \"index <number>\"");
        }
        long index = StrictText.decimal(lines.removeFirst().substring(INDEX.length()), "index");
        return new TlogProof(
                index,
                lines.stream().map(Hash::fromBase64).toList(),
                SignedNote.parse(file.substring(blankLine + 2)),
                extra);
    }

    private static void requireLength(int length) {
        if (length > LONGEST_FILE) {
            throw new TlogFormatException("a proof file has at most " + LONGEST_FILE + " bytes");
        }
    }

    /** The file with this extra data. Readers must not trust it: nothing in the proof covers it. */
    public TlogProof withExtra(byte[] data) {
        return new TlogProof(index, path, checkpoint, data.clone());
    }

    /** The index of the entry. */
    public long index() {
        return index;
    }

    /** The hashes from the leaf's sibling up to the root's child. */
    public List<Hash> path() {
        return path;
    }

    /** The signed checkpoint, not verified. */
    public SignedNote checkpoint() {
        return checkpoint;
    }

    /** The extra data, which nobody signed. */
    public Optional<byte[]> extra() {
        return Optional.ofNullable(extra).map(byte[]::clone);
    }

    /**
     * Verifies that the log's signed checkpoint covers the entry with this leaf hash, and returns that checkpoint.
     *
     * @throws TlogFormatException when the signed text is no checkpoint
     * @throws UntrustedNoteException when the log did not sign it
     * @throws InvalidProofException when the entry is not at that index of the tree
     */
    public Checkpoint verify(Hash leafHash, VerifierKey log) throws UntrustedNoteException, InvalidProofException {
        Checkpoint opened = Checkpoint.open(checkpoint, log);
        new InclusionProof(index, opened.size(), path).verify(leafHash, opened.root());
        return opened;
    }

    /** The content of the file. */
    public byte[] bytes() {
        return StrictText.utf8(toString(), "proof file");
    }

    /** The text of the file. */
    @Override
    public String toString() {
        StringBuilder file = new StringBuilder(HEADER).append('\n');
        if (extra != null) {
            file.append(EXTRA).append(Base64.getEncoder().encodeToString(extra)).append('\n');
        }
        file.append(INDEX).append(index).append('\n');
        path.forEach(hash -> file.append(hash.toBase64()).append('\n'));
        return file.append('\n').append(checkpoint).toString();
    }
}
