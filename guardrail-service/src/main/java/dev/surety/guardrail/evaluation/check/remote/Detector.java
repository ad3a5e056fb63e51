package dev.surety.guardrail.evaluation.check.remote;

import dev.surety.guardrail.evaluation.NoAnswerException;
import java.time.Duration;
import java.util.List;

/** A detector that runs elsewhere. Thread-safe; it answers about all texts or not at all. */
public interface Detector {
    /** Which model stands behind it: whatever changes its answers changes this; one line, without secrets. */
    String identity();

    /**
     * What it sees in each text, in the order of the texts.
     *
     * @param time how long to wait at most
     * @throws NoAnswerException when there is no answer that can be used; no detection is never the answer to a failure
     */
    List<Verdict> judge(List<String> texts, Duration time);
}
