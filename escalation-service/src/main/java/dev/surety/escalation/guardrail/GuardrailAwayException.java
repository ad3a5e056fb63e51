package dev.surety.escalation.guardrail;

/** guardrail-service gave no answer that can be passed on. The message is for operators and carries nothing of a person. */
public final class GuardrailAwayException extends Exception {
    public GuardrailAwayException(String message) {
        super(message, null, false, false);
    }
}
