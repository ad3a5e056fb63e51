package dev.surety.guardrail.decision;

/** Writes evaluations down where every other service and the log find them. */
public interface EvaluationPublisher {
    /**
     * Returns once the record is durable.
     *
     * @throws NotRecordedException when that could not be confirmed in time; the record may appear nevertheless
     */
    void publish(Evaluation evaluation) throws NotRecordedException;
}
