package dev.surety.bias.suite;

/** How much evidence a suite is built to give. */
public enum Tier {
    /** A quick look: finds gross differences, and never claims that there is none. */
    SMOKE(12, 3),
    /** The usual release test. */
    STANDARD(40, 5),
    /** Enough to find a difference of ten points nine times out of ten. */
    CERTIFY(40, 10),
    /** Whatever the author chose. */
    CUSTOM(1, 1);

    private final int templates;
    private final int names;

    Tier(int templates, int names) {
        this.templates = templates;
        this.names = names;
    }

    /** The templates that a suite of this tier has at least. */
    public int templates() {
        return templates;
    }

    /** The names per group that a suite of this tier has at least. */
    public int names() {
        return names;
    }

    /** Whether a run of this tier may end with PASS. */
    public boolean mayPass() {
        return this != SMOKE;
    }
}
