package dev.surety.tlog.merkle;

import java.util.Objects;

/** Says that a proof does not prove what it claims. Checked, because a caller must not be able to overlook it. */
public final class InvalidProofException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient ProofFailure failure;

    public InvalidProofException(ProofFailure failure) {
        super(Objects.requireNonNull(failure, "failure").description());
        this.failure = failure;
    }

    /** What is wrong with the proof. */
    public ProofFailure failure() {
        return failure;
    }
}
