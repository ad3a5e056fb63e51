package dev.surety.tlog.note;

import dev.surety.tlog.TlogFormatException;
import dev.surety.tlog.text.StrictText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A text with its signatures. The text ends in a newline, and each signature covers all of it, that newline included.
 * A note is only what somebody sent until {@link #verify} has said whose it is. What was parsed is written back byte
 * for byte.
 */
public record SignedNote(String text, List<NoteSignature> signatures) {
    /** More than the 16 that every verifier must accept, few enough that nobody keeps us busy with verifying. */
    public static final int MOST_SIGNATURES = 100;

    public SignedNote {
        requireNoteText(text);
        signatures = List.copyOf(signatures);
        if (signatures.isEmpty() || signatures.size() > MOST_SIGNATURES) {
            throw new TlogFormatException("a note has 1.." + MOST_SIGNATURES + " signatures, not " + signatures.size());
        }
    }

    /** Signs a text, which must end in a newline. */
    public static SignedNote sign(String text, SignerKey key) {
        requireNoteText(text);
        return new SignedNote(text, List.of(key.sign(text)));
    }

    /** Reads a note's bytes. */
    public static SignedNote parse(byte[] bytes) {
        return parse(StrictText.utf8(bytes, "note"));
    }

    /** Reads a note's text form. */
    public static SignedNote parse(String note) {
        int blankLine = note.lastIndexOf("\n\n");
        if (blankLine < 0 || !note.endsWith("\n") || note.length() == blankLine + 2) {
            throw new TlogFormatException("a note is text, a blank line and signature lines, each ended by a newline");
        }
        String lines = note.substring(blankLine + 2, note.length() - 1);
        List<NoteSignature> signatures = new ArrayList<>();
        for (String line : lines.split("\n", MOST_SIGNATURES + 1)) {
            if (signatures.size() == MOST_SIGNATURES) {
                throw new TlogFormatException("a note has 1.." + MOST_SIGNATURES + " signatures, not more");
            }
            signatures.add(NoteSignature.parse(line));
        }
        return new SignedNote(note.substring(0, blankLine + 1), signatures);
    }

    /** The note with one more signature, for instance a witness's. */
    public SignedNote with(NoteSignature signature) {
        List<NoteSignature> more = new ArrayList<>(signatures);
        more.add(signature);
        return new SignedNote(text, more);
    }

    /**
     * Tells which of the trusted keys signed the text. Signatures of other keys are ignored, but one that carries the
     * name and id of a trusted key and does not verify spoils the whole note.
     *
     * @throws UntrustedNoteException when no trusted key signed, or a signature of one is wrong
     */
    public Set<VerifierKey> verify(Collection<VerifierKey> trusted) throws UntrustedNoteException {
        Set<VerifierKey> signers = new LinkedHashSet<>();
        for (NoteSignature signature : signatures) {
            for (VerifierKey key : trusted) {
                if (key.isNamedBy(signature)) {
                    if (!key.verifies(text, signature)) {
                        throw new UntrustedNoteException(
                                "The signature of " + key.name() + " does not match the text.");
                    }
                    signers.add(key);
                }
            }
        }
        if (signers.isEmpty()) {
            throw new UntrustedNoteException("The note is signed by none of the trusted keys "
                    + trusted.stream().map(VerifierKey::name).sorted().toList() + ".");
        }
        return Collections.unmodifiableSet(signers);
    }

    /**
     * Tells which of the trusted witnesses cosigned the text and when; none is no error, for how many are enough is a
     * matter of policy. As with {@link #verify}, a wrong cosignature of a trusted witness spoils the whole note. Of a
     * witness that cosigned more than once, the latest counts.
     *
     * @throws UntrustedNoteException when a cosignature of a trusted witness is wrong
     */
    public List<Cosignature> cosignatures(Collection<WitnessKey> trusted) throws UntrustedNoteException {
        Map<WitnessKey, Cosignature> latest = new LinkedHashMap<>();
        for (NoteSignature line : signatures) {
            for (WitnessKey witness : trusted) {
                if (witness.isNamedBy(line)) {
                    Cosignature cosignature = witness.verify(text, line)
                            .orElseThrow(() -> new UntrustedNoteException(
                                    "The cosignature of " + witness.name() + " does not match the text."));
                    var _ = latest.merge(
                            witness, cosignature, (one, two) -> one.timestamp() >= two.timestamp() ? one : two);
                }
            }
        }
        return List.copyOf(latest.values());
    }

    /** The bytes of the note. */
    public byte[] bytes() {
        return StrictText.utf8(toString(), "note");
    }

    /** The text form of the note: text, blank line, signature lines. */
    @Override
    public String toString() {
        StringBuilder note = new StringBuilder(text).append('\n');
        signatures.forEach(signature -> note.append(signature).append('\n'));
        return note.toString();
    }

    private static void requireNoteText(String text) {
        if (!text.endsWith("\n")) {
            throw new TlogFormatException("a note's text ends in a newline");
        }
        if (text.chars().anyMatch(c -> c < ' ' && c != '\n')) {
            throw new TlogFormatException("a note's text has no control character but newlines");
        }
    }
}
