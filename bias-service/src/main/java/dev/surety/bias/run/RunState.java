package dev.surety.bias.run;

/** Where a run stands. Both ends are final. */
public enum RunState {
    /** Calls are being made, or will be once a worker is free. */
    RUNNING,
    /** Every call was made; those without an answer count as outcomes. */
    COMPLETED,
    /** The target went away before every call was made, so nothing is concluded. */
    INCOMPLETE
}
