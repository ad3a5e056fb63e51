package dev.surety.tlog.note;

/** Says that a note is not signed by a known key, or that a signature is wrong. Checked: not to be overlooked. */
public final class UntrustedNoteException extends Exception {
    private static final long serialVersionUID = 1L;

    public UntrustedNoteException(String message) {
        super(message);
    }
}
