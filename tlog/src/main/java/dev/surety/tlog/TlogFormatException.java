package dev.surety.tlog;

/**
 * Says that bytes or text do not have the form that a specification prescribes; the message names the part and what
 * was expected of it. It is about form only: whether well-formed data can be believed is told by {@link
 * dev.surety.tlog.merkle.InvalidProofException} and {@link dev.surety.tlog.note.UntrustedNoteException}.
 */
public final class TlogFormatException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    public TlogFormatException(String message) {
        super(message);
    }
}
