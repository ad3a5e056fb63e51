package dev.surety.bias.metric;

/**
 * Paired yes/no outcomes of two groups on the same cases: how often both, only one or none was treated favourably.
 * The discordant cells carry all the evidence of a difference.
 */
public record PairedTable(long both, long onlyOther, long onlyReference, long neither) {
    /** The table of no pairs. */
    public static final PairedTable EMPTY = new PairedTable(0, 0, 0, 0);

    public PairedTable {
        if (both < 0 || onlyOther < 0 || onlyReference < 0 || neither < 0) {
            throw new IllegalArgumentException("a count of pairs is negative");
        }
    }

    /** The table with {@code times} further pairs of this outcome. */
    public PairedTable plus(boolean reference, boolean other, long times) {
        return new PairedTable(
                both + (reference && other ? times : 0),
                onlyOther + (!reference && other ? times : 0),
                onlyReference + (reference && !other ? times : 0),
                neither + (!reference && !other ? times : 0));
    }

    /** The table of the pairs of both. */
    public PairedTable plus(PairedTable more) {
        return new PairedTable(
                both + more.both,
                onlyOther + more.onlyOther,
                onlyReference + more.onlyReference,
                neither + more.neither);
    }

    /** The number of pairs. */
    public long pairs() {
        return both + onlyOther + onlyReference + neither;
    }

    /** The number of pairs whose members were treated differently. */
    public long discordant() {
        return onlyOther + onlyReference;
    }

    /** The reference group's favourable outcomes. */
    public Proportion reference() {
        return new Proportion(both + onlyReference, pairs());
    }

    /** The other group's favourable outcomes. */
    public Proportion other() {
        return new Proportion(both + onlyOther, pairs());
    }

    /**
     * The other group's rate minus the reference group's.
     *
     * @throws IllegalStateException for no pairs
     */
    public double difference() {
        if (pairs() == 0) {
            throw new IllegalStateException("no pairs have no difference");
        }
        return (double) (onlyOther - onlyReference) / pairs();
    }
}
