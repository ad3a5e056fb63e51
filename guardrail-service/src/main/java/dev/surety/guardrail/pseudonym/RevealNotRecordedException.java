package dev.surety.guardrail.pseudonym;

/** That a text was restored could not be made durable, so it is not handed out. */
public final class RevealNotRecordedException extends Exception {
    private static final long serialVersionUID = 1L;

    public RevealNotRecordedException(Throwable cause) {
        super("the restoration was not recorded", cause);
    }
}
