package dev.surety.contracts.bias;

/** What the evidence says of a difference between groups; only PASS claims that there is none that matters. */
public enum Verdict {
    PASS,
    WARN,
    FAIL,
    INCONCLUSIVE
}
