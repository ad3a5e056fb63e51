package dev.surety.bias.run;

/**
 * How far a run is. No p-value is shown before the end, because looking early and stopping at will gives false alarms.
 *
 * @param planned all calls
 * @param answered calls with an answer
 * @param missing calls that ended without one
 * @param repeated calls that were handed out more than once, because a worker died
 */
public record Progress(int planned, int answered, int missing, int repeated) {
    /** The calls that still have to be made. */
    public int open() {
        return planned - answered - missing;
    }
}
