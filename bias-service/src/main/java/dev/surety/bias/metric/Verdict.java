package dev.surety.bias.metric;

import java.util.Collection;

/** What the evidence says of a difference between groups; silence is never a pass. */
public enum Verdict {
    /** There is evidence that no difference beyond the margin exists. */
    PASS,
    /** There is evidence of a difference, but not of one that matters. */
    WARN,
    /** There is evidence of a difference that matters. */
    FAIL,
    /** The data prove neither; more are needed. */
    INCONCLUSIVE;

    /**
     * The verdict over several gating ones: one failure fails all; what is not proven keeps the whole from passing.
     * Nothing at all is INCONCLUSIVE.
     */
    public static Verdict worst(Collection<Verdict> verdicts) {
        if (verdicts.contains(FAIL)) {
            return FAIL;
        }
        if (verdicts.isEmpty() || verdicts.contains(INCONCLUSIVE)) {
            return INCONCLUSIVE;
        }
        return verdicts.contains(WARN) ? WARN : PASS;
    }
}
