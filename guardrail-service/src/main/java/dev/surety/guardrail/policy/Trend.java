package dev.surety.guardrail.policy;

/** How a condition moves when one of its variables rises and everything else stays. */
public enum Trend {
    /** It can only become true. */
    RISES,
    /** It can only become false. */
    FALLS,
    /** It does not ask for the variable. */
    STAYS,
    /** Either may happen. */
    UNKNOWN;

    /** The trend of the opposite condition. */
    public Trend reversed() {
        return switch (this) {
            case RISES -> FALLS;
            case FALLS -> RISES;
            case STAYS, UNKNOWN -> this;
        };
    }

    /** The trend of two conditions of which both, or one, have to hold. */
    public Trend and(Trend other) {
        if (this == STAYS || this == other) {
            return other;
        }
        return other == STAYS ? this : UNKNOWN;
    }
}
