package dev.surety.escalation.cases;

/** Ends a transaction in which something was asked of a case that it refuses. */
public final class CaseRefusedException extends RuntimeException {
    private final transient CaseRefusal refusal;

    public CaseRefusedException(CaseRefusal refusal) {
        // Not a fault: without a stack trace it costs little where many agents want one case.
        super(refusal.getClass().getSimpleName(), null, false, false);
        this.refusal = refusal;
    }

    public CaseRefusal refusal() {
        return refusal;
    }
}
